"""One line a request, with an id that the answer bears, too; never what lets somebody in."""

import logging
import re
import secrets
from time import perf_counter

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from watchword.serve.answers import header_of

_LOG = logging.getLogger("watchword.serve")
_ID = re.compile(rb"[A-Za-z0-9-]{8,64}")


class RequestLog:
    """Logs requests.

    Args:
        app: what answers.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, and log that."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        key = request_id(scope)
        state = scope.setdefault("state", {})
        state["request_id"] = key
        began = perf_counter()
        status = 500

        async def send_with_id(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                headers = [*message.get("headers", ()), (b"x-request-id", key.encode())]
                message = {**message, "headers": headers}
            await send(message)

        try:
            await self._app(scope, receive, send_with_id)
        finally:
            principal = state.get("principal")
            _LOG.info(
                "request",
                extra={
                    "request_id": key,
                    "method": scope["method"],
                    "path": scope["path"],
                    "status": status,
                    "ms": round((perf_counter() - began) * 1_000, 1),
                    "who": principal.name if principal else "",
                    "via": principal.via if principal else "",
                    "address": str((scope.get("client") or ("",))[0]),
                },
            )


def request_id(scope: Scope) -> str:
    """The id that a proxy in front gave, where it is a proper one; else a new one."""
    given = header_of(scope, b"x-request-id") or b""
    return given.decode() if _ID.fullmatch(given) else secrets.token_hex(8)
