from datetime import UTC, date, datetime

import pytest

from watchword.collect.dates import date_in_name, find_date_line, parse_given, settle_published
from watchword.model.report import DateSource

DAY = datetime(2024, 10, 18, tzinfo=UTC)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("2024-10-18T09:30:00+09:00", datetime(2024, 10, 18, 0, 30, tzinfo=UTC)),
        ("2024-10-18 09:30:00 UTC", datetime(2024, 10, 18, 9, 30, tzinfo=UTC)),
        ("2024-10-18T09:30Z", datetime(2024, 10, 18, 9, 30, tzinfo=UTC)),
        ("20241018T093000Z", datetime(2024, 10, 18, 9, 30, tzinfo=UTC)),
        ("Fri, 18 Oct 2024 09:30:00 +0900", datetime(2024, 10, 18, 0, 30, tzinfo=UTC)),
        ("D:20241018093000+09'00'", datetime(2024, 10, 18, 0, 30, tzinfo=UTC)),
        ("D:20241018093000Z", datetime(2024, 10, 18, 9, 30, tzinfo=UTC)),
    ],
)
def test_a_clock_time_is_given_in_utc(words: str, expected: datetime) -> None:
    found = parse_given(words)
    assert found is not None
    assert found.at == expected
    assert not found.day_only


@pytest.mark.parametrize(
    "words",
    [
        "2024-10-18", "20241018", "2024/10/18", "18 October 2024", "October 18, 2024",
        "Oct. 18, 2024", "Friday, October 18, 2024", "Fri 18 Oct 2024", "18th of October 2024",
        "2024년 10월 18일", "2024年10月18日",
    ],
)  # fmt: skip
def test_a_day_alone_is_midnight_and_says_so(words: str) -> None:
    found = parse_given(words)
    assert found is not None
    assert found.at == DAY
    assert found.day_only


@pytest.mark.parametrize(
    "words",
    [
        "", "yesterday", "99999-01-01", "0000-00-00", "2024-02-31", "2024-13-01", "12:30", "2024",
        "9999-12-31T23:59:59-23:59", "0001-01-01T00:00:00+23:59", "Fri, 99 Oct 2024 99:99:99",
        "October 2024", "2024-10-18T25:61:00Z", "D:99999999999999", "1" * 5000,
    ],
)  # fmt: skip
def test_an_impossible_date_is_none(words: str) -> None:
    assert parse_given(words) is None


@pytest.mark.parametrize(
    ("line", "agency"),
    [
        ("SEOUL, Oct. 18, 2024 (Example Wire) -- The ministry said so.", "Example Wire"),
        ("WASHINGTON, October 18, 2024 — The ministry said so.", ""),
        ("KYIV. 18 October 2024 (Example-Wire) - The ministry said so.", "Example-Wire"),
        ("NEW YORK, Oct 18, 2024 (Example) - The ministry said so.", "Example"),
        ("October 18, 2024", ""),
        ("Published: Oct 18, 2024, 10:30 GMT", ""),
        ("18 October 2024 | Example News", ""),
    ],
)
def test_a_date_line_near_the_top_is_found(line: str, agency: str) -> None:
    found = find_date_line(f"Troops leave\n\n{line}\n\nMore.")
    assert found is not None
    assert (found.day, found.agency) == (date(2024, 10, 18), agency)


@pytest.mark.parametrize(
    "line",
    [
        "The two signed the pact on June 19, 2024, in the capital.",
        "On October 18, 2024 the ministry said that so many troops had left the border.",
        "SEOUL (Example Wire) -- The ministry said so.",
        "February 31, 2024",
        "A" * 100_000,
    ],
)
def test_a_date_inside_a_sentence_is_no_date_line(line: str) -> None:
    assert find_date_line(line) is None


def test_a_dateline_without_a_year_takes_it_from_the_file_name() -> None:
    line = "SEOUL, Dec. 31 (Example Wire) -- The ministry said so."
    found = find_date_line(line, name="2025-01-02-troops.txt")
    assert found is not None
    assert found.day == date(2024, 12, 31)
    assert find_date_line(line) is None


def test_a_file_name_may_hold_the_day() -> None:
    assert date_in_name("wire-2024-10-18-troops.txt") == date(2024, 10, 18)
    assert date_in_name("20241018.html") == date(2024, 10, 18)
    assert date_in_name("99999999-1234567890.txt") is None


def test_metadata_stand_before_text_before_name_before_capture() -> None:
    line = find_date_line("October 17, 2024")
    name, captured = "2024-10-16.txt", "2024-10-15T00:00:00Z"
    best = settle_published("2024-10-18", line, name=name, captured=captured)
    assert (best.at, best.how) == (DAY, DateSource.HEADER)
    assert settle_published("no", line, name=name, captured=captured).how is DateSource.TEXT
    assert settle_published("", None, name=name, captured=captured).how is DateSource.FILE_NAME
    assert settle_published("", None, name="", captured=captured).how is DateSource.HEADER
    unknown = settle_published("", None, name="", captured="")
    assert (unknown.at, unknown.how) == (None, DateSource.UNKNOWN)
