"""Channels that alerts are sent to, and how sending each alert to each of them goes."""

from collections.abc import Iterable, Iterator
from datetime import datetime

import sqlalchemy as sa

from watchword.model.channel import Channel, Delivery
from watchword.store.codec import from_plain, to_plain
from watchword.store.dialect import insert_new, replace_by_key
from watchword.store.tables import channel, delivery
from watchword.store.transactions import View, Writing


def add_channel(writing: Writing, made: Channel) -> bool:
    """Add a channel, or what is now told of one; False where that is known already."""
    plain = to_plain(made)
    last = writing.connection.execute(
        sa.select(channel.c.payload).where(channel.c.key == made.key).order_by(channel.c.id.desc())
    ).first()
    if last is not None and last.payload == plain:
        return False
    row = {"key": made.key, "payload": plain, "known_at": writing.at}
    writing.connection.execute(channel.insert(), row)
    return True


def remove_channel(writing: Writing, key: str) -> None:
    """Send nothing there any more; what was to be sent is let go."""
    row = {"key": key, "payload": None, "known_at": writing.at}
    writing.connection.execute(channel.insert(), row)
    writing.connection.execute(
        delivery.update().where(delivery.c.channel == key).values(due_at=None)
    )


def each_channel(view: View) -> Iterator[Channel]:
    """The channels that alerts are sent to, in the order they were first added."""
    query = sa.select(channel).where(channel.c.known_at <= view.as_of).order_by(channel.c.id)
    latest = {row.key: row.payload for row in view.connection.execute(query)}
    for payload in latest.values():
        if payload is not None:
            yield from_plain(Channel, payload)


def owe_deliveries(writing: Writing, owed: Iterable[Delivery]) -> None:
    """Note what is to be sent; what is known is left as it is."""
    rows = [_row(each) for each in owed]
    if rows:
        writing.connection.execute(insert_new(delivery, writing.connection), rows)


def set_delivery(writing: Writing, made: Delivery) -> None:
    """Note how sending went."""
    replace_by_key(delivery, writing.connection, _row(made), key="key")


def due_deliveries(view: View, key: str, now: datetime) -> tuple[Delivery, ...]:
    """What is due for a channel, in the order it came to be owed; of now, whatever the view."""
    query = sa.select(delivery.c.payload).where(
        delivery.c.channel == key, delivery.c.due_at.is_not(None), delivery.c.due_at <= now
    )
    found = [from_plain(Delivery, payload) for payload in view.connection.scalars(query)]
    return tuple(sorted(found, key=lambda each: (each.owed_at, each.key)))


def each_delivery(view: View, key: str | None = None) -> Iterator[Delivery]:
    """How sending goes, to one channel or to all; of now, whatever the view."""
    query = sa.select(delivery.c.payload).order_by(delivery.c.key)
    if key is not None:
        query = query.where(delivery.c.channel == key)
    for payload in view.connection.scalars(query):
        yield from_plain(Delivery, payload)


def _row(made: Delivery) -> dict[str, object]:
    return {
        "key": made.key,
        "alert": made.alert,
        "channel": made.channel,
        "due_at": made.due_at,
        "payload": to_plain(made),
    }
