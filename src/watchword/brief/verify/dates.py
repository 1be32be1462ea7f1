"""Calendar dates as they stand in a sentence, so that a date can be held against a report's."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from watchword.brief.verify.permitted import MONTHS, WEEKDAYS

_MONTH = (
    r"(?P<{0}>january|february|march|april|may|june|july|august|september|october|november|"
    r"december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b\.?"
)
_DAY = r"(?P<{0}>[0-3]?\d)(?:st|nd|rd|th)?"
_YEAR = r"(?P<{0}>(?:19|20)\d\d)"
_DATE = re.compile(
    rf"""
    \b(?:
      (?P<iy>(?:19|20)\d\d)-(?P<im>[01]\d)-(?P<id>[0-3]\d)
    | (?:the\s)?{_DAY.format("d1")}(?:\s?(?:-|\u2013|to|and)\s?{_DAY.format("d1b")})?\s(?:of\s)?
        {_MONTH.format("m1")}(?:,?\s{_YEAR.format("y1")})?
    | {_MONTH.format("m2")}\s{_DAY.format("d2")}
        (?:\s?(?:-|\u2013|to|and)\s?{_DAY.format("d2b")}(?!\d))?
        (?:,?\s{_YEAR.format("y2")})?
    | {_MONTH.format("m3")}\s{_YEAR.format("y3")}
    )(?![\w])
    """,
    re.VERBOSE | re.IGNORECASE,
)
_LONE_YEAR = re.compile(r"(?<![\d,.$€£])\b(?:19|20)\d\d\b(?![,.]\d|%)")
_WEEKDAY = re.compile(rf"\b(?:{'|'.join(WEEKDAYS)})\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Calendar:
    """A date in a text; a part that is not given is None.

    Attributes:
        start: first character.
        end: the character after the last one.
        year: such as 2024.
        month: 1 to 12.
        day: 1 to 31.
    """

    start: int
    end: int
    year: int | None
    month: int | None
    day: int | None

    def fits(self, day: date) -> bool:
        """Whether a day can be what these words say."""
        return (
            self.year in {None, day.year}
            and self.month in {None, day.month}
            and self.day in {None, day.day}
        )

    def agrees(self, other: "Calendar") -> bool:
        """Whether another wording names the same date; a year may be missing in one."""
        same_year = None in {self.year, other.year} or self.year == other.year
        return same_year and (self.month, self.day) == (other.month, other.day)


def find_calendar(text: str) -> tuple[Calendar, ...]:
    """Find the dates of a text, in order; "8 to 13 October" is two."""
    found = [date for match in _DATE.finditer(text) for date in _each_date(match)]
    taken = [(date.start, date.end) for date in found]
    found.extend(
        Calendar(*match.span(), int(match.group()), None, None)
        for match in _LONE_YEAR.finditer(text)
        if not any(start <= match.start() < end for start, end in taken)
    )
    return tuple(sorted(found, key=lambda date: (date.start, date.day or 0)))


def find_weekdays(text: str) -> frozenset[int]:
    """The weekdays a text names, Monday as 0."""
    return frozenset(WEEKDAYS.index(match.group().lower()) for match in _WEEKDAY.finditer(text))


def _each_date(match: re.Match[str]) -> Iterator[Calendar]:
    part = match.groupdict()
    month = part["m1"] or part["m2"] or part["m3"]
    if month and month[0].islower() and month.lower() in {"may", "march", "mar"}:
        return
    number = int(part["im"]) if part["im"] else _month_number(month)
    year = part["iy"] or part["y1"] or part["y2"] or part["y3"]
    days = [part[name] for name in ("id", "d1", "d1b", "d2", "d2b") if part[name]]
    for day in days or [None]:
        if day is None or 1 <= int(day) <= 31:
            yield Calendar(*match.span(), int(year) if year else None, number, _whole(day))


def _whole(digits: str | None) -> int | None:
    return int(digits) if digits else None


def _month_number(name: str) -> int:
    return next(at for at, month in enumerate(MONTHS, 1) if month.startswith(name.lower()[:3]))
