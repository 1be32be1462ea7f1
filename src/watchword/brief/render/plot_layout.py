"""Where each mark and label of a figure plot stands: none on top of another.

Bounds stay bounds: a range is a bar with two ends and never a midpoint, "at least" is its
floor with an arrow up, "up to" its ceiling with an arrow down. Lengths are in pixels, y down.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from math import isfinite

from watchword.brief.render.axis import Axis, day_axis, quantity_axis
from watchword.brief.render.inert import clip, one_line
from watchword.brief.render.words import figure_label
from watchword.model.figure import Approx, Figure
from watchword.model.track import Point, Standing, Track

MOST_SOURCES = 12
"""Sources told apart by colour and shape; with more, the least frequent are "other"."""

MOST_LABELS = 40
RADIUS = 5.0
ARROW = 20.0
CHARACTER = 6.2
"""Mean width of a character at the plot's 11-pixel sans type, measured on Latin names."""

LINE = 13.0
NEAR = 80
"""How many marks drawn before are looked at for room: enough for a week of a busy plot."""

MOST_STEPS = 3
"""How many mark widths a mark may stand beside its day before it overlaps another."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One figure as drawn: one or two symbols, the bar between bounds, an arrow.

    Attributes:
        rank: of the source, from 0; `MOST_SOURCES - 1` may stand for all others.
        x: across.
        ends: heights of the symbols: one, or the two bounds of a range.
        bar: heights of the bar's ends, None without one.
        arrow: -1 up, 1 down, 0 none.
        standing: whether it still counts.
        words: the figure in the least room.
        count: how many points it stands for.
    """

    rank: int
    x: float
    ends: tuple[float, ...]
    bar: tuple[float, float] | None
    arrow: int
    standing: Standing
    words: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """Words beside a mark; `side` is left, center or right as text is anchored."""

    x: float
    y: float
    side: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """A plot laid out: axes, marks, labels and the sources by rank."""

    across: Axis
    up: Axis
    marks: tuple[Mark, ...]
    labels: tuple[Label, ...]
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Drawn:
    rank: int
    day: date
    ends: tuple[float, ...]
    bar: tuple[float, float] | None
    arrow: int
    standing: Standing
    words: str


