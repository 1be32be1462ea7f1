"""The server, put together: pages and API over one desk, behind what keeps it safe."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from typing import Any
from urllib.parse import urlsplit

from fastapi import FastAPI
from fastapi.responses import Response
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.routing import Route
from starlette.types import ASGIApp

from watchword import __version__
from watchword.access.asking import check_csrf, csrf_token, script_token
from watchword.access.oidc import Asked, Provider
from watchword.api import ROOT, api_application
from watchword.api.problems import status_of, tell_error, tell_framework
from watchword.desk.desk import Desk
from watchword.errors import MissingError, RefusedError, WatchwordError
from watchword.serve.assistants import assistants_door
from watchword.serve.health import health_routes
from watchword.serve.live import live_routes
from watchword.serve.metrics import Measured, Metrics, metrics_routes
from watchword.serve.page_files import page_files
from watchword.serve.safety import Safety, guarded
from watchword.web.account_routes import Lobby, account_routes
from watchword.web.doors import Guard
from watchword.web.provider_routes import provider_routes
from watchword.web.routes import page_routes
from watchword.web.trouble import trouble_page

GUARD = Guard(token=csrf_token, script=script_token, check=check_csrf)


class Served(FastAPI):
    """An application behind everything that guards it: no answer of it goes out otherwise.

    Args:
        safety: how it is guarded.
        metrics: where what it answers is counted.
        more: what the framework takes.
    """

    def __init__(
        self,
        safety: Safety,
        metrics: Metrics,
        **more: Any,  # noqa: ANN401 - the framework's own
    ) -> None:
        super().__init__(**more)
        self._safety = safety
        self._metrics = metrics

    def build_middleware_stack(self) -> ASGIApp:
        """The application with its guards around it."""
        return Measured(guarded(super().build_middleware_stack(), self._safety), self._metrics)


def create_app(
    desk: Desk, safety: Safety | None = None, provider: Provider | None = None
) -> FastAPI:
    """The server over a desk.

    Args:
        desk: the situations that it serves; it is closed with the server.
        safety: how it is guarded; for one person at their own machine unless given.
        provider: where people may sign in beside this server, None for nowhere.
    """
    door = assistants_door(desk)

    @asynccontextmanager
    async def living(_app: FastAPI) -> AsyncIterator[None]:
        async with AsyncExitStack() as held:
            if door is not None:
                await held.enter_async_context(door.living())
            yield
        desk.close()

    metrics = Metrics()
    app = Served(
        safety or Safety(user=desk.settings.user or "you"),
        metrics,
        title="Watchword",
        version=__version__,
        lifespan=living,
        openapi_url=None,
        docs_url=None,
        redoc_url=None,
    )
    app.mount("/static", page_files(), "static")
    way = urlsplit(provider.issuer).hostname or "" if provider else ""
    app.include_router(account_routes(Lobby(guard=GUARD, other_way=way)))
    if provider is not None:
        app.include_router(provider_routes(Asked(provider)))
    app.include_router(live_routes(desk))
    app.include_router(health_routes(desk))
    app.include_router(metrics_routes(desk, metrics))
    app.mount(ROOT, api_application(desk), "api")
    app.include_router(page_routes(desk, GUARD))
    if door is not None:
        app.router.routes.append(Route(door.path, endpoint=door.app))
    app.add_exception_handler(WatchwordError, _told)
    app.add_exception_handler(HTTPException, _told_by_framework)

    return app


def _told(request: Request, error: Exception) -> Response:
    if not isinstance(error, WatchwordError):
        raise error
    if _is_of_api(request):
        return tell_error(request, error)
    return trouble_page(status_of(error), error)


def _told_by_framework(request: Request, error: Exception) -> Response:
    if not isinstance(error, HTTPException):
        raise error
    if _is_of_api(request):
        return tell_framework(request, error)
    told = MissingError("there is no such page") if error.status_code == 404 else None
    return trouble_page(error.status_code, told or RefusedError(str(error.detail)))


def _is_of_api(request: Request) -> bool:
    """Whether a program asks: an address of the API that its own routes did not take, too."""
    return request.url.path.startswith(f"{ROOT}/")
