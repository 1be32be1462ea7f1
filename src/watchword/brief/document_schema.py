"""The JSON Schema of a brief, made from the nouns; `brief.schema.json` is this, published."""

import json
from dataclasses import is_dataclass
from datetime import datetime
from types import NoneType, UnionType
from typing import Any, get_args, get_origin

from watchword.brief.document import READABLE, SCHEMA_VERSION
from watchword.brief.document_form import DIGEST, JsonValue, form_of
from watchword.model.brief import Brief
from watchword.model.span import Span

_DIGEST_NAMES = (DIGEST, "text_sha256", "raw_sha256")
_COUNTED_FROM_ONE = ("number",)


def schema_text() -> str:
    """The text of `brief.schema.json`."""
    return json.dumps(brief_schema(), ensure_ascii=False, indent=2) + "\n"


def brief_schema() -> dict[str, JsonValue]:
    """The JSON Schema (draft 2020-12) of a brief."""
    definitions: dict[str, JsonValue] = {}
    _define(Brief, definitions)
    brief = definitions.pop("Brief")
    if not isinstance(brief, dict):  # pragma: no cover - always an object
        raise TypeError("the schema of a brief is an object")
    properties, required = brief["properties"], brief["required"]
    if not isinstance(properties, dict) or not isinstance(required, list):  # pragma: no cover
        raise TypeError("the schema of a brief has properties")
    brief["properties"] = {"schema_version": {"enum": [*sorted(READABLE)]}, **properties}
    brief["required"] = ["schema_version", *required]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:watchword:brief:{SCHEMA_VERSION}",
        "title": "A cited brief",
        **brief,
        "$defs": dict(sorted(definitions.items())),
    }


def _define(noun: Any, definitions: dict[str, JsonValue]) -> None:  # noqa: ANN401 - any noun
    if noun.__name__ in definitions:
        return
    definitions[noun.__name__] = {}
    form = form_of(noun)
    properties = {name: _field(name, hint, definitions) for name, hint, _ in form}
    required: list[JsonValue] = [name for name, _, is_required in form if is_required]
    if noun is Span:
        properties[DIGEST] = _field(DIGEST, str, definitions)
        required.append(DIGEST)
    definitions[noun.__name__] = {
        "description": noun.__doc__.strip().splitlines()[0],
        "type": "object",
        "additionalProperties": False,
        "required": required,
        "properties": properties,
    }


def _field(name: str, hint: Any, definitions: dict[str, JsonValue]) -> JsonValue:  # noqa: ANN401
    if name in _DIGEST_NAMES:
        return {"type": "string", "pattern": "^[0-9a-f]{64}$"}
    if name in _COUNTED_FROM_ONE:
        return {"type": "integer", "minimum": 1}
    return _schema(hint, definitions)


def _schema(hint: Any, definitions: dict[str, JsonValue]) -> JsonValue:  # noqa: ANN401 - any hint
    if get_origin(hint) is UnionType:
        inner = next(kind for kind in get_args(hint) if kind is not NoneType)
        return {"anyOf": [_schema(inner, definitions), {"type": "null"}]}
    if get_origin(hint) is tuple:
        return {"type": "array", "items": _schema(get_args(hint)[0], definitions)}
    if is_dataclass(hint):
        _define(hint, definitions)
        return {"$ref": f"#/$defs/{getattr(hint, '__name__', '')}"}
    if hint is datetime:
        return {"type": "string", "format": "date-time", "pattern": "Z$"}
    simple = {str: "string", int: "integer", float: "number", bool: "boolean"}
    if hint in simple:
        return {"type": simple[hint]}
    return {"type": "string", "enum": [str(term) for term in hint]}
