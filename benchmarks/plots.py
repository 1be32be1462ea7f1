"""Plots of results: Vega-Lite drawn as SVG, each with the digest of what it shows.

The digest lets a test tell whether a plot is that of the results, whatever drew it.
"""

import json
from collections.abc import Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any

from watchword.brief.render.drawing_library import load_vl_convert

Spec = Mapping[str, Any]
Values = Sequence[Mapping[str, Any]]
WIDTH, HEIGHT = 520, 300


def draw(specs: Mapping[str, Spec], folder: Path) -> list[str]:
    """Draw plots into a folder, and name their files.

    Raises:
        MissingExtraError: if vl-convert is not installed.
    """
    drawing = load_vl_convert()
    for name, spec in specs.items():
        svg = str(drawing.vegalite_to_svg(dict(spec)))
        text = f"{svg.rstrip()}\n<!-- shows {digest_of(spec)} -->\n"
        (folder / name).write_text(text, encoding="utf-8")
    return list(specs)


def digest_of(spec: Spec) -> str:
    """A digest of what a plot shows."""
    return sha256(json.dumps(spec, sort_keys=True).encode()).hexdigest()[:16]


def shows(svg: str, spec: Spec) -> bool:
    """Whether a drawn plot is that of a spec."""
    return f"<!-- shows {digest_of(spec)} -->" in svg


def lines(values: Values, *, x: str, y: str, colour: str, log: bool = True) -> Spec:
    """Lines through points, on logarithmic axes unless said otherwise.

    Args:
        values: the points, each with the three fields that follow.
        x: field across.
        y: field upwards.
        colour: field that parts the lines.
        log: whether both axes are logarithmic.
    """
    axis = {"type": "quantitative", **({"scale": {"type": "log", "nice": False}} if log else {})}
    thin = {"labelFlush": True, "labelOverlap": True, "tickCount": 6}
    return _sized(
        {
            "data": {"values": list(values)},
            "mark": {"type": "line", "point": True},
            "encoding": {
                "x": {"field": x, "axis": {**thin, "format": "~s"}, **axis},
                "y": {"field": y, "axis": thin, **axis},
                "color": {
                    "field": colour,
                    "type": "nominal",
                    "title": None,
                    "sort": None,
                    "scale": {"scheme": "tableau20"},
                },
            },
        }
    )


def bars(values: Values, *, of: str, x: str, log: bool = False) -> Spec:
    """Bars across, one below the other in the order given, each with its number beside it.

    Args:
        values: the bars, each with the two fields that follow.
        of: field that names a bar.
        x: field that its length tells.
        log: whether lengths are logarithmic.
    """
    least = min(float(each[x]) for each in values) / 2 if log else 0.0
    scale = {"type": "log", "domainMin": least, "nice": False} if log else {"domainMin": 0}
    told = {"field": x, "type": "quantitative", "format": ",.0f"}
    names = {"labelLimit": 400}
    placed = {"y": {"field": of, "type": "nominal", "sort": None, "title": None, "axis": names}}
    across = {"x": {"field": x, "type": "quantitative", "scale": scale}}
    return _sized(
        {
            "data": {"values": list(values)},
            "encoding": {**placed, **across},
            "layer": [
                {"mark": "bar", "encoding": {"x2": {"datum": least}}},
                {"mark": {"type": "text", "align": "left", "dx": 3}, "encoding": {"text": told}},
            ],
        },
        height=max(60, 22 * len(values)),
    )


def _sized(spec: Spec, height: int = HEIGHT) -> Spec:
    frame = {"view": {"stroke": "#ddd"}, "font": "sans-serif", "background": "white"}
    # Names are wider than they are measured.
    room = {"left": 30, "top": 5, "bottom": 5, "right": 40}
    return {"width": WIDTH, "height": height, "config": frame, "padding": room, **spec}
