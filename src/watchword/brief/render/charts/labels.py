"""Words beside marks, none on top of another."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from watchword.brief.render.charts.canvas import LINE, SIZE, Box, width_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """Words beside a mark; `anchor` is start, middle or end as SVG anchors text."""

    x: float
    y: float
    anchor: str
    words: str


def place_label(
    words: str, at: tuple[float, float], radius: float, *, taken: Sequence[Box], frame: Box
) -> tuple[Label, Box] | None:
    """The first free place beside a mark, and what it takes up; None where there is none."""
    for label, box in _each_place(words, at, radius):
        if box.lies_in(frame) and not any(box.meets(other) for other in taken):
            return label, box
    return None


def disc(at: tuple[float, float], radius: float) -> Box:
    """What a round mark takes up."""
    x, y = at
    return Box(x - radius, y - radius, x + radius, y + radius)


def _each_place(words: str, at: tuple[float, float], radius: float) -> Iterator[tuple[Label, Box]]:
    x, y = at
    long, half = width_of(words, SIZE), LINE / 2
    gap = radius + 4
    aslant = radius * 0.7 + 3
    for anchor, left, middle in (
        ("start", x + gap, y),
        ("end", x - gap - long, y),
        ("middle", x - long / 2, y - gap - half + 2),
        ("middle", x - long / 2, y + gap + half - 2),
        ("start", x + aslant, y - aslant - half + 4),
        ("start", x + aslant, y + aslant + half - 4),
        ("end", x - aslant - long, y - aslant - half + 4),
        ("end", x - aslant - long, y + aslant + half - 4),
    ):
        shift = {"start": 0.0, "middle": long / 2, "end": long}[anchor]
        box = Box(left - 2, middle - half, left + long + 2, middle + half)
        yield Label(x=left + shift, y=middle, anchor=anchor, words=words), box
