"""What headers ask for."""

from datetime import UTC, datetime

import pytest

from watchword.collect.answer import charset, max_age_s, media_type, retry_after_s

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("words", "seconds"),
    [
        ("120", 120), ("0", 0), ("Mon, 02 Mar 2026 10:00:00 GMT", 3600),
        ("Sun, 01 Mar 2026 10:00:00 GMT", 0), ("-1", None), ("1.5", None), ("soon", None),
        ("", None), ("\u0661\u0662", None), ("9" * 50, None),
        ("Mon, 02 Mar 99999 10:00:00 GMT", None),
    ],
)  # fmt: skip
def test_a_request_for_peace_is_seconds_or_a_date(words: str, seconds: float | None) -> None:
    assert retry_after_s({"retry-after": words}, NOW) == seconds


@pytest.mark.parametrize(
    ("words", "seconds"),
    [
        ("max-age=600", 600), ("public, MAX-AGE = 60, must-revalidate", 60), ('max-age="5"', 5),
        ("s-maxage=700", None), ("no-cache", None), ("", None), ("max-age=x", None),
    ],
)  # fmt: skip
def test_how_long_an_answer_holds(words: str, seconds: float | None) -> None:
    assert max_age_s({"cache-control": words}) == seconds


def test_a_content_type_names_a_kind_and_a_character_set() -> None:
    headers = {"content-type": "Text/HTML; Charset='koi8-r'"}
    assert (media_type(headers), charset(headers)) == ("text/html", "koi8-r")
    assert (media_type({}), charset({})) == ("", "")
