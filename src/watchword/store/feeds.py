"""Feeds, how they are doing, every visit to them, and which of their entries are known."""

from collections.abc import Iterator, Sequence

import sqlalchemy as sa

from watchword.model.feed import Feed, FeedState, Visit
from watchword.store.codec import from_plain, to_plain
from watchword.store.dialect import insert_new, replace_by_key
from watchword.store.tables import entry, feed, feed_state, visit
from watchword.store.transactions import View, Writing


def add_feed(writing: Writing, made: Feed, state: FeedState) -> bool:
    """Add a feed, or what is now told of one; False where that is known already.

    Args:
        writing: the transaction.
        made: the feed.
        state: where its visits begin; one that has been visited goes on from where it was.
    """
    plain = to_plain(made)
    last = writing.connection.execute(
        sa.select(feed.c.payload).where(feed.c.key == made.key).order_by(feed.c.id.desc())
    ).first()
    if last is not None and last.payload == plain:
        return False
    row = {"key": made.key, "payload": plain, "known_at": writing.at}
    writing.connection.execute(feed.insert(), row)
    first = {"feed": made.key, "due_at": state.due_at, "payload": to_plain(state)}
    writing.connection.execute(insert_new(feed_state, writing.connection), first)
    return True


def remove_feed(writing: Writing, key: str) -> None:
    """Visit a feed no more; its reports and its visits stay."""
    row = {"key": key, "payload": None, "known_at": writing.at}
    writing.connection.execute(feed.insert(), row)


def each_feed(view: View) -> Iterator[Feed]:
    """The feeds that are visited, in the order they were added."""
    rows = view.connection.execute(
        sa.select(feed).where(feed.c.known_at <= view.as_of).order_by(feed.c.id)
    )
    latest = {row.key: row.payload for row in rows}
    for payload in latest.values():
        if payload is not None:
            yield from_plain(Feed, payload)


def state_of(view: View, key: str) -> FeedState:
    """How a feed is doing; this is of now, whatever the view is as of."""
    row = view.connection.execute(sa.select(feed_state).where(feed_state.c.feed == key)).first()
    return FeedState(feed=key) if row is None else from_plain(FeedState, row.payload)


def begin_states(writing: Writing, states: Sequence[FeedState]) -> None:
    """Let visits begin of feeds that were added by row; one that has a state keeps it."""
    rows = [
        {"feed": each.feed, "due_at": each.due_at, "payload": to_plain(each)} for each in states
    ]
    if rows:
        writing.connection.execute(insert_new(feed_state, writing.connection), rows)


def add_visit(writing: Writing, made: Visit, state: FeedState) -> None:
    """Add a visit, and how the feed is doing after it."""
    row = {"feed": made.feed, "payload": to_plain(made), "known_at": writing.at}
    writing.connection.execute(visit.insert(), row)
    row = {"feed": state.feed, "due_at": state.due_at, "payload": to_plain(state)}
    replace_by_key(feed_state, writing.connection, row, key="feed")


def each_feed_with_state(view: View) -> Iterator[tuple[Feed, FeedState]]:
    """The feeds that are visited, in the order they were added, each with how it is doing now."""
    rows = view.connection.execute(sa.select(feed_state.c.feed, feed_state.c.payload))
    states = {row.feed: from_plain(FeedState, row.payload) for row in rows}
    for each in each_feed(view):
        yield each, states.get(each.key, FeedState(feed=each.key))


def last_visits_to(view: View, key: str, *, most: int) -> tuple[Visit, ...]:
    """The last visits to a feed, the newest first."""
    query = sa.select(visit.c.payload).where(visit.c.feed == key, visit.c.known_at <= view.as_of)
    rows = view.connection.scalars(query.order_by(visit.c.id.desc()).limit(most))
    return tuple(from_plain(Visit, payload) for payload in rows)


def each_visit(view: View, key: str) -> Iterator[Visit]:
    """Every visit to a feed, oldest first."""
    query = sa.select(visit.c.payload).where(visit.c.feed == key, visit.c.known_at <= view.as_of)
    for row in view.connection.execute(query.order_by(visit.c.id)):
        yield from_plain(Visit, row.payload)


def last_visits(view: View) -> dict[str, Visit]:
    """The last visit to each feed that is known, by the feed's key."""
    newest = (
        sa.select(sa.func.max(visit.c.id))
        .where(visit.c.known_at <= view.as_of)
        .group_by(visit.c.feed)
    )
    rows = view.connection.execute(sa.select(visit).where(visit.c.id.in_(newest)))
    return {row.feed: from_plain(Visit, row.payload) for row in rows}


def remember_entries(writing: Writing, key: str, entries: Sequence[str]) -> None:
    """Remember entries of a feed, so that its next visit knows them."""
    rows = [{"feed": key, "key": each} for each in dict.fromkeys(entries)]
    if rows:
        writing.connection.execute(insert_new(entry, writing.connection), rows)


def is_entry_known(view: View, key: str, name: str) -> bool:
    """Whether an entry of a feed is remembered."""
    query = sa.select(entry.c.key).where(entry.c.feed == key, entry.c.key == name)
    return view.connection.scalar(query) is not None
