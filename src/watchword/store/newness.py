"""How much came into the record after an instant: what a page that is open is told."""

from datetime import datetime

import sqlalchemy as sa

from watchword.model.newness import Newness
from watchword.store.amending import is_by_machine
from watchword.store.tables import alert, clock, reading, report
from watchword.store.transactions import View


def tick_of(view: View) -> int:
    """The record's last instant as a number; one row is read."""
    return int(view.connection.scalar(sa.select(clock.c.at)) or 0)


def newness_since(view: View, since: datetime) -> Newness:
    """What came after an instant and is known as of the view."""

    def after(table: sa.Table) -> sa.ColumnElement[bool]:
        return sa.and_(table.c.known_at > since, table.c.known_at <= view.as_of)

    def count(what: sa.ColumnElement[int], table: sa.Table) -> int:
        query = sa.select(what).select_from(table).where(after(table))
        return int(view.connection.scalar(query) or 0)

    return Newness(
        reports=count(sa.func.count(), report),
        claims=count(sa.func.sum(reading.c.claims).filter(is_by_machine()), reading),
        alerts=count(sa.func.count(), alert),
        as_of=view.as_of,
    )
