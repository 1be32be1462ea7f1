"""Feeds as pages show them: how each is doing, what it brought, what could not be read."""

from datetime import datetime

from watchword.errors import MissingError
from watchword.flow.feed_records import feed_record, visit_record
from watchword.flow.situation.story_pages import headline_record
from watchword.flow.span_records import Record
from watchword.model.report import Unread
from watchword.store import View
from watchword.store.feeds import each_feed_with_state, last_visits, last_visits_to
from watchword.store.headlines import count_by_feed, headlines_of, reports_of_feed
from watchword.store.reports import last_unread

UNREAD = 50
"""What could not be read last, as a page tells at most."""
VISITS, REPORTS = 30, 30
"""Visits to a feed and reports of it that its page tells at most, the newest ones."""


def list_feeds(view: View, now: datetime) -> Record:
    """The feeds with their health, those that do badly first, and what could not be read.

    Args:
        view: the record.
        now: the machine's time, for what is due and what is silent.
    """
    reports, visits = count_by_feed(view), last_visits(view)
    feeds = [
        {
            **feed_record(feed, state, now),
            "reports": reports.get(feed.key, 0),
            "last": visit_record(visits[feed.key]) if feed.key in visits else None,
        }
        for feed, state in each_feed_with_state(view)
    ]
    feeds.sort(key=lambda each: (each["paused"], each["health"] == "well", each["address"]))
    return {
        "feeds": feeds,
        "ailing": sum(each["health"] not in {"well", "not visited yet"} for each in feeds),
        "unread": [_unread(*each) for each in last_unread(view, most=UNREAD)],
    }


def show_feed(view: View, key: str, now: datetime) -> Record:
    """A feed with its last visits, what it brought, and what of it could not be read.

    Raises:
        MissingError: if there is no such feed.
    """
    found = next((each for each in each_feed_with_state(view) if each[0].key == key), None)
    if found is None:
        raise MissingError("there is no such feed, or it was removed", key=key)
    feed, state = found
    reports = reports_of_feed(view, key, most=REPORTS)
    headlines = headlines_of(view, reports)
    return {
        **feed_record(feed, state, now),
        "language": feed.language,
        "visits": [visit_record(each) for each in last_visits_to(view, key, most=VISITS)],
        "brought": [headline_record(headlines[each]) for each in reports],
        "reports": count_by_feed(view).get(key, 0),
        "unread": [_unread(*each) for each in last_unread(view, most=UNREAD, feed=key)],
    }


def _unread(found: Unread, at: datetime) -> Record:
    return {
        "found_at": found.found_at,
        "reason": found.reason,
        "count": found.count,
        "at": at.isoformat(),
    }
