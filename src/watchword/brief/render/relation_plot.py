"""Two actors over time as a picture that is understood at a glance.

A panel a way: cooperation up, conflict down, what is said pale and what is done dark; a line for
what remains when the ups and downs of reporting are taken out; a rule with a number for each turn,
told in words below the title; a faint strip for how much was printed at all.

The picture is a Vega-Lite specification with its data in it, so that a page can draw it too, and
vl-convert makes a file of it, without a browser or a network.
"""

import json
from enum import StrEnum
from textwrap import wrap

from watchword.brief.render.drawing_library import load_vl_convert
from watchword.brief.render.inert import one_line
from watchword.brief.render.relation_layers import (
    PALETTE,
    Spec,
    flow_panel,
    highest_bar,
    volume_panel,
)
from watchword.brief.render.svg import clean_svg
from watchword.model.relation import Relation, RelationTurn, Way

MOST_TURNS = 5
"""Turns that bear a number and are told in words; more would hide what is drawn."""
LONGEST = 120
"""Characters of a line below the title."""


class PictureForm(StrEnum):
    """What a picture is written as."""

    PNG = "png"
    SVG = "svg"
    PDF = "pdf"
    JSON = "json"


def relation_spec(relation: Relation, *, raw: bool = False) -> Spec:
    """The picture of a relation as a Vega-Lite specification; nothing is fetched for it.

    Args:
        relation: the two over time.
        raw: whether only what was counted is drawn, without levels and turns.
    """
    turns = () if raw else shown_turns(relation)
    high = highest_bar(relation)
    flows = [flow_panel(relation, way, high, turns, raw=raw) for way in Way]
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v6.json",
        "background": "#ffffff",
        "padding": 16,
        "title": {
            "text": one_line(f"{relation.one.name} and {relation.other.name}, by {relation.grain}"),
            "subtitle": [*_told(relation, turns, raw=raw)],
            "anchor": "start",
            "frame": "group",
            "fontSize": 16,
            "subtitleFontSize": 12,
            "subtitlePadding": 6,
            "subtitleLineHeight": 16,
            "offset": 12,
            "color": PALETTE["ink"],
            "subtitleColor": PALETTE["ink"],
        },
        "spacing": 10,
        "vconcat": [*flows, volume_panel(relation)],
        "config": {"view": {"stroke": None}, "font": "sans-serif"},
    }


def draw_relation(relation: Relation, form: PictureForm, *, raw: bool = False) -> bytes:
    """A relation as the bytes of a picture, or of its specification.

    Args:
        relation: the two over time.
        form: what it is written as.
        raw: whether only what was counted is drawn.

    Raises:
        MissingExtraError: if vl-convert is not installed.
    """
    spec = relation_spec(relation, raw=raw)
    if form is PictureForm.JSON:
        return (json.dumps(spec, ensure_ascii=False, indent=1) + "\n").encode()
    drawing = load_vl_convert("pip install 'watchword[print]', or write the plot to a .json file")
    if form is PictureForm.SVG:
        svg = drawing.vegalite_to_svg(spec, allowed_base_urls=[])
        told = "; ".join(turn.words for turn in relation.turns or ())
        title = one_line(f"{relation.one.name} and {relation.other.name}")
        return clean_svg(svg, title=title, description=one_line(told)).encode()
    if form is PictureForm.PDF:
        return bytes(drawing.vegalite_to_pdf(spec, allowed_base_urls=[]))
    return bytes(drawing.vegalite_to_png(spec, scale=2, allowed_base_urls=[]))


def shown_turns(relation: Relation) -> tuple[RelationTurn, ...]:
    """The strongest turns, in order of time."""
    return tuple(sorted((relation.turns or ())[:MOST_TURNS], key=lambda turn: turn.at))


def _told(relation: Relation, turns: tuple[RelationTurn, ...], *, raw: bool) -> list[str]:
    lines = [
        line
        for number, turn in enumerate(turns, start=1)
        for line in wrap(one_line(f"{number}: from {turn.day}, {_short(turn.words)}"), LONGEST)
    ]
    if lines or raw:
        return lines
    if relation.turns is None:
        return ["Turns were not looked for."]
    return ["No turn: nothing moved that the same outlets, before and after, bear out."]


def _short(words: str) -> str:
    return words.partition(";")[0].partition(" (and ")[0]
