"""The API as an application: its addresses, and what each of them is answered with.

`request.state.principal` says who asks; the server sets it before any of this runs, and refuses
what a page of another site asks for. What changes something has to be JSON, which no form sends.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from hashlib import sha256

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Route

from watchword.api.answering import (
    PRIVATE,
    check_unmoved,
    handed_over,
    is_known,
    looked,
    with_cursor,
    worked_on,
)
from watchword.api.asking import (
    asked_in_address,
    asked_in_body,
    check_acceptable,
)
from watchword.api.document import document
from watchword.api.hooks import PATH, pushing
from watchword.api.operations import Operation, each_operation
from watchword.api.page import docs_page
from watchword.api.problems import tell_error, tell_fault, tell_framework
from watchword.api.repeats import Repeats
from watchword.desk.desk import Desk
from watchword.desk.entries import Action, DeskView
from watchword.errors import WatchwordError
from watchword.flow.span_records import Record
from watchword.model.principal import Principal, Right


@dataclass(frozen=True, slots=True, kw_only=True)
class _Door:
    """What every operation is answered from.

    Attributes:
        desk: what is shown and done.
        repeats: what was answered to requests that may be sent again.
    """

    desk: Desk
    repeats: Repeats


def api_application(desk: Desk) -> Starlette:
    """The API over a desk; a server mounts it at `problems.ROOT`.

    Args:
        desk: what it shows and does; whoever opened it closes it.
    """
    door = _Door(desk=desk, repeats=Repeats())
    routes = [
        Route("/openapi.json", _openapi),
        Route("/docs", _docs),
        Route("/situations", _situations(desk)),
        Route("/situations/{situation}", _situation(desk)),
        Route(PATH, pushing(desk), methods=["POST"]),
        *(_route(door, operation) for operation in each_operation()),
    ]
    return Starlette(
        routes=routes,
        exception_handlers={
            WatchwordError: tell_error,
            HTTPException: tell_framework,
            Exception: tell_fault,
        },
    )


def _route(door: _Door, operation: Operation) -> Route:
    """The route of an operation; what counts requests is told its name."""
    path = operation.path
    if path.endswith("/{key}"):
        path = path.removesuffix("{key}") + "{key:path}"
    if isinstance(operation.entry, Action):
        return Route(path, _done(door, operation.entry, operation.name), methods=["POST"])
    if isinstance(operation.entry, DeskView):
        return Route(path, _shown(door.desk, operation.entry, operation.name), methods=["GET"])
    return Route(path, _made(door.desk, operation), methods=["GET"])


def _shown(desk: Desk, view: DeskView, name: str) -> Callable[[Request], Response]:
    def show(request: Request) -> Response:
        request.state.operation = name
        check_acceptable(request)
        situation = request.path_params["situation"]
        given = asked_in_address(request, view.asks)
        asked, question = with_cursor(situation, view.name, given)
        answer = desk.look(_principal(request), situation, view.name, asked)
        if answer is None:
            return worked_on(request, view.name)
        return looked(request, view.name, question, answer)

    return show


def _made(desk: Desk, operation: Operation) -> Callable[[Request], Response]:
    def make(request: Request) -> Response:
        request.state.operation = operation.name
        situation = request.path_params["situation"]
        given = asked_in_address(request, operation.asks)
        made = desk.make(_principal(request), situation, operation.entry.name, given)
        return handed_over(request, made)

    return make


def _done(door: _Door, action: Action, name: str) -> Callable[[Request], object]:
    async def do(request: Request) -> Response:
        request.state.operation = name
        check_acceptable(request)
        given = await asked_in_body(request, action.asks, door.desk.settings.max_bytes)
        record = await run_in_threadpool(_act, door, request, action, given)
        body = {
            "situation": request.path_params["situation"],
            "action": action.name,
            "record": record,
        }
        return JSONResponse(body, headers={"Cache-Control": "no-store"})

    return do


def _act(door: _Door, request: Request, action: Action, given: dict[str, object]) -> Record:
    principal, situation = _principal(request), request.path_params["situation"]
    door.desk.open_for(principal, situation, action.right)
    place = f"{principal.name}\n{situation}\n{action.name}"

    def act() -> Record:
        check_unmoved(request, _tag_of(door.desk, principal, situation))
        return door.desk.act(principal, situation, action.name, given)

    key = request.headers.get("idempotency-key", "")
    return door.repeats.once(place, key, repr(sorted(given.items())).encode(), act)


def _situations(desk: Desk) -> Callable[[Request], Response]:
    def show(request: Request) -> Response:
        check_acceptable(request)
        principal = _principal(request)
        found = [_situation_record(desk, principal, name) for name in desk.situations_of(principal)]
        return JSONResponse({"situations": found}, headers=PRIVATE)

    return show


def _situation(desk: Desk) -> Callable[[Request], Response]:
    def show(request: Request) -> Response:
        check_acceptable(request)
        principal, situation = _principal(request), request.path_params["situation"]
        tag = _tag_of(desk, principal, situation)
        headers = {**PRIVATE, "ETag": f'"{tag}"'}
        if is_known(request, tag):
            return Response(status_code=304, headers=headers)
        return JSONResponse(_situation_record(desk, principal, situation), headers=headers)

    return show


def _situation_record(desk: Desk, principal: Principal, situation: str) -> Record:
    return {
        "name": situation,
        "title": desk.situations_of(principal)[situation],
        "as_of": desk.instant_of(principal, situation).isoformat(),
        "may": [right.value for right in Right if principal.may(right, situation)],
    }


def _tag_of(desk: Desk, principal: Principal, situation: str) -> str:
    """The tag of a situation: it changes with whatever is added to its record."""
    instant = desk.instant_of(principal, situation).isoformat()
    rights = ",".join(right.value for right in Right if principal.may(right, situation))
    return sha256(f"{situation}\n{instant}\n{rights}".encode()).hexdigest()[:32]


def _principal(request: Request) -> Principal:
    principal: Principal = request.state.principal
    return principal


@cache
def _written() -> str:
    return docs_page(document())


def _openapi(request: Request) -> Response:
    check_acceptable(request)
    return JSONResponse(document(), headers={"Cache-Control": "private, max-age=60"})


def _docs(_request: Request) -> Response:
    return HTMLResponse(_written())
