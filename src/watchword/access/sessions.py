"""Sessions: who is signed in, by a random cookie of which only a hash is kept.

A session ends when it was left alone for too long, when it is too old, at the sign-out, and when
the password or what the person may do has changed.
"""

import secrets
from dataclasses import dataclass, replace
from datetime import timedelta

from watchword.access.accounts import Accounts, hashed_key, note
from watchword.model.person import Person, Session
from watchword.model.principal import Principal
from watchword.store import Writing
from watchword.store.accounts import find_person
from watchword.store.entrance import end_session, end_sessions_of, find_session, put_session

IDLE = timedelta(hours=8)
"""A working day: somebody who went home is signed out."""
LONGEST = timedelta(days=7)
_SEEN_EVERY = timedelta(minutes=1)
"""When somebody was seen is written so often at most, so that reading writes little."""
_BYTES = 32


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedIn:
    """Somebody who has just signed in.

    Attributes:
        person: who.
        cookie: what their browser is to keep; it is nowhere else.
        session: the session.
    """

    person: Person
    cookie: str
    session: Session


def begin_session(writing: Writing, person: Person, *, left: str = "") -> SignedIn:
    """Begin a session under a new random name, whatever cookie the browser came with.

    Args:
        writing: the transaction.
        person: who.
        left: the cookie that the browser had; its session ends.
    """
    if left:
        end_session(writing, hashed_key(left))
    cookie = secrets.token_urlsafe(_BYTES)
    at = writing.at
    session = Session(
        key=hashed_key(cookie), person=person.name, began_at=at, seen_at=at, ends_at=at + LONGEST
    )
    put_session(writing, session)
    return SignedIn(person=person, cookie=cookie, session=session)


def find_signed_in(accounts: Accounts, cookie: str) -> SignedIn | None:
    """Who a cookie belongs to; None where the session is none, ended, or its person is gone."""
    now = accounts.store.now()
    with accounts.store.viewing() as view:
        session = find_session(view, hashed_key(cookie))
        if session is None or now >= min(session.ends_at, session.seen_at + IDLE):
            return None
        person = find_person(view, session.person)
    if person is None:
        return None
    if now - session.seen_at >= _SEEN_EVERY:
        session = _see(accounts, replace(session, seen_at=now))
    return SignedIn(person=person, cookie=cookie, session=session)


def sign_out(accounts: Accounts, principal: Principal, session: Session) -> None:
    """End a session."""
    with accounts.store.writing() as writing:
        end_session(writing, session.key)
        note(writing, principal, "sign out")


def sign_out_elsewhere(accounts: Accounts, principal: Principal, session: Session) -> None:
    """End all sessions of somebody but the one at hand."""
    with accounts.store.writing() as writing:
        end_sessions_of(writing, session.person, but=session.key)
        note(writing, principal, "sign out elsewhere")


def _see(accounts: Accounts, session: Session) -> Session:
    with accounts.store.writing() as writing:
        # One that was ended meanwhile must not come back.
        if find_session(writing, session.key) is not None:
            put_session(writing, session)
    return session
