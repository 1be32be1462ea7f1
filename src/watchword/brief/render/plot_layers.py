"""The layers of a figure plot in Vega-Lite's terms: axes, bars, symbols, words, legend.

Places are given in pixels, found before; the axes alone carry a scale.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from watchword.brief.render.axis import Axis
from watchword.brief.render.inert import clip
from watchword.brief.render.plot_layout import ARROW, CHARACTER, RADIUS, Layout, Mark
from watchword.model.track import Standing

SHAPES = (
    "circle",
    "square",
    "triangle-up",
    "diamond",
    "triangle-down",
    "M-1,-.4H-.4V-1H.4V-.4H1V.4H.4V1H-.4V.4H-1Z",
    "triangle-right",
)
"""Seven shapes against six colours, so that twelve sources differ in both together."""

CROSS = "M-1,-1L1,1M-1,1L1,-1"
LEFT = 72
"""Room for the labels of the upright axis."""

TOP = 24
LEGEND_LINE = 18
_LARGE = (
    "replace(replace(replace(replace(datum.label, 'k', ',000'), 'M', ' million'), "
    "'G', ' billion'), 'T', ' trillion')"
)

Spec = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry of the legend: a source by its rank, or words about the signs without one."""

    words: str
    rank: int | None
    x: float
    y: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Legend:
    """The legend below the plot and how high it is."""

    entries: tuple[Entry, ...]
    height: float


def draw_axes(layout: Layout, colours: Mapping[str, str], *, unit: str) -> Spec:
    """The axes, by one point that is not seen."""
    return {
        "data": {"values": [{"day": _instant(layout.across.low), "many": layout.up.low}]},
        "mark": {"type": "point", "opacity": 0, "size": 0},
        "encoding": {
            "x": _across(layout.across, colours),
            "y": _up(layout.up, colours, unit=unit),
        },
    }


def _across(axis: Axis, colours: Mapping[str, str]) -> Spec:
    return {
        "field": "day",
        "type": "temporal",
        "scale": {"type": "utc", "domain": [_instant(axis.low), _instant(axis.high)]},
        "axis": {
            **_axis_look(colours),
            "values": [_instant(tick) for tick in axis.ticks],
            "format": axis.form,
            "title": axis.title,
            "grid": False,
        },
    }


def _up(axis: Axis, colours: Mapping[str, str], *, unit: str) -> Spec:
    return {
        "field": "many",
        "type": "quantitative",
        "scale": {
            "type": "log" if axis.logarithmic else "linear",
            "domain": [axis.low, axis.high],
            "nice": False,
        },
        "axis": {
            **_axis_look(colours),
            "values": list(axis.ticks),
            "format": axis.form,
            "labelExpr": _LARGE if axis.form.endswith("s") else "datum.label",
            "title": clip(unit, 40) + (f" ({axis.title})" if axis.title else ""),
            "titleAngle": 0,
            "titleAlign": "left",
            "titleAnchor": "start",
            "titleX": -LEFT + 4,
            "titleY": -14,
            "domain": False,
        },
    }


def _axis_look(colours: Mapping[str, str]) -> Spec:
    return {
        "labelColor": colours["ink"],
        "titleColor": colours["ink"],
        "tickColor": colours["grid"],
        "domainColor": colours["ink"],
        "gridColor": colours["grid"],
        "labelFontSize": 11,
        "titleFontSize": 11,
        "titleFontWeight": "normal",
        "labelOverlap": False,
    }


def draw_bars(layout: Layout, colours: Mapping[str, str]) -> list[Spec]:
    """Bars between the bounds of ranges, and arrows where one bound is open."""
    bars = [
        {"x": mark.x, "y": mark.bar[0], "to": mark.bar[1], "stroke": _colour(mark.rank, colours)}
        for mark in layout.marks
        if mark.bar
    ]
    arrows = [
        {
            "x": mark.x,
            "y": mark.ends[0],
            "to": min(mark.ends[0] + mark.arrow * ARROW, layout.up.start),
            "stroke": _colour(mark.rank, colours),
            "head": "triangle-up" if mark.arrow < 0 else "triangle-down",
        }
        for mark in layout.marks
        if mark.arrow
    ]
    stroke = {"field": "stroke", "type": "nominal", "scale": None}
    return [
        {
            "data": {"values": bars + arrows},
            "mark": {"type": "rule", "strokeWidth": 2},
            "encoding": {"x": _pixel("x"), "y": _pixel("y"), "y2": {"field": "to"}}
            | {"stroke": stroke},
        },
        {
            "data": {"values": arrows},
            "mark": {"type": "point", "size": 64, "opacity": 1, "strokeWidth": 0},
            "encoding": {"x": _pixel("x"), "y": _pixel("to"), "fill": stroke}
            | {"shape": {"field": "head", "type": "nominal", "scale": None}},
        },
    ]


