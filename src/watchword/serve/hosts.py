"""By which names the server may be asked for: a name that was bent to this machine is refused.

A page of another site can make its own name resolve to 127.0.0.1 and then read what a server there
gives (DNS rebinding); such a request bears that name in its `Host` header.
"""

import ipaddress
from collections.abc import Collection
from urllib.parse import urlsplit

from starlette.types import ASGIApp, Receive, Scope, Send

from watchword.serve.answers import headers_of, refuse

LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})
_WEBSOCKET_CLOSE = {"type": "websocket.close", "code": 1008}


class KnownHosts:
    """Refuses what asks for another host.

    Args:
        app: what answers.
        hosts: names and IP addresses, without ports.
    """

    def __init__(self, app: ASGIApp, *, hosts: Collection[str] = LOOPBACK) -> None:
        self._app = app
        self._hosts = {each.lower().strip("[]") for each in hosts}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer."""
        if scope["type"] not in {"http", "websocket"} or self._is_known(scope):
            await self._app(scope, receive, send)
        elif scope["type"] == "websocket":
            await send(_WEBSOCKET_CLOSE)
        else:
            told = "this server is not known by that name; name it with --allow-host"
            await refuse(send, 421, told)

    def _is_known(self, scope: Scope) -> bool:
        given = headers_of(scope, b"host")
        return len(given) == 1 and host_in(given[0]) in self._hosts


def host_in(value: bytes) -> str:
    """The host of a `Host` header, without its port; empty where it is no proper one.

    >>> host_in(b"LocalHost:8000"), host_in(b"[::1]:80"), host_in(b"a@b"), host_in(b"a/b")
    ('localhost', '::1', '', '')
    """
    words = value.decode("latin-1")
    try:
        parts = urlsplit(f"//{words}")
        is_bare = parts.netloc == words and parts.username is None
        _port = parts.port
    except ValueError:
        return ""
    return (parts.hostname or "") if is_bare else ""


def is_loopback(host: str) -> bool:
    """Whether a host that a server listens on can be reached from this machine alone.

    >>> is_loopback("127.0.0.1"), is_loopback("localhost"), is_loopback("0.0.0.0")
    (True, True, False)
    """
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
