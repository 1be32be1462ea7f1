"""Indicators: what people watch for, as rows that are added when one is added, changed, removed."""

from collections.abc import Iterator

import sqlalchemy as sa

from watchword.model.indicator import Indicator
from watchword.store.codec import from_plain, to_plain
from watchword.store.tables import indicator
from watchword.store.transactions import View, Writing


def add_indicator(writing: Writing, made: Indicator) -> bool:
    """Add an indicator, or what is now told of one; False where that is known already."""
    plain = to_plain(made)
    last = writing.connection.execute(
        sa.select(indicator.c.payload)
        .where(indicator.c.key == made.key)
        .order_by(indicator.c.id.desc())
    ).first()
    if last is not None and last.payload == plain:
        return False
    row = {"key": made.key, "payload": plain, "known_at": writing.at}
    writing.connection.execute(indicator.insert(), row)
    return True


def remove_indicator(writing: Writing, key: str) -> None:
    """Watch for something no more; its sightings and its alerts stay."""
    row = {"key": key, "payload": None, "known_at": writing.at}
    writing.connection.execute(indicator.insert(), row)


def each_indicator(view: View) -> Iterator[Indicator]:
    """The indicators that are watched for, in the order they were first added."""
    query = sa.select(indicator).where(indicator.c.known_at <= view.as_of)
    latest = {
        row.key: row.payload for row in view.connection.execute(query.order_by(indicator.c.id))
    }
    for payload in latest.values():
        if payload is not None:
            yield from_plain(Indicator, payload)
