"""Somebody with an account on a server, and the machine that may act for them."""

from dataclasses import dataclass
from datetime import datetime

from watchword.model.principal import Membership, Right


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """An account: what people decided of it. Its password is kept apart, and never its history.

    Attributes:
        name: what they sign in with and what they decide is signed with.
        memberships: what they are, and in which situation.
        identity: who they are at a provider of OpenID Connect, `ISSUER SUBJECT`; empty without.
        by: who made or changed the account.
        at: since when it is so, aware UTC.
    """

    name: str
    memberships: tuple[Membership, ...] = ()
    identity: str = ""
    by: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """A key to the API, of which only a hash is kept.

    Attributes:
        key: SHA-256 of the token, 64 hex digits; its first 16 name it.
        person: whose it is: it may never do more than they.
        label: what it is for, in their words.
        scopes: the rights that it is held to.
        made_at: when it was made, aware UTC.
        expires_at: from when it is refused, aware UTC; None for never.
        last_used_at: when it was used last, to the minute; None for never.
        revoked_at: when it was revoked; None while it holds.
    """

    key: str
    person: str
    label: str = ""
    scopes: tuple[Right, ...] = (Right.READ,)
    made_at: datetime
    expires_at: datetime | None = None
    last_used_at: datetime | None = None
    revoked_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """Somebody who is signed in, of whose cookie only a hash is kept.

    Attributes:
        key: SHA-256 of what the cookie holds, 64 hex digits.
        person: who it is.
        began_at: when they signed in, aware UTC.
        seen_at: when they asked for something last, to the minute.
        ends_at: when it ends, whatever they do.
    """

    key: str
    person: str
    began_at: datetime
    seen_at: datetime
    ends_at: datetime