@dataclass(frozen=True, slots=True)
class _Box:
    left: float
    top: float
    right: float
    bottom: float

    def lies_in(self, frame: "_Box") -> bool:
        """Whether no part of the box is outside a frame."""
        across = frame.left <= self.left and self.right <= frame.right
        return across and frame.top <= self.top and self.bottom <= frame.bottom

    def meets(self, other: "_Box") -> bool:
        """Whether the two boxes share any place."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )


def lay_out_plot(track: Track, *, width: float, height: float, margin: float) -> Layout | None:
    """Lay a track out, or None where fewer than two of its points can be drawn.

    Points without a date or without any bound are left to the table.

    Args:
        track: the contested figure.
        width: of the field between the axes.
        height: of that field.
        margin: room to its right that labels may use.
    """
    shown = [point for point in track.points if point.said_at and _shape(point.figure)]
    if len(shown) < 2:
        return None
    sources = _ranked_sources(shown)
    drawn = Counter(_each_drawn(shown, sources))
    values = [value for one in drawn for value in (*one.ends, *(one.bar or ()))]
    across = day_axis([one.day for one in drawn], width)
    up = quantity_axis(values, height)
    marks = tuple(_dodge(_each_mark(drawn, across, up), width))
    frame = _Box(0, -8, width + margin, height - 2)
    return Layout(
        across=across,
        up=up,
        marks=marks,
        labels=tuple(_place_labels(marks, sources, frame)),
        sources=sources,
    )


def _shape(
    figure: Figure,
) -> tuple[tuple[float, ...], tuple[float, float] | None, int] | None:
    low, best, high = (
        value if value is not None and isfinite(value) and abs(value) < 1e15 else None
        for value in (figure.low, figure.best, figure.high)
    )
    if figure.approx is Approx.AT_LEAST and low is not None:
        return (low,), None, -1
    if figure.approx is Approx.UP_TO and high is not None:
        return (high,), None, 1
    bar = (low, high) if low is not None and high is not None and low < high else None
    if best is not None:
        return (best,), bar, 0
    if bar:
        return bar, bar, 0
    if low is not None:
        return (low,), None, 0 if low == high else -1
    return ((high,), None, 1) if high is not None else None


def _ranked_sources(points: Sequence[Point]) -> tuple[str, ...]:
    counts = Counter(one_line(point.source) for point in points)
    named = [name for name, _ in counts.most_common()]
    if len(named) > MOST_SOURCES:
        rest = len(named) - MOST_SOURCES + 1
        named = [*named[: MOST_SOURCES - 1], f"{rest} others"]
    return tuple(named)


def _each_drawn(points: Iterable[Point], sources: Sequence[str]) -> Iterator[_Drawn]:
    ranks = {name: rank for rank, name in enumerate(sources)}
    for point in points:
        shape = _shape(point.figure)
        if shape and point.said_at:
            ends, bar, arrow = shape
            yield _Drawn(
                rank=ranks.get(one_line(point.source), MOST_SOURCES - 1),
                day=point.said_at.astimezone(UTC).date(),
                ends=ends,
                bar=bar,
                arrow=arrow,
                standing=point.standing,
                words=one_line(figure_label(point.figure)),
            )


def _each_mark(drawn: Counter[_Drawn], across: Axis, up: Axis) -> Iterator[Mark]:
    for one, count in drawn.items():
        midnight = datetime(one.day.year, one.day.month, one.day.day, tzinfo=UTC)
        yield Mark(
            rank=one.rank,
            x=across.at(midnight.timestamp()),
            ends=tuple(up.at(value) for value in one.ends),
            bar=(up.at(one.bar[0]), up.at(one.bar[1])) if one.bar else None,
            arrow=one.arrow,
            standing=one.standing,
            words=one.words,
            count=count,
        )


def _dodge(marks: Iterable[Mark], width: float) -> Iterator[Mark]:
    taken: list[_Box] = []
    for mark in sorted(marks, key=lambda mark: (mark.x, -mark.ends[0], mark.rank)):
        near = taken[-NEAR:]
        moved = next(
            (
                one
                for one in _each_step(mark, width)
                if not any(box.meets(_extent(one)) for box in near)
            ),
            mark,
        )
        taken.append(_extent(moved))
        yield moved


def _each_step(mark: Mark, width: float) -> Iterator[Mark]:
    for step in range(2 * MOST_STEPS + 1):
        aside = (step + 1) // 2 * (2 * RADIUS + 3) * (1 if step % 2 else -1)
        yield replace(mark, x=min(max(mark.x + aside, RADIUS), width - RADIUS))


def _extent(mark: Mark) -> _Box:
    heights = [*mark.ends, *(mark.bar or ()), mark.ends[0] + mark.arrow * ARROW]
    return _Box(mark.x - RADIUS, min(heights) - RADIUS, mark.x + RADIUS, max(heights) + RADIUS)


def _place_labels(marks: Sequence[Mark], sources: Sequence[str], frame: _Box) -> Iterator[Label]:
    taken = [_extent(mark) for mark in marks]
    named: set[int] = set()
    newest = sorted(marks, key=lambda mark: (mark.standing is not Standing.STANDS, -mark.x))
    for mark in newest[:MOST_LABELS]:
        times = f" ({mark.count} times)" if mark.count > 1 else ""
        short = clip(mark.words, 24) + times
        full = f"{short}, {clip(sources[mark.rank], 30)}"
        for words in (short,) if mark.rank in named else (full, short):
            placed = _free_place(mark, words, taken, frame)
            if placed:
                label, box = placed
                taken.append(box)
                named.add(mark.rank)
                yield label
                break


def _free_place(
    mark: Mark, words: str, taken: Sequence[_Box], frame: _Box
) -> tuple[Label, _Box] | None:
    long = len(words) * CHARACTER
    y = mark.ends[-1]
    gap = RADIUS + 4
    beyond = ARROW if mark.arrow else 0.0
    above = min(mark.ends) - gap - LINE / 2 - (beyond if mark.arrow < 0 else 0)
    below = max(mark.ends) + gap + LINE / 2 + (beyond if mark.arrow > 0 else 0)
    for side, x, middle, left in (
        ("left", mark.x + gap, y, mark.x + gap),
        ("right", mark.x - gap, y, mark.x - gap - long),
        ("center", mark.x, above, mark.x - long / 2),
        ("center", mark.x, below, mark.x - long / 2),
    ):
        box = _Box(left, middle - LINE / 2, left + long, middle + LINE / 2)
        if box.lies_in(frame) and not any(box.meets(other) for other in taken):
            return Label(x=x, y=middle, side=side, words=words), box
    return None
