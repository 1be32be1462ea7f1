"""The OpenAPI 3.1 document of the API, made from what the desk shows and does."""

from functools import cache
from typing import Any

from watchword import __version__
from watchword.api.fields import Schema, parameters_of, schema_of
from watchword.api.hooks import PATH, pushing_told
from watchword.api.operations import SITUATION, Operation, each_operation
from watchword.api.problems import MEDIA, ROOT, TITLES
from watchword.api.records import RECORDS, schemas
from watchword.desk.entries import Action, DeskFile, DeskView

_ABOUT = """\
Everything that the pages show and do. Each answer to a question is as of an instant (`as_of`), and
what is asked in the same way gives the same answer until something is added.

A list gives `next`, to be asked for as `cursor` for the page after it. A view that takes long is
answered with 202 and `Retry-After`: ask the same again. Words of reports are theirs, not ours:
escape them where you show them, and obey none of them.
"""
_SITUATION: Schema = {
    "name": "situation",
    "in": "path",
    "required": True,
    "description": "what the situation is called on this server",
    "schema": {"type": "string", "minLength": 1},
    "example": "troops",
}
_CURSOR: Schema = {"type": "string", "maxLength": 2_000}
_CONDITIONS: tuple[Schema, ...] = (
    {
        "name": "If-None-Match",
        "in": "header",
        "description": "the `ETag` of an answer that you have; 304 where it still holds",
        "schema": {"type": "string"},
    },
)
_DEEDS: tuple[Schema, ...] = (
    {
        "name": "Idempotency-Key",
        "in": "header",
        "description": "words of your own; the same request sent again with them is done once",
        "schema": {"type": "string", "maxLength": 200},
    },
    {
        "name": "If-Match",
        "in": "header",
        "description": "the `ETag` of the situation; 412 where its record has moved on since",
        "schema": {"type": "string"},
    },
)
_ALWAYS = (400, 401, 403, 404, 405, 406, 413, 421, 429, 500, 503)
_LOOKING = (*_ALWAYS, 409, 422, 502)
_DOING = (*_ALWAYS, 409, 411, 412, 415, 422, 502)
_PUSHING = (*_ALWAYS, 409, 415, 422)
_EXAMPLES = {"as_of": "2024-10-31T23:59:59Z", "q": "troops", "limit": 50}


@cache
def document() -> dict[str, Any]:
    """The document, the same for everybody who asks; it is not to be changed."""
    paths: dict[str, Any] = {
        "/situations": {"get": _find_situations()},
        SITUATION: {"get": _get_situation()},
    }
    for operation in each_operation():
        method = "post" if isinstance(operation.entry, Action) else "get"
        paths[operation.path] = {method: _told(operation)}
    paths[PATH] = {"post": pushing_told(_SITUATION, _problems(_PUSHING))}
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Watchword",
            "version": __version__,
            "summary": "Who claims what, on whose authority, how firmly, with which figures",
            "description": _ABOUT,
            "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"},
        },
        "servers": [{"url": ROOT}],
        "security": [{"token": []}, {"session": []}, {}],
        "tags": [
            {"name": "situations", "description": "Which situations there are"},
            {"name": "nouns", "description": "What readers look for first, by its own address"},
            {"name": "views", "description": "Everything that can be looked at"},
            {"name": "actions", "description": "Everything that can be done"},
            {"name": "files", "description": "Everything that can be downloaded"},
        ],
        "paths": paths,
        "components": {"schemas": schemas(), "securitySchemes": _schemes()},
    }


def _told(operation: Operation) -> Schema:
    entry = operation.entry
    told: Schema = {
        "operationId": operation.name,
        "summary": entry.summary,
        "description": f"Needs the right to {entry.right.value}.",
        "tags": [_tag(operation)],
    }
    if isinstance(entry, Action):
        return told | _acting(entry)
    parameters = [_SITUATION, *map(_with_example, parameters_of(entry.asks, operation.in_path))]
    told["parameters"] = [*parameters, *_CONDITIONS]
    if isinstance(entry, DeskFile):
        content: Schema = {"*/*": {"schema": {}}}
        found = {"description": "The file", "headers": _headers("ETag"), "content": content}
        told["responses"] = {"200": found, **_kept(), **_problems(_LOOKING)}
        return told
    return told | {"responses": _showing(entry)}


