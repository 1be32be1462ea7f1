"""The server, put together: pages and API over one desk, behind what keeps it safe."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from importlib.resources import files

from fastapi import FastAPI
from fastapi.responses import Response
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.staticfiles import StaticFiles

from watchword import __version__
from watchword.desk.desk import Desk
from watchword.errors import (
    ForbiddenError,
    MissingError,
    RefusedError,
    SettingsError,
    StoreError,
    WatchwordError,
)
from watchword.model.principal import whoever_is_here
from watchword.serve.forms import guard_forms
from watchword.web.routes import page_routes
from watchword.web.trouble import trouble_page

HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
        "connect-src 'self'; font-src 'self'; form-action 'self'; frame-ancestors 'none'; "
        "base-uri 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
}
_STATUS: tuple[tuple[type[WatchwordError], int], ...] = (
    (MissingError, 404),
    (ForbiddenError, 403),
    (SettingsError, 400),
    (StoreError, 503),
    (RefusedError, 409),
)
Next = Callable[[Request], Awaitable[Response]]


def create_app(desk: Desk) -> FastAPI:
    """The server over a desk.

    Args:
        desk: the situations that it serves; it is closed with the server.
    """

    @asynccontextmanager
    async def living(_app: FastAPI) -> AsyncIterator[None]:
        yield
        desk.close()

    app = FastAPI(
        title="Watchword",
        version=__version__,
        lifespan=living,
        openapi_url=None,
        docs_url=None,
        redoc_url=None,
    )
    app.mount("/static", StaticFiles(directory=str(files("watchword.web") / "static")), "static")
    app.include_router(page_routes(desk, guard_forms()))
    app.add_exception_handler(WatchwordError, _told)
    app.add_exception_handler(HTTPException, _told_by_framework)

    @app.middleware("http")
    async def keep_safe(request: Request, call_next: Next) -> Response:
        request.state.principal = whoever_is_here(desk.settings.user or "you")
        answer = await call_next(request)
        for name, value in HEADERS.items():
            answer.headers.setdefault(name, value)
        return answer

    return app


def status_of(error: WatchwordError) -> int:
    """The HTTP status that an error ends a request with."""
    return next((status for kind, status in _STATUS if isinstance(error, kind)), 422)


def _told(_request: Request, error: Exception) -> Response:
    if not isinstance(error, WatchwordError):
        raise error
    return trouble_page(status_of(error), error)


def _told_by_framework(_request: Request, error: Exception) -> Response:
    if not isinstance(error, HTTPException):
        raise error
    told = MissingError("there is no such page") if error.status_code == 404 else None
    return trouble_page(error.status_code, told or RefusedError(str(error.detail)))
