"""A scenario: states of affairs in boxes, each with how likely it is, and what bears on what.

A dashed arrow keeps its effect from coming about. A box with a dashed rim rests on no number that
anybody gave.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from watchword.brief.render.charts.canvas import LINE, SIZE, Canvas, number, path_of, wrapped
from watchword.brief.render.charts.layering import layers_of, with_passages
from watchword.model.chart import Chart, ChartPoint
from watchword.text.estimative import BANDS

PREVENTS = "prevents"
"""The sort of an arrow that keeps its effect from coming about."""
UNTOLD = "untold"
"""The sort of a node that rests on no number that anybody gave."""
MOST_NODES = 30
MOST_ARROWS = 80
LINES = 4
GAP = 22.0
BETWEEN = 46.0
PAD = 9.0
LANE = 10.0
"""Room in a row for an arrow that passes it."""
BROADEST = 216.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """Where a box stands and what is in it, or where a long arrow passes."""

    left: float
    top: float
    width: float
    height: float
    lines: tuple[str, ...]

    @property
    def middle(self) -> float:
        """Its midst across."""
        return self.left + self.width / 2


def draw_scenario(chart: Chart, *, wide: bool, colours: Mapping[str, str]) -> str | None:
    """Draw what bears on what, None without a state or with more than can be read."""
    nodes = {one.series: one for one in chart.points if not one.other}
    if not 0 < len(nodes) <= MOST_NODES:
        return None
    arrows = [one for one in chart.points if one.other and {one.series, one.other} <= nodes.keys()]
    links = [(one.series, one.other) for one in arrows]
    if len(links) > MOST_ARROWS:
        return None
    layers = layers_of([*nodes], links, most=4 if wide else 2)
    rows, ways = with_passages(layers, links)
    spots = _spots(rows, nodes, width=682.0 if wide else 340.0)
    foot = max(spot.top + spot.height for spot in spots.values())
    canvas = Canvas(682.0 if wide else 340.0, foot + 28, colours)
    drawn = [
        (arrow, [spots[name] for name in ways.get(link, link)])
        for arrow, link in zip(arrows, links, strict=True)
    ]
    for arrow, way in drawn:
        beside = sorted(other[-2].middle for _, other in drawn if other[-1] is way[-1])
        share = (beside.index(way[-2].middle) + 1) / (len(beside) + 1)
        _draw_arrow(canvas, arrow, way, way[-1].left + share * way[-1].width)
    for name, node in nodes.items():
        _draw_card(canvas, node, spots[name])
    _draw_key(canvas, foot + 17, arrows, [*nodes.values()])
    told = "; ".join(f"{one.label}: {likely_words(one)}" for one in nodes.values())
    return canvas.finish(title=chart.title, description=told)


def likely_words(point: ChartPoint) -> str:
    """How likely a state is, in ICD 203's words and in percent."""
    if point.value is None or point.sort == UNTOLD:
        return "nobody gave a number"
    percent = point.value * 100
    band = next((one for one in BANDS if percent < one.high), BANDS[-1])
    return f"{band.terms[0]}, {percent:.0f} %"


def _spots(
    rows: Sequence[Sequence[str]], nodes: Mapping[str, ChartPoint], *, width: float
) -> dict[str, Spot]:
    """Where everything stands: boxes of one breadth, rows in the middle, narrow passages."""
    lanes = [sum(name not in nodes for name in row) for row in rows]
    broad = min(
        (width - 4 - GAP * (len(row) - 1) - LANE * lane) / max(len(row) - lane, 1)
        for row, lane in zip(rows, lanes, strict=True)
    )
    broad = min(broad, BROADEST)
    spots: dict[str, Spot] = {}
    top = 4.0
    for row, lane in zip(rows, lanes, strict=True):
        texts = {
            name: tuple(wrapped(nodes[name].label, broad - 2 * PAD, LINES))
            for name in row
            if name in nodes
        }
        likely = max(len(_likely_lines(nodes[name], broad)) for name in texts)
        height = (max(map(len, texts.values())) + likely) * LINE + 2 * PAD + 10
        left = (width - (len(row) - lane) * broad - lane * LANE - (len(row) - 1) * GAP) / 2
        for name in row:
            breadth = broad if name in nodes else LANE
            spots[name] = Spot(
                left=left, top=top, width=breadth, height=height, lines=texts.get(name, ())
            )
            left += breadth + GAP
        top += height + BETWEEN
    return spots


