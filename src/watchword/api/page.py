"""The page that explains the API: its document as a page that loads nothing from elsewhere."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from watchword.api.problems import ROOT, TITLES


def docs_page(document: Mapping[str, Any]) -> str:
    """The page of an OpenAPI document.

    Args:
        document: as `document.document` makes it.
    """
    groups = [{**tag, "operations": _operations(document, tag["name"])} for tag in document["tags"]]
    parts = document["info"]["description"].split("\n\n")
    return (
        _environment()
        .get_template("docs.html.jinja")
        .render(
            about=[" ".join(part.split()) for part in parts],
            version=document["info"]["version"],
            root=ROOT,
            groups=[group for group in groups if group["operations"]],
            schemas=document["components"]["schemas"],
            problems=TITLES,
        )
    )


def kind_of(schema: Mapping[str, Any]) -> str:
    """What a value is, in a few words.

    >>> kind_of({"type": "array", "items": {"type": "string", "format": "date-time"}})
    'list of date-time'
    >>> kind_of({"anyOf": [{"$ref": "#/components/schemas/Hit"}, {"type": "null"}]})
    'Hit or null'
    """
    if "$ref" in schema:
        return str(schema["$ref"]).rpartition("/")[2]
    if "anyOf" in schema:
        kinds = dict.fromkeys(kind_of(each) for each in schema["anyOf"])
        return " or ".join(kinds)
    if "enum" in schema:
        return ", ".join(str(each) for each in schema["enum"])
    if "const" in schema:
        return str(schema["const"]) or "nothing"
    if schema.get("type") == "array":
        return f"list of {kind_of(schema.get('items', {}))}"
    return str(schema.get("format") or schema.get("type") or "anything")


def _operations(document: Mapping[str, Any], tag: str) -> list[dict[str, Any]]:
    return [
        {"path": path, "method": method.upper(), **operation}
        for path, methods in document["paths"].items()
        for method, operation in methods.items()
        if tag in operation["tags"]
    ]


@cache
def _environment() -> Environment:
    made = Environment(
        loader=PackageLoader("watchword.api"), autoescape=True, undefined=StrictUndefined
    )
    made.filters["kind"] = kind_of
    return made
