"""Two over time: what passes each way, period by period, cooperation up and conflict down.

What is done is dark and what is said pale; a dashed rule with a number stands at each turn.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from math import ceil

from watchword.brief.render.axis import Axis, day_axis
from watchword.brief.render.charts.canvas import Canvas, fitted
from watchword.brief.render.words import day
from watchword.model.chart import Chart, ChartPoint

TURN = "turn"
"""The sort of a point that is a turn."""
PANEL = 96.0
HEAD = 26.0
FOOT = 58.0
KEY = 168.0
A_DAY = timedelta(days=1)
LEFT = 34.0
CLASSES: Mapping[str, tuple[str, float, bool]] = {
    "material cooperation": ("0", 1.0, True),
    "verbal cooperation": ("0", 0.4, True),
    "material conflict": ("1", 1.0, False),
    "verbal conflict": ("1", 0.4, False),
}
"""Colour, how strong, and whether it goes up: what is done stands next to nought."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    """One way of the two: where nought is, and how high one happening is, in pixels."""

    nought: float
    step: float


def draw_relation_chart(chart: Chart, *, wide: bool, colours: Mapping[str, str]) -> str | None:
    """Draw two over time, None where nothing passes or no period is told."""
    bars = [one for one in chart.points if one.sort in CLASSES and one.when and one.value]
    if not bars:
        return None
    turns = [one for one in chart.points if one.sort == TURN and one.when]
    ways = [*dict.fromkeys(one.series for one in bars)]
    width = 682.0 if wide else 340.0
    ends = [when for one in bars for when in (one.when, one.until or one.when) if when]
    ends.append(max(ends) + A_DAY)
    axis = day_axis([one.astimezone(UTC).date() for one in ends], width - LEFT - 12)
    canvas = Canvas(width, len(ways) * (PANEL + HEAD) + FOOT, colours)
    ups, downs = _highest(bars)
    step = (PANEL - 8) / (ups + downs)
    for place, way in enumerate(ways):
        top = place * (PANEL + HEAD) + HEAD
        panel = Panel(nought=top + 4 + ups * step, step=step)
        canvas.words(0, top - 12, fitted(way, width - 4), font_weight="bold")
        _draw_grid(canvas, panel, (ups, downs))
        _draw_bars(canvas, [one for one in bars if one.series == way], panel, axis)
    foot = len(ways) * (PANEL + HEAD)
    _draw_turns(canvas, turns, axis, foot)
    _draw_days(canvas, axis, foot)
    _draw_key(canvas, foot + 46, wide=wide)
    told = "; ".join(f"turn from {day(one.when)}: {one.label}" for one in turns if one.when)
    return canvas.finish(title=chart.title, description=told or "no turn")


def _highest(bars: Sequence[ChartPoint]) -> tuple[float, float]:
    """The highest stack up and the deepest down, one at least."""
    heights: dict[tuple[str, datetime | None, bool], float] = defaultdict(float)
    for bar in bars:
        heights[bar.series, bar.when, CLASSES[bar.sort][2]] += bar.value or 0
    ups = [height for (_, _, goes_up), height in heights.items() if goes_up]
    downs = [height for (_, _, goes_up), height in heights.items() if not goes_up]
    return float(ceil(max([1.0, *ups]))), float(ceil(max([1.0, *downs])))


def _draw_grid(canvas: Canvas, panel: Panel, ends: tuple[float, float]) -> None:
    ups, downs = ends
    for value in (ups, -downs):
        y = panel.nought - value * panel.step
        canvas.line((LEFT, y), (canvas.width - 4, y), stroke="grid", stroke_width=1)
        canvas.words(LEFT - 6, y, f"{abs(value):,.0f}", text_anchor="end")
    canvas.line((LEFT, panel.nought), (canvas.width - 4, panel.nought), stroke="ink")
    canvas.words(LEFT - 6, panel.nought, "0", text_anchor="end")


def _draw_bars(canvas: Canvas, bars: Sequence[ChartPoint], panel: Panel, axis: Axis) -> None:
    reached: dict[tuple[datetime, bool], float] = defaultdict(float)
    order = list(CLASSES)
    for bar in sorted(bars, key=lambda one: order.index(one.sort)):
        colour, strength, goes_up = CLASSES[bar.sort]
        if bar.when is None or bar.value is None:
            continue
        left = LEFT + axis.at(bar.when.timestamp())
        right = LEFT + axis.at(((bar.until or bar.when) + A_DAY).timestamp())
        height = bar.value * panel.step
        start = reached[bar.when, goes_up]
        reached[bar.when, goes_up] += height
        y = panel.nought - start - height if goes_up else panel.nought + start
        canvas.put(
            "rect", x=left, y=y, width=max(right - left - 0.8, 1.2), height=height,
            fill=colour, fill_opacity=strength, stroke="paper", stroke_width=0.6,
        )  # fmt: skip


def _draw_turns(canvas: Canvas, turns: Sequence[ChartPoint], axis: Axis, foot: float) -> None:
    for number, turn in enumerate(turns, 1):
        x = LEFT + axis.at(turn.when.timestamp()) if turn.when else LEFT
        canvas.line((x, 8), (x, foot), stroke="ink", stroke_width=1.3, stroke_dasharray="4 3")
        canvas.haloed(x + 5, 12, str(number), font_weight="bold")


def _draw_days(canvas: Canvas, axis: Axis, foot: float) -> None:
    for tick in axis.ticks:
        x = LEFT + axis.at(tick)
        told = datetime.fromtimestamp(tick, tz=UTC)
        canvas.line((x, foot), (x, foot + 4), stroke="ink")
        words = told.strftime(axis.form.replace("%-d", str(told.day)))
        canvas.words(x, foot + 13, words, text_anchor="middle")
    years = axis.title.rpartition(", ")[2]
    canvas.words(canvas.width - 4, foot + 29, years, text_anchor="end", fill="other")


def _draw_key(canvas: Canvas, y: float, *, wide: bool) -> None:
    for place, (name, (colour, strength, _)) in enumerate(CLASSES.items()):
        column, line = (place, 0) if wide else (place % 2, place // 2)
        x, top = 4 + column * KEY, y - 13 + line * 15
        canvas.put(
            "rect", x=x, y=top, width=10, height=10, fill=colour, fill_opacity=strength
        )  # fmt: skip
        canvas.words(x + 15, top + 5, name)
