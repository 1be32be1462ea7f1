"""Axes of a figure plot: days across, quantities up, with ticks at round places."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from math import ceil, floor, log10

PIXELS_PER_DATE = 78
WIDEST_LINEAR = 200
"""Largest ratio of highest to lowest figure that is still drawn on a linear axis."""

_DAY_STEPS = (1, 2, 3, 7, 14, 28)
_MONTH_STEPS = (1, 2, 3, 6, 12, 24, 60, 120, 300, 600, 1200, 2400, 6000)


@dataclass(frozen=True, slots=True, kw_only=True)
class Axis:
    """One axis: its domain, its ticks and where a value stands in pixels.

    Attributes:
        low: lower end; seconds since 1970 for days.
        high: upper end.
        start: pixel of the lower end.
        end: pixel of the upper end.
        ticks: values to label.
        form: d3 format of the labels.
        logarithmic: whether equal lengths are equal ratios.
        title: what it shows.
    """

    low: float
    high: float
    start: float
    end: float
    ticks: tuple[float, ...]
    form: str
    logarithmic: bool = False
    title: str = ""

    def at(self, value: float) -> float:
        """The pixel of a value, to a tenth."""
        if self.logarithmic:
            share = log10(value / self.low) / log10(self.high / self.low)
        else:
            share = (value - self.low) / (self.high - self.low)
        return round(self.start + share * (self.end - self.start), 1)


def day_axis(days: Sequence[date], width: float) -> Axis:
    """An axis of publication days with a little room at both ends."""
    first, last = min(days), max(days)
    span = (last - first).days
    room = max(1, span // 16)
    low, high = _shifted(first, -room), _shifted(last, room)
    most = max(2, int(width // PIXELS_PER_DATE))
    steps = [step for step in _DAY_STEPS if span // step < most]
    if steps:
        ticks = [_shifted(first, step) for step in range(0, span + 1, steps[0])]
        form = "%-d %b"
    else:
        step = next((step for step in _MONTH_STEPS if span / 30.4 / step < most), _MONTH_STEPS[-1])
        ticks = [month for month in _each_month(low, high, step) if low <= month <= high]
        form = "%b %Y" if step < 12 else "%Y"
    years = f"{first.year}" if first.year == last.year else f"{first.year} to {last.year}"
    return Axis(
        low=_seconds(low),
        high=_seconds(high),
        start=0,
        end=width,
        ticks=tuple(map(_seconds, ticks)),
        form=form,
        title=f"Date of publication, {years}",
    )


def quantity_axis(values: Sequence[float], height: float) -> Axis:
    """An axis of figures that starts at zero, or runs by powers of ten where they differ widely."""
    least, most = min(values), max(values)
    if least > 0 and most / least > WIDEST_LINEAR:
        return _power_axis(least, most, height)
    least, most = min(least, 0.0), max(most, 0.0)
    step = _round_step((most - least) / 5 or 1.0)
    first, last = floor(least / step), max(ceil(most * 1.02 / step), 1)
    ticks = tuple(round(number * step, 10) for number in range(first, last + 1))
    return Axis(
        low=ticks[0],
        high=ticks[-1],
        start=height,
        end=0,
        ticks=ticks,
        form=",.12~g" if most < 1e6 else ".6~s",
    )


def _power_axis(least: float, most: float, height: float) -> Axis:
    first, last = floor(log10(least)), ceil(log10(most * 1.02))
    ticks = tuple(10.0**power for power in range(first, last + 1))
    return Axis(
        low=ticks[0],
        high=ticks[-1],
        start=height,
        end=0,
        ticks=ticks,
        form=",.12~g" if most < 1e6 else ".6~s",
        logarithmic=True,
        title="each step is ten times the one below",
    )


def _round_step(rough: float) -> float:
    power = 10.0 ** floor(log10(rough))
    return float(next(one * power for one in (1, 2, 2.5, 5, 10) if one * power >= rough))


def _each_month(low: date, high: date, step: int) -> Iterator[date]:
    first = (low.year * 12 + low.month - 1) // step * step
    for month in range(first, high.year * 12 + high.month, step):
        if 12 <= month < 120_000:
            yield date(month // 12, month % 12 + 1, 1)


def _shifted(day: date, days: int) -> date:
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return day


def _seconds(day: date) -> float:
    return datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp()
