"""A sheet to draw on: shapes and words in plain SVG, with colours by name and words that fit.

Invariant: what is drawn passes `clean_svg`; words from elsewhere are never markup.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise
from xml.etree import ElementTree as ET

from watchword.brief.render.inert import clip, one_line
from watchword.brief.render.svg import clean_svg

SIZE = 11.0
"""Pixels of ordinary words in a chart."""
LINE = 14.0
HALO = 3.5
LONGEST = 400
"""Characters of words that are looked at for what fits."""

_NARROW = frozenset("iljtf.,:;'|!()[] \N{RIGHT SINGLE QUOTATION MARK}")
_BROAD = frozenset("mwMW@%\N{EM DASH}")


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in pixels, y down."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: "Box") -> bool:
        """Whether the two share any place."""
        across = self.left < other.right and other.left < self.right
        return across and self.top < other.bottom and other.top < self.bottom

    def lies_in(self, frame: "Box") -> bool:
        """Whether no part of it is outside a frame."""
        across = frame.left <= self.left and self.right <= frame.right
        return across and frame.top <= self.top and self.bottom <= frame.bottom


class Canvas:
    """Shapes and words in the order in which they are put down, the later above the earlier."""

    def __init__(self, width: float, height: float, colours: Mapping[str, str]) -> None:
        """Take a size in pixels and the colour of each name."""
        self.width, self.height = width, height
        self._colours = colours
        self._root = ET.Element(
            "svg",
            {
                "xmlns": "http://www.w3.org/2000/svg",
                "viewBox": f"0 0 {number(width)} {number(height)}",
                "width": number(width),
                "height": number(height),
            },
        )

    def put(self, shape: str, **look: str | float) -> None:
        """Put a shape down; `fill` and `stroke` name a colour, low lines stand for hyphens."""
        ET.SubElement(self._root, shape, self._look(look))

    def line(
        self, start: tuple[float, float], end: tuple[float, float], **look: str | float
    ) -> None:
        """Put a straight line down."""
        self.put("line", x1=start[0], y1=start[1], x2=end[0], y2=end[1], **look)

    def words(self, x: float, y: float, words: str, **look: str | float) -> None:
        """Put a line of words down, `y` at the middle of its small letters."""
        usual: dict[str, str | float] = {"fill": "ink", "font_size": SIZE}
        look = usual | {"font_family": "sans-serif"} | look
        size = float(look["font_size"])
        place = {"x": x, "y": round(y + size * 0.35, 1)}
        ET.SubElement(self._root, "text", self._look(place | look)).text = one_line(words)

    def haloed(self, x: float, y: float, words: str, **look: str | float) -> None:
        """Put a line of words down on a rim of paper, so that what is below does not touch it."""
        rim: dict[str, str | float] = {"fill": "none", "stroke": "paper", "stroke_width": HALO}
        self.words(x, y, words, **(look | rim))
        self.words(x, y, words, **look)

    def finish(self, *, title: str, description: str) -> str:
        """The drawing as an inert SVG."""
        drawn = ET.tostring(self._root, encoding="unicode")
        told = clip(one_line(description), LONGEST * 8)
        return clean_svg(drawn, title=one_line(title), description=told)

    def _look(self, look: Mapping[str, str | float]) -> dict[str, str]:
        return {name.replace("_", "-"): self._told(name, value) for name, value in look.items()}

    def _told(self, name: str, value: str | float) -> str:
        if not isinstance(value, str):
            return f"{value:.2f}" if name.endswith("opacity") else number(value)
        return self._colours.get(value, value) if name in {"fill", "stroke"} else value


def number(value: float) -> str:
    """A length to a tenth of a pixel, without a needless nought.

    >>> number(12.0), number(-0.01), number(0.25)
    ('12', '0', '0.2')
    """
    told = f"{value:.1f}".removesuffix(".0")
    return "0" if told == "-0" else told


def path_of(points: Iterable[tuple[float, float]], *, closed: bool = False) -> str:
    """Straight lines through points, as the `d` of a path; each step from the point before.

    >>> path_of([(0, 0), (10, 5), (9, 5)])
    'M0 0l10 5-1 0'
    """
    tenths = [(round(x * 10), round(y * 10)) for x, y in points]
    if not tenths:
        return ""
    start = _step(tenths[0])
    steps = [_step((x - left, y - top)) for (left, top), (x, y) in pairwise(tenths)]
    return f"M{start}l{_joined(steps)}{'Z' if closed else ''}"


def _joined(steps: Iterable[str]) -> str:
    return " ".join(steps).replace(" -", "-")


def _step(tenths: tuple[int, int]) -> str:
    return " ".join(number(one / 10) for one in tenths).replace(" -", "-")


def width_of(words: str, size: float = SIZE) -> float:
    """About how wide words are in a sans type, rather too wide than too narrow."""
    narrow = sum(character in _NARROW for character in words)
    broad = sum(character in _BROAD or character.isupper() for character in words)
    return size * (0.36 * narrow + 0.8 * broad + 0.6 * (len(words) - narrow - broad))


def fitted(words: str, width: float, size: float = SIZE) -> str:
    """Words cut short, with an ellipsis, to what fits into a width."""
    words = clip(one_line(words), LONGEST)
    while len(words) > 2 and width_of(words, size) > width:
        words = clip(words, len(words) - 1)
    return words


def wrapped(words: str, width: float, most: int, size: float = SIZE) -> list[str]:
    """Words in lines that fit into a width, at most so many; the last one is cut short."""
    lines: list[str] = []
    rest = clip(one_line(words), LONGEST).split()
    while rest and len(lines) < most:
        line = rest.pop(0)
        while rest and width_of(f"{line} {rest[0]}", size) <= width:
            line += f" {rest.pop(0)}"
        if len(lines) == most - 1 and rest:
            line = f"{line} {' '.join(rest)}"
        lines.append(fitted(line, width, size))
    return lines
