"""The files of the pages: packed, and kept by browsers where their name tells a change."""

from importlib.resources import files

from starlette.middleware.gzip import GZipMiddleware
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Message, Receive, Scope, Send

CHUNKS = "/chunks/"
"""In the addresses of files that bear a digest of their content in their name."""
_KEPT = b"public, max-age=31536000, immutable"
_ASKED = b"public, no-cache"


def page_files() -> ASGIApp:
    """What answers for the static folder: nothing in it is secret, so it may be packed."""
    folder = StaticFiles(directory=str(files("watchword.web") / "static"))
    return GZipMiddleware(_Kept(folder), minimum_size=1_000, compresslevel=6)


class _Kept:
    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        path = str(scope.get("path", ""))

        async def send_with_age(message: Message) -> None:
            if message["type"] == "http.response.start" and message["status"] in {200, 304}:
                age = _KEPT if CHUNKS in path else _ASKED
                message = {**message, "headers": [*message["headers"], (b"cache-control", age)]}
            await send(message)

        await self._app(scope, receive, send_with_age)
