"""Calibration: what was held likely across, what share of it came about up.

A disc lies on the slope where forecasts came about as often as was said; below it too much was
promised, above it too little. The upright line is what chance alone may do (Wilson, 95 %).
"""

from collections.abc import Mapping, Sequence
from math import sqrt

from watchword.brief.render.charts.canvas import Box, Canvas, fitted
from watchword.brief.render.charts.labels import disc, place_label
from watchword.model.chart import Chart, ChartPoint

EDGES = (0.05, 0.2, 0.45, 0.55, 0.8, 0.95)
"""Where ICD 203's bands of likelihood meet."""
LEFT, TOP = 52.0, 12.0
LEAST, MOST = 4.0, 14.0
TICKS = (0.0, 0.2, 0.4, 0.6, 0.8, 1.0)
MOST_SERIES = 6


def draw_calibration(chart: Chart, *, wide: bool, colours: Mapping[str, str]) -> str | None:
    """Draw what was said against what came about, None where no band holds a forecast."""
    points = [one for one in chart.points if one.across is not None and one.value is not None]
    if not points:
        return None
    side = 320.0 if wide else 270.0
    series = [*dict.fromkeys(one.series for one in points)][:MOST_SERIES]
    canvas = Canvas(
        682.0 if wide else 340.0, side + 66 + (0 if wide else 18 * len(series)), colours
    )
    _draw_field(canvas, side)
    most = max(one.count or 1 for one in points)
    shown = [one for one in points if one.series in series]
    for point in shown:
        _draw_bounds(canvas, point, side, str(series.index(point.series)))
    for point in shown:
        rank = series.index(point.series)
        look = {"fill": "paper" if rank % 2 else str(rank), "stroke": str(rank)}
        x, y = _at(point, side)
        canvas.put("circle", cx=x, cy=y, r=_radius(point, most), stroke_width=2, **look)
    _draw_counts(canvas, shown, side, most)
    _draw_names(canvas, series, side, wide=wide)
    told = "; ".join(f"{one.series}, {one.label}" for one in points)
    return canvas.finish(title=chart.title, description=told)


def _at(point: ChartPoint, side: float) -> tuple[float, float]:
    return LEFT + (point.across or 0) * side, TOP + side - (point.value or 0) * side


def _radius(point: ChartPoint, most: float) -> float:
    return max(LEAST, MOST * sqrt((point.count or 1) / most) if most > 1 else 6.0)


def _draw_field(canvas: Canvas, side: float) -> None:
    for tick in TICKS:
        x, y = LEFT + tick * side, TOP + side - tick * side
        canvas.line((LEFT, y), (LEFT + side, y), stroke="grid")
        canvas.words(LEFT - 16, y, f"{tick:.0%}", text_anchor="end")
        canvas.words(x, TOP + side + 22, f"{tick:.0%}", text_anchor="middle")
    for edge in EDGES:
        x = LEFT + edge * side
        canvas.line((x, TOP), (x, TOP + side + 8), stroke="grid", stroke_dasharray="2 3")
    canvas.line((LEFT, TOP + side), (LEFT + side, TOP + side), stroke="ink")
    canvas.line((LEFT, TOP + side), (LEFT + side, TOP), stroke="other", stroke_width=1.2)
    canvas.words(LEFT, TOP + side + 40, "held likely; dotted: where ICD 203's bands meet")
    canvas.haloed(LEFT + 5, TOP + 8, "came about")


def _draw_bounds(canvas: Canvas, point: ChartPoint, side: float, colour: str) -> None:
    if point.low is None or point.high is None:
        return
    x, _ = _at(point, side)
    low, high = (TOP + side - bound * side for bound in (point.low, point.high))
    canvas.line((x, low), (x, high), stroke=colour, stroke_width=1.6, stroke_opacity=0.6)
    for end in (low, high):
        canvas.line((x - 4, end), (x + 4, end), stroke=colour, stroke_width=1.6, stroke_opacity=0.6)


def _draw_counts(canvas: Canvas, points: Sequence[ChartPoint], side: float, most: float) -> None:
    """How many forecasts a disc stands for, beside it where there is room."""
    frame = Box(LEFT, TOP, LEFT + side + 30, TOP + side)
    taken = [disc(_at(one, side), _radius(one, most)) for one in points]
    for one in points:
        words = f"{one.count or 0}"
        placed = place_label(words, _at(one, side), _radius(one, most), taken=taken, frame=frame)
        if placed:
            label, box = placed
            taken.append(box)
            canvas.haloed(label.x, label.y, words, text_anchor=label.anchor)


def _draw_names(canvas: Canvas, series: Sequence[str], side: float, *, wide: bool) -> None:
    x, y = (LEFT + side + 56, TOP + 20) if wide else (LEFT, TOP + side + 60)
    for rank, name in enumerate(series):
        look = {"fill": "paper" if rank % 2 else str(rank), "stroke": str(rank)}
        canvas.put("circle", cx=x, cy=y + rank * 18, r=5, stroke_width=2, **look)
        canvas.words(x + 12, y + rank * 18, fitted(name, 220))
    if wide:
        y += len(series) * 18 + 10
        for place, words in enumerate(("the number: forecasts", "on the slope: as often as said",
                                       "below it: too much was promised")):  # fmt: skip
            canvas.words(x - 5, y + place * 16, words, fill="other")
