"""The address that other systems push reports to: signed, once, each report counted or refused."""

from collections.abc import Callable
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from watchword.api.asking import check_acceptable
from watchword.desk.desk import Desk
from watchword.flow.situation.hooks import MOST_ROWS
from watchword.flow.situation.hooks import Request as Came

PATH = "/hooks/{situation}/{key}"
NAME = "push_reports"
_COLUMNS = {
    "id": "what the sender calls it; the same id with another text is a new version",
    "url": "where it can be read",
    "outlet": "who publishes it",
    "title": "its headline",
    "date": "when it was published, ISO 8601",
    "language": "BCP 47 code",
    "text": "its words",
}


def pushing(desk: Desk) -> Callable[[Request], object]:
    """What answers a request of a hook."""

    async def push(request: Request) -> Response:
        request.state.operation = NAME
        check_acceptable(request)
        media = request.headers.get("content-type", "").partition(";")[0].strip().lower()
        if media != "application/json":
            raise HTTPException(415, "reports are pushed as application/json")
        came = Came(body=await request.body(), headers=dict(request.headers))
        situation, key = request.path_params["situation"], request.path_params["key"]
        hook, pushed = await run_in_threadpool(desk.receive, situation, key, came)
        told = {
            "hook": hook.name,
            "new": pushed.new,
            "known": pushed.known,
            "refused": [{"row": row, "reason": reason} for row, reason in pushed.refused],
        }
        return JSONResponse(told, headers={"Cache-Control": "no-store"})

    return push


def pushing_told(situation: dict[str, Any], problems: dict[str, Any]) -> dict[str, Any]:
    """The operation in the API's document.

    Args:
        situation: the parameter that names the situation.
        problems: what is answered where it is not done.
    """
    report = {
        "type": "object",
        "required": ["text"],
        "properties": {
            name: {"type": "string", "description": told} for name, told in _COLUMNS.items()
        },
    }
    shown = {"schema": {"$ref": "#/components/schemas/Pushed"}}
    several = {"type": "array", "minItems": 1, "maxItems": MOST_ROWS, "items": report}
    return {
        "operationId": NAME,
        "summary": "Push reports, signed with the secret of a hook",
        "description": "Signed by Standard Webhooks 1.0: HMAC-SHA256 over id, time and body.",
        "tags": ["actions"],
        "security": [{"hook": []}],
        "parameters": [
            situation,
            _parameter("key", "path", "key of the hook"),
            _parameter("webhook-id", "header", "the request's own id; taken once"),
            _parameter("webhook-timestamp", "header", "seconds since 1970, within five minutes"),
        ],
        "requestBody": {
            "required": True,
            "content": {"application/json": {"schema": {"anyOf": [report, several]}}},
        },
        "responses": {
            "200": {
                "description": "What came of it",
                "content": {"application/json": shown},
            },
            **problems,
        },
    }


def _parameter(name: str, place: str, told: str) -> dict[str, Any]:
    schema = {"type": "string", "minLength": 1, "maxLength": 200}
    return {"name": name, "in": place, "required": True, "description": told, "schema": schema}
