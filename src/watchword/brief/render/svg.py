"""A drawn plot made inert: only shapes and words, no script, style, link or outside reference."""

import re
from xml.etree import ElementTree as ET

ELEMENTS = {"svg", "g", "path", "line", "rect", "circle", "text", "tspan"}

ATTRIBUTES = {
    "viewBox", "width", "height", "transform", "d", "x", "y", "x1", "x2", "y1", "y2", "r",
    "cx", "cy", "fill", "stroke", "stroke-width", "stroke-miterlimit", "stroke-dasharray",
    "opacity", "fill-opacity", "stroke-opacity", "text-anchor", "font-size", "font-family",
    "font-weight", "display",
}  # fmt: skip

_NAMESPACE = "{http://www.w3.org/2000/svg}"
_PLAIN = re.compile(r"[\w\s.,#()+%-]*|var\(--[a-z0-9-]+\)")


def clean_svg(svg: str, *, title: str, description: str) -> str:
    """Rebuild a drawing from the elements and attributes that are known to be harmless.

    Args:
        svg: what the drawing library wrote.
        title: short name, told by screen readers.
        description: what it shows, in words.
    """
    drawn = ET.fromstring(svg)  # noqa: S314 - written by our own drawing library
    clean = ET.Element("svg", {"xmlns": "http://www.w3.org/2000/svg", "role": "img"})
    ET.SubElement(clean, "title").text = title
    ET.SubElement(clean, "desc").text = description
    _copy_attributes(drawn, clean)
    _copy_children(drawn, clean)
    return ET.tostring(clean, encoding="unicode")


def _copy_children(drawn: ET.Element, clean: ET.Element) -> None:
    for child in drawn:
        name = child.tag.removeprefix(_NAMESPACE)
        if name not in ELEMENTS or _is_unseen(name, child):
            continue
        kept = ET.SubElement(clean, name)
        kept.text = child.text
        _copy_attributes(child, kept)
        _copy_children(child, kept)
        if name == "g" and not len(kept):
            clean.remove(kept)


def _is_unseen(name: str, element: ET.Element) -> bool:
    hidden = element.get("display") == "none" or element.get("opacity") == "0"
    return hidden or (name == "path" and not element.get("d"))


def _copy_attributes(drawn: ET.Element, clean: ET.Element) -> None:
    for name, value in drawn.attrib.items():
        if name in ATTRIBUTES and _PLAIN.fullmatch(value):
            clean.set(name, value)
