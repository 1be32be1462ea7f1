"""The record of accounts: a store of its own beside the situations, with what signs its forms."""

import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from types import TracebackType
from typing import Self

from watchword.access.passwords import Hashing
from watchword.errors import StoreError
from watchword.model.audit_entry import AuditEntry, Outcome
from watchword.model.principal import Principal
from watchword.store import Store, Writing, create_store, open_store
from watchword.store.accounts import add_audit, each_person
from watchword.store.entrance import clear_entrance, find_secret, keep_secret
from watchword.store.opening import is_server

FORMS = "forms"
"""Names the secret that signs forms."""
_SECRET_BYTES = 32
_MEND = "make the first account: watchword people add NAME --role owner"


@dataclass(frozen=True, slots=True, kw_only=True)
class Accounts:
    """An open record of accounts.

    Attributes:
        store: its rows.
        secret: what signs forms.
        hashing: how passwords are hashed.
    """

    store: Store
    secret: bytes = field(repr=False)
    hashing: Hashing = field(default_factory=Hashing)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the record."""
        self.store.close()


def create_accounts(place: str, *, now: Callable[[], datetime] | None = None) -> Accounts:
    """Begin a record of accounts; a file of one is for its owner's eyes only.

    Raises:
        StoreError: if there is a store at this place already, or it cannot be made.
    """
    create_store(place, title="accounts").close()
    if not is_server(place):
        for file in Path(place).parent.glob(f"{Path(place).name}*"):
            file.chmod(0o600)
    store = open_store(place, now=now)
    with store.writing() as writing:
        secret = keep_secret(writing, FORMS, secrets.token_bytes(_SECRET_BYTES))
    return Accounts(store=store, secret=secret)


def open_accounts(place: str, *, now: Callable[[], datetime] | None = None) -> Accounts:
    """Open a record of accounts, and forget what has run out in it.

    Raises:
        StoreError: if there is none, or it is the record of a situation.
    """
    store = open_store(place, now=now)
    with store.viewing() as view:
        secret = find_secret(view, FORMS)
    if secret is None:
        store.close()
        raise StoreError("this is no record of accounts", key=store.location, mend=_MEND)
    with store.writing() as writing:
        clear_entrance(writing, store.now())
    return Accounts(store=store, secret=secret)


def find_accounts(place: str, *, now: Callable[[], datetime] | None = None) -> Accounts | None:
    """Open the record of accounts where it is there and anybody has one; else None.

    Raises:
        StoreError: if there is something else at this place, or a server does not answer.
    """
    if not is_server(place) and not Path(place).exists():
        return None
    try:
        found = open_accounts(place, now=now)
    except StoreError as error:
        if is_server(place) and error.args[0] == "this is no Watchword store":
            return None
        raise
    with found.store.viewing() as view:
        is_empty = next(each_person(view), None) is None
    if is_empty:
        found.close()
        return None
    return found


def audit(
    accounts: Accounts | None,
    principal: Principal,
    deed: str,
    subject: str = "",
    outcome: Outcome = Outcome.DONE,
) -> None:
    """Write down what somebody did or was refused; the one user of a machine is not watched.

    Args:
        accounts: the record, None where there are no accounts.
        principal: who.
        deed: a short word.
        subject: what it was done to.
        outcome: what came of it.
    """
    if accounts is None:
        return
    with accounts.store.writing() as writing:
        note(writing, principal, deed, subject, outcome)


def note(
    writing: Writing,
    principal: Principal,
    deed: str,
    subject: str = "",
    outcome: Outcome = Outcome.DONE,
) -> None:
    """Write down a deed in the transaction that does it."""
    add_audit(
        writing,
        AuditEntry(
            by=principal.name,
            via=principal.via,
            deed=deed,
            subject=subject,
            outcome=outcome,
            at=writing.at,
        ),
    )


def hashed_key(words: str) -> str:
    """What is kept of a cookie or a token: its SHA-256, 64 hex digits."""
    return sha256(words.encode()).hexdigest()
