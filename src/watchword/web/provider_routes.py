"""The way to a provider of OpenID Connect and back, for people whose accounts name who they are."""

from collections.abc import Callable
from typing import Any

from fastapi import APIRouter
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from itsdangerous import BadData, URLSafeTimedSerializer
from starlette.requests import Request

from watchword.access.accounts import Accounts, hashed_key
from watchword.access.asking import Visitor, visitor_of
from watchword.access.cookies import cookie_header, cookies_in, local_path
from watchword.access.forms import HOLDS
from watchword.access.oidc import Asked, Pending, begin, finish
from watchword.access.sessions import SignedIn
from watchword.access.signing_in import let_in
from watchword.errors import MissingError, SignInError
from watchword.store.accounts import each_person
from watchword.store.entrance import use_form
from watchword.web.account_routes import signed_in

_MOST_S = 600
"""Seconds that somebody may take at the provider."""


def provider_routes(asked: Asked) -> APIRouter:
    """The routes to a provider and back.

    Args:
        asked: asks the provider.
    """
    router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)
    router.add_api_route("/sign-in/with", _going(asked))
    router.add_api_route("/sign-in/back", _coming_back(asked))
    return router


def _going(asked: Asked) -> Callable[..., Any]:
    async def go(request: Request) -> Response:
        visitor = visitor_of(request)
        accounts = _accounts_of(visitor)
        endpoints = await run_in_threadpool(asked.discover)
        wanted = local_path(request.query_params.get("next", ""))
        place, pending = begin(asked.provider, endpoints, wanted)
        kept = [pending.state, pending.nonce, pending.verifier, pending.next]
        answer = RedirectResponse(place, 303)
        value = str(_signer(accounts).dumps(kept))
        answer.headers.append("set-cookie", cookie_header(_cookie(visitor), value, lasts_s=_MOST_S))
        return answer

    return go


def _coming_back(asked: Asked) -> Callable[..., Any]:
    async def come(request: Request) -> Response:
        visitor = visitor_of(request)
        accounts = _accounts_of(visitor)
        cookies = [request.headers.get("cookie", "").encode("latin-1")]
        pending = _pending(accounts, next(iter(cookies_in(cookies, _cookie(visitor))), ""))
        now = accounts.store.now()
        given = dict(request.query_params)
        identity = await run_in_threadpool(finish, asked, pending, given, now=now)
        left = next(iter(cookies_in(cookies, visitor.cookie)), "")
        made = await run_in_threadpool(_let_in, accounts, pending, identity, left)
        answer = signed_in(request, made, pending.next)
        answer.headers.append("set-cookie", cookie_header(_cookie(visitor), "", lasts_s=0))
        return answer

    return come


def _let_in(accounts: Accounts, pending: Pending, identity: str, left: str) -> SignedIn:
    """Begin a session for whoever an identity belongs to; each going and coming counts once.

    Raises:
        SignInError: if it is nobody's, or they came back with it before.
    """
    with accounts.store.writing() as writing:
        if not use_form(writing, hashed_key(pending.state), writing.at + HOLDS):
            raise SignInError("this sign-in was finished before", mend="begin it again")
        known = [each for each in each_person(writing) if each.identity == identity]
        if len(known) != 1:
            raise SignInError(
                "nobody here has this identity",
                key=identity,
                mend="an owner adds it: watchword people add NAME --identity 'ISSUER SUBJECT'",
            )
        return let_in(writing, known[0], left=left)


def _pending(accounts: Accounts, given: str) -> Pending:
    try:
        state, nonce, verifier, wanted = _signer(accounts).loads(given, max_age=_MOST_S)
        return Pending(state=state, nonce=nonce, verifier=verifier, next=wanted)
    except (BadData, ValueError, TypeError) as error:
        raise SignInError("no sign-in was begun here", mend="begin it again") from error


def _signer(accounts: Accounts) -> URLSafeTimedSerializer:
    return URLSafeTimedSerializer(accounts.secret, salt="watchword provider")


def _cookie(visitor: Visitor) -> str:
    return f"{visitor.cookie}-provider"


def _accounts_of(visitor: Visitor) -> Accounts:
    if visitor.accounts is None:
        raise MissingError("this server has no accounts")
    return visitor.accounts
