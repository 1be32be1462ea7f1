"""Who asks: by a token, by the cookie of a session, or, without accounts, the machine's user."""

from collections.abc import Collection
from dataclasses import dataclass
from urllib.parse import quote

from starlette.concurrency import run_in_threadpool
from starlette.types import ASGIApp, Receive, Scope, Send

from watchword.access.accounts import Accounts
from watchword.access.asking import NOBODY, Visitor
from watchword.access.cookies import COOKIE, cookies_in, local_path
from watchword.access.forms import Forms
from watchword.access.limits import Limiter
from watchword.access.people import principal_of
from watchword.access.sessions import SignedIn, find_signed_in
from watchword.access.tokens import principal_of_token
from watchword.model.principal import Principal
from watchword.serve.answers import (
    header_of,
    headers_of,
    lead_to,
    refuse,
    refuse_for_a_while,
)

SIGN_IN = "/sign-in"
OPEN = (SIGN_IN, "/sign-in/", "/static/", "/health/", "/favicon.ico", "/api/v1/hooks/")
"""What nobody has to sign in for: these, and what begins with one that ends in a slash. What is
pushed to a hook is signed instead."""
_FORWARDED = (b"forwarded", b"x-forwarded-for", b"x-forwarded-host", b"x-real-ip")
_BEHIND_A_PROXY = (
    "this server has no accounts and is for one person at its own machine; something passed this"
    " request on: make an account first (watchword people add NAME --role owner)"
)
_CHALLENGE = ((b"www-authenticate", b'Bearer realm="watchword"'),)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entrance:
    """How people come in.

    Attributes:
        accounts: the record of accounts; None for one person at their own machine.
        forms: makes and checks the tokens of forms.
        here: who asks where there are no accounts.
        cookie: name of the cookie that a session is kept in.
        open: addresses that nobody has to sign in for.
    """

    accounts: Accounts | None
    forms: Forms
    here: Principal
    cookie: str = COOKIE
    open: Collection[str] = OPEN


class Visitors:
    """Finds out who asks, and turns away who has not said.

    Args:
        app: what answers.
        entrance: how people come in.
        strangers: how often an address may be turned away before it is not even looked at.
    """

    def __init__(self, app: ASGIApp, *, entrance: Entrance, strangers: Limiter) -> None:
        self._app = app
        self._entrance = entrance
        self._strangers = strangers

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer."""
        if scope["type"] not in {"http", "websocket"}:
            await self._app(scope, receive, send)
            return
        if self._entrance.accounts is None and _is_passed_on(scope):
            await refuse(send, 403, _BEHIND_A_PROXY)
            return
        bearers = headers_of(scope, b"authorization")
        if bearers:
            visit = await self._by_token(bearers)
        else:
            visit = await self._by_cookie(scope)
        is_open = self._is_open(scope["path"]) and not bearers
        if visit is None and not is_open:
            wait = self._strangers.wait(str((scope.get("client") or ("",))[0]))
            await _turn_away(scope, send, has_token=bool(bearers), wait_s=wait)
            return
        found = visit or Visitor(
            principal=NOBODY,
            accounts=self._entrance.accounts,
            forms=self._entrance.forms,
            cookie=self._entrance.cookie,
        )
        state = scope.setdefault("state", {})
        state |= {
            "visitor": found,
            "principal": found.principal,
            "session": found.session,
            "accounts": found.accounts,
        }
        await self._app(scope, receive, send)

    async def _by_token(self, given: list[bytes]) -> Visitor | None:
        accounts = self._entrance.accounts
        scheme, _, words = given[0].decode("latin-1").partition(" ")
        if accounts is None or len(given) > 1 or scheme.lower() != "bearer":
            return None
        principal = await run_in_threadpool(principal_of_token, accounts, words.strip())
        if principal is None:
            return None
        return Visitor(principal=principal, accounts=accounts, forms=self._entrance.forms)

    async def _by_cookie(self, scope: Scope) -> Visitor | None:
        accounts = self._entrance.accounts
        if accounts is None:
            return Visitor(principal=self._entrance.here, forms=self._entrance.forms)
        found: SignedIn | None = None
        for each in cookies_in(headers_of(scope, b"cookie"), self._entrance.cookie):
            found = found or await run_in_threadpool(find_signed_in, accounts, each)
        if found is None:
            return None
        return Visitor(
            principal=principal_of(found.person),
            session=found.session,
            accounts=accounts,
            forms=self._entrance.forms,
            cookie=self._entrance.cookie,
        )

    def _is_open(self, path: str) -> bool:
        return any(
            path == each or (each.endswith("/") and path.startswith(each))
            for each in self._entrance.open
        )


async def _turn_away(scope: Scope, send: Send, *, has_token: bool, wait_s: float) -> None:
    if scope["type"] == "websocket":
        await send({"type": "websocket.close", "code": 1008})
    elif wait_s > 0:
        await refuse_for_a_while(send, wait_s)
    elif has_token:
        await refuse(send, 401, "the token opens nothing: it is none of this server's, has ended"
                     " or was revoked", headers=_CHALLENGE)  # fmt: skip
    elif scope["method"] == "GET" and b"text/html" in (header_of(scope, b"accept") or b""):
        wanted = scope["path"] + (f"?{scope['query_string'].decode('latin-1')}"
                                  if scope["query_string"] else "")  # fmt: skip
        await lead_to(send, f"{SIGN_IN}?next={quote(local_path(wanted), safe='')}")
    else:
        await refuse(send, 401, "sign in, or send a token (Authorization: Bearer)",
                     headers=_CHALLENGE)  # fmt: skip


def _is_passed_on(scope: Scope) -> bool:
    return any(header_of(scope, name) is not None for name in _FORWARDED)
