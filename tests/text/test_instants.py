"""What a user types, as the types that the work takes."""

import pytest

from watchword.errors import SettingsError
from watchword.text.instants import moment_of


@pytest.mark.parametrize(
    ("words", "moment"),
    [
        ("2024-10-25", "2024-10-25T23:59:59.999999+00:00"),
        (" 2024-10-25 ", "2024-10-25T23:59:59.999999+00:00"),
        ("2024-10-25T18:00Z", "2024-10-25T18:00:00+00:00"),
        ("2024-10-25T18:00", "2024-10-25T18:00:00+00:00"),
        ("2024-10-25T03:00+09:00", "2024-10-24T18:00:00+00:00"),
    ],
)
def test_a_day_ends_in_utc_and_a_time_is_itself(words: str, moment: str) -> None:
    assert moment_of(words).isoformat() == moment


@pytest.mark.parametrize("words", ["", "yesterday", "2024-02-30", "25.10.2024", "2024-10"])
def test_what_is_no_date_is_refused_with_an_example(words: str) -> None:
    with pytest.raises(SettingsError, match="use 2024-10-25"):
        moment_of(words)
