"""How often somebody may ask: a bucket each, that fills at an even pace (the token bucket)."""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from threading import Lock
from time import monotonic

_MOST_KEPT = 50_000
"""Buckets in memory; the one that was left alone longest goes first, and would be full by then."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rate:
    """A pace.

    Attributes:
        a_second: how many may be asked for a second, on average.
        at_once: how many may be asked for at once after a rest.
    """

    a_second: float
    at_once: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Bucket:
    """What is left of what may be asked for.

    Attributes:
        left: how much.
        at: when that was so, in seconds of the clock.
    """

    left: float
    at: float


def taken(rate: Rate, known: Bucket | None, now: float) -> tuple[Bucket, float]:
    """Take one out of a bucket: what is then known, and seconds to wait, 0 where it was there.

    >>> slow = Rate(a_second=0.5, at_once=1)
    >>> first, wait = taken(slow, None, 0.0)
    >>> wait, taken(slow, first, 1.0)[1]
    (0.0, 1.0)
    """
    if known is None:
        return Bucket(left=rate.at_once - 1, at=now), 0.0
    left = min(rate.at_once, known.left + max(0.0, now - known.at) * rate.a_second)
    if left < 1:
        return Bucket(left=left, at=now), (1 - left) / rate.a_second
    return Bucket(left=left - 1, at=now), 0.0


class Limiter:
    """Keeps a bucket for everybody.

    Args:
        rate: the pace.
        clock: seconds of a clock that only rises.
    """

    def __init__(self, rate: Rate, *, clock: Callable[[], float] = monotonic) -> None:
        self._rate = rate
        self._clock = clock
        self._buckets: OrderedDict[str, Bucket] = OrderedDict()
        self._lock = Lock()

    def wait(self, who: str) -> float:
        """Take one for somebody: seconds to wait before asking again, 0 where they need not."""
        with self._lock:
            bucket, wait = taken(self._rate, self._buckets.get(who), self._clock())
            self._buckets[who] = bucket
            self._buckets.move_to_end(who)
            if len(self._buckets) > _MOST_KEPT:
                self._buckets.popitem(last=False)
            return wait
