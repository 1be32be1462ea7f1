"""When a report was published: dates as given, at the top of a text, in a file name.

Invariant: every time that leaves this file is aware UTC and between 1800 and 2100.
"""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from email.utils import parsedate_to_datetime

from watchword.model.report import DateSource, Published

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun",
            "july jul", "august aug", "september sept sep", "october oct", "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
_MONTH = rf"(?P<month>{'|'.join(_MONTHS)})\.?"
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
_YEAR = r"(?P<year>\d{4})"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_MONTH_FIRST = (
    rf"{_WEEKDAY}{_MONTH}\s+{_DAY}(?:\s*,\s*{_YEAR}|\s+{_YEAR.replace('year', 'year2')})?"
)
_DAY_FIRST = rf"{_WEEKDAY}{_DAY}\s+(?:of\s+)?{_MONTH}(?:,?\s+{_YEAR})?"
_CJK = r"(?P<year>\d{4})\s*[年년]\s*(?P<month>\d{1,2})\s*[月월]\s*(?P<day>\d{1,2})\s*[日일]"
_ISO_DAY = r"(?P<year>\d{4})[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})"

_WRITTEN = tuple(
    re.compile(pattern, re.IGNORECASE | re.ASCII)
    for pattern in (_MONTH_FIRST, _DAY_FIRST, _CJK, _ISO_DAY)
)
_COMPACT = re.compile(r"(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})", re.ASCII)
_CLOCKED = re.compile(r"(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2}(?::\d{2})?(?:\.\d+)?)\s*(.*)", re.ASCII)
_ZONES = {"": "", "z": "+00:00", "utc": "+00:00", "gmt": "+00:00"}

_CITY = r"[A-Z][A-Za-z.'\u2019-]*(?:[ ,/]+[A-Z][A-Za-z.'\u2019-]*){0,5}"
_AGENCY = r"(?:\s*\((?P<agency>[A-Z][A-Za-z .&/\u2019'-]{1,40})\))"
_DASH = r"\s*(?:--|[-\u2013\u2014:])\s"
_DATELINE = tuple(
    re.compile(rf"{_CITY}[,.]?\s+\(?{body}\)?(?:{_AGENCY}(?:{_DASH}|\s|$)|{_DASH})")
    for body in (
        _MONTH_FIRST.replace(_MONTH, rf"(?i:{_MONTH})"),
        _DAY_FIRST.replace(_MONTH, rf"(?i:{_MONTH})"),
    )
)
_LEAD = re.compile(
    r"(?:published|updated|posted|date|last updated|issued)?(?:\s+on)?\s*:?\s*", re.IGNORECASE
)
_NAME_DATE = re.compile(
    r"(?<!\d)(?P<year>\d{4})([-_.]?)(?P<month>\d{2})\2(?P<day>\d{2})(?!\d)", re.ASCII
)
_NAME_YEAR = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)", re.ASCII)

_TOP_LINES = 12
_LINE_CHARACTERS = 160
_DATE_LINE_CHARACTERS = 60
_FIRST_YEAR, _LAST_YEAR = 1800, 2100
_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class DateLine:
    """What a date line at the top of a text tells.

    Attributes:
        day: the day it names.
        agency: the agency in brackets after it, else empty.
    """

    day: date
    agency: str = ""


def parse_given(words: str) -> Published | None:
    """Read a publication time as metadata gives it, None where it is no possible date.

    Knows ISO 8601, mail and HTTP dates, PDF's `D:` dates, compact days and English, Chinese and
    Korean written days. A time without a zone is taken as UTC.

    >>> parse_given("2024-10-18T09:30:00+09:00").at.isoformat()
    '2024-10-18T00:30:00+00:00'
    >>> parse_given("2024-02-31") is None
    True
    """
    plain = " ".join(words[:100].split())
    if not plain:
        return None
    day = _day_alone(plain)
    if day:
        return _published_day(day, DateSource.HEADER)
    at = _iso_time(plain) or _mail_time(plain)
    return Published(at=at, how=DateSource.HEADER) if at else None


def version_label(updated: str, published: str) -> str:
    """Give the time of an update as a version label that sorts by time; empty where there is none.

    >>> version_label("Fri, 18 Oct 2024 09:30:00 +0900", "Thu, 17 Oct 2024 09:30:00 +0900")
    '2024-10-18T00:30:00+00:00'
    """
    changed, first = parse_given(updated), parse_given(published)
    if changed is None or changed.at is None or changed == first:
        return ""
    return changed.at.isoformat()


