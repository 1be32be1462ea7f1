"""From which pages the server may be told to change something: from its own alone.

A browser says with each request which site's page made it (`Sec-Fetch-Site`), or at least, with
what changes something, its `Origin`. What says neither is no browser; it needs a form's token as
anybody does, or a token of its own.
"""

from urllib.parse import urlsplit

from starlette.types import ASGIApp, Receive, Scope, Send

from watchword.serve.answers import header_of, refuse

_UNCHANGING = frozenset({"GET", "HEAD", "OPTIONS"})
_METHODS = _UNCHANGING | {"POST", "PUT", "PATCH", "DELETE"}
_OWN = frozenset({b"same-origin", b"none"})
_TOLD = (
    "what changes something is asked for from a page of this server, or with a token"
    " (Authorization: Bearer)"
)


class OwnPages:
    """Refuses changes that a page of another site asks for.

    Args:
        app: what answers.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer."""
        if scope["type"] == "websocket" and not _is_same_origin(scope):
            await send({"type": "websocket.close", "code": 1008})
        elif scope["type"] != "http" or may_ask(scope):
            await self._app(scope, receive, send)
        else:
            await refuse(send, 403, _TOLD)


def may_ask(scope: Scope) -> bool:
    """Whether a request changes nothing, bears a token, or comes from no page of another site."""
    method = scope["method"]
    if method not in _METHODS:
        return False
    if method in _UNCHANGING:
        return True
    if (header_of(scope, b"authorization") or b"")[:7].lower() == b"bearer ":
        return True
    site = header_of(scope, b"sec-fetch-site")
    if site is not None and site not in _OWN:
        return False
    return header_of(scope, b"origin") is None or _is_same_origin(scope)


def _is_same_origin(scope: Scope) -> bool:
    """Whether the origin is this server, by the host that it is asked for as."""
    origin = (header_of(scope, b"origin") or b"").decode("latin-1")
    host = (header_of(scope, b"host") or b"").decode("latin-1")
    try:
        parts = urlsplit(origin)
    except ValueError:
        return False
    return bool(host) and parts.scheme in {"http", "https"} and parts.netloc.lower() == host.lower()
