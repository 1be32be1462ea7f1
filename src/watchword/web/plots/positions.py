"""A question as a plot: who said what on it, and when they turned."""

from collections.abc import Sequence

from watchword.web.plots.grammar import (
    LEGEND,
    QUIET,
    RING,
    TIME,
    Link,
    Spec,
    Told,
    layer,
    plot,
    shortened,
    tips,
)

_MARKS = {
    "for": "circle",
    "against": "square",
    "under review": "diamond",
    "intends": "triangle-up",
    "does": "triangle-right",
    "denies": "cross",
    "says nothing": "triangle-down",
    "defends": "triangle-left",
}
_TIPS = tips(
    speaker="Said by",
    stand="Stands",
    day="On",
    footing="Told by",
    words="Words",
    condition="If",
)
_A_ROW, _LEAST = 44, 90
"""Pixels of a row, and of the lowest plot."""


def position_plot(lines: Sequence[Told], link: Link) -> Spec:
    """Every statement over time, a row an actor; what others tell is faded, turns are ringed.

    Args:
        lines: as `watchword positions --json` tells them.
        link: the address of a claim.
    """
    told = [_statement(line, each, link) for line in lines for each in line["statements"]]
    dated = [value for value in told if value["at"]]
    turns = [
        {"name": line["name"], "at": turn["at"], "words": turn["words"]}
        for line in lines
        for turn in line["turns"]
    ]
    x = {**TIME, "field": "at", "scale": {"padding": 16}}
    names = [line["name"] for line in lines]
    y = {"field": "name", "type": "nominal", "title": None, "sort": names}
    present = [stand for stand in _MARKS if any(value["stand"] == stand for value in dated)]
    shapes = {"domain": present, "range": [_MARKS[stand] for stand in present]}
    stand = {"field": "stand", "type": "nominal", "legend": LEGEND}
    return plot(
        max(_A_ROW * len(lines), _LEAST),
        (
            layer(
                dated,
                {"type": "point", "filled": True, "size": 130, "cursor": "pointer"},
                x=x,
                y=y,
                color={**stand, "scale": {"domain": present}},
                shape={**stand, "scale": shapes},
                opacity={"field": "strength", "type": "quantitative", "scale": None},
                tooltip=_TIPS,
            ),
            layer(turns, RING, x=x, y=y, color=QUIET, tooltip=tips(words="Turn")),
        ),
    )


def _statement(line: Told, each: Told, link: Link) -> Spec:
    at = each["said_at"] or each["told_at"]
    return {
        "name": line["name"],
        "at": at,
        "day": at[:10] if at else "undated",
        "stand": each["stand"],
        "speaker": each["speaker"] or "the outlet",
        "footing": each["footing"],
        "words": shortened(each["sentence"]),
        "condition": each["condition"],
        "strength": 1 if each["footing"] == "own" else 0.45,
        "href": link(each["claims"][0]),
    }
