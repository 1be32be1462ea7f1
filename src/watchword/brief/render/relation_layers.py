"""The panels of a relation's picture in Vega-Lite's terms: one a way, and how much was printed.

Bars stand for whole periods. What is counted and what is levelled share one scale, the same in
both panels, so that heights can be compared across them.
"""

from collections.abc import Sequence
from math import ceil
from typing import Any

from watchword.brief.render.inert import one_line
from watchword.model.relation import Line, Period, Quad, Relation, RelationTurn, Way

WIDTH = 760
HEIGHT = 170
STRIP = 44
MOST_TICKS = 10
MONTHS_FROM = 200
"""Days from which the axis names months, and not first days of periods."""
LINE = "; the line: with the ups and downs of reporting taken out"
PALETTE = {
    "ink": "#3c4046",
    "faint": "#8a8e94",
    "grid": "#e6e4de",
    "strip": "#c9c7c1",
    "turn": "#1d1f22",
    Quad.VERBAL_COOPERATION.words: "#9cc7e4",
    Quad.MATERIAL_COOPERATION.words: "#0067a5",
    Quad.VERBAL_CONFLICT.words: "#f2b98d",
    Quad.MATERIAL_CONFLICT.words: "#b84a00",
}
"""Blue for cooperation and orange for conflict, told apart by those who do not see red from green;
after Okabe and Ito."""

Spec = dict[str, Any]


def flow_panel(
    relation: Relation, way: Way, high: float, turns: Sequence[RelationTurn], *, raw: bool
) -> Spec:
    """What passes one way: bars of counts, lines of levels, rules for turns.

    Args:
        relation: the two over time.
        way: from whom to whom.
        high: the highest bar of both panels.
        turns: those that are drawn, in order of time.
        raw: whether levels are left out.
    """
    one, other = relation.names(way)
    lines = [line for line in relation.lines if line.way is way]
    layers = [_bars(relation, lines, high), _nought()]
    if not raw:
        layers.append(_levels(relation, lines))
    if turns:
        layers += _rules(turns, high, numbered=way is Way.FORTH)
    return {
        "title": {
            "text": one_line(f"From {one} to {other}"),
            "subtitle": f"cooperation up, conflict down, as counted{'' if raw else LINE}",
            "anchor": "start",
            "frame": "group",
            "fontSize": 13,
            "subtitleFontSize": 11,
            "subtitleColor": PALETTE["faint"],
            "color": PALETTE["ink"],
            "offset": 8,
        },
        "width": WIDTH,
        "height": HEIGHT,
        "layer": layers,
    }


def volume_panel(relation: Relation) -> Spec:
    """How many texts were printed in each period, whatever they are about."""
    return {
        "title": {
            "text": f"Texts printed a {relation.grain}, on whatever",
            "anchor": "start",
            "frame": "group",
            "fontSize": 11,
            "fontWeight": "normal",
            "color": PALETTE["faint"],
            "offset": 4,
        },
        "width": WIDTH,
        "height": STRIP,
        "data": {"values": [_volume(period) for period in relation.periods]},
        "mark": {
            "type": "rect",
            "color": PALETTE["strip"],
            "stroke": "#ffffff",
            "strokeWidth": 0.6,
        },
        "encoding": {
            "x": _across(relation, labels=True),
            "x2": {"field": "end"},
            "y": {
                "field": "texts",
                "type": "quantitative",
                "axis": {**_look(), "title": None, "tickCount": 2},
            },
            "y2": {"datum": 0},
        },
    }


def highest_bar(relation: Relation) -> float:
    """The highest bar, or point of a line, up or down in either panel; 1 at least."""
    tops = [1.0]
    for way in Way:
        for is_conflict in (False, True):
            lines = [
                line
                for line in relation.lines
                if line.way is way and line.quad.is_conflict is is_conflict
            ]
            tops += [sum(counts) for counts in zip(*(line.counts for line in lines), strict=True)]
            tops += [level for level in _summed(lines) if level is not None]
    return float(ceil(max(tops)))


def _bars(relation: Relation, lines: Sequence[Line], high: float) -> Spec:
    values = [
        bar
        for place, period in enumerate(relation.periods)
        for is_conflict in (False, True)
        for bar in _stack(
            period, [line for line in lines if line.quad.is_conflict is is_conflict], place
        )
    ]
    return {
        "data": {"values": values},
        "mark": {"type": "rect", "stroke": "#ffffff", "strokeWidth": 0.6},
        "encoding": {
            "x": _across(relation, labels=False),
            "x2": {"field": "end"},
            "y": {
                "field": "from",
                "type": "quantitative",
                "scale": {"domain": [-high, high], "nice": False},
                "axis": {
                    **_look(),
                    "title": f"happenings a {relation.grain}",
                    "labelExpr": "format(abs(datum.value), ',')",
                    "tickCount": 6,
                    "tickMinStep": 1,
                },
            },
            "y2": {"field": "to"},
            "color": _classes(),
        },
    }


