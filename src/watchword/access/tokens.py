"""Tokens for the API: shown once, kept as a hash, held to scopes, with an end, revocable."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from watchword.access.accounts import Accounts, hashed_key, note
from watchword.access.people import known_person
from watchword.errors import MissingError, RefusedError
from watchword.model.person import Token
from watchword.model.principal import Principal, Right
from watchword.store.accounts import find_person
from watchword.store.entrance import each_token, find_token, put_token

PREFIX = "ww_"
"""Begins every token, so that one that leaked is found by programs that look for such."""
_BYTES = 32
_USED_EVERY = timedelta(minutes=1)
_MOST_LETTERS = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class TokenWish:
    """A token that is to be made.

    Attributes:
        person: whose it will be.
        label: what it is for.
        scopes: the rights that it is held to.
        expires_at: from when it is refused, aware UTC; None for never.
    """

    person: str
    label: str = ""
    scopes: tuple[Right, ...] = (Right.READ,)
    expires_at: datetime | None = None


def make_token(accounts: Accounts, principal: Principal, wish: TokenWish) -> tuple[str, Token]:
    """Make a token, and give its words, which are kept nowhere.

    Args:
        accounts: the record.
        principal: who makes it.
        wish: what it is to be.

    Raises:
        RefusedError: if its end is past, it has no scope, or whoever makes it is held to less.
        MissingError: if there is no such account.
    """
    now = accounts.store.now()
    if wish.expires_at is not None and wish.expires_at <= now:
        raise RefusedError("the token would have ended already", key=wish.label)
    if not wish.scopes:
        raise RefusedError("a token without a scope opens nothing", key=wish.label)
    if principal.scopes is not None and not set(wish.scopes) <= principal.scopes:
        raise RefusedError("a token cannot make one that may do more", key=wish.label)
    words = PREFIX + secrets.token_urlsafe(_BYTES)
    with accounts.store.writing() as writing:
        person = known_person(writing, wish.person)
        kept = Token(
            key=hashed_key(words),
            person=person.name,
            label=wish.label[:_MOST_LETTERS],
            scopes=tuple(right for right in Right if right in wish.scopes),
            made_at=writing.at,
            expires_at=wish.expires_at,
        )
        put_token(writing, kept)
        note(writing, principal, "make token", f"{person.name} {kept.key[:16]}")
    return words, kept


def principal_of_token(accounts: Accounts, words: str) -> Principal | None:
    """Who a token acts for, held to its scopes; None where it is none, ended or revoked."""
    if not words.startswith(PREFIX) or len(words) > _MOST_LETTERS:
        return None
    now = accounts.store.now()
    with accounts.store.viewing() as view:
        found = find_token(view, hashed_key(words))
        if found is None or not holds(found, now):
            return None
        person = find_person(view, found.person)
    if person is None:
        return None
    if found.last_used_at is None or now - found.last_used_at >= _USED_EVERY:
        _use(accounts, found.key, now)
    return Principal(
        name=person.name,
        memberships=person.memberships,
        scopes=frozenset(found.scopes),
        via="token",
    )


def holds(token: Token, now: datetime) -> bool:
    """Whether a token opens anything at an instant."""
    is_over = token.expires_at is not None and now >= token.expires_at
    return token.revoked_at is None and not is_over


def revoke_token(
    accounts: Accounts, principal: Principal, start: str, *, person: str | None = None
) -> Token:
    """Let a token open nothing any more.

    Args:
        accounts: the record.
        principal: who says so.
        start: its key, or the beginning of it.
        person: only where it is this one's.

    Raises:
        MissingError: if none, or several, begin so.
    """
    with accounts.store.writing() as writing:
        found = [each for each in each_token(writing, person) if each.key.startswith(start)]
        if len(found) != 1 or not start:
            told = "several tokens begin so" if found and start else "there is no such token"
            raise MissingError(told, key=start, mend="see `watchword tokens`")
        ended = replace(found[0], revoked_at=found[0].revoked_at or writing.at)
        put_token(writing, ended)
        note(writing, principal, "revoke token", f"{ended.person} {ended.key[:16]}")
    return ended


def tokens_of(accounts: Accounts, person: str | None = None) -> Sequence[Token]:
    """The tokens of somebody or of all, oldest first."""
    with accounts.store.viewing() as view:
        return tuple(each_token(view, person))


def _use(accounts: Accounts, key: str, now: datetime) -> None:
    with accounts.store.writing() as writing:
        found = find_token(writing, key)  # it may have been revoked meanwhile
        if found is not None:
            put_token(writing, replace(found, last_used_at=now))
