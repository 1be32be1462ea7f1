"""Reports as lists show them, and which of them speak of somebody: no text is read."""

from collections.abc import Sequence

import sqlalchemy as sa

from watchword.model.headline import Headline
from watchword.model.report import Status
from watchword.store.tables import report
from watchword.store.transactions import View

_AT_ONCE = 500
_SHOWN = (
    report.c.key, report.c.report_id, report.c.outlet, report.c.title, report.c.published_at,
    report.c.language, report.c.status, report.c.known_at,
)  # fmt: skip


def headlines_of(view: View, keys: Sequence[str]) -> dict[str, Headline]:
    """These reports as lists show them, by their keys; what is not known is left out."""
    found: dict[str, Headline] = {}
    for start in range(0, len(keys), _AT_ONCE):
        query = sa.select(*_SHOWN).where(
            report.c.key.in_(keys[start : start + _AT_ONCE]), report.c.known_at <= view.as_of
        )
        for row in view.connection.execute(query):
            found[row.key] = Headline(
                key=row.key,
                report_id=row.report_id,
                outlet=row.outlet,
                title=row.title,
                at=row.published_at,
                language=row.language,
                status=Status(row.status),
                known_at=row.known_at,
            )
    return found


def reports_of_feed(view: View, feed: str, *, most: int) -> list[str]:
    """Keys of the last reports that a feed brought, the newest first."""
    query = sa.select(report.c.key).where(report.c.feed == feed, report.c.known_at <= view.as_of)
    return list(view.connection.scalars(query.order_by(report.c.id.desc()).limit(most)))


def count_by_feed(view: View) -> dict[str, int]:
    """How many reports each feed has brought, by the feed's key."""
    query = (
        sa.select(report.c.feed, sa.func.count().label("reports"))
        .where(report.c.feed.is_not(None), report.c.known_at <= view.as_of)
        .group_by(report.c.feed)
    )
    return {row.feed: int(row.reports) for row in view.connection.execute(query)}
