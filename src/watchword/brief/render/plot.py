"""A contested figure as a picture: who said how many, when.

The picture is a Vega-Lite specification drawn by vl-convert, without a browser or a network.
Its colours are named by CSS variables in a page, so that it follows light and dark.
"""

from collections.abc import Mapping
from xml.sax.saxutils import escape

from watchword.brief.render.drawing_library import load_vl_convert
from watchword.brief.render.inert import clip, one_line
from watchword.brief.render.plot_layers import (
    LEFT,
    TOP,
    draw_axes,
    draw_bars,
    draw_legend,
    draw_symbols,
    draw_words,
    lay_out_legend,
)
from watchword.brief.render.plot_layout import Layout, lay_out_plot
from watchword.brief.render.svg import clean_svg
from watchword.model.track import Track

IN_PAGE = {
    "ink": "var(--plot-ink)",
    "grid": "var(--plot-grid)",
    "paper": "var(--paper)",
    **{str(number): f"var(--plot-{number})" for number in range(6)},
    "other": "var(--plot-other)",
    "land": "var(--plot-land)",
    "sea": "var(--plot-sea)",
    "edge": "var(--plot-edge)",
}
"""Colours that the page's style sheet gives, once for light and once for dark."""

ON_PAPER = {
    "ink": "#3c4046",
    "grid": "#dcdad4",
    "paper": "#ffffff",
    "0": "#0067a5",
    "1": "#b84a00",
    "2": "#00735c",
    "3": "#a2407f",
    "4": "#6f5a00",
    "5": "#5450a6",
    "other": "#63676d",
    "land": "#efece5",
    "sea": "#ffffff",
    "edge": "#bdb8ac",
}
"""The light colours of the page as numbers, for print; hues after Okabe and Ito, darkened."""


HEADING = 24
"""Room for a title above the plot."""
DOTS = 2.0
"""Dots of a PNG for each of the plot's pixels, so that it is sharp on a dense screen."""


def draw_plot(
    track: Track, *, wide: bool, colours: Mapping[str, str], headed: bool = False
) -> str | None:
    """Draw a track as an inert SVG, or None where fewer than two of its points can be drawn.

    Args:
        track: the contested figure.
        wide: for a page or paper; otherwise for a phone.
        colours: `IN_PAGE` or `ON_PAPER`.
        headed: whether room is left for a title above it.

    Raises:
        MissingExtraError: if vl-convert is not installed.
    """
    width, height, margin = (480, 260, 130) if wide else (240, 260, 26)
    layout = lay_out_plot(track, width=width, height=height, margin=margin)
    if layout is None:
        return None
    legend = lay_out_legend(layout, columns=3 if wide else 1, span=LEFT + width + margin)
    spec = {
        "$schema": "https://vega.github.io/schema/vega-lite/v6.json",
        "width": width,
        "height": height,
        "background": None,
        "autosize": "none",
        "padding": {
            "left": LEFT,
            "right": margin,
            "top": TOP + (HEADING if headed else 0),
            "bottom": 46 + legend.height,
        },
        "layer": [
            draw_axes(layout, colours, unit=one_line(track.unit)),
            *draw_bars(layout, colours),
            draw_symbols(layout.marks, colours),
            *draw_words(layout, legend, colours),
            draw_legend(legend, colours),
        ],
        "config": {"view": {"stroke": None}, "font": "sans-serif"},
    }
    svg = load_vl_convert().vegalite_to_svg(spec, allowed_base_urls=[])
    return clean_svg(svg, title=one_line(track.title), description=_description(layout))


def draw_picture(track: Track, *, form: str) -> bytes | None:
    """Draw a track as a file of its own, or None where fewer than two of its points can be drawn.

    Args:
        track: the contested figure.
        form: `svg` or `png`.

    Raises:
        MissingExtraError: if vl-convert is not installed.
    """
    drawn = draw_plot(track, wide=True, colours=ON_PAPER, headed=True)
    if drawn is None:
        return None
    paper = f'<rect width="100%" height="100%" fill="{ON_PAPER["paper"]}"/>'
    title = escape(clip(one_line(track.title), 80))
    look = f'font-family="sans-serif" font-size="13" fill="{ON_PAPER["ink"]}"'
    heading = f'<text x="4" y="17" {look}>{title}</text>'
    svg = drawn.replace("</desc>", f"</desc>{paper}{heading}", 1)
    if form == "svg":
        return svg.encode()
    picture: bytes = load_vl_convert().svg_to_png(svg, scale=DOTS)
    return picture


def _description(layout: Layout) -> str:
    told = [
        f"{layout.sources[mark.rank]}: {mark.words}"
        for mark in sorted(layout.marks, key=lambda mark: mark.x)
    ]
    rest = len(told) - 30
    return "; ".join(told[:30]) + (f"; and {rest} more" if rest > 0 else "")
