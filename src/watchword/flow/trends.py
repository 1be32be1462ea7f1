"""How often something came, over time: what a sparkline draws."""

from collections.abc import Iterable
from datetime import datetime

BUCKETS = 24
"""Parts that a stretch of time is cut into; set by hand: as many bars as a line of a list shows."""


def counts_over(
    times: Iterable[datetime], since: datetime | None, until: datetime | None
) -> list[int]:
    """How many times lie in each of the equal parts of a stretch; empty without one.

    >>> from datetime import UTC
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
