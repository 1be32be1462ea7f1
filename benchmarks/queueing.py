"""Reports that arrive, wait for a server, and are served, one by one: an exact simulation.

Servers are alike and take whoever waits longest. Times are seconds from the start. They can be
closed for a part of each day; what they have begun they end.
"""

import heapq
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Times = npt.NDArray[np.float64]
DAY_S, MINUTE_S = 86_400.0, 60.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Served:
    """When each arrived, began and ended, in the order of arrival."""

    arrived: Times
    began: Times
    ended: Times
    servers: int

    @property
    def delays(self) -> Times:
        """Seconds from arriving to the end, of each."""
        return self.ended - self.arrived

    @property
    def utilisation(self) -> float:
        """Share of the servers' time, until the last ends, in which they serve."""
        span = float(self.ended.max() - self.arrived.min())
        return float((self.ended - self.began).sum()) / (self.servers * span)

    def present(self, at: Times) -> npt.NDArray[np.int64]:
        """How many have arrived and not ended, at some times."""
        came = np.searchsorted(self.arrived, at, side="right")
        left = np.searchsorted(np.sort(self.ended), at, side="right")
        return came - left


def serve(
    arrived: Times, lasting: Times, servers: int, closed: tuple[float, float] = (0.0, 0.0)
) -> Served:
    """Serve all, first come first served.

    >>> three = serve(np.array([0.0, 1.0, 2.0]), np.array([2.0, 2.0, 2.0]), 1)
    >>> three.delays.tolist(), three.utilisation
    ([2.0, 3.0, 4.0], 1.0)

    Args:
        arrived: when each arrives, rising.
        lasting: how long each is served.
        servers: how many serve.
        closed: from when to when of each day nobody begins, in seconds from its start.
    """
    free = [0.0] * servers
    began = np.empty_like(arrived)
    for place, (at, length) in enumerate(zip(arrived.tolist(), lasting.tolist(), strict=True)):
        start = _open_from(max(at, free[0]), closed)
        began[place] = start
        heapq.heapreplace(free, start + length)
    return Served(arrived=arrived, began=began, ended=began + lasting, servers=servers)


def _open_from(at: float, closed: tuple[float, float]) -> float:
    since, until = closed
    of_day = at % DAY_S
    return at - of_day + until if since <= of_day < until else at


def arrivals(rate: Callable[[float], float], days: float, dice: np.random.Generator) -> Times:
    """Arrivals by chance, as many a second as a rate says, constant within each minute.

    Args:
        rate: arrivals a second at a time.
        days: for how long.
        dice: makes the same arrivals from the same seed.
    """
    starts = np.arange(0.0, days * DAY_S, MINUTE_S)
    counts = dice.poisson([rate(start + MINUTE_S / 2) * MINUTE_S for start in starts])
    times = np.repeat(starts, counts) + dice.uniform(0.0, MINUTE_S, int(counts.sum()))
    return np.sort(times)


def flow(arriving: Times, most: float) -> Times:
    """What waits at the end of each of some equal stretches, where only so much is done in each.

    >>> flow(np.array([5.0, 30.0, 0.0, 0.0]), 10.0).tolist()
    [0.0, 20.0, 10.0, 0.0]
    """
    waiting, left = np.empty_like(arriving), 0.0
    for place, come in enumerate(arriving.tolist()):
        left = max(0.0, left + come - most)
        waiting[place] = left
    return waiting
