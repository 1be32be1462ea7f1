"""A network: who does what towards whom, as told; conflict is dashed, the broader the more."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import atan2, cos, hypot, pi, sin, sqrt

from watchword.brief.render.charts.canvas import Box, Canvas, fitted, number, width_of
from watchword.model.chart import Chart, ChartPoint

CONFLICT = "conflict"
"""The sort of a link that is hostile; any other is cooperation."""
DASH = "6 4"
BEND = 0.16
"""How far a link bows out, as a share of its length: the way there and the way back lie apart."""
THICKEST = 7.0
HEAD = 9.0
NODE = 6.0
MARGIN = 30.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where somebody stands, and on which side the name does."""

    x: float
    y: float
    anchor: str


def draw_network(chart: Chart, *, wide: bool, colours: Mapping[str, str]) -> str | None:
    """Draw who is linked with whom, None where nobody is."""
    links = [point for point in chart.points if point.series and point.other]
    if not links:
        return None
    names = order_around(links)
    width, height = (682.0, 300.0) if wide else (340.0, 340.0)
    places = dict(zip(names, _places(len(names), width, height - 30, wide=wide), strict=True))
    canvas = Canvas(width, height, colours)
    most = max(link.value or 1 for link in links)
    taken: list[Box] = []
    for link in sorted(links, key=lambda one: (one.value or 0, one.series, one.other)):
        _draw_link(canvas, link, places, most)
    for link in sorted(links, key=lambda one: (-(one.value or 0), one.series, one.other)):
        _draw_count(canvas, link, places, taken)
    for name, place in places.items():
        _draw_node(canvas, name, place, wide=wide)
    _draw_key(canvas, height - 12, wide=wide)
    told = "; ".join(
        f"{one.series} to {one.other}: {one.sort}, {round(one.value or 0)}" for one in links
    )
    return canvas.finish(title=chart.title, description=told)


def order_around(links: Sequence[ChartPoint]) -> list[str]:
    """Those who are linked, in an order that keeps the strongly linked beside one another."""
    weights: Counter[frozenset[str]] = Counter()
    totals: Counter[str] = Counter()
    for link in links:
        weight = round(link.value or 1)
        weights[frozenset((link.series, link.other))] += weight
        totals.update({link.series: weight, link.other: weight})
    rest = sorted(totals, key=lambda name: (-totals[name], name))
    ordered = [rest.pop(0)]
    while rest:
        first, last = ordered[0], ordered[-1]
        bonds = [
            (weights[frozenset((name, end))], totals[name], -place, name, end)
            for place, name in enumerate(rest)
            for end in (last, first)
        ]
        _, _, _, name, end = max(bonds, key=lambda bond: bond[:3])
        rest.remove(name)
        ordered = [*ordered, name] if end == last else [name, *ordered]
    return ordered


def _places(count: int, width: float, height: float, *, wide: bool) -> Iterator[Place]:
    """Places around an oval that fills its room."""
    margin = 165.0 if wide else 70.0
    half = pi / count if count % 2 == 0 else 0.0
    turns = [-pi / 2 + 2 * pi * place / count + half for place in range(count)]
    lowest, highest = min(map(sin, turns)), max(map(sin, turns))
    for turn in turns:
        side = cos(turn)
        share = (sin(turn) - lowest) / (highest - lowest or 1.0)
        yield Place(
            x=width / 2 + (width / 2 - margin) * side,
            y=MARGIN + share * (height - 2 * MARGIN),
            anchor="middle" if abs(side) < 0.3 or not wide else ("start" if side > 0 else "end"),
        )


def _bow(link: ChartPoint, places: Mapping[str, Place]) -> tuple[tuple[float, float], ...]:
    """Start, bend and end of a link, which stops short of the one it goes to.

    Cooperation bows out less than conflict, so that both show where both are told one way.
    """
    one, other = places[link.series], places[link.other]
    across, up = other.x - one.x, other.y - one.y
    long = hypot(across, up) or 1.0
    bend = BEND * (1.9 if link.sort == CONFLICT else 1.0)
    middle = ((one.x + other.x) / 2 - up * bend, (one.y + other.y) / 2 + across * bend)
    start = _towards((one.x, one.y), middle, min(NODE + 3, long / 4))
    end = _towards((other.x, other.y), middle, min(NODE + 5, long / 4))
    return start, middle, end


