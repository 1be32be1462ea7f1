"""Arithmetic of the plan: what there is on a day, what it takes, and which limit it meets first."""

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from growth import Growth
from ten_years_assumed import SIGN_BYTES, WEEK, Assumed, Observed

MONTH, YEAR = 30.4, 365
DAYS = (1, 30, 365, 730, 1825, 3650)
HOUR_S = 3600.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Stand:
    """What one record holds on a day, and what it then takes.

    Attributes:
        day: since the start.
        reports: in it.
        gb: of the record.
        signs_gb: of memory for directions of meaning.
        search_ms: below which 95 of 100 searches are.
        writer: share of an ordinary busiest hour that its writer is busy.
        restart_s: seconds that grouping takes to begin anew.
        grouping_gb: of memory that grouping holds; None where that was not measured.
        backup_h: hours of a full backup.
    """

    day: int
    reports: int
    gb: float
    signs_gb: float
    search_ms: float
    writer: float
    restart_s: float
    grouping_gb: float | None
    backup_h: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Break:
    """A limit of one record.

    Attributes:
        what: is too much then.
        day: when, None where it is not met within the years.
        after: its value after one hot window, where it is met later or never.
        then: what to do.
    """

    what: str
    day: int | None
    after: str
    then: str


def stand_on(day: int, kept: float, assumed: Assumed, seen: Observed) -> Stand:
    """What a record holds that takes all reports and keeps those of so many days."""
    reports = max(1, round(assumed.reports_a_day * min(day, kept)))
    gb = reports * seen.report_bytes / 1e9
    return Stand(
        day=day,
        reports=reports,
        gb=gb,
        signs_gb=reports * seen.signs * SIGN_BYTES / 1e9,
        search_ms=beyond(seen.search, reports, seen.measured_at),
        writer=writer_load(reports, assumed, seen),
        restart_s=beyond(seen.restart, reports, seen.measured_at),
        grouping_gb=_grouping_gb(reports, seen),
        backup_h=gb * 1e3 / assumed.copy_mb_s / HOUR_S,
    )


def _grouping_gb(reports: int, seen: Observed) -> float | None:
    if seen.grouping is None:
        return None
    return beyond(seen.grouping, reports, seen.measured_at) / 1e3


def beyond(law: Growth, reports: float, measured: float) -> float:
    """What a law gives; beyond what was measured by the exponent that it had at the end."""
    known = min(reports, measured)
    return float(law.at(known) * (reports / known) ** max(0.0, law.last))


def writer_load(reports: float, assumed: Assumed, seen: Observed) -> float:
    """Share of an ordinary busiest hour that one writer is busy in, with so many reports there."""
    dearer = max(1.0, reports / seen.measured_at) ** max(0.0, seen.writing.last - 1.0)
    return float(busiest_rate(assumed) * seen.write_ms / 1e3 * dearer)


def lanes_needed(assumed: Assumed, seen: Observed) -> int:
    """Writers, each with a record of its own, so that none is too busy with the hot months."""
    hot = assumed.hot_months * MONTH * assumed.reports_a_day
    return max(1, math.ceil(writer_load(hot, assumed, seen) / assumed.busiest))


def busiest_rate(assumed: Assumed) -> float:
    """Reports a second in an ordinary busiest hour."""
    return assumed.reports_a_day / 86_400 * max(WEEK) * (2 - assumed.night)


def cores_needed(assumed: Assumed, seen: Observed) -> float:
    """Processors that reading keeps busy on the mean of all days."""
    return assumed.reports_a_day / 86_400 * assumed.words * seen.read_us / 1e6


def breaks_of(assumed: Assumed, seen: Observed) -> Sequence[Break]:
    """The limits of one record that keeps everything, in the order in which they are met."""
    hot = _hot(assumed, seen)
    found = [
        Break(what=what, day=_first_day(is_over, assumed), after=told(hot), then=then)
        for what, is_over, told, then in _each_limit(assumed, seen)
    ]
    return sorted(found, key=lambda each: (each.day is None, each.day or 0, each.what))


OnDay = Callable[[int], Stand]
Limit = tuple[str, Callable[[int], bool], Callable[[Stand], str], str]


def _each_limit(assumed: Assumed, seen: Observed) -> Iterator[Limit]:
    def on(day: int) -> Stand:
        return stand_on(day, math.inf, assumed, seen)

    yield from _each_of_time(assumed, seen, on)
    yield from _each_of_room(assumed, seen, on)


