"""What may be asked of a view or an action, as JSON Schema, told in the words of its docstring."""

import inspect
import re
from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel

Schema = dict[str, Any]
_FIELD = re.compile(r"^ {4}(\w+): (.+?)(?=^ {4}\w|\Z)", re.MULTILINE | re.DOTALL)
_FILE: Schema = {
    "type": "object",
    "description": "A file.",
    "properties": {
        "name": {"type": "string", "description": "what it is called"},
        "content_base64": {"type": "string", "contentEncoding": "base64"},
    },
    "required": ["name", "content_base64"],
    "additionalProperties": False,
}


def schema_of(form: type[BaseModel]) -> Schema:
    """The schema of a form, with nothing that stands elsewhere; unknown fields are refused."""
    whole = form.model_json_schema()
    definitions = whole.pop("$defs", {})
    schema: Schema = _without_references(whole, definitions)
    told = words_of(form)
    for name, field in schema.get("properties", {}).items():
        field.pop("title", None)
        if name in told:
            field["description"] = told[name]
    schema.pop("title", None)
    schema["description"] = (inspect.getdoc(form) or "").split("\n", 1)[0]
    schema["additionalProperties"] = False
    return schema


def words_of(form: type) -> Mapping[str, str]:
    """What the docstrings of a form and of those before it say of each field."""
    told: dict[str, str] = {}
    for each in reversed(form.__mro__):
        _, _, attributes = inspect.cleandoc(each.__doc__ or "").partition("Attributes:\n")
        told |= {name: " ".join(words.split()) for name, words in _FIELD.findall(attributes)}
    return told


def parameters_of(form: type[BaseModel], in_path: frozenset[str]) -> list[Schema]:
    """The parameters of an address that asks what a form may ask.

    Args:
        form: what may be asked.
        in_path: what of it stands in the path.
    """
    schema = schema_of(form)
    required = set(schema.get("required", ())) | in_path
    parameters = []
    for name, field in schema["properties"].items():
        plain = _not_null(field)
        description = plain.pop("description", "")
        parameter: Schema = {
            "name": name,
            "in": "path" if name in in_path else "query",
            "required": name in required,
            "schema": plain,
        }
        if description:
            parameter["description"] = description
        parameters.append(parameter)
    return sorted(parameters, key=lambda each: (each["in"], not each["required"]))


def _without_references(value: object, definitions: Mapping[str, Schema]) -> Any:  # noqa: ANN401
    if isinstance(value, list):
        return [_without_references(each, definitions) for each in value]
    if not isinstance(value, dict):
        return value
    if "$ref" in value:
        name = str(value["$ref"]).rpartition("/")[2]
        if name == "Uploaded":
            return dict(_FILE)
        rest = {key: each for key, each in value.items() if key != "$ref"}
        return {**_without_references(definitions[name], definitions), **rest}
    return {key: _without_references(each, definitions) for key, each in value.items()}


def _not_null(field: Schema) -> Schema:
    """A field as an address tells it: what is not said is left out, never null."""
    plain = {key: value for key, value in field.items() if key != "anyOf"}
    if plain.get("default", 0) is None:
        del plain["default"]
    choices = [each for each in field.get("anyOf", ()) if each != {"type": "null"}]
    if len(choices) == 1:
        return {**choices[0], **plain}
    return {**plain, "anyOf": choices} if choices else plain
