"""How much was told a day."""

from collections.abc import Iterator
from datetime import UTC, datetime

import sqlalchemy as sa

from watchword.model.tally import Tally, TallyKind
from watchword.store.browsing.counted import counted_as_of, is_as_now
from watchword.store.dialect import day_name
from watchword.store.tables import report
from watchword.store.tables_derived import tally
from watchword.store.transactions import View


def days_told(view: View, *, since: str = "", until: str = "") -> tuple[Tally, ...]:
    """Reports and claims of each day of publication that has any, in order.

    Args:
        view: the record, as known at an instant.
        since: the first day, as 2024-10-23; from the first one on where empty.
        until: the day after the last one; to the last one where empty.
    """
    kept = is_as_now(view)
    published = list(_published(since, until))
    table = tally if kept else counted_as_of(view, TallyKind.DAY, published=published)
    query = sa.select(table.c.name, table.c.reports, table.c.claims)
    query = query.where(table.c.reports > 0, table.c.name >= since)
    if kept:
        query = query.where(tally.c.kind == TallyKind.DAY.value)
    if until:
        query = query.where(table.c.name < until)
    return tuple(
        Tally(kind=TallyKind.DAY, name=row.name, reports=row.reports, claims=int(row.claims))
        for row in view.connection.execute(query.order_by(table.c.name))
    )


def days_known(view: View) -> tuple[tuple[str, int], ...]:
    """The days from which reports are known, in order, each with how many they are."""
    day = day_name(view.connection, report.c.known_at).label("day")
    query = sa.select(day, sa.func.count().label("reports")).select_from(report)
    query = query.where(report.c.known_at <= view.as_of).group_by(day).order_by(day)
    return tuple((row.day, row.reports) for row in view.connection.execute(query))


def _published(since: str, until: str) -> Iterator[sa.ColumnElement[bool]]:
    """That a report was published from one day on, and before another."""
    if since:
        yield report.c.published_at >= datetime.fromisoformat(since).replace(tzinfo=UTC)
    if until:
        yield report.c.published_at < datetime.fromisoformat(until).replace(tzinfo=UTC)
