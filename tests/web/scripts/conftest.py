"""The built scripts on bare pages, served on loopback under the strictest policy."""

import json
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import uvicorn
from playwright.sync_api import Browser, Page
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response, StreamingResponse
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

HERE = Path(__file__).parent
STATIC = Path(__file__).parents[3] / "src" / "watchword" / "web" / "static"
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'"
)

_asked: list[str] = []
DAYS = [["2024-10-19", 1], ["2024-10-20", 4], ["2024-10-21", 2]]


def _page(request: Request) -> Response:
    words = (HERE / "pages" / f"{request.path_params['name']}.html").read_text(encoding="utf-8")
    return HTMLResponse(words, headers={"Content-Security-Policy": POLICY})


def _said(_request: Request) -> Response:
    said = {"said": {"words": "Kept <b>so</b>.", "kind": "done"}}
    return HTMLResponse("<p>swapped</p>", headers={"HX-Trigger": json.dumps(said)})


def _behind(request: Request) -> Response:
    """A page that is behind the first two times."""
    _asked.append(request.url.path)
    note = "<p data-behind>worked out anew</p>" if len(_asked) < 3 else "<p>the newest</p>"
    words = (HERE / "pages" / "plain.html").read_text(encoding="utf-8")
    page = words.replace("<p>words</p>", f"<main>{note}</main>")
    return HTMLResponse(page, headers={"Content-Security-Policy": POLICY})


async def _checked(request: Request) -> Response:
    form = await request.form()
    text = str(form["text"])
    start = text.find("nobody")
    marks = [{"start": start, "end": start + 6, "kind": "unsupported", "words": "no claim says so"}]
    return JSONResponse({"marks": marks if start >= 0 else []})


def _live(_request: Request) -> Response:
    return StreamingResponse(
        iter(['event: tick\ndata: {"reports": 3}\n\n', ": stays\n\n"]),
        media_type="text/event-stream",
    )


@pytest.fixture(scope="session")
def scripts_at() -> Iterator[str]:
    """The address of a server of the scripts and of the pages beside this file."""
    routes = [
        Mount("/static", StaticFiles(directory=STATIC)),
        Route("/pages/{name}", _page),
        Route("/said", _said, methods=["POST"]),
        Route("/checked", _checked, methods=["POST"]),
        Route("/live", _live),
        Route("/behind", _behind),
        Route("/days", lambda _request: JSONResponse({"record": {"days": DAYS}})),
        Route("/favicon.ico", lambda _request: Response(status_code=204)),
    ]
    config = uvicorn.Config(Starlette(routes=routes), port=0, log_level="critical")
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    port = server.servers[0].sockets[0].getsockname()[1]
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    thread.join(5)


@pytest.fixture
def opened(chromium: Browser, scripts_at: str) -> Iterator[Callable[[str], Page]]:
    """Opens a page; at the end nothing may have gone wrong or been asked of another host."""
    page = chromium.new_page(viewport={"width": 1000, "height": 800})
    wrong: list[str] = []
    asked: list[str] = []
    page.on("console", lambda said: wrong.append(said.text) if said.type == "error" else None)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("request", lambda request: asked.append(request.url))

    def go(name: str) -> Page:
        page.goto(f"{scripts_at}/pages/{name}", wait_until="networkidle")
        return page

    yield go
    page.close()
    assert wrong == []
    assert [address for address in asked if not address.startswith(scripts_at)] == []