def draw_symbols(marks: Sequence[Mark], colours: Mapping[str, str]) -> Spec:
    """A symbol for each value or bound: full where it stands, hollow where it does not."""
    values = []
    for mark in marks:
        colour = _colour(mark.rank, colours)
        filled = colour if mark.standing is Standing.STANDS else colours["paper"]
        for end in mark.ends:
            symbol = {"x": mark.x, "y": end, "stroke": colour}
            values.append(symbol | {"fill": filled, "shape": _shape(mark.rank)})
            if mark.standing is Standing.WITHDRAWN:
                values.append(symbol | {"fill": "none", "shape": CROSS})
    return _symbol_layer(values)


def _symbol_layer(values: list[Spec]) -> Spec:
    return {
        "data": {"values": values},
        "mark": {"type": "point", "size": (2 * RADIUS) ** 2 * 0.85, "opacity": 1}
        | {"strokeWidth": 1.6},
        "encoding": {"x": _pixel("x"), "y": _pixel("y")}
        | {
            channel: {"field": channel, "type": "nominal", "scale": None}
            for channel in ("stroke", "fill", "shape")
        },
    }


def draw_words(layout: Layout, legend: Legend, colours: Mapping[str, str]) -> list[Spec]:
    """The labels, above a halo that keeps grid lines off them, and the legend's words."""
    labels = [
        {"x": label.x, "y": label.y, "side": label.side, "words": label.words}
        for label in layout.labels
    ]
    entries = [
        {"x": entry.x + (-4 if entry.rank is None else 12), "y": entry.y, "side": "left"}
        | {"words": entry.words}
        for entry in legend.entries
    ]
    return [
        _text_layer(labels, {"fill": "none", "stroke": colours["paper"], "strokeWidth": 4}),
        _text_layer([*labels, *entries], {"color": colours["ink"]}),
    ]


def _text_layer(values: list[Spec], look: Spec) -> Spec:
    return {
        "data": {"values": values},
        "mark": {"type": "text", "fontSize": 11, "baseline": "middle"}
        | {"align": {"expr": "datum.side"}}
        | look,
        "encoding": {"x": _pixel("x"), "y": _pixel("y")}
        | {"text": {"field": "words", "type": "nominal"}},
    }


def lay_out_legend(layout: Layout, *, columns: int, span: float) -> Legend:
    """Place the sources and what the signs mean below the plot, in columns."""
    width = span / columns
    standings = {mark.standing for mark in layout.marks}
    signs = (
        (Standing.SUPERSEDED in standings, "hollow: superseded"),
        (Standing.WITHDRAWN in standings, "hollow and crossed: withdrawn"),
        (any(mark.arrow for mark in layout.marks), "arrow: only a floor or a ceiling"),
    )
    named: list[tuple[str, int | None]] = [
        (clip(name, int((width - 20) / CHARACTER)), rank)
        for rank, name in enumerate(layout.sources)
    ]
    named += [(words, None) for used, words in signs if used]
    return Legend(
        entries=tuple(
            Entry(
                words=words,
                rank=rank,
                x=-LEFT + 8 + place % columns * width,
                y=layout.up.start + 56 + place // columns * LEGEND_LINE,
            )
            for place, (words, rank) in enumerate(named)
        ),
        height=-(-len(named) // columns) * LEGEND_LINE + 8,
    )


def draw_legend(legend: Legend, colours: Mapping[str, str]) -> Spec:
    """The symbols of the sources in the legend."""
    return _symbol_layer(
        [
            {"x": entry.x, "y": entry.y, "shape": _shape(entry.rank)}
            | {channel: _colour(entry.rank, colours) for channel in ("stroke", "fill")}
            for entry in legend.entries
            if entry.rank is not None
        ]
    )


def _colour(rank: int, colours: Mapping[str, str]) -> str:
    return colours["other"] if rank == 11 else colours[str(rank % 6)]


def _shape(rank: int) -> str:
    return SHAPES[rank % len(SHAPES)]


def _pixel(field: str) -> Spec:
    return {"field": field, "type": "quantitative", "scale": None}


def _instant(seconds: float) -> str:
    return datetime.fromtimestamp(seconds, tz=UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
