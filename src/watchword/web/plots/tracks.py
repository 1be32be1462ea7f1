"""A track as a plot: every figure that was given, its bounds as bars, by whom."""

from collections import Counter
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

OTHERS = "others"
MOST_SOURCES = 6
"""Sources that get a colour of their own: more are not told apart."""
WIDE_RANGE = 30
"""Times the lowest value from which a scale is logarithmic: below it small values stay apart."""
_SHAPES = {
    "exactly or about": "circle",
    "at least": "triangle-up",
    "up to": "triangle-down",
    "a range": "square",
}
_GIVEN = {"at_least": "at least", "up_to": "up to", "range": "a range"}
_PICKED = "picked"
_PICK: Spec = {
    "name": _PICKED,
    "select": {"type": "point", "fields": ["source"]},
    "bind": "legend",
}
"""A click on a source in the legend keeps its figures and fades the others."""
_STRENGTH: Spec = {"field": "strength", "type": "quantitative", "scale": None}
_TIPS = tips(
    who="Said by",
    words="Figure",
    modality="Told as",
    day="On",
    outlet="In",
    state="Today",
    apart="Apart",
    sentence="Words",
)


def track_plot(track: Told, link: Link) -> Spec:
    """Every figure of a track over time: what no longer stands is faded, outliers are ringed.

    Args:
        track: as `watchword tracks --json` tells it.
        link: the address of a claim.
    """
    points = [point for point in track["points"] if point["said_at"]]
    known = _sources(points)
    values = [value for point in points if (value := _figure(point, known, link)) is not None]
    bars = [value for value in values if None not in {value["low"], value["high"]}]
    x = {**TIME, "field": "at", "scale": {"padding": 16}}
    y = {"type": "quantitative", "title": track["unit"] or None, "scale": _scale(values)}
    colour = _colour(known)
    return plot(
        320,
        (
            *_today(track, y),
            layer(
                [value for value in values if value["source"] != OTHERS],
                {"type": "line", "interpolate": "step-after", "strokeWidth": 1.5, "opacity": 0.45},
                x=x,
                y=_at(y),
                color=colour,
            ),
            layer(
                [bar for bar in bars if bar["low"] != bar["high"]],
                {"type": "rule", "strokeWidth": 4, "opacity": 0.5},
                x=x,
                y={**y, "field": "low"},
                y2={"field": "high"},
                color=colour,
            ),
            _points(values, x, y, colour),
            layer([each for each in values if each["apart"]], RING, x=x, y=_at(y), color=QUIET),
        ),
    )


def _points(values: Sequence[Spec], x: Spec, y: Spec, colour: Spec) -> Spec:
    shape = {"domain": list(_SHAPES), "range": list(_SHAPES.values())}
    marks = layer(
        values,
        {"type": "point", "filled": True, "size": 110, "cursor": "pointer"},
        x=x,
        y=_at(y),
        color=colour,
        shape={"field": "given", "type": "nominal", "scale": shape, "legend": LEGEND},
        opacity={"condition": {"param": _PICKED, **_STRENGTH}, "value": 0.07},
        tooltip=_TIPS,
    )
    return {**marks, "params": [_PICK]}


def _at(y: Spec) -> Spec:
    return {**y, "field": "y"}


def _colour(known: Sequence[str]) -> Spec:
    domain = [*known, *([OTHERS] if len(known) == MOST_SOURCES else [])]
    scale = {"domain": domain}
    return {"field": "source", "type": "nominal", "scale": scale, "legend": LEGEND}


def _sources(points: Sequence[Told]) -> list[str]:
    """Those who gave the most figures, as many as can be told apart."""
    counts = Counter(str(point["source"]) for point in points)
    return sorted(counts, key=lambda source: (-counts[source], source))[:MOST_SOURCES]


def _figure(point: Told, known: Sequence[str], link: Link) -> Spec | None:
    figure = point["figure"]
    low, high = figure["low"], figure["high"]
    best = next((each for each in (figure["best"], low, high) if each is not None), None)
    if best is None:
        return None
    stands = point["standing"] == "stands"
    return {
        "at": point["said_at"],
        "y": best,
        "low": low,
        "high": high,
        "source": point["source"] if point["source"] in known else OTHERS,
        "who": " ← ".join(point["source_chain"]) or point["source"],
        "words": point["words"],
        "modality": point["modality"],
        "given": _GIVEN.get(figure["approx"], "exactly or about"),
        "state": point["standing"],
        "strength": 0.95 if stands else 0.35,
        "apart": point["outlier"] or "",
        "day": point["said_at"][:10],
        "outlet": point["outlet"],
        "sentence": shortened(point["sentence"]),
        "href": link(point["claim_id"]),
    }


def _today(track: Told, y: Spec) -> list[Spec]:
    """A band from the lowest to the highest figure that stands today."""
    band = track["range"]
    if band["low"] is None or band["high"] is None or band["low"] == band["high"]:
        return []
    edges = [{"low": band["low"], "high": band["high"]}]
    mark = {"type": "rect", "opacity": 0.09}
    return [layer(edges, mark, y={**y, "field": "low"}, y2={"field": "high"}, color=QUIET)]


def _scale(values: Sequence[Spec]) -> Spec:
    seen = [each for value in values for each in (value["low"], value["y"], value["high"]) if each]
    if seen and min(seen) > 0 and max(seen) / min(seen) >= WIDE_RANGE:
        return {"type": "log", "nice": True}
    return {"zero": False, "nice": True, "padding": 12}