def find_date_line(text: str, *, name: str = "") -> DateLine | None:
    """Find the date line near the top of a text.

    Either a dateline ("SEOUL, Oct. 18 (Yonhap) --") or a line that is little but a date. A
    dateline without a year takes it from the file name: the latest year in which the day is not
    after the day that the name gives. A date inside a sentence is left alone.

    Args:
        text: the cleaned text.
        name: the file's name, for the year.
    """
    for line in text[:4_000].split("\n")[: _TOP_LINES * 2]:
        found = _dateline(line[:_LINE_CHARACTERS], name) or _date_line(line)
        if found:
            return found
    return None


def date_in_name(name: str) -> date | None:
    """Find a day in a file name, such as 2024-10-18 or 20241018."""
    for match in _NAME_DATE.finditer(name):
        day = _possible_day(match)
        if day:
            return day
    return None


def settle_published(given: str, line: DateLine | None, *, name: str, captured: str) -> Published:
    """Choose the best publication time: metadata, text, file name, capture; else unknown."""
    known = parse_given(given)
    if known:
        return known
    if line:
        return _published_day(line.day, DateSource.TEXT)
    day = date_in_name(name)
    if day:
        return _published_day(day, DateSource.FILE_NAME)
    return parse_given(captured) or Published()


def _published_day(day: date, how: DateSource) -> Published:
    return Published(at=datetime.combine(day, time(), tzinfo=UTC), how=how, day_only=True)


def _day_alone(words: str) -> date | None:
    for pattern in (_COMPACT, *_WRITTEN):
        match = pattern.fullmatch(words)
        if match:
            return _possible_day(match)
    return None


def _possible_day(match: re.Match[str], *, year: int | None = None) -> date | None:
    found = match.groupdict()
    digits = found.get("year") or found.get("year2")
    month = found["month"].lower()
    try:
        day = date(
            int(digits) if digits else year or 0,
            _MONTHS[month] if month in _MONTHS else int(month),
            int(found["day"]),
        )
    except ValueError:
        return None
    return day if _FIRST_YEAR <= day.year < _LAST_YEAR else None


def _iso_time(words: str) -> datetime | None:
    words = words.removeprefix("D:").replace("'", "")
    clocked = _CLOCKED.fullmatch(words)
    if clocked:
        zone = _ZONES.get(clocked[3].lower(), clocked[3])
        words = f"{clocked[1]}T{clocked[2]}{zone}"
    elif re.fullmatch(r"\d{14}(?:[zZ]|[+-]\d{4})?(?:0000)?", words, re.ASCII):
        words = f"{words[:8]}T{words[8:14]}{words[14:19]}"
    elif not re.match(r"\d{4}-?\d{2}-?\d{2}T", words, re.ASCII):
        return None
    try:
        return _as_utc(datetime.fromisoformat(words))
    except ValueError:
        return None


def _mail_time(words: str) -> datetime | None:
    try:
        return _as_utc(parsedate_to_datetime(words))
    except (ValueError, OverflowError, TypeError, IndexError):
        return None


def _as_utc(moment: datetime) -> datetime | None:
    aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    try:
        at = aware.astimezone(UTC)
    except OverflowError:
        return None
    return at if _FIRST_YEAR <= at.year < _LAST_YEAR else None


def _dateline(line: str, name: str) -> DateLine | None:
    for pattern in _DATELINE:
        match = pattern.match(line)
        if match:
            day = _possible_day(match) or _day_near(match, name)
            return DateLine(day=day, agency=match["agency"] or "") if day else None
    return None


def _day_near(match: re.Match[str], name: str) -> date | None:
    anchor = date_in_name(name)
    if anchor:
        for year in (anchor.year, anchor.year - 1):
            day = _possible_day(match, year=year)
            if day and day <= anchor + _ONE_DAY:
                return day
    year_alone = _NAME_YEAR.search(name)
    return _possible_day(match, year=int(year_alone[0])) if year_alone else None


def _date_line(line: str) -> DateLine | None:
    if not line or len(line) > _DATE_LINE_CHARACTERS:
        return None
    rest = line[_LEAD.match(line).end() :] if _LEAD.match(line) else line  # type: ignore[union-attr]
    for pattern in _WRITTEN:
        match = pattern.match(rest)
        after = rest[match.end() :] if match else ""
        if match and not re.match(r"[\w-]", after) and len(after.split()) <= 6:
            day = _possible_day(match)
            return DateLine(day=day) if day else None
    return None
