"""What one does to another as a plot: cooperation above the line, conflict below it."""

from collections.abc import Sequence

from watchword.web.plots.grammar import LEGEND, QUIET, TIME, Link, Spec, Told, layer, plot, tips

QUADS = {
    2: "cooperation in deeds",
    4: "conflict in deeds",
    1: "cooperation in words",
    3: "conflict in words",
}
"""PLOVER's classes of deeds, in the order of the colours."""
_ABOVE, _BELOW = (2, 1), (4, 3)
_LEVEL: Spec = {"type": "line", "interpolate": "step-after", "strokeDash": [4, 3]}
_SIDE: Spec = {"field": "side"}


def relation_plot(relation: Told, one: str, link: Link) -> Spec:
    """Happenings period by period, the level without the ups and downs of reporting, turns.

    Args:
        relation: as the desk's view of two tells it.
        one: name of whoever acts.
        link: the address of a claim.
    """
    bars: list[Spec] = []
    levels: list[Spec] = []
    for period in relation["periods"]:
        lines = [line for line in period["lines"] if line["from"] == one]
        bars += _stacked(period, lines, _ABOVE, 1) + _stacked(period, lines, _BELOW, -1)
        levels += _levels(period, lines, _ABOVE, 1) + _levels(period, lines, _BELOW, -1)
    x = {**TIME, "field": "at"}
    y = {
        "type": "quantitative",
        "title": "conflict ↓  cooperation ↑",
        "axis": {"format": "d", "tickMinStep": 1},
    }
    return plot(
        240,
        (
            layer(
                bars,
                {"type": "rect", "stroke": "#88888866", "strokeWidth": 1},
                x=x,
                x2={"field": "end"},
                y={**y, "field": "low"},
                y2={"field": "high"},
                color=_colour(),
                tooltip=tips(kind="What", count="Happenings", day="Period", texts="Texts printed"),
            ),
            layer(levels, _LEVEL, x=x, y={**y, "field": "level"}, detail=_SIDE, color=QUIET),
            layer(
                _turns(relation, one, link),
                {"type": "rule", "strokeWidth": 3, "cursor": "pointer"},
                x=x,
                tooltip=tips(words="Turn"),
            ),
        ),
    )


def _colour() -> Spec:
    scale = {"domain": list(QUADS.values())}
    return {"field": "kind", "type": "nominal", "scale": scale, "legend": LEGEND}


def _stacked(period: Told, lines: Sequence[Told], quads: Sequence[int], sign: int) -> list[Spec]:
    counts = {line["quad_code"]: line["count"] for line in lines}
    bars: list[Spec] = []
    low = 0
    for quad in quads:
        count = counts.get(quad, 0)
        if count:
            bars.append(
                {
                    "at": period["since"],
                    "end": period["until"],
                    "low": sign * low,
                    "high": sign * (low + count),
                    "kind": QUADS[quad],
                    "count": count,
                    "day": f"{period['since']} to {period['until']}",
                    "texts": period["texts"],
                }
            )
        low += count
    return bars


def _levels(period: Told, lines: Sequence[Told], quads: Sequence[int], sign: int) -> list[Spec]:
    told = [line["level"] for line in lines if line["quad_code"] in quads]
    if not told or None in told:
        return []
    return [{"at": period["since"], "level": sign * sum(told), "side": sign}]


def _turns(relation: Told, one: str, link: Link) -> list[Spec]:
    return [
        {"at": turn["date"], "words": turn["words"], "href": _because(turn, link)}
        for turn in relation["turns"]
        if any(shift["from"] == one for shift in turn["shifts"])
    ]


def _because(turn: Told, link: Link) -> str | None:
    """The claim that tells the strongest happening of a turn."""
    told = (telling for happening in turn["because"] for telling in happening["told"])
    first = next(told, None)
    return None if first is None else link(first["claim_id"])