def _each_of_time(assumed: Assumed, seen: Observed, on: OnDay) -> Iterator[Limit]:
    yield (
        f"one machine of {assumed.cores} processors reads too slowly",
        lambda _day: cores_needed(assumed, seen) > assumed.cores,
        lambda _hot: f"{cores_needed(assumed, seen):.1f} processors",
        "more machines read: `watchword archive read --cluster`, or shards by hand",
    )
    yield (
        f"the one writer is busy for more than {assumed.busiest:.0%} of a busy hour",
        lambda day: on(day).writer > assumed.busiest,
        lambda hot: f"{hot.writer:.0%}",
        "a record for each situation or region, each with a writer",
    )
    yield (
        f"grouping takes more than {assumed.restart_s / 60:.0f} minutes to begin anew",
        lambda day: on(day).restart_s > assumed.restart_s,
        lambda hot: f"{hot.restart_s / 60:,.1f} minutes",
        "keep one process going (`--every`), and begin a record a month",
    )
    yield (
        f"95 of 100 searches take more than {assumed.search_ms:.0f} ms",
        lambda day: on(day).search_ms > assumed.search_ms,
        lambda hot: f"{hot.search_ms:,.0f} ms",
        "search the months that are asked for, on as many machines as need be",
    )


def _each_of_room(assumed: Assumed, seen: Observed, on: OnDay) -> Iterator[Limit]:
    yield (
        f"directions of meaning take over {assumed.index_share:.0%} of {assumed.memory_gb:g} GB",
        lambda day: on(day).signs_gb > assumed.index_share * assumed.memory_gb,
        lambda hot: f"{hot.signs_gb:,.1f} GB",
        "keep those of the hot months in memory, one machine for each window",
    )
    yield (
        f"grouping holds more than {assumed.index_share:.0%} of {assumed.memory_gb:g} GB",
        lambda day: (on(day).grouping_gb or 0.0) > assumed.index_share * assumed.memory_gb,
        lambda hot: "not measured" if hot.grouping_gb is None else f"{hot.grouping_gb:,.1f} GB",
        "begin a record a month, with the days before it that stories and copies look back on",
    )
    yield (
        f"a backup of everything takes more than {assumed.backup_h:g} hours",
        lambda day: on(day).backup_h > assumed.backup_h,
        lambda hot: f"{hot.backup_h:,.1f} hours",
        "back up each month once, when it is over, and the hot ones nightly",
    )
    yield (
        f"the largest table is more than {assumed.table_tb:g} TB",
        lambda day: on(day).reports * seen.largest_table > assumed.table_tb * 1e12,
        lambda hot: f"{hot.reports * seen.largest_table / 1e12:,.2f} TB",
        "a record a month, long before",
    )


def _hot(assumed: Assumed, seen: Observed) -> Stand:
    return stand_on(3650, assumed.hot_months * MONTH, assumed, seen)


def _first_day(is_over: Callable[[int], bool], assumed: Assumed) -> int | None:
    """The first day on which something holds, of what holds ever after; None for never."""
    last = assumed.years * YEAR
    if not is_over(last):
        return None
    low, high = 0, last
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if is_over(middle) else (middle, high)
    return high


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """What a year takes and costs.

    Attributes:
        year: 1 for the first.
        core_hours: of all machines.
        hot_gb: on fast disks at its end, all copies.
        cold_gb: in the slow store at its end, all copies.
        price: of the year.
    """

    year: int
    core_hours: float
    hot_gb: float
    cold_gb: float
    price: float


def costs_of(assumed: Assumed, seen: Observed, cores: int) -> Sequence[Cost]:
    """What each year costs, where so many processors run all the time."""
    made = []
    for year in range(1, assumed.years + 1):
        hours = cores * YEAR * 24.0
        middle = _gb(year * YEAR - YEAR // 2, assumed, seen)
        hot, cold = _gb(year * YEAR, assumed, seen)
        rooms = 12 * (middle[0] * assumed.gb_month + middle[1] * assumed.cold_gb_month)
        price = hours * assumed.core_hour + rooms
        made.append(Cost(year=year, core_hours=hours, hot_gb=hot, cold_gb=cold, price=price))
    return made


def _gb(day: int, assumed: Assumed, seen: Observed) -> tuple[float, float]:
    """GB on fast disks and in the slow store, all copies, on a day."""
    each = assumed.reports_a_day * seen.report_bytes / 1e9 * assumed.copies
    hot = min(day, assumed.hot_months * MONTH)
    return each * hot, each * (day - hot)
