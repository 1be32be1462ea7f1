"""How often something came, over time: what a sparkline draws."""

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime

BUCKETS = 24
"""Parts that a stretch of time is cut into; set by hand: as many bars as a line of a list shows."""
_EPOCH = date(1970, 1, 1).toordinal()


def counts_over(
    times: Iterable[datetime], since: datetime | None, until: datetime | None
) -> list[int]:
    """How many times lie in each of the equal parts of a stretch; empty without one.

    >>> days = [datetime(2024, 10, day, tzinfo=UTC) for day in (1, 2, 2, 25)]
    >>> counts = counts_over(days, days[0], days[-1])
    >>> len(counts), counts[:3], counts[-1], sum(counts)
    (24, [1, 2, 0], 1, 4)
    """
    if since is None or until is None:
        return []
    counts = [0] * BUCKETS
    whole = (until - since).total_seconds()
    for at in times:
        part = (at - since).total_seconds() / whole if whole > 0 else 0.0
        if 0 <= part <= 1:
            counts[min(int(part * BUCKETS), BUCKETS - 1)] += 1
    return counts


def counts_by_day(days: Mapping[int, int]) -> list[int]:
    """The same of counts by day, as days since 1970; from the first day to the last.

    >>> counts_by_day({0: 1, 1: 2, 24: 1})[:3]
    [1, 2, 0]
    """
    if not days:
        return []
    first, last = min(days), max(days)
    counts = [0] * BUCKETS
    for day, count in days.items():
        part = (day - first) / (last - first) if last > first else 0.0
        counts[min(int(part * BUCKETS), BUCKETS - 1)] += count
    return counts


def times_of_days(days: Iterable[int]) -> list[datetime]:
    """The beginnings of days since 1970, in order."""
    return [
        datetime.combine(date.fromordinal(_EPOCH + day), datetime.min.time(), tzinfo=UTC)
        for day in sorted(days)
    ]
