"""What lets somebody in: sessions, tokens, used forms, failed tries, the secret that signs.

This is the state of machines and changes in place. Of sessions, tokens and forms only hashes come
here.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

import sqlalchemy as sa

from watchword.model.person import Session, Token
from watchword.store.account_tables import attempt, secret, session, token, used_form
from watchword.store.codec import from_plain, to_plain
from watchword.store.dialect import insert_new, replace_by_key
from watchword.store.transactions import BEGINNING, View, Writing

_REMEMBERED = timedelta(days=1)
"""How long failed tries count after the last of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempts:
    """Failed tries of one name or address.

    Attributes:
        failures: how many in a row.
        wait_until: when the next may be made, aware UTC.
    """

    failures: int = 0
    wait_until: datetime | None = None


def put_session(writing: Writing, made: Session) -> None:
    """Keep a session, or when it was seen last."""
    row = {"key": made.key, "person": made.person, "ends_at": made.ends_at}
    row |= {"payload": to_plain(made)}
    replace_by_key(session, writing.connection, row, key="key")


def find_session(view: View | Writing, key: str) -> Session | None:
    """A session by its hash, ended or not; None for none."""
    query = sa.select(session.c.payload).where(session.c.key == key)
    payload = view.connection.scalar(query)
    return None if payload is None else from_plain(Session, payload)


def end_session(writing: Writing, key: str) -> None:
    """Forget one session."""
    writing.connection.execute(session.delete().where(session.c.key == key))


def end_sessions_of(writing: Writing, person: str, *, but: str = "") -> None:
    """Forget somebody's sessions, all but one."""
    writing.connection.execute(
        session.delete().where(session.c.person == person, session.c.key != but)
    )


def clear_entrance(writing: Writing, now: datetime) -> None:
    """Forget sessions, forms and waits whose time is over."""
    for table, column, since in (
        (session, session.c.ends_at, now),
        (used_form, used_form.c.until, now),
        (attempt, attempt.c.last_at, now - _REMEMBERED),
    ):
        writing.connection.execute(table.delete().where(column <= since))


def put_token(writing: Writing, made: Token) -> None:
    """Keep a token, or how it is with it now."""
    row = {"key": made.key, "person": made.person, "payload": to_plain(made)}
    replace_by_key(token, writing.connection, row, key="key")


def find_token(view: View | Writing, key: str) -> Token | None:
    """A token by its hash, valid or not; None for none."""
    payload = view.connection.scalar(sa.select(token.c.payload).where(token.c.key == key))
    return None if payload is None else from_plain(Token, payload)


def each_token(view: View | Writing, person: str | None = None) -> Iterator[Token]:
    """The tokens of somebody or of all, oldest first, revoked ones among them."""
    query = sa.select(token.c.payload)
    if person is not None:
        query = query.where(token.c.person == person)
    found = [from_plain(Token, payload) for payload in view.connection.scalars(query)]
    yield from sorted(found, key=lambda each: (each.made_at, each.key))


def use_form(writing: Writing, key: str, until: datetime) -> bool:
    """Note that a form's token was used; False where it was used before."""
    made = insert_new(used_form, writing.connection).returning(used_form.c.key)
    return writing.connection.scalar(made, {"key": key, "until": until}) is not None


def find_attempts(view: View | Writing, key: str) -> Attempts:
    """How trying went for a name or an address."""
    row = view.connection.execute(sa.select(attempt).where(attempt.c.key == key)).first()
    return Attempts() if row is None else Attempts(failures=row.failures, wait_until=row.wait_until)


def set_attempts(writing: Writing, key: str, made: Attempts) -> None:
    """Note how trying went."""
    until = made.wait_until or BEGINNING
    row = {"key": key, "failures": made.failures, "wait_until": until, "last_at": writing.at}
    replace_by_key(attempt, writing.connection, row, key="key")


def forget_attempts(writing: Writing, keys: Sequence[str]) -> None:
    """Begin anew for somebody who came in."""
    writing.connection.execute(attempt.delete().where(attempt.c.key.in_(keys)))


def keep_secret(writing: Writing, name: str, value: bytes) -> bytes:
    """Keep a secret unless there is one of this name, and give the one that is kept."""
    made = insert_new(secret, writing.connection)
    writing.connection.execute(made, {"name": name, "value": value})
    kept = writing.connection.scalar(sa.select(secret.c.value).where(secret.c.name == name))
    return bytes(kept or b"")


def find_secret(view: View, name: str) -> bytes | None:
    """A secret that was kept; None for none."""
    found = view.connection.scalar(sa.select(secret.c.value).where(secret.c.name == name))
    return None if found is None else bytes(found)
