"""What comes in while a page is open, as server-sent events (WHATWG HTML, section 9.2).

`tick` is sent when the record has risen, with how much came since the stream began: JSON
`{"reports": 2, "claims": 11, "alerts": 0, "as_of": "2024-10-25T18:00:00+00:00"}`. The record's
clock is read once a second for everybody who listens, however many they are.
"""

import asyncio
import json
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import datetime

from fastapi import APIRouter
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import Response, StreamingResponse
from starlette.requests import Request

from watchword.desk.desk import Desk
from watchword.model.newness import Newness
from watchword.model.principal import Principal
from watchword.store import Store
from watchword.store.browsing.news import newness_since, tick_of

LOOK_S = 1.0
"""How often a record's clock is read, in seconds."""
BEAT_S = 15.0
"""Longest silence of a stream, in seconds: proxies close what is silent for longer."""
LONGEST_S = 600.0
"""How long a stream lasts, in seconds; the browser asks for another, and is looked at anew."""
MOST, MOST_EACH = 200, 12
"""Streams at once, of everybody and of one person: a browser opens one a page."""


@dataclass(slots=True)
class _Watched:
    """A situation that somebody listens to."""

    store: Store
    tick: int = 0
    listeners: int = 0
    risen: asyncio.Event = field(default_factory=asyncio.Event)
    watching: "asyncio.Task[None] | None" = None


class Live:
    """The streams of a server.

    Args:
        desk: the situations.
    """

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._watched: dict[str, _Watched] = {}
        self._open: dict[str, int] = {}

    def is_full_for(self, principal: Principal) -> bool:
        """Whether as many streams are open as may be."""
        mine = self._open.get(principal.name, 0)
        return mine >= MOST_EACH or sum(self._open.values()) >= MOST

    async def each_event(
        self, principal: Principal, situation: str, since: datetime
    ) -> AsyncIterator[bytes]:
        """The events of one stream, until it has lasted long enough.

        Args:
            principal: who listens.
            situation: its name.
            since: what is told came after this instant.
        """
        watched = self._begin(principal, situation)
        loop = asyncio.get_running_loop()
        ends = loop.time() + LONGEST_S
        told = Newness(as_of=since)
        try:
            yield f"id: {since.isoformat()}\nretry: 3000\n\n".encode()
            while loop.time() < ends:
                risen = watched.risen
                found = await run_in_threadpool(_newness, watched.store, since)
                if _counts(found) != _counts(told):
                    told = found
                    yield _event(found)
                try:
                    await asyncio.wait_for(risen.wait(), BEAT_S)
                except TimeoutError:
                    yield b": still here\n\n"
        finally:
            self._end(principal, watched)

    def _begin(self, principal: Principal, situation: str) -> _Watched:
        store = self._desk.open_for(principal, situation).bench.store
        watched = self._watched.setdefault(situation, _Watched(store))
        watched.listeners += 1
        self._open[principal.name] = self._open.get(principal.name, 0) + 1
        if watched.watching is None or watched.watching.done():
            watched.watching = asyncio.create_task(_watch(watched))
        return watched

    def _end(self, principal: Principal, watched: _Watched) -> None:
        watched.listeners -= 1
        self._open[principal.name] -= 1
        if not self._open[principal.name]:
            del self._open[principal.name]


async def _watch(watched: _Watched) -> None:
    """Read the record's clock once a second while anybody listens, and say when it has risen."""
    while watched.listeners:
        tick = await run_in_threadpool(_tick, watched.store)
        if tick != watched.tick:
            watched.tick = tick
            risen, watched.risen = watched.risen, asyncio.Event()
            risen.set()
        await asyncio.sleep(LOOK_S)


def live_routes(desk: Desk) -> APIRouter:
    """The route of the streams.

    Args:
        desk: the situations.
    """
    router, live = APIRouter(include_in_schema=False), Live(desk)

    @router.get("/s/{situation}/live")
    async def listen(request: Request, situation: str) -> Response:
        principal: Principal = request.state.principal
        instant = await run_in_threadpool(desk.instant_of, principal, situation)
        if live.is_full_for(principal):
            return Response("too many pages listen\n", 503, {"Retry-After": "30"})
        since = _since(request.headers.get("last-event-id", ""), instant)
        return StreamingResponse(
            live.each_event(principal, situation, since),
            media_type="text/event-stream",
            headers={"Cache-Control": "no-store", "X-Accel-Buffering": "no"},
        )

    return router


def _since(words: str, instant: datetime) -> datetime:
    """The instant that the stream before this one began with, or the record's last one."""
    try:
        given = datetime.fromisoformat(words)
    except ValueError:
        return instant
    return given if given.tzinfo and given <= instant else instant


def _event(found: Newness) -> bytes:
    told = json.dumps(
        {
            "reports": found.reports,
            "claims": found.claims,
            "alerts": found.alerts,
            "as_of": found.as_of.isoformat(),
        }
    )
    return f"event: tick\ndata: {told}\n\n".encode()


def _counts(found: Newness) -> tuple[int, int, int]:
    return found.reports, found.claims, found.alerts


def _newness(store: Store, since: datetime) -> Newness:
    with store.viewing() as view:
        return newness_since(view, since)


def _tick(store: Store) -> int:
    with store.viewing() as view:
        return tick_of(view)
