"""Parts of a Vega-Lite specification that the plots share.

A plot holds plain values: what comes from texts is drawn or told as text and never evaluated. A
value's `href` is where a click on it leads.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

Link = Callable[[str], str]
"""The address of a claim's page, by its key."""
Told = Mapping[str, Any]
"""A record of the desk, or a part of one."""
Spec = dict[str, Any]
SCHEMA = "https://vega.github.io/schema/vega-lite/v6.json"
LEGEND: Spec = {"orient": "bottom", "direction": "horizontal", "title": None}
TIME: Spec = {
    "type": "temporal",
    "title": None,
    "axis": {"labelOverlap": True, "tickCount": 6},
}
QUIET: Spec = {"value": "#888888"}
"""A colour that is seen on both themes and told apart from every series."""
RING: Spec = {"type": "point", "filled": False, "size": 420, "strokeWidth": 2}
LONGEST = 180
"""Characters of a sentence that a tip shows."""


def plot(height: int, layers: Sequence[Spec]) -> Spec:
    """A plot as wide as its place, with its layers one above the other."""
    return {
        "$schema": SCHEMA,
        "width": "container",
        "height": height,
        "autosize": {"type": "fit-x", "contains": "padding"},
        "layer": list(layers),
    }


def layer(values: Sequence[Spec], mark: Spec, **encoding: Spec | list[Spec]) -> Spec:
    """A layer of marks, one a value."""
    return {"data": {"values": list(values)}, "mark": mark, "encoding": encoding}


def tips(**titles: str) -> list[Spec]:
    """What is told beside a mark: the fields of its value, each under a title."""
    return [{"field": name, "type": "nominal", "title": title} for name, title in titles.items()]


def shortened(words: str) -> str:
    """Words, cut where they are longer than a tip."""
    return words if len(words) <= LONGEST else words[:LONGEST].rstrip() + " …"
