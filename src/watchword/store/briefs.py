"""Briefs that were made, as they were made, with what they were asked for."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

import sqlalchemy as sa

from watchword.store.tables import brief
from watchword.store.transactions import View, Writing


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptBrief:
    """A brief in the record.

    Attributes:
        key: content key.
        title: what it is about.
        as_of: nothing learnt later is in it.
        request: what it was asked for.
        document: the brief as JSON.
        at: when it was kept.
    """

    key: str
    title: str
    as_of: datetime
    request: Mapping[str, object]
    document: str
    at: datetime


def add_brief(
    writing: Writing, document: str, *, title: str, as_of: datetime, request: Mapping[str, object]
) -> str:
    """Keep a brief, and give its key; the same document is kept once."""
    key = sha256(document.encode()).hexdigest()[:16]
    known = sa.select(sa.func.count()).select_from(brief).where(brief.c.key == key)
    if not writing.connection.scalar(known):
        writing.connection.execute(
            brief.insert().values(
                key=key,
                title=title,
                as_of=as_of,
                request=dict(request),
                document=document,
                known_at=writing.at,
            )
        )
    return key


def each_brief(view: View) -> Iterator[KeptBrief]:
    """Every brief that is known, oldest first."""
    query = sa.select(brief).where(brief.c.known_at <= view.as_of).order_by(brief.c.id)
    for row in view.connection.execute(query):
        yield KeptBrief(
            key=row.key,
            title=row.title,
            as_of=row.as_of,
            request=row.request,
            document=row.document,
            at=row.known_at,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefHead:
    """What a kept brief is, without the brief.

    Attributes:
        key: content key.
        title: what it is about.
        as_of: nothing learnt later is in it.
        request: what it was asked for.
        at: when it was kept.
    """

    key: str
    title: str
    as_of: datetime
    request: Mapping[str, object]
    at: datetime


def each_brief_head(view: View) -> Iterator[BriefHead]:
    """Every brief that is known, without what it says, oldest first."""
    columns = (brief.c.key, brief.c.title, brief.c.as_of, brief.c.request, brief.c.known_at)
    query = sa.select(*columns).where(brief.c.known_at <= view.as_of).order_by(brief.c.id)
    for row in view.connection.execute(query):
        yield BriefHead(
            key=row.key, title=row.title, as_of=row.as_of, request=row.request, at=row.known_at
        )


def brief_kept(view: View, key: str) -> KeptBrief | None:
    """The brief with this key, None where none is known."""
    query = sa.select(brief).where(brief.c.known_at <= view.as_of, brief.c.key == key)
    row = view.connection.execute(query).first()
    if row is None:
        return None
    return KeptBrief(
        key=row.key,
        title=row.title,
        as_of=row.as_of,
        request=row.request,
        document=row.document,
        at=row.known_at,
    )