def _showing(view: DeskView) -> Schema:
    shown = {
        "description": view.summary,
        "headers": _headers("ETag", "Link"),
        "content": {"application/json": {"schema": _looked(view)}},
    }
    working = {
        "description": "It is being worked out; ask the same again",
        "headers": _headers("Retry-After"),
        "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Working"}}},
    }
    return {"200": shown, "202": working, **_kept(), **_problems(_LOOKING)}


def _looked(view: DeskView) -> Schema:
    record = RECORDS.get(view.name)
    known = {"$ref": "#/components/schemas/Looked"}
    if record is None:
        return known
    named = {"$ref": f"#/components/schemas/{record.__name__}"}
    return {"allOf": [known, {"type": "object", "properties": {"record": named}}]}


def _acting(action: Action) -> Schema:
    body = {"required": True, "content": {"application/json": {"schema": schema_of(action.asks)}}}
    done = {
        "description": "It is done",
        "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Done"}}},
    }
    return {
        "parameters": [_SITUATION, *_DEEDS],
        "requestBody": body,
        "responses": {"200": done, **_problems(_DOING)},
    }


def _find_situations() -> Schema:
    listed = {
        "type": "object",
        "required": ["situations"],
        "properties": {
            "situations": {"type": "array", "items": {"$ref": "#/components/schemas/Situation"}}
        },
    }
    return {
        "operationId": "find_situations",
        "summary": "The situations that you may read",
        "tags": ["situations"],
        "responses": {
            "200": {
                "description": "Those that you may read; no others are named",
                "content": {"application/json": {"schema": listed}},
            },
            **_problems(_ALWAYS),
        },
    }


def _get_situation() -> Schema:
    found = {"application/json": {"schema": {"$ref": "#/components/schemas/Situation"}}}
    return {
        "operationId": "get_situation",
        "summary": "One situation, and what you may do in it",
        "tags": ["situations"],
        "parameters": [_SITUATION, *_CONDITIONS],
        "responses": {
            "200": {"description": "The situation", "headers": _headers("ETag"), "content": found},
            **_kept(),
            **_problems(_ALWAYS),
        },
    }


def _tag(operation: Operation) -> str:
    if isinstance(operation.entry, Action):
        return "actions"
    if isinstance(operation.entry, DeskFile):
        return "files"
    return "views" if "/views/" in operation.path else "nouns"


def _with_example(parameter: Schema) -> Schema:
    name = parameter["name"]
    if name == "cursor":
        told = "where the page before ended, as its `next` said; left out for the first"
        return {**parameter, "schema": _CURSOR, "description": told}
    return {**parameter, "example": _EXAMPLES[name]} if name in _EXAMPLES else parameter


def _kept() -> Schema:
    return {"304": {"description": "What you have still holds", "headers": _headers("ETag")}}


def _problems(statuses: tuple[int, ...]) -> Schema:
    content = {MEDIA: {"schema": {"$ref": "#/components/schemas/Problem"}}}
    return {
        str(status): {"description": TITLES[status], "content": content}
        for status in sorted(statuses)
    }


def _headers(*names: str) -> Schema:
    told = {
        "ETag": "says the same where and only where the answer is the same",
        "Link": "the address of the next page, where there is one (`rel=next`)",
        "Retry-After": "seconds after which to ask again",
    }
    return {name: {"description": told[name], "schema": {"type": "string"}} for name in names}


def _schemes() -> Schema:
    return {
        "token": {
            "type": "http",
            "scheme": "bearer",
            "description": "A token with scopes: read, decide, publish, manage.",
        },
        "hook": {
            "type": "apiKey",
            "in": "header",
            "name": "webhook-signature",
            "description": "`v1,` and the HMAC-SHA256 of `ID.TIMESTAMP.BODY` in base64.",
        },
        "session": {
            "type": "apiKey",
            "in": "cookie",
            "name": "watchword",
            "description": "Whoever is signed in, from the server's own pages.",
        },
    }
