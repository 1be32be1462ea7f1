"""The periods of a relation: days, weeks from Monday, months, or stretches counted from day 0."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise

from watchword.model.relation import Grain

_LENGTHS = {Grain.DAY: 1, Grain.WEEK: 7}


def find_periods(
    first: date, last: date, grain: Grain, zero: date | None = None
) -> tuple[tuple[date, date, int | None], ...]:
    """Periods from the one with the first day to the one with the last.

    Weeks begin on Monday and months on the first; counted from day 0 they begin on its weekday
    or its day of the month.

    Args:
        first: a day of the first period.
        last: a day of the last period.
        grain: how long a period is.
        zero: day 0; None without one.

    Returns:
        First day, day after the last, and the number of periods since day 0.

    >>> [str(start) for start, _, _ in find_periods(
    ...     date(2024, 10, 9), date(2024, 10, 22), Grain.WEEK)]
    ['2024-10-07', '2024-10-14', '2024-10-21']
    """
    starts = list(_starts(first, last, grain, zero))
    begin = None if zero is None else _periods_since(zero, starts[0], grain)
    return tuple(
        (start, end, None if begin is None else begin + place)
        for place, (start, end) in enumerate(pairwise(starts))
    )


def place_of(day: date, starts: Sequence[date]) -> int:
    """Number of the period that a day is in; -1 before the first."""
    return bisect_right(starts, day) - 1


def _periods_since(zero: date, start: date, grain: Grain) -> int:
    if grain is Grain.MONTH:
        return 12 * (start.year - zero.year) + start.month - zero.month
    return (start - zero).days // _LENGTHS[grain]


def _starts(first: date, last: date, grain: Grain, zero: date | None) -> Iterator[date]:
    """First days of the periods, and of the one after the last."""
    if grain is Grain.MONTH:
        yield from _month_starts(first, last, zero)
        return
    length = _LENGTHS[grain]
    anchor = zero or date(1970, 1, 5)
    start = first - timedelta(days=(first - anchor).days % length)
    while start <= last:
        yield start
        start += timedelta(days=length)
    yield start


def _month_starts(first: date, last: date, zero: date | None) -> Iterator[date]:
    on = min(zero.day, 28) if zero else 1
    start = first.replace(day=on)
    if start > first:
        start = _next_month(start, -1)
    while start <= last:
        yield start
        start = _next_month(start, 1)
    yield start


def _next_month(day: date, step: int) -> date:
    months = day.year * 12 + day.month - 1 + step
    return day.replace(year=months // 12, month=months % 12 + 1)
