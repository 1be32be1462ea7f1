"""Accounts as rows of history, the hashes of their passwords, and what was done, to be audited."""

from collections.abc import Iterator
from datetime import datetime

import sqlalchemy as sa

from watchword.model.audit_entry import AuditEntry
from watchword.model.person import Person
from watchword.store.account_tables import account, audit, credential, session, token
from watchword.store.codec import from_plain, to_plain
from watchword.store.dialect import replace_by_key
from watchword.store.transactions import View, Writing


def put_person(writing: Writing, made: Person) -> None:
    """Make an account, or say what one is from now on; what it was before stays in the history."""
    row = {"name": made.name, "payload": to_plain(made), "known_at": writing.at}
    writing.connection.execute(account.insert(), row)


def remove_person(writing: Writing, name: str) -> None:
    """Let somebody in no more: their password, sessions and tokens are forgotten."""
    row = {"name": name, "payload": None, "known_at": writing.at}
    writing.connection.execute(account.insert(), row)
    writing.connection.execute(credential.delete().where(credential.c.name == name))
    writing.connection.execute(session.delete().where(session.c.person == name))
    writing.connection.execute(token.delete().where(token.c.person == name))


def find_person(view: View | Writing, name: str) -> Person | None:
    """Who has an account under a name; None for nobody."""
    query = (
        sa.select(account.c.payload)
        .where(account.c.name == name)
        .order_by(account.c.id.desc())
        .limit(1)
    )
    payload = view.connection.scalar(query)
    return None if payload is None else from_plain(Person, payload)


def each_person(view: View | Writing) -> Iterator[Person]:
    """Everybody with an account, in the order they were first made."""
    rows = view.connection.execute(sa.select(account).order_by(account.c.id))
    latest = {row.name: row.payload for row in rows}
    for payload in latest.values():
        if payload is not None:
            yield from_plain(Person, payload)


def set_hash(writing: Writing, name: str, hashed: str) -> None:
    """Keep the hash of a password in place of the one before."""
    row = {"name": name, "hash": hashed, "changed_at": writing.at}
    replace_by_key(credential, writing.connection, row, key="name")


def find_hash(view: View, name: str) -> str | None:
    """The hash of somebody's password; None where they have none."""
    query = sa.select(credential.c.hash).where(credential.c.name == name)
    found = view.connection.scalar(query)
    return None if found is None else str(found)


def add_audit(writing: Writing, made: AuditEntry) -> None:
    """Write down what was done; its instant is the transaction's."""
    row = {"by": made.by, "deed": made.deed, "payload": to_plain(made), "known_at": writing.at}
    writing.connection.execute(audit.insert(), row)


def each_audit(
    view: View, *, by: str | None = None, since: datetime | None = None, limit: int = 1_000
) -> Iterator[AuditEntry]:
    """What was done, newest first.

    Args:
        view: the record of accounts.
        by: only what this one did.
        since: only from this instant on.
        limit: how many at most.
    """
    query = sa.select(audit.c.payload).where(audit.c.known_at <= view.as_of)
    if by is not None:
        query = query.where(audit.c.by == by)
    if since is not None:
        query = query.where(audit.c.known_at >= since)
    for payload in view.connection.scalars(query.order_by(audit.c.id.desc()).limit(limit)):
        yield from_plain(AuditEntry, payload)
