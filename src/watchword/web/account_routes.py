"""The addresses of people: sign-in and sign-out, one's own account, the people of a server."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from fastapi import APIRouter
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from starlette.requests import Request

from watchword.access.accounts import Accounts
from watchword.access.asking import Visitor, visitor_of
from watchword.access.cookies import cookie_header, cookies_in, local_path
from watchword.access.people import (
    NewPerson,
    add_person,
    change_password,
    drop_person,
    set_password,
    set_role,
)
from watchword.access.sessions import LONGEST, SignedIn, sign_out, sign_out_elsewhere
from watchword.access.signing_in import Credentials, sign_in
from watchword.access.tokens import TokenWish, holds, make_token, revoke_token, tokens_of
from watchword.errors import ForbiddenError, MissingError, SignInError, TooManyError
from watchword.model.principal import EVERYWHERE, Membership, Principal, Right, Role
from watchword.store.accounts import each_audit, each_person
from watchword.web.doors import Guard
from watchword.web.rendering import environment

_HOME, _ACCOUNT, _PEOPLE, _SIGN_IN = "/", "/account", "/people", "/sign-in"
_AUDITED = 500
"""Rows of the audit on one page."""
_NEVER = "never"


@dataclass(frozen=True, slots=True, kw_only=True)
class Lobby:
    """What the pages of people need of the server.

    Attributes:
        guard: how forms are kept safe.
        other_way: name of a provider that people may sign in at, empty without one.
    """

    guard: Guard
    other_way: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """A form that somebody sent.

    Attributes:
        visitor: who sent it.
        accounts: the record of accounts.
        words: its fields.
    """

    visitor: Visitor
    accounts: Accounts
    words: Mapping[str, str]

    @property
    def principal(self) -> Principal:
        """Who sent it."""
        return self.visitor.principal


def account_routes(lobby: Lobby) -> APIRouter:
    """The routes of people.

    Args:
        lobby: what they need of the server.
    """
    router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)
    pages = {
        _SIGN_IN: _show_sign_in,
        _ACCOUNT: _show_account,
        _PEOPLE: _show_people,
        "/audit": _show_audit,
    }
    for path, show in pages.items():
        router.add_api_route(path, _page_of(lobby, show))
    router.add_api_route(_SIGN_IN, _signing_in(lobby), methods=["POST"])
    deeds: Mapping[str, Callable[[Sent], str]] = {
        f"{_ACCOUNT}/sign-out": _sign_out,
        f"{_ACCOUNT}/sign-out-elsewhere": _sign_out_elsewhere,
        f"{_ACCOUNT}/password": _change_password,
        f"{_ACCOUNT}/revoke": _revoke,
        f"{_PEOPLE}/add": _add,
        f"{_PEOPLE}/role": _role,
        f"{_PEOPLE}/password": _password,
        f"{_PEOPLE}/remove": _remove,
    }
    for path, deed in deeds.items():
        router.add_api_route(path, _done(lobby, deed), methods=["POST"])
    router.add_api_route(f"{_ACCOUNT}/token", _making_token(lobby), methods=["POST"])
    return router


def signed_in(request: Request, made: SignedIn, wanted: str) -> Response:
    """The answer to somebody who has just signed in: their cookie, and the page they wanted."""
    answer = RedirectResponse(local_path(wanted), 303)
    lasts = int(LONGEST.total_seconds())
    _set_cookie(answer, visitor_of(request).cookie, made.cookie, lasts)
    return answer


def page(lobby: Lobby, request: Request, template: str, more: Mapping[str, object]) -> Response:
    """A page of people, which stands in no situation."""
    context = {
        "principal": visitor_of(request).principal,
        "token": lambda: lobby.guard.token(request),
        "is_owner": _may_manage(visitor_of(request).principal),
        "message": "",
        **more,
    }
    return HTMLResponse(environment().get_template(template).render(context))


def _page_of(
    lobby: Lobby, show: Callable[[Lobby, Request], Response]
) -> Callable[[Request], Response]:
    def answer(request: Request) -> Response:
        return show(lobby, request)

    return answer


def _done(lobby: Lobby, deed: Callable[[Sent], str]) -> Callable[..., Any]:
    """A route that does something with a form and leads to a page."""

    async def answer(request: Request) -> Response:
        sent = await _sent(lobby, request)
        place = await run_in_threadpool(deed, sent)
        went = RedirectResponse(place, 303)
        if place == _SIGN_IN:
            _set_cookie(went, sent.visitor.cookie, "", 0)
        return went

    return answer


def _signing_in(lobby: Lobby) -> Callable[..., Any]:
    async def answer(request: Request) -> Response:
        visitor = visitor_of(request)
        accounts = _accounts_of(visitor)
        words = await _words_of(request)
        lobby.guard.check(request, words.get("csrf", ""))
        left = cookies_in([request.headers.get("cookie", "").encode("latin-1")], visitor.cookie)
        given = Credentials(
            name=words.get("name", ""),
            password=words.get("password", ""),
            address=request.client.host if request.client else "",
            left=left[0] if left else "",
        )
        try:
            made = await run_in_threadpool(sign_in, accounts, given)
        except (SignInError, TooManyError) as error:
            told = {"message": str(error), "next": words.get("next", ""), "way": lobby.other_way}
            refused = page(lobby, request, "sign-in.html.jinja", told)
            refused.status_code = 401 if isinstance(error, SignInError) else 429
            if isinstance(error, TooManyError):
                refused.headers["Retry-After"] = f"{error.wait_s:.0f}"
            return refused
        return signed_in(request, made, words.get("next", ""))

    return answer


def _show_sign_in(lobby: Lobby, request: Request) -> Response:
    wanted = local_path(request.query_params.get("next", ""))
    if visitor_of(request).accounts is None or visitor_of(request).session is not None:
        return RedirectResponse(wanted, 303)
    return page(lobby, request, "sign-in.html.jinja", {"next": wanted, "way": lobby.other_way})


def _show_account(lobby: Lobby, request: Request) -> Response:
    return _account(lobby, request, made="")


def _account(lobby: Lobby, request: Request, *, made: str) -> Response:
    visitor = visitor_of(request)
    accounts = visitor.accounts
    tokens: list[dict[str, object]] = []
    if accounts is not None:
        now = accounts.store.now()
        tokens = [
            {
                "key": each.key[:16],
                "label": each.label,
                "scopes": ", ".join(each.scopes),
                "expires": each.expires_at or _NEVER,
                "used": each.last_used_at or _NEVER,
                "holds": holds(each, now),
            }
            for each in tokens_of(accounts, visitor.principal.name)
        ]
    more = {
        "has_accounts": accounts is not None,
        "tokens": tokens,
        "rights": [right.value for right in Right],
        "made": made,
    }
    return page(lobby, request, "account.html.jinja", more)


def _show_people(lobby: Lobby, request: Request) -> Response:
    visitor = visitor_of(request)
    accounts = _accounts_of(visitor)
    _check_manager(visitor.principal)
    with accounts.store.viewing() as view:
        people = list(each_person(view))
    more = {"people": people, "roles": [role.value for role in Role]}
    return page(lobby, request, "people.html.jinja", more)


def _show_audit(lobby: Lobby, request: Request) -> Response:
    visitor = visitor_of(request)
    accounts = _accounts_of(visitor)
    _check_manager(visitor.principal)
    with accounts.store.viewing() as view:
        entries = list(each_audit(view, limit=_AUDITED))
    return page(lobby, request, "audit.html.jinja", {"entries": entries})


def _making_token(lobby: Lobby) -> Callable[..., Any]:
    """The route that makes a token; its answer alone shows it."""

    async def answer(request: Request) -> Response:
        sent = await _sent(lobby, request)
        form = await request.form()
        scopes = tuple(Right(str(each)) for each in form.getlist("scope") if each in set(Right))
        days = sent.words.get("days", "")
        wish = TokenWish(
            person=sent.principal.name,
            label=sent.words.get("label", ""),
            scopes=scopes,
            expires_at=sent.accounts.store.now() + timedelta(days=int(days))
            if days.isdecimal() and len(days) < 5
            else None,
        )
        words, _ = await run_in_threadpool(make_token, sent.accounts, sent.principal, wish)
        return await run_in_threadpool(_account, lobby, request, made=words)

    return answer


def _sign_out(sent: Sent) -> str:
    if sent.visitor.session is not None:
        sign_out(sent.accounts, sent.principal, sent.visitor.session)
    return _SIGN_IN


def _sign_out_elsewhere(sent: Sent) -> str:
    if sent.visitor.session is not None:
        sign_out_elsewhere(sent.accounts, sent.principal, sent.visitor.session)
    return _ACCOUNT


def _change_password(sent: Sent) -> str:
    if sent.words.get("new") != sent.words.get("again"):
        raise ForbiddenError("the new password was typed in two ways", mend="go back and try again")
    change_password(
        sent.accounts, sent.principal, sent.words.get("old", ""), sent.words.get("new", "")
    )
    return _SIGN_IN


def _revoke(sent: Sent) -> str:
    start = sent.words.get("key", "")
    revoke_token(sent.accounts, sent.principal, start, person=sent.principal.name)
    return _ACCOUNT


def _add(sent: Sent) -> str:
    _check_manager(sent.principal)
    membership = Membership(situation=_situation(sent), role=_role_in(sent) or Role.READER)
    new = NewPerson(
        name=sent.words.get("name", ""),
        memberships=(membership,),
        password=sent.words.get("password", ""),
    )
    add_person(sent.accounts, sent.principal, new)
    return _PEOPLE


def _role(sent: Sent) -> str:
    _check_manager(sent.principal)
    name = sent.words.get("name", "")
    set_role(sent.accounts, sent.principal, name, _situation(sent), _role_in(sent))
    return _PEOPLE if name != sent.principal.name else _SIGN_IN


def _password(sent: Sent) -> str:
    _check_manager(sent.principal)
    name = sent.words.get("name", "")
    set_password(sent.accounts, sent.principal, name, sent.words.get("password", ""))
    return _PEOPLE if name != sent.principal.name else _SIGN_IN


def _remove(sent: Sent) -> str:
    _check_manager(sent.principal)
    name = sent.words.get("name", "")
    drop_person(sent.accounts, sent.principal, name)
    return _PEOPLE if name != sent.principal.name else _SIGN_IN


def _situation(sent: Sent) -> str:
    return sent.words.get("situation", "").strip() or EVERYWHERE


def _role_in(sent: Sent) -> Role | None:
    given = sent.words.get("role", "")
    return Role(given) if given in set(Role) else None


async def _sent(lobby: Lobby, request: Request) -> Sent:
    """A form from somebody who is signed in, once it is found to be from a page of ours.

    Raises:
        ForbiddenError: if it is not, or comes with a token: no token manages accounts.
        MissingError: if this server has no accounts.
    """
    visitor = visitor_of(request)
    accounts = _accounts_of(visitor)
    if visitor.session is None:
        raise ForbiddenError("accounts are managed by people who are signed in")
    words = await _words_of(request)
    lobby.guard.check(request, words.get("csrf", ""))
    return Sent(visitor=visitor, accounts=accounts, words=words)


async def _words_of(request: Request) -> Mapping[str, str]:
    form = await request.form(max_files=0, max_fields=50)
    return {name: value for name, value in form.items() if isinstance(value, str)}


def _accounts_of(visitor: Visitor) -> Accounts:
    if visitor.accounts is None:
        raise MissingError(
            "this server has no accounts", mend="watchword people add NAME --role owner"
        )
    return visitor.accounts


def _may_manage(principal: Principal) -> bool:
    return principal.via == "session" and principal.may(Right.MANAGE, EVERYWHERE)


def _check_manager(principal: Principal) -> None:
    if not _may_manage(principal):
        raise ForbiddenError("this is for owners of the whole server")


def _set_cookie(answer: Response, name: str, value: str, lasts_s: int) -> None:
    answer.headers.append("set-cookie", cookie_header(name, value, lasts_s=lasts_s))
