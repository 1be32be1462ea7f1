"""The protocol over standard input and output, and as a part of the server at `/mcp`."""

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, replace
from typing import Any

import anyio
from mcp.server.lowlevel import Server
from mcp.server.stdio import stdio_server
from mcp.server.streamable_http_manager import StreamableHTTPSessionManager
from starlette.requests import Request
from starlette.types import ASGIApp, Receive, Scope, Send

from watchword.desk.desk import Desk
from watchword.errors import ForbiddenError
from watchword.mcp.answering import Asker
from watchword.mcp.server import Context, create_server
from watchword.model.principal import Principal, Right

PATH = "/mcp"
_SESSION = "session"
_REFUSED = b'{"error": "send a token (Authorization: Bearer); a signed-in page does not serve"}'


@dataclass(frozen=True, slots=True, kw_only=True)
class McpDoor:
    """The protocol as a part of a server.

    Attributes:
        path: its address.
        app: answers what is sent there.
        living: holds what it needs while the server runs.
    """

    path: str
    app: ASGIApp
    living: Callable[[], AbstractAsyncContextManager[None]]


def serve_over_stdio(desk: Desk, principal: Principal, *, may_decide: bool = False) -> None:
    """Serve whoever started this process, until they end it.

    Args:
        desk: what is shown.
        principal: who it is shown to.
        may_decide: whether what people may decide is offered.
    """
    rights = {Right.READ, Right.DECIDE} if may_decide else {Right.READ}
    held = replace(principal, scopes=frozenset(rights))
    server = create_server(lambda _: Asker(desk=desk, principal=held), may_decide=may_decide)
    anyio.run(_over_stdio, server)


class TokenDoor:
    """Answers the protocol over HTTP, for tokens, and for the one user of this machine.

    A signed-in page's cookie does not serve: a page of another site must not be able to make a
    browser ask. The server in front has told who asks in `request.state.principal`, and refused
    names that are not its own.

    Args:
        manager: the protocol.
    """

    def __init__(self, manager: StreamableHTTPSessionManager) -> None:
        self._manager = manager

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer."""
        principal = scope.get("state", {}).get("principal")
        if not isinstance(principal, Principal) or principal.via in {"", _SESSION}:
            await _refuse(send)
            return
        await self._manager.handle_request(scope, receive, send)


def mcp_door(desk: Desk, *, may_decide: bool = False) -> McpDoor:
    """The protocol as a part of a server; every call stands for itself.

    Args:
        desk: what is shown.
        may_decide: whether actions are offered; a token must then allow them, too.
    """

    def asker_of(context: Context) -> Asker:
        request = context.request
        if not isinstance(request, Request):
            raise ForbiddenError("nobody knows who asks")
        return Asker(desk=desk, principal=request.state.principal)

    manager = StreamableHTTPSessionManager(
        create_server(asker_of, may_decide=may_decide), json_response=True, stateless=True
    )
    return McpDoor(path=PATH, app=TokenDoor(manager), living=manager.run)


async def _over_stdio(server: Server[dict[str, Any]]) -> None:
    async with stdio_server() as (incoming, outgoing):
        await server.run(incoming, outgoing, server.create_initialization_options())


async def _refuse(send: Send) -> None:
    headers = [
        (b"content-type", b"application/json"),
        (b"www-authenticate", b'Bearer realm="watchword"'),
        (b"content-length", str(len(_REFUSED)).encode()),
    ]
    await send({"type": "http.response.start", "status": 401, "headers": headers})
    await send({"type": "http.response.body", "body": _REFUSED})
