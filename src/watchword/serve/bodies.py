"""How much may be sent to the server: more is refused before it is read."""

from collections.abc import Mapping

from starlette.requests import ClientDisconnect
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from watchword.serve.answers import header_of, headers_of, refuse

MOST_BYTES = 1_000_000
"""Room for the longest brief or matrix that people write by hand."""
UPLOADS = {
    f"/{door}/{deed}": most
    for door in ("do", "actions")
    for deed, most in (("add-reports", 50_000_000), ("import-feeds", 10_000_000))
}
"""How much may be sent to addresses that end so: on pages, and through the API."""
_MOST_HEADER_BYTES = 32_000
_CLOSE = ((b"connection", b"close"),)


class BodyLimit:
    """Refuses what is too large, by what it says of itself and by what comes.

    Args:
        app: what answers.
        most: bytes of a body.
        larger: bytes of bodies that are sent to addresses that end so, for uploads.
    """

    def __init__(
        self, app: ASGIApp, *, most: int = MOST_BYTES, larger: Mapping[str, int] | None = None
    ) -> None:
        self._app = app
        self._most = most
        self._larger = dict(larger or {})

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        most = self._most_at(scope["path"])
        said = headers_of(scope, b"content-length")
        if len(said) > 1 or (said and not said[0].isdigit()):
            await refuse(send, 400, "the length of the body is not said in one number")
        elif said and header_of(scope, b"transfer-encoding") is not None:
            await refuse(send, 400, "the length of the body is said in two ways")
        elif said and int(said[0][:20]) > most:
            await refuse(send, 413, _too_large(most), headers=_CLOSE)
        elif _size_of_headers(scope) > _MOST_HEADER_BYTES:
            await refuse(send, 413, "the headers are too large")
        else:
            await _Counted(receive, send, most).run(self._app, scope)

    def _most_at(self, path: str) -> int:
        found = [most for end, most in self._larger.items() if path.endswith(end)]
        return max(found, default=self._most)


class _Counted:
    """Passes a body on while it is small enough; whatever is answered afterwards is a 413."""

    def __init__(self, receive: Receive, send: Send, most: int) -> None:
        self._receive = receive
        self._send = send
        self._most = most
        self._bytes = 0
        self._has_begun = False
        self._has_refused = False

    async def run(self, app: ASGIApp, scope: Scope) -> None:
        try:
            await app(scope, self.receive, self.send)
        except ClientDisconnect:
            if not self._is_too_large:
                raise
        if self._is_too_large:
            await self._refuse()

    async def receive(self) -> Message:
        if self._is_too_large:
            return {"type": "http.disconnect"}
        message = await self._receive()
        if message["type"] == "http.request":
            self._bytes += len(message.get("body", b""))
        return {"type": "http.disconnect"} if self._is_too_large else message

    async def send(self, message: Message) -> None:
        if self._is_too_large and not self._has_begun:
            await self._refuse()
        elif not self._has_refused:
            self._has_begun = True
            await self._send(message)

    @property
    def _is_too_large(self) -> bool:
        return self._bytes > self._most

    async def _refuse(self) -> None:
        if not self._has_begun:
            self._has_begun = self._has_refused = True
            await refuse(self._send, 413, _too_large(self._most), headers=_CLOSE)


def _too_large(most: int) -> str:
    return f"more than {most:,} bytes are not taken here"


def _size_of_headers(scope: Scope) -> int:
    path = len(scope.get("raw_path") or b"") + len(scope.get("query_string") or b"")
    return path + sum(len(name) + len(value) for name, value in scope["headers"])
