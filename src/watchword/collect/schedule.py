"""When a feed is visited next, and how it is doing: decided from its visits alone.

Invariants: only a feed that is gone for good has no due time; a due time lies after `now`; the more
visits failed in a row, the later the next one.
"""

from dataclasses import replace
from datetime import datetime, timedelta

from watchword.model.feed import DAY_S, Feed, FeedState, Visit, VisitOutcome

FIRST_S = 900.0
"""Seconds between visits until it is known how often a feed gives something new."""

LEAST_S = 60.0
"""A feed is not visited more often, whatever a user or the feed says."""

LEAST_ADAPTED_S = 300.0
MOST_ADAPTED_S = 21_600.0
"""Where nobody said how often, visits lie between five minutes and six hours apart."""

MOST_BACKOFF_S = 86_400.0
MOST_PACE_S = 21_600.0
"""What a feed says of its own pace (`ttl`, `max-age`) is held to six hours: many say a day or a
year without meaning it."""

MOST_WAIT_S = 7 * 86_400.0
"""What a server asks by `Retry-After` is held to a week."""

HALF_LIFE_DAYS = 14.0
"""After so many days of watching, a day counts half in the expected yield."""

SILENT_GAPS = 7.0
"""Silent after so many mean gaps without anything new: were reports to come at random times, one
gap in 1,100 (e to the 7th) would be as long."""

SILENT_LEAST_S = 2 * 86_400.0
"""A weekend is no silence."""

NEVER_YIELDED_S = 7 * 86_400.0
"""A feed that has never given anything is silent after a week."""

FAILURES_TO_RETURN = 3
"""After so many failures in a row at the address that a feed moved to, the old one is tried."""

_ANSWERED = frozenset((VisitOutcome.OK, VisitOutcome.UNCHANGED))


def first_state(feed: Feed, now: datetime) -> FeedState:
    """Give the state of a feed that was never visited: it is due at once."""
    return FeedState(feed=feed.key, due_at=now)


def next_state(feed: Feed, state: FeedState, visit: Visit, now: datetime) -> FeedState:
    """Give a feed's state after a visit.

    Args:
        feed: the feed.
        state: its state before the visit.
        visit: the visit, after all it gave has been kept.
        now: the time, aware UTC.
    """
    after = _answered(state, visit) if visit.outcome in _ANSWERED else _failed(state, visit)
    return replace(after, visited_at=visit.ended_at, due_at=_due_at(feed, after, visit, now))


def is_due(state: FeedState, now: datetime) -> bool:
    """Whether a feed is to be visited now."""
    return state.due_at is not None and state.due_at <= now


def is_silent(state: FeedState, now: datetime) -> bool:
    """Whether a feed that answers has given nothing new for longer than is usual for it.

    The gap is the one that was usual when it last gave something: the longer it is silent, the
    fewer reports are expected of it, and it would never be told. Time in which it was not visited,
    or did not answer, is not held against it.
    """
    if state.answered_at is None or state.begun_at is None:
        return False
    seen = min(state.answered_at, now)
    if state.yielded_at is None:
        return (seen - state.begun_at).total_seconds() > NEVER_YIELDED_S
    gap_s = state.mean_gap_s
    usual_s = NEVER_YIELDED_S if gap_s is None else max(SILENT_LEAST_S, SILENT_GAPS * gap_s)
    return (seen - state.yielded_at).total_seconds() > usual_s


def _answered(state: FeedState, visit: Visit) -> FeedState:
    days, new = _watched(state, visit)
    return replace(
        state,
        etag=visit.etag,
        last_modified=visit.last_modified,
        cursor=visit.cursor,
        begun_at=state.begun_at or visit.ended_at,
        answered_at=visit.ended_at,
        yielded_at=visit.ended_at if visit.new else state.yielded_at,
        failures=0,
        outcome=visit.outcome,
        reason=visit.reason,
        moved_to=visit.moved_to or state.moved_to,
        mean_gap_s=DAY_S * days / new if visit.new and new > 0 else state.mean_gap_s,
        watched_days=days,
        watched_new=new,
    )


def _failed(state: FeedState, visit: Visit) -> FeedState:
    """What had been read stays read; only where it had moved to is forgotten in the end."""
    failures = state.failures + 1
    return replace(
        state,
        yielded_at=visit.ended_at if visit.new else state.yielded_at,
        failures=failures,
        outcome=visit.outcome,
        reason=visit.reason,
        moved_to="" if failures >= FAILURES_TO_RETURN else state.moved_to,
        etag="" if failures >= FAILURES_TO_RETURN else state.etag,
        last_modified="" if failures >= FAILURES_TO_RETURN else state.last_modified,
    )


def _watched(state: FeedState, visit: Visit) -> tuple[float, float]:
    """Days of watching and new reports in them; what the first visit finds has no days."""
    if state.answered_at is None:
        return 0.0, 0.0
    days = max((visit.ended_at - state.answered_at).total_seconds(), 0.0) / DAY_S
    kept = 0.5 ** (days / HALF_LIFE_DAYS)
    return state.watched_days * kept + days, state.watched_new * kept + visit.new


def _due_at(feed: Feed, state: FeedState, visit: Visit, now: datetime) -> datetime | None:
    if visit.outcome is VisitOutcome.GONE:
        return None
    if visit.outcome in _ANSWERED:
        seconds = LEAST_S if visit.more else _usual_s(feed, state, visit)
    else:
        seconds = _backoff_s(feed, state)
    waited = now + timedelta(seconds=max(seconds, min(visit.wait_s or 0.0, MOST_WAIT_S)))
    return waited if feed.every_s is not None else _in_open_hours(waited, visit)


def _usual_s(feed: Feed, state: FeedState, visit: Visit) -> float:
    """What the user says holds; else half the mean gap, within bounds and the feed's own pace."""
    if feed.every_s is not None:
        return max(feed.every_s, LEAST_S)
    rate = state.reports_per_day
    adapted_s = FIRST_S
    if rate:
        adapted_s = DAY_S / rate / 2
    elif state.watched_days > 1:
        adapted_s = MOST_ADAPTED_S
    own_s = min(visit.pace_s or 0.0, MOST_PACE_S)
    return max(min(max(adapted_s, LEAST_ADAPTED_S), MOST_ADAPTED_S), own_s)


def _backoff_s(feed: Feed, state: FeedState) -> float:
    """Twice as long with each failure, from the usual time between visits to a day."""
    start_s = max(feed.every_s or FIRST_S, LEAST_S)
    doublings = min(state.failures - 1, 20)
    return max(min(start_s * 2.0**doublings, MOST_BACKOFF_S), start_s)


def _in_open_hours(at: datetime, visit: Visit) -> datetime:
    """Move a time out of the hours and days in which the feed publishes nothing."""
    for _hour in range(7 * 24):
        closed = at.hour in visit.closed_hours or at.weekday() in visit.closed_days
        if not closed:
            return at
        at = at.replace(minute=0, second=0, microsecond=0) + timedelta(hours=1)
    return at
