"""A chart as an inert SVG, in a page or on paper, or as a file of its own."""

from collections.abc import Mapping
from typing import Protocol
from xml.sax.saxutils import escape

from watchword.brief.render.charts.calibration import draw_calibration
from watchword.brief.render.charts.mapping import draw_map
from watchword.brief.render.charts.network import draw_network
from watchword.brief.render.charts.relation import draw_relation_chart
from watchword.brief.render.charts.scenario import draw_scenario
from watchword.brief.render.charts.timeline import draw_timeline
from watchword.brief.render.drawing_library import load_vl_convert
from watchword.brief.render.inert import clip, one_line
from watchword.brief.render.plot import ON_PAPER
from watchword.model.chart import Chart, ChartKind

FORMS = ("png", "svg", "pdf")
DOTS = 2.0
"""Dots of a PNG for each pixel, so that it is sharp on a dense screen."""
HEADING = 30


class Draw(Protocol):
    """Draws a kind of chart, None where there is not enough to see."""

    def __call__(self, chart: Chart, *, wide: bool, colours: Mapping[str, str]) -> str | None:
        """Draw it for a page or for a phone."""


_DRAWN: Mapping[ChartKind, Draw] = {
    ChartKind.TIMELINE: draw_timeline,
    ChartKind.MAP: draw_map,
    ChartKind.NETWORK: draw_network,
    ChartKind.RELATION: draw_relation_chart,
    ChartKind.CALIBRATION: draw_calibration,
    ChartKind.SCENARIO: draw_scenario,
}


def draw_chart(chart: Chart, *, wide: bool, colours: Mapping[str, str]) -> str | None:
    """Draw a chart as an inert SVG, None where there is not enough to see.

    Args:
        chart: what is drawn.
        wide: for a page or paper; otherwise for a phone.
        colours: `IN_PAGE` or `ON_PAPER`.
    """
    return _DRAWN[chart.kind](chart, wide=wide, colours=colours)


def draw_chart_file(chart: Chart, *, form: str) -> bytes | None:
    """Draw a chart as a file of its own, with its title above it; None as `draw_chart`.

    Args:
        chart: what is drawn.
        form: one of `FORMS`.

    Raises:
        MissingExtraError: if a PNG or PDF is asked for and vl-convert is not installed.
    """
    drawn = draw_chart(chart, wide=True, colours=ON_PAPER)
    if drawn is None:
        return None
    svg = _headed(drawn, chart.title)
    if form == "svg":
        return svg.encode()
    drawing = load_vl_convert()
    if form == "pdf":
        return bytes(drawing.svg_to_pdf(svg))
    return bytes(drawing.svg_to_png(svg, scale=DOTS))


def _headed(svg: str, title: str) -> str:
    """A drawing on paper, with room and a title above it."""
    head, _, rest = svg.partition("</desc>")
    start = head.index('viewBox="0 0 ') + len('viewBox="0 0 ')
    width, height = (float(one) for one in head[start : head.index('"', start)].split())
    box = f"-12 -{HEADING + 12} {width + 24:g} {height + HEADING + 24:g}"
    head = head.replace(f'viewBox="0 0 {width:g} {height:g}"', f'viewBox="{box}"')
    head = head.replace(f' width="{width:g}"', f' width="{width + 24:g}"', 1)
    head = head.replace(f' height="{height:g}"', f' height="{height + HEADING + 24:g}"', 1)
    place = f'x="-12" y="-{HEADING + 12}"'
    size = f'width="{width + 24:g}" height="{height + HEADING + 24:g}"'
    paper = f'<rect {place} {size} fill="{ON_PAPER["paper"]}"/>'
    look = f'font-family="sans-serif" font-size="15" font-weight="bold" fill="{ON_PAPER["ink"]}"'
    words = escape(clip(one_line(title), 78))
    return f'{head}</desc>{paper}<text x="0" y="-18" {look}>{words}</text>{rest}'
