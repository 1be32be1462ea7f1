"""Who is named in the record and how often: actors, speakers, outlets, as the database counts."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from watchword.model.tally import Tally, TallyKind
from watchword.store.browsing.counted import counted_as_of, is_as_now
from watchword.store.browsing.names import tallies_of
from watchword.store.tables import claim, mention, reading, report
from watchword.store.tables_derived import tally
from watchword.store.transactions import View


def names_counted(
    view: View, kind: TallyKind, words: str = "", *, start: int = 0, limit: int = 50
) -> tuple[Tally, ...]:
    """The names that are told most, of those that begin so or have a word that does.

    Args:
        view: the record, as known at an instant.
        kind: what is counted: of sources claims, else reports.
        words: the beginning, large and small letters being one; empty for any.
        start: names that are passed over.
        limit: names at most.
    """
    is_kept = is_as_now(view)
    table: Any = tally if is_kept else counted_as_of(view, kind)
    count = table.c.claims if kind is TallyKind.SOURCE else table.c.reports
    columns = (table.c[name] for name in ("name", "mark", "reports", "claims"))
    query = sa.select(*columns).where(count > 0, table.c.name != "")
    if is_kept:
        query = query.where(tally.c.kind == kind.value)
    if words:
        query = query.where(_has_word(table.c.folded if is_kept else table.c.name, words))
    ordered = query.order_by(count.desc(), table.c.name, table.c.mark)
    rows = view.connection.execute(ordered.offset(start).limit(limit))
    return tuple(
        Tally(kind=kind, name=row.name, mark=row.mark, reports=row.reports, claims=int(row.claims))
        for row in rows
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
    reports = sum(each.reports for each in tallies_of(view, TallyKind.OUTLET, [name]))
    claims = sum(each.claims for each in tallies_of(view, TallyKind.SOURCE, [name]))
    return reports, claims


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


def _has_word(column: sa.ColumnElement[str], words: str) -> sa.ColumnElement[bool]:
    """Whether a name, or a word of it, begins so."""
    folded, wanted = sa.func.lower(column), words.casefold()
    return sa.or_(
        folded.startswith(wanted, autoescape=True), folded.contains(f" {wanted}", autoescape=True)
    )
