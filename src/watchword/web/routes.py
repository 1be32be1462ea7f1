"""The addresses of the pages: each shows a view of the desk; forms ask the desk to do something.

`request.state.principal` says who asks; the server sets it before any of this runs.
"""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from urllib.parse import quote, unquote, urlsplit

from fastapi import APIRouter
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.datastructures import UploadFile
from starlette.requests import Request

from watchword.desk.desk import Desk
from watchword.desk.entries import Answer, Uploaded
from watchword.errors import MissingError, MovedError
from watchword.model.principal import Principal
from watchword.web import doing
from watchword.web.catalogue import PAGES, navigation
from watchword.web.doing import Deed, Deeds, Wish
from watchword.web.doors import Guard
from watchword.web.entries import Page
from watchword.web.rendering import environment
from watchword.web.visit import Visit

SAID = "said"
"""Cookie that tells the next page what was done."""
_SAID_S = 20
_DOING = Page(path="/doing/{key}", view="", template="doing.html.jinja", label="Being done")
MOST_FILES = 500
"""Files that one form may send; how many bytes is bounded before they are taken in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Frame:
    """What every page stands in.

    Attributes:
        page: the page.
        desk: what it shows.
        guard: how its forms are kept safe.
    """

    page: Page
    desk: Desk
    guard: Guard


class _Words(dict[str, object]):
    """What an address asks; what it does not ask is empty."""

    def __missing__(self, name: str) -> str:
        return ""


def page_routes(desk: Desk, guard: Guard) -> APIRouter:
    """The routes of every page, of forms and of downloads.

    Args:
        desk: what they show and do.
        guard: how forms are kept safe.
    """
    router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)

    @router.get("/")
    def find_first(request: Request) -> Response:
        known = desk.situations_of(request.state.principal)
        if not known:
            raise MissingError("there is no situation that you may read", mend="ask an owner")
        return RedirectResponse(f"/s/{quote(next(iter(known)), safe='')}/", 303)

    for page in PAGES:
        router.add_api_route(
            f"/s/{{situation}}{page.path}", _shown(_Frame(page=page, desk=desk, guard=guard))
        )

    _add_forms(router, desk, guard)

    @router.get("/s/{situation}/files/{name}")
    def download(request: Request, situation: str, name: str) -> Response:
        made = desk.make(request.state.principal, situation, name, _given(request))
        return Response(
            made.content,
            media_type=made.media,
            headers={"Content-Disposition": f"attachment; filename*=UTF-8''{quote(made.name)}"},
        )

    return router


def _add_forms(router: APIRouter, desk: Desk, guard: Guard) -> None:
    """Add the addresses that forms are sent to: to do something, or to be checked as one types."""
    deeds = Deeds(desk)

    @router.post("/s/{situation}/do/{action}")
    async def do(request: Request, situation: str, action: str) -> Response:
        given = await _form_of(request)
        guard.check(request, str(given.pop("csrf", "")))
        principal: Principal = request.state.principal
        back = str(given.pop("back", ""))
        wish = Wish(principal=principal, situation=situation, action=action, given=given)
        deed = deeds.begin(wish, back)
        if await run_in_threadpool(deed.is_done_within, doing.PATIENCE_S):
            return _done(deed)
        return RedirectResponse(f"{_home(situation)}/doing/{deed.key}", 303)

    @router.get("/s/{situation}/doing/{key}")
    def show_doing(request: Request, situation: str, key: str) -> Response:
        deed = deeds.of(request.state.principal, situation, key)
        if deed.future.done():
            return _done(deed)
        frame = _Frame(page=_DOING, desk=desk, guard=guard)
        context = {"as_of": None, "seconds": deed.seconds}
        return _waited_for(_page(_DOING.template, frame, request, context))

    @router.post("/s/{situation}/check/{view}")
    async def check(request: Request, situation: str, view: str) -> Response:
        given = await _form_of(request)
        guard.check(request, str(given.pop("csrf", "")))
        principal: Principal = request.state.principal
        answer = await run_in_threadpool(desk.look, principal, situation, view, given)
        return JSONResponse(answer.record if answer else {}, 200 if answer else 202)


def _done(deed: Deed) -> Response:
    """Where to go once something is done, with what is said of it.

    Raises:
        WatchwordError: if it could not be done.
    """
    done, home = deed.future.result(), _home(deed.situation)
    at = done.get("at")
    answer = RedirectResponse(f"{home}{at}" if at else _inside(deed.back, home), 303)
    _say(answer, done)
    return answer


def _home(situation: str) -> str:
    return f"/s/{quote(situation, safe='')}"


def _shown(frame: _Frame) -> Callable[..., Response]:
    page, desk = frame.page, frame.desk

    def show(request: Request, situation: str) -> Response:
        principal: Principal = request.state.principal
        given = {**_given(request), **_in_path(request)}
        answers: dict[str, Answer] = {}
        for name in (page.view, *page.also):
            try:
                found = desk.look(principal, situation, name, given)
            except MovedError as moved:
                return _led_on(page, request, moved)
            if found is None:
                return _working(frame, request)
            answers[name] = found
        first = answers[page.view]
        context = {
            "record": first.record,
            "records": {name: each.record for name, each in answers.items()},
            "windows": _windows(answers.values()),
            "is_behind": any(each.is_behind for each in answers.values()),
            "as_of": first.as_of,
        }
        return _page(page.template, frame, request, context)

    return show


def _led_on(page: Page, request: Request, moved: MovedError) -> Response:
    """The same page of what took the place of the thing that was asked for."""
    if not moved.to:
        raise moved
    situation = quote(request.path_params["situation"], safe="")
    path = page.path.replace("{key}", quote(moved.to, safe=""))
    asked = f"?{request.url.query}" if request.url.query else ""
    return RedirectResponse(f"/s/{situation}{path}{asked}", 303)


def _windows(answers: Iterable[Answer]) -> list[object]:
    """What the answers are over, each part of the record once; nothing where they are whole."""
    over = {
        str(each.record["window"]): each.record["window"]
        for each in answers
        if "window" in each.record
    }
    return list(over.values())


def _working(frame: _Frame, request: Request) -> Response:
    return _waited_for(_page("working.html.jinja", frame, request, {"as_of": None}))


def _waited_for(answer: Response) -> Response:
    """A page that shows itself again until something is ready."""
    answer.headers["Refresh"] = "2"
    answer.status_code = 202
    return answer


def _page(
    template: str, frame: _Frame, request: Request, context: Mapping[str, object]
) -> Response:
    visit = _visit(frame, request, context.get("as_of"))
    html = (
        environment()
        .get_template(template)
        .render(
            visit=visit,
            page=frame.page,
            navigation=navigation(),
            ask=_Words(visit.given),
            said=_said(request),
            address=_path(request) + (f"?{request.url.query}" if request.url.query else ""),
            **context,
        )
    )
    answer = HTMLResponse(html)
    if SAID in request.cookies:
        answer.delete_cookie(SAID)
    return answer


def _visit(frame: _Frame, request: Request, as_of: object) -> Visit:
    principal: Principal = request.state.principal
    situation = request.path_params["situation"]
    titles = frame.desk.situations_of(principal)
    given = _given(request)
    return Visit(
        principal=principal,
        situation=situation,
        title=titles[situation],
        situations=titles,
        path=_path(request).removeprefix(f"/s/{quote(situation, safe='')}"),
        given=given,
        as_of=as_of if isinstance(as_of, datetime) else frame.desk.instant_of(principal, situation),
        is_past=bool(given.get("as_of")),
        csrf=frame.guard.script(request),
        token=partial(frame.guard.token, request),
    )


def _path(request: Request) -> str:
    """The address as it is sent: a name in it may have spaces, or a question mark."""
    return quote(request.url.path, safe="/")


def _given(request: Request) -> dict[str, object]:
    """What an address asks; a field that is given several times as a list."""
    given: dict[str, object] = {}
    for name in request.query_params:
        values = request.query_params.getlist(name)
        given[name] = values[0] if len(values) == 1 else values
    return given


def _in_path(request: Request) -> dict[str, object]:
    return {name: value for name, value in request.path_params.items() if name != "situation"}


async def _form_of(request: Request) -> dict[str, object]:
    given: dict[str, object] = {}
    async with request.form(max_files=MOST_FILES, max_fields=500) as form:
        for name in form:
            values = [await _plain(each) for each in form.getlist(name)]
            given[name] = values[0] if len(values) == 1 else values
    return given


async def _plain(value: UploadFile | str) -> object:
    if isinstance(value, UploadFile):
        return Uploaded(name=value.filename or "", content=await value.read())
    return value


def _inside(back: str, home: str) -> str:
    """The page to go back to, if it is one of this situation."""
    parts = urlsplit(back)
    is_here = not parts.scheme and not parts.netloc and parts.path.startswith(f"{home}/")
    if not is_here or "\\" in back or any(ord(each) < 33 for each in back):
        return f"{home}/"
    return back


def _say(answer: Response, done: Mapping[str, object]) -> None:
    """Tell the next page what was done."""
    told = {
        "said": done.get("said", "done"),
        "undo": done.get("decision"),
        "undo_by": done.get("undo_by", "undo"),
    }
    said = quote(json.dumps(told))
    answer.set_cookie(SAID, said, max_age=_SAID_S, httponly=True, samesite="strict")


def _said(request: Request) -> dict[str, object] | None:
    try:
        said = json.loads(unquote(request.cookies.get(SAID, "")))
    except ValueError:
        return None
    return said if isinstance(said, dict) and isinstance(said.get("said"), str) else None
