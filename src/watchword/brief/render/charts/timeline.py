"""A timeline: one row for each that acts, days across, a numbered mark for what is told.

Full marks are told as so, hollow ones as planned, possible, denied or not confirmed. A time that
is told as a month or a week is a bar as long as that. What lies far before the rest stands at the
left edge, before a break in the axis.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from math import sqrt

from watchword.brief.render.axis import Axis, day_axis
from watchword.brief.render.charts.canvas import LINE, SIZE, Canvas, fitted, wrapped
from watchword.brief.render.words import day
from watchword.model.chart import Chart, ChartPoint

RADIUS = 8.0
"""Of the mark of one origin; others grow with its square root."""
LARGEST = 13.0
LANE = 4.0
"""Pixels between marks that would else touch."""
NAMES = 150.0
"""Room for the names of the rows, beside them on a wide page and above them on a narrow one."""
EARLY = 60.0
"""Room for what lies far before the rest."""
LONE = 1.0
"""How many times the span of all that follows a gap is when what precedes it is set apart."""
AXIS = 34.0
TOP = 8.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One thing told, as drawn.

    Attributes:
        number: as in the table.
        row: of whom it is told, from 0.
        lane: its place below others of the row, from 0.
        x: of its midst.
        until: x of the end of the stretch of time; its own x where it has none.
        radius: by the origins that tell it.
        is_firm: whether it is told as so.
    """

    number: int
    row: int
    lane: int
    x: float
    until: float
    radius: float
    is_firm: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """Days across: the axis, its left end in pixels, and what lies before it."""

    axis: Axis
    left: float
    starts: datetime
    has_early: bool

    def at(self, when: datetime) -> float:
        """The pixel of a time; of what lies before the axis the midst of the room for it."""
        if when < self.starts:
            return self.left - EARLY / 2 - 6
        return self.left + self.axis.at(min(max(when.timestamp(), self.axis.low), self.axis.high))


def draw_timeline(chart: Chart, *, wide: bool, colours: Mapping[str, str]) -> str | None:
    """Draw what is told day by day, None where fewer than two things have a day."""
    dated = [point for point in chart.points if point.when]
    if len(dated) < 2:
        return None
    width, names = (682.0, NAMES) if wide else (340.0, 0.0)
    scale = _scale(dated, width, names)
    rows = [*dict.fromkeys(point.series for point in dated)]
    marks = list(_each_mark(dated, rows, scale))
    heights = [_height(row, marks, wide=wide) for row in range(len(rows))]
    canvas = Canvas(width, TOP + sum(heights) + AXIS, colours)
    tops = [TOP + sum(heights[:row]) for row in range(len(rows) + 1)]
    _draw_axis(canvas, scale, tops[-1])
    for row, name in enumerate(rows):
        _draw_row(canvas, name, (tops[row], tops[row + 1]), wide=wide)
    for mark in marks:
        _draw_mark(canvas, mark, tops[mark.row] + _lane(mark.lane, wide=wide))
    told = "; ".join(f"{day(point.when)}: {point.label}" for point in dated if point.when)
    return canvas.finish(title=chart.title, description=told)


def first_of_axis(days: Sequence[datetime]) -> datetime:
    """The first day that is on the axis: what lies far before the rest is set apart."""
    ordered = sorted(days)
    first = ordered[0]
    for place in range(len(ordered) // 3, 0, -1):
        earlier, later = ordered[place - 1], ordered[place]
        if later - earlier > LONE * max(ordered[-1] - later, timedelta(days=7)):
            first = later
            break
    return first


def _scale(points: Sequence[ChartPoint], width: float, names: float) -> Scale:
    days = [point.when for point in points if point.when]
    starts = first_of_axis(days)
    has_early = min(days) < starts
    left = names + (EARLY if has_early else 0) + 4
    ends = [point.until for point in points if point.until]
    shown = [when.astimezone(UTC).date() for when in (*days, *ends) if when >= starts]
    axis = day_axis(shown, width - left - 12)
    return Scale(
        axis=replace(
            axis, title=axis.title.replace("Date of publication", "When it is told to be")
        ),
        left=left,
        starts=starts,
        has_early=has_early,
    )


def _each_mark(points: Sequence[ChartPoint], rows: Sequence[str], scale: Scale) -> Iterator[Mark]:
    """Marks in their lanes: one that would touch another of its row goes a lane down."""
    ends: dict[tuple[int, int], float] = {}
    numbered = [(number, point) for number, point in enumerate(points, 1) if point.when]
    for number, point in sorted(numbered, key=lambda one: (one[1].when or scale.starts, one[0])):
        when = point.when or scale.starts
        x, row = scale.at(when), rows.index(point.series)
        until = scale.at(point.until) if point.until and when >= scale.starts else x
        radius = min(RADIUS * sqrt(max(point.value or 1, 1)), LARGEST)
        lane = 0
        while ends.get((row, lane), -LANE) + LANE > x - radius:
            lane += 1
        ends[row, lane] = max(x + radius, until)
        yield Mark(
            number=number, row=row, lane=lane, x=x, until=until, radius=radius,
            is_firm=not point.sort,
        )  # fmt: skip


def _height(row: int, marks: Sequence[Mark], *, wide: bool) -> float:
    lanes = max(mark.lane for mark in marks if mark.row == row) + 1
    return _lane(lanes - 1, wide=wide) + LARGEST + 6


def _lane(lane: int, *, wide: bool) -> float:
    return (0 if wide else 18) + LARGEST + 3 + lane * (2 * LARGEST + 1)


def _draw_axis(canvas: Canvas, scale: Scale, foot: float) -> None:
    for tick in scale.axis.ticks:
        x = scale.left + scale.axis.at(tick)
        canvas.line((x, TOP), (x, foot + 4), stroke="grid", stroke_width=1)
        told = datetime.fromtimestamp(tick, tz=UTC)
        words = told.strftime(scale.axis.form.replace("%-d", str(told.day)))
        canvas.words(x, foot + 13, words, text_anchor="middle")
    if scale.has_early:
        edge = scale.left - 6
        canvas.line((edge, TOP), (edge, foot), stroke="other", stroke_dasharray="2 3")
        canvas.words(edge - EARLY / 2, foot + 13, "earlier", text_anchor="middle")
    canvas.words(canvas.width - 4, foot + 28, scale.axis.title, text_anchor="end", fill="other")


def _draw_row(canvas: Canvas, name: str, ends: tuple[float, float], *, wide: bool) -> None:
    top, foot = ends
    canvas.line((0, foot), (canvas.width, foot), stroke="grid", stroke_width=1)
    if wide:
        for place, line in enumerate(wrapped(name, NAMES - 10, 2)):
            canvas.words(2, top + LARGEST + 3 + place * LINE, line, font_weight="bold")
    else:
        canvas.haloed(2, top + 12, fitted(name, canvas.width - 10), font_weight="bold")


def _draw_mark(canvas: Canvas, mark: Mark, y: float) -> None:
    if mark.until > mark.x + 1:
        canvas.line((mark.x, y), (mark.until, y), stroke="0", stroke_width=5, stroke_opacity=0.35)
    fill, ink = ("0", "paper") if mark.is_firm else ("paper", "ink")
    canvas.put("circle", cx=mark.x, cy=y, r=mark.radius, fill=fill, stroke="0", stroke_width=1.6)
    canvas.words(mark.x, y, str(mark.number), fill=ink, font_size=SIZE - 1, text_anchor="middle")