def _likely_lines(node: ChartPoint, broad: float) -> list[str]:
    return wrapped(likely_words(node), broad - 2 * PAD, 2, SIZE * 1.08)


def _draw_arrow(canvas: Canvas, arrow: ChartPoint, way: Sequence[Spot], end: float) -> None:
    dashed = arrow.sort == PREVENTS
    cause, effect = way[0], way[-1]
    x, y = cause.middle, cause.top + cause.height
    tip = (end, effect.top)
    shape = f"M{number(x)} {number(y)}"
    for spot in way[1:]:
        is_last = spot is effect
        across, down = (tip[0], tip[1] - 6) if is_last else (spot.middle, spot.top)
        pull = max(abs(down - y) * 0.5, 24.0)
        bends = ((x, y + pull), (across, down - pull), (across, down))
        shape += "C" + " ".join(f"{number(one)} {number(other)}" for one, other in bends)
        x, y = across, down
        if not is_last:
            y = spot.top + spot.height
            shape += f"L{number(x)} {number(y)}"
    colour = "1" if dashed else "ink"
    look: dict[str, str | float] = {"stroke_dasharray": "6 4"} if dashed else {}
    canvas.put("path", d=shape, fill="none", stroke=colour, stroke_width=1.6, **look)
    corners = [tip, (tip[0] - 4.5, tip[1] - 9), (tip[0] + 4.5, tip[1] - 9)]
    canvas.put("path", d=path_of(corners, closed=True), fill=colour)


def _draw_card(canvas: Canvas, node: ChartPoint, card: Spot) -> None:
    untold = node.value is None or node.sort == UNTOLD
    look: dict[str, str | float] = {"stroke_dasharray": "4 3"} if untold else {}
    canvas.put(
        "rect", x=card.left, y=card.top, width=card.width, height=card.height,
        fill="paper", stroke="ink", stroke_width=1.2, **look,
    )  # fmt: skip
    for place, line in enumerate(card.lines):
        canvas.words(card.left + PAD, card.top + PAD + LINE * (place + 0.5), line)
    foot = card.top + card.height
    for place, line in enumerate(reversed(_likely_lines(node, card.width))):
        canvas.words(card.left + PAD, foot - 20 - place * LINE, line, font_weight="bold")
    bar = card.width - 2 * PAD
    canvas.put("rect", x=card.left + PAD, y=foot - 9, width=bar, height=4, fill="grid")
    if not untold:
        share = bar * min(max(node.value or 0, 0), 1)
        canvas.put("rect", x=card.left + PAD, y=foot - 9, width=share, height=4, fill="0")


def _draw_key(
    canvas: Canvas, y: float, arrows: Sequence[ChartPoint], nodes: Sequence[ChartPoint]
) -> None:
    x = 4.0
    if any(one.sort == PREVENTS for one in arrows):
        canvas.line((x, y), (x + 28, y), stroke="1", stroke_width=1.6, stroke_dasharray="6 4")
        canvas.words(x + 34, y, "keeps it from coming about", font_size=SIZE)
        x += 210
    if any(one.value is None or one.sort == UNTOLD for one in nodes):
        canvas.put(
            "rect", x=x, y=y - 6, width=24, height=12, fill="none", stroke="ink",
            stroke_dasharray="4 3",
        )  # fmt: skip
        canvas.words(x + 32, y, "no number given")
