"""Weeks of the plan, report by report: who reads, who writes, how long a report waits.

Reports arrive by chance, at a rate that follows the hours, the days of the week and bursts. Each
is read by the first free reader, in a time that goes with its words, and then written by the first
free writer; these stop for a while each night. The years are gone through as a flow, hour by hour.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from math import ceil, cos, pi

import numpy as np

from queueing import DAY_S, Served, Times, arrivals, flow, serve
from ten_years_assumed import WEEK, Assumed, Observed
from ten_years_plan import YEAR, cores_needed, lanes_needed

SEED, WEEK_DAYS, BURST_DAY, HOUR_S = 9, 7, 1, 3600.0
NIGHT_FROM_S = 3 * HOUR_S
Rate = Callable[[float], float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Week:
    """How a week went.

    Attributes:
        reports: that arrived.
        readers: that read.
        reading: share of the readers' time in which they read.
        writing: share of the writer's time in which it wrote.
        median_s: seconds from arriving to searchable, the median.
        p95_s: of 95 of 100.
        longest_s: of the slowest.
        waiting: most reports that were there at one time.
        little: mean number there by Little's law, arrivals a second times mean delay.
        present: mean number there, counted minute by minute.
    """

    reports: int
    readers: int
    reading: float
    writing: float
    median_s: float
    p95_s: float
    longest_s: float
    waiting: int
    little: float
    present: float


def rate_of(assumed: Assumed, *, burst_at: float | None) -> Rate:
    """Arrivals a second at a time of a week.

    Args:
        assumed: how many, and how they are spread.
        burst_at: when a burst begins, in seconds; None for a week without one.
    """
    mean = assumed.reports_a_day / DAY_S

    def rate(at: float) -> float:
        day = WEEK[int(at // DAY_S) % 7]
        hour = 1 - (1 - assumed.night) * cos(2 * pi * (at % DAY_S - NIGHT_FROM_S) / DAY_S)
        return mean * day * hour * _burst(at, burst_at, assumed)

    return rate


def _burst(at: float, begun: float | None, assumed: Assumed) -> float:
    if begun is None or at < begun:
        return 1.0
    halves = (at - begun) / HOUR_S / assumed.burst_half_h
    return 1.0 + float((assumed.burst - 1.0) * 0.5**halves)


def week_of(assumed: Assumed, seen: Observed, readers: int, *, with_burst: bool) -> Week:
    """A week, report by report; with a burst in the morning of its second day, or without."""
    dice = np.random.default_rng(SEED)
    burst_at = BURST_DAY * DAY_S + 9 * HOUR_S if with_burst else None
    came = arrivals(rate_of(assumed, burst_at=burst_at), WEEK_DAYS, dice)
    words = dice.lognormal(-(assumed.spread**2) / 2, assumed.spread, came.size) * assumed.words
    read = serve(came, words * seen.read_us / 1e6, readers)
    order = np.argsort(read.ended, kind="stable")
    closed = (NIGHT_FROM_S, NIGHT_FROM_S + assumed.vacuum_h * HOUR_S)
    lasting = np.full(came.size, seen.write_ms / 1e3)
    written = serve(read.ended[order], lasting, lanes_needed(assumed, seen), closed)
    whole = Served(arrived=came[order], began=read.began[order], ended=written.ended, servers=1)
    return _told(whole, read, written)


def _told(whole: Served, read: Served, written: Served) -> Week:
    delays = whole.delays
    median, most = np.percentile(delays, (50, 95))
    by_arrival = Served(
        arrived=np.sort(whole.arrived), began=read.began, ended=whole.ended, servers=1
    )
    span = float(whole.ended.max())
    there = by_arrival.present(np.arange(0.0, span, 60.0))
    return Week(
        reports=whole.arrived.size,
        readers=read.servers,
        reading=read.utilisation,
        writing=written.utilisation,
        median_s=float(median),
        p95_s=float(most),
        longest_s=float(delays.max()),
        waiting=int(there.max()),
        little=whole.arrived.size / span * float(delays.mean()),
        present=float(there.mean()),
    )


def readers_for(assumed: Assumed, seen: Observed) -> int:
    """The fewest readers with whom 95 of 100 reports of a week with a burst are in time."""
    low, high = ceil(cores_needed(assumed, seen)) - 1, ceil(4 * cores_needed(assumed, seen)) + 1
    while high - low > 1:
        middle = (low + high) // 2
        week = week_of(assumed, seen, max(1, middle), with_burst=True)
        low, high = (low, middle) if week.p95_s <= assumed.target_s else (middle, high)
    return high


def years_of(assumed: Assumed, seen: Observed, readers: int) -> Mapping[str, float]:
    """All years hour by hour: the longest wait of any hour, and the share of hours with a wait."""
    hours = assumed.years * YEAR * 24
    written = lanes_needed(assumed, seen) * 1e3 / seen.write_ms * (1 - assumed.vacuum_h / 24)
    most = min(readers / (assumed.words * seen.read_us / 1e6), written) * HOUR_S
    waiting = flow(_each_hour(assumed, hours), most)
    late = waiting / (most / HOUR_S)
    return {
        "hours": hours,
        "hours in which reports wait for more than a minute": int((late > 60).sum()),
        "longest wait, hours": float(late.max()) / HOUR_S,
        "share of time in which all is read": float((late <= 60).mean()),
    }


def _each_hour(assumed: Assumed, hours: int) -> Times:
    """Arrivals of each hour, with bursts on days drawn by lot."""
    dice = np.random.default_rng(SEED)
    ordinary = rate_of(assumed, burst_at=None)
    expected = np.array([ordinary((hour + 0.5) * HOUR_S) * HOUR_S for hour in range(hours)])
    for begun in dice.integers(0, hours, assumed.bursts_a_year * assumed.years).tolist():
        since = (np.arange(hours - begun) + 0.5) * HOUR_S
        more = np.array([_burst(at, 0.0, assumed) for at in since[: 24 * 14]])
        expected[begun : begun + more.size] *= more
    return dice.poisson(expected).astype(np.float64)
