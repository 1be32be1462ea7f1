"""Who is named in the record and how often: actors, speakers, outlets, as the database counts."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa

from watchword.model.tally import TallyKind
from watchword.store.browsing.names import NamesAsked, most_told
from watchword.store.tables import claim, mention, reading, report
from watchword.store.transactions import View


@dataclass(frozen=True, slots=True, kw_only=True)
class NameCount:
    """A name with how often it is told.

    Attributes:
        name: the name.
        country: ISO 3166-1 alpha-2 code of whom it belongs to, None where not told.
        count: reports that name an actor; reports of an outlet; claims of a speaker.
    """

    name: str
    country: str | None = None
    count: int


def actors_named(
    view: View, *, prefix: str = "", start: int = 0, limit: int = 50
) -> tuple[NameCount, ...]:
    """The actors that most reports speak of, under the names that reports give them.

    Args:
        view: the record, as known at an instant.
        prefix: what the name begins with, or a word of it; large and small letters are one.
        start: names that are passed over.
        limit: names at most.
    """
    asked = NamesAsked(kind=TallyKind.ACTOR, opening=prefix, start=start, most=limit)
    return tuple(
        NameCount(name=each.name, country=each.mark or None, count=each.reports)
        for each in most_told(view, asked).rows
    )


def outlets_counted(
    view: View, *, prefix: str = "", start: int = 0, limit: int = 50
) -> tuple[NameCount, ...]:
    """The outlets with most reports."""
    asked = NamesAsked(kind=TallyKind.OUTLET, opening=prefix, start=start, most=limit)
    return tuple(
        NameCount(name=each.name, count=each.reports) for each in most_told(view, asked).rows
    )


def speakers_counted(
    view: View, *, prefix: str = "", start: int = 0, limit: int = 50
) -> tuple[NameCount, ...]:
    """The speakers that most claims come from."""
    asked = NamesAsked(
        kind=TallyKind.SOURCE, opening=prefix, by_claims=True, start=start, most=limit
    )
    return tuple(
        NameCount(name=each.name, count=each.claims) for each in most_told(view, asked).rows
    )


def times_naming(view: View, names: Sequence[str]) -> list[datetime]:
    """When the dated reports were published that speak of an actor by one of some names."""
    told = sa.select(mention.c.report_id).where(
        mention.c.kind == "actor", mention.c.name.in_(names)
    )
    query = sa.select(report.c.published_at).where(
        report.c.id.in_(told), report.c.known_at <= view.as_of, report.c.published_at.is_not(None)
    )
    return list(view.connection.scalars(query.order_by(report.c.published_at)))


def count_naming(view: View, names: Sequence[str]) -> int:
    """How many reports speak of an actor by one of some names."""
    told = sa.select(mention.c.report_id).where(
        mention.c.kind == "actor", mention.c.name.in_(names)
    )
    query = sa.select(sa.func.count()).select_from(report)
    known = query.where(report.c.id.in_(told), report.c.known_at <= view.as_of)
    return int(view.connection.scalar(known) or 0)


def times_of_source(view: View, name: str) -> tuple[int, int]:
    """How many reports an outlet of this name has, and how many claims come from such a speaker."""
    of_outlet = (report.c.outlet == name) & (report.c.known_at <= view.as_of)
    reports = sa.select(sa.func.count()).select_from(report).where(of_outlet)
    claims = (
        sa.select(sa.func.count(sa.distinct(claim.c.key)))
        .join(reading, reading.c.id == claim.c.reading_id)
        .where(claim.c.source == name, reading.c.known_at <= view.as_of)
    )
    return int(view.connection.scalar(reports) or 0), int(view.connection.scalar(claims) or 0)


def sources_named(view: View, names: Sequence[str]) -> list[str]:
    """Which of some names are those of speakers, the one with most claims first."""
    count = sa.func.count()
    query = (
        sa.select(claim.c.source)
        .join(reading, reading.c.id == claim.c.reading_id)
        .where(claim.c.source.in_(names), reading.c.known_at <= view.as_of)
        .group_by(claim.c.source)
        .order_by(count.desc(), claim.c.source)
    )
    return list(view.connection.scalars(query))


def spellings_with(view: View, part: str) -> set[str]:
    """The names of actors and speakers that have some letters in them, whenever they were told."""
    found: set[str] = set()
    for column in (mention.c.name, claim.c.source):
        query = sa.select(column).where(sa.func.lower(column).contains(part, autoescape=True))
        found |= set(view.connection.scalars(query.distinct()))
    return found


def keys_of_outlet(view: View, name: str, *, most: int) -> list[str]:
    """Keys of an outlet's last reports, the newest first."""
    query = sa.select(report.c.key).where(report.c.outlet == name, report.c.known_at <= view.as_of)
    return list(view.connection.scalars(query.order_by(report.c.id.desc()).limit(most)))
