"""Who is known across reports beside the seed, and what is proposed of them."""

from collections.abc import Iterable, Iterator
from typing import TypeVar

import sqlalchemy as sa

from watchword.model.identity import Alias, Identity
from watchword.model.proposal import Proposal
from watchword.store.codec import from_plain, to_plain
from watchword.store.tables import identity
from watchword.store.transactions import View, Writing

_KINDS: dict[type, str] = {Identity: "identity", Alias: "alias", Proposal: "proposal"}
_AT_ONCE = 400

Kept = TypeVar("Kept", Identity, Alias, Proposal)


def add_known(writing: Writing, found: Iterable[Identity | Alias | Proposal]) -> None:
    """Add identities, names and proposals; what is kept already stays as it is."""
    rows = {
        (_KINDS[type(each)], each.key): {
            "kind": _KINDS[type(each)],
            "key": each.key,
            "subject": each.key if isinstance(each, Identity) else each.identity,
            "payload": to_plain(each),
            "known_at": writing.at,
        }
        for each in found
    }
    known = _keys_known(writing, [key for _, key in rows])
    fresh = [row for pair, row in rows.items() if pair not in known]
    if fresh:
        writing.connection.execute(identity.insert(), fresh)


def each_identity(view: View) -> Iterator[Identity]:
    """Identities that reports have added to the seed, in the order they were met."""
    return _each(view, Identity)


def each_alias(view: View) -> Iterator[Alias]:
    """Names that reports have added, in the order they were met."""
    return _each(view, Alias)


def each_proposal(view: View) -> Iterator[Proposal]:
    """What was proposed, in the order it came up."""
    return _each(view, Proposal)


def last_known(view: View) -> int:
    """Row number of the newest identity, name or proposal, 0 without any."""
    known = sa.select(identity.c.id).where(identity.c.known_at <= view.as_of)
    return int(view.connection.scalar(known.order_by(identity.c.id.desc()).limit(1)) or 0)


def _each(view: View, kind: type[Kept]) -> Iterator[Kept]:
    query = (
        sa.select(identity.c.payload)
        .where(identity.c.kind == _KINDS[kind], identity.c.known_at <= view.as_of)
        .order_by(identity.c.id)
    )
    for payload in view.connection.scalars(query).yield_per(_AT_ONCE):
        yield from_plain(kind, payload)


def _keys_known(writing: Writing, keys: list[str]) -> set[tuple[str, str]]:
    known: set[tuple[str, str]] = set()
    for start in range(0, len(keys), _AT_ONCE):
        part = keys[start : start + _AT_ONCE]
        rows = writing.connection.execute(
            sa.select(identity.c.kind, identity.c.key).where(identity.c.key.in_(part))
        )
        known |= {(row.kind, row.key) for row in rows}
    return known