def _towards(
    one: tuple[float, float], other: tuple[float, float], by: float
) -> tuple[float, float]:
    long = hypot(other[0] - one[0], other[1] - one[1]) or 1.0
    return one[0] + (other[0] - one[0]) * by / long, one[1] + (other[1] - one[1]) * by / long


def _draw_link(canvas: Canvas, link: ChartPoint, places: Mapping[str, Place], most: float) -> None:
    start, bend, tip = _bow(link, places)
    thick = 1.4 + (THICKEST - 1.4) * sqrt((link.value or 1) / most) if most > 1 else 2.0
    turn = atan2(tip[1] - bend[1], tip[0] - bend[0])
    head = HEAD + thick * 0.8
    neck = (tip[0] - head * 0.8 * cos(turn), tip[1] - head * 0.8 * sin(turn))
    colour = "1" if link.sort == CONFLICT else "0"
    look: dict[str, str | float] = {"stroke_dasharray": DASH} if link.sort == CONFLICT else {}
    told = " ".join(number(one) for one in (*start, *bend, *neck))
    x, y, *rest = told.split()
    shape = f"M{x} {y}Q{' '.join(rest)}"
    canvas.put(
        "path", d=shape, fill="none", stroke=colour, stroke_width=thick, stroke_opacity=0.85, **look
    )
    sides = [
        (tip[0] - head * cos(turn + side), tip[1] - head * sin(turn + side))
        for side in (0.45, -0.45)
    ]
    corners = "L".join(f"{number(x)} {number(y)}" for x, y in (tip, *sides))
    canvas.put("path", d=f"M{corners}Z", fill=colour)


def _draw_count(
    canvas: Canvas, link: ChartPoint, places: Mapping[str, Place], taken: list[Box]
) -> None:
    """How often it is told, on the link, where no other count is."""
    start, bend, end = _bow(link, places)
    words = str(round(link.value or 0))
    for share in (0.5, 0.38, 0.62, 0.28, 0.72):
        x, y = (
            (1 - share) ** 2 * start[axis]
            + 2 * share * (1 - share) * bend[axis]
            + share**2 * end[axis]
            for axis in (0, 1)
        )
        half = width_of(words) / 2 + 2
        box = Box(x - half, y - 8, x + half, y + 8)
        if not any(box.meets(other) for other in taken):
            taken.append(box)
            canvas.haloed(x, y, words, text_anchor="middle", font_weight="bold")
            return


def _draw_node(canvas: Canvas, name: str, place: Place, *, wide: bool) -> None:
    canvas.put(
        "circle", cx=place.x, cy=place.y, r=NODE, fill="ink", stroke="paper", stroke_width=1.5
    )
    room = 148.0 if wide else 128.0
    words = fitted(name, room)
    look = {"text_anchor": place.anchor, "font_weight": "bold"}
    if place.anchor == "middle":
        above = place.y < canvas.height / 2
        half = width_of(words) / 2 + 2
        x = min(max(place.x, half), canvas.width - half)
        canvas.haloed(x, place.y + (-16 if above else 17), words, **look)
    else:
        canvas.haloed(place.x + (12 if place.anchor == "start" else -12), place.y, words, **look)


def _draw_key(canvas: Canvas, y: float, *, wide: bool) -> None:
    x = 4.0
    for words, colour, look in (
        ("cooperation", "0", {}),
        ("conflict", "1", {"stroke_dasharray": DASH}),
    ):
        canvas.line((x, y), (x + 28, y), stroke=colour, stroke_width=2.5, **look)
        canvas.words(x + 34, y, words)
        x += 34 + width_of(words) + 18
    if wide:
        canvas.words(x, y, "the number: things told, the arrow: towards whom", fill="other")
