"""The headers of each answer, so that a browser runs nothing but what the server gave it."""

from starlette.types import ASGIApp, Message, Receive, Scope, Send

CONTENT_SECURITY_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
    " connect-src 'self'; font-src 'self'; form-action 'self'; frame-ancestors 'none';"
    " base-uri 'none'"
)
_ALWAYS = {
    b"x-content-type-options": b"nosniff",
    b"x-frame-options": b"DENY",
    b"referrer-policy": b"same-origin",
    b"permissions-policy": b"camera=(), geolocation=(), microphone=(), payment=(), usb=(),"
    b" browsing-topics=()",
    b"cross-origin-opener-policy": b"same-origin",
    b"cross-origin-resource-policy": b"same-origin",
    b"cross-origin-embedder-policy": b"require-corp",
    b"x-permitted-cross-domain-policies": b"none",
}
_POLICY = b"content-security-policy"
_CACHE = b"cache-control"
_HSTS = b"strict-transport-security"
_SANDBOX = b"sandbox"


class SecurityHeaders:
    """Adds them.

    A page may bring a policy of its own only where that puts it into a sandbox, as a brief that is
    shown whole does.

    Args:
        app: what answers.
        is_behind_tls: whether people reach the server by https alone.
    """

    def __init__(self, app: ASGIApp, *, is_behind_tls: bool = False) -> None:
        self._app = app
        self._always = dict(_ALWAYS)
        if is_behind_tls:
            self._always[_HSTS] = b"max-age=31536000; includeSubDomains"

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                message = {**message, "headers": self._completed(message.get("headers", ()))}
            await send(message)

        await self._app(scope, receive, send_guarded)

    def _completed(self, given: list[tuple[bytes, bytes]]) -> list[tuple[bytes, bytes]]:
        own = {name.lower(): value for name, value in given}
        policy = own.get(_POLICY, b"")
        if _SANDBOX not in policy:
            policy = CONTENT_SECURITY_POLICY.encode()
        added = {**self._always, _POLICY: policy}
        if _CACHE not in own:
            added[_CACHE] = b"private, no-cache"
        kept = [(name, value) for name, value in given if name.lower() not in added]
        return [*kept, *added.items()]
