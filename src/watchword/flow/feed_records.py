"""A feed and its visits as plain records: what `watchword feeds --json` prints."""

from datetime import datetime

from watchword.collect.schedule import is_silent
from watchword.flow.span_records import Record
from watchword.model.feed import Feed, FeedState, Visit


def feed_record(feed: Feed, state: FeedState, now: datetime) -> Record:
    """The record of a feed, with its health."""
    return {
        "key": feed.key,
        "kind": feed.kind.value,
        "address": feed.address,
        "name": feed.name,
        "outlet": feed.outlet,
        "every_s": feed.every_s,
        "full_text": feed.full_text,
        "archive": feed.archive,
        "paused": feed.paused,
        "health": health(state, now),
        "outcome": state.outcome.value if state.outcome else None,
        "reason": state.reason,
        "failures": state.failures,
        "silent": is_silent(state, now),
        "visited_at": _stamp(state.visited_at),
        "answered_at": _stamp(state.answered_at),
        "yielded_at": _stamp(state.yielded_at),
        "due_at": _stamp(state.due_at),
        "reports_per_day": state.reports_per_day,
        "moved_to": state.moved_to or None,
    }


def visit_record(visit: Visit) -> Record:
    """The record of one visit."""
    return {
        "begun_at": visit.begun_at.isoformat(),
        "ended_at": visit.ended_at.isoformat(),
        "outcome": visit.outcome.value,
        "reason": visit.reason,
        "new": visit.new,
        "known": visit.known,
        "unread": visit.unread,
        "bytes": visit.bytes,
        "moved_to": visit.moved_to or None,
        "more": visit.more,
    }


def health(state: FeedState, now: datetime) -> str:
    """How a feed is doing that is visited, in a few words."""
    if state.outcome is None:
        return "not visited yet"
    if state.due_at is None:
        return "gone for good"
    if state.failures:
        times = f", {state.failures:,} times in a row" if state.failures > 1 else ""
        return f"{state.outcome.value}: {state.reason}{times}"
    return "silent" if is_silent(state, now) else "well"


def _stamp(at: datetime | None) -> str | None:
    return None if at is None else at.isoformat()
