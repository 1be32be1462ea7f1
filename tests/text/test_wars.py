"""Who is at war on a day."""

from datetime import date

import pytest

from watchword.text.wars import is_at_war


@pytest.mark.parametrize(
    ("code", "day", "wages"),
    [
        ("UA", date(2024, 10, 22), True),
        ("RU", date(2021, 10, 22), False),
        ("RU", date(2024, 10, 22), True),
        ("ET", date(2022, 11, 4), False),
        ("PL", date(2024, 10, 22), False),
    ],
)
def test_a_country_is_at_war_from_the_first_day_to_the_last(
    code: str, day: date, *, wages: bool
) -> None:
    assert is_at_war(code, day) is wages