def _classes() -> Spec:
    """A colour for each class, and the legend."""
    names = [quad.words for quad in Quad]
    return {
        "field": "class",
        "type": "nominal",
        "scale": {"domain": names, "range": [PALETTE[name] for name in names]},
        "legend": {
            "title": None,
            "orient": "bottom",
            "direction": "horizontal",
            "labelColor": PALETTE["ink"],
            "labelFontSize": 11,
            "symbolType": "square",
        },
    }


def _stack(period: Period, lines: Sequence[Line], place: int) -> list[Spec]:
    """The bars of one period on one side of nought: what is done, and beyond it what is said."""
    bars: list[Spec] = []
    reached = 0
    for line in sorted(lines, key=lambda each: each.quad, reverse=True):
        step = -line.counts[place] if line.quad.is_conflict else line.counts[place]
        if step:
            bars.append(
                {
                    "start": period.start.isoformat(),
                    "end": period.end.isoformat(),
                    "class": line.quad.words,
                    "from": reached,
                    "to": reached + step,
                }
            )
        reached += step
    return bars


def _nought() -> Spec:
    return {
        "data": {"values": [{"nought": 0}]},
        "mark": {"type": "rule", "color": PALETTE["faint"]},
        "encoding": {"y": {"field": "nought", "type": "quantitative"}},
    }


def _levels(relation: Relation, lines: Sequence[Line]) -> Spec:
    """Two lines: cooperation above, conflict below; broken where nobody reported."""
    values = []
    for is_conflict in (False, True):
        levels = _summed([line for line in lines if line.quad.is_conflict is is_conflict])
        values += [
            {
                "middle": _middle(period),
                "side": "conflict" if is_conflict else "cooperation",
                "level": None if level is None else round(-level if is_conflict else level, 3),
            }
            for period, level in zip(relation.periods, levels, strict=True)
        ]
    return {
        "data": {"values": values},
        "mark": {
            "type": "line",
            "color": PALETTE["ink"],
            "strokeWidth": 1.6,
            "invalid": "break-paths-show-path-domains",
        },
        "encoding": {
            "x": {"field": "middle", "type": "temporal"},
            "y": {"field": "level", "type": "quantitative"},
            "detail": {"field": "side", "type": "nominal"},
        },
    }


def _rules(turns: Sequence[RelationTurn], high: float, *, numbered: bool) -> list[Spec]:
    values = [
        {"day": turn.day.isoformat(), "number": str(number), "top": high}
        for number, turn in enumerate(turns, start=1)
    ]
    place = {"field": "day", "type": "temporal"}
    rule = {
        "data": {"values": values},
        "mark": {
            "type": "rule",
            "color": PALETTE["turn"],
            "strokeDash": [4, 3],
            "strokeWidth": 1.4,
        },
        "encoding": {"x": place},
    }
    number = {
        "data": {"values": values},
        "mark": {"type": "text", "fontSize": 13, "fontWeight": "bold", "dy": -8, "dx": -8}
        | {"color": PALETTE["turn"]},
        "encoding": {
            "x": place,
            "y": {"field": "top", "type": "quantitative"},
            "text": {"field": "number", "type": "nominal"},
        },
    }
    return [rule, number] if numbered else [rule]


def _across(relation: Relation, *, labels: bool) -> Spec:
    first, last = relation.periods[0].start, relation.periods[-1].end
    axis: Spec = {**_look(), "title": None, "grid": False, "labelFlush": True}
    if (last - first).days < MONTHS_FROM:
        starts = [period.start.isoformat() for period in relation.periods]
        axis |= {"values": starts[:: ceil(len(starts) / MOST_TICKS)], "format": "%-d %b %Y"}
    else:
        axis |= {"tickCount": MOST_TICKS, "format": "%b %Y"}
    return {
        "field": "start",
        "type": "temporal",
        "scale": {"type": "utc", "domain": [first.isoformat(), last.isoformat()], "nice": False},
        "axis": axis if labels else axis | {"labels": False, "ticks": False},
    }


def _look() -> Spec:
    return {
        "labelColor": PALETTE["ink"],
        "titleColor": PALETTE["ink"],
        "tickColor": PALETTE["grid"],
        "domainColor": PALETTE["grid"],
        "gridColor": PALETTE["grid"],
        "labelFontSize": 11,
        "titleFontSize": 11,
        "titleFontWeight": "normal",
    }


def _summed(lines: Sequence[Line]) -> list[float | None]:
    summed: list[float | None] = []
    for levels in zip(*(line.levels for line in lines), strict=True):
        seen = [level for level in levels if level is not None]
        summed.append(sum(seen) if seen else None)
    return summed


def _middle(period: Period) -> str:
    half = (period.end - period.start) / 2
    seconds = int(half.total_seconds())
    return f"{period.start + half}T{seconds % 86_400 // 3_600:02d}:00:00Z"


def _volume(period: Period) -> Spec:
    return {
        "start": period.start.isoformat(),
        "end": period.end.isoformat(),
        "texts": period.texts,
        "outlets": period.outlets,
    }
