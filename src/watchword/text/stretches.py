"""Stretches of calendar time: the arithmetic behind dates in text, in UTC, ends excluded."""

from datetime import UTC, date, datetime, time, timedelta
from typing import NamedTuple

from watchword.model.moment import Precision


class Stretch(NamedTuple):
    """A stretch of time.

    Attributes:
        since: its first instant, None where open or unknown.
        until: the instant after its last, None where open or unknown.
        precision: how finely it is given.
    """

    since: datetime | None
    until: datetime | None
    precision: Precision

    @property
    def is_resolved(self) -> bool:
        """Whether both ends are known."""
        return self.since is not None and self.until is not None


UNKNOWN = Stretch(None, None, Precision.VAGUE)
"""A time that cannot be placed: "soon", "February 30"."""


def unresolved(precision: Precision) -> Stretch:
    """A time of known fineness that cannot be placed without a date to start from."""
    return Stretch(None, None, precision)


def midnight(day: date) -> datetime:
    """The first instant of a day."""
    return datetime.combine(day, time.min, tzinfo=UTC)


def days(first: date, last: date, precision: Precision) -> Stretch:
    """From the start of the first day to the end of the last."""
    after = shifted(last, 1)
    return Stretch(midnight(first), midnight(after) if after else None, precision)


def one_day(day: date | None) -> Stretch:
    """A whole day; unresolved without one."""
    return days(day, day, Precision.DAY) if day else unresolved(Precision.DAY)


def calendar_day(year: int, month: int, day: int) -> date | None:
    """A date, None where there is no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def shifted(day: date, count: int) -> date | None:
    """The date so many days later, None beyond the calendar's ends."""
    try:
        return day + timedelta(days=count)
    except OverflowError:
        return None


def months(year: int, month: int, count: int, precision: Precision) -> Stretch:
    """So many whole months from the first of one; months may be counted past December."""
    first = _first_of(year, month)
    after = _first_of(year, month + count)
    if first is None or after is None:
        return unresolved(precision)
    return Stretch(midnight(first), midnight(after), precision)


def month_part(year: int, month: int, part: str) -> Stretch:
    """A third of a month: days 1 to 10 "early", 11 to 20 "mid", from 21 on "late"."""
    whole = months(year, month, 1, Precision.MONTH)
    if whole.since is None or whole.until is None:
        return whole
    first, eleventh, last = whole.since, timedelta(days=10), whole.until
    ends = {
        "early": (first, first + eleventh),
        "mid": (first + eleventh, first + 2 * eleventh),
        "late": (first + 2 * eleventh, last),
    }
    return Stretch(*ends[part], Precision.MONTH)


def year_part(year: int, part: str) -> Stretch:
    """A third of a year: January to April "early", May to August "mid", from September "late"."""
    start = {"early": 1, "mid": 5, "late": 9}[part]
    return months(year, start, 4, Precision.SEASON)


def week_of(day: date) -> Stretch:
    """The week of a day, Monday to Sunday."""
    monday = shifted(day, -day.weekday())
    sunday = shifted(day, 6 - day.weekday())
    if monday is None or sunday is None:
        return unresolved(Precision.WEEK)
    return days(monday, sunday, Precision.WEEK)


def nearest_year(anchor: date, month: int, day: int = 15) -> int:
    """The year that puts a month's day nearest to the anchor; the earlier one of two."""

    def distance(year: int) -> int:
        there = date(year, month, min(day, 28)).toordinal()
        return abs(there - anchor.toordinal())

    years = range(max(1, anchor.year - 1), min(9999, anchor.year + 1) + 1)
    return min(years, key=distance)


def _first_of(year: int, month: int) -> date | None:
    return calendar_day(year + (month - 1) // 12, (month - 1) % 12 + 1, 1)
