"""What came to be known since an instant, counted up to a bound."""

from datetime import datetime
from typing import Any

import sqlalchemy as sa

from watchword.model.newness import Newness
from watchword.model.news import News
from watchword.model.page import Bounded
from watchword.model.story import StoryStep
from watchword.store.amending import is_by_machine
from watchword.store.tables import alert, brief, clock, decision, reading, report, story_step
from watchword.store.transactions import View

MOST_COUNTED = 10_000
"""More than that is "10,000 and more"."""


def news_since(view: View, since: datetime, *, most: int = 20) -> News:
    """How much came to be known after an instant, with the newest reports.

    Args:
        view: the record, as known at an instant.
        since: what was known then is not new.
        most: how many of the newest reports are named.
    """
    new = _new(view, report, since).order_by(report.c.known_at.desc(), report.c.id.desc())
    return News(
        since=since,
        as_of=view.as_of,
        reports=count_upto(view, new),
        read=count_upto(view, _new(view, reading, since).where(is_by_machine())),
        claims=_claims(view, since),
        stories=count_upto(view, _begun(view, since)),
        alerts=count_upto(view, _new(view, alert, since)),
        decisions=count_upto(view, _new(view, decision, since)),
        briefs=count_upto(view, _new(view, brief, since)),
        newest=tuple(view.connection.scalars(new.with_only_columns(report.c.key).limit(most))),
    )


def tick_of(view: View) -> int:
    """The record's last instant as a number; one row is read."""
    return int(view.connection.scalar(sa.select(clock.c.at)) or 0)


def newness_since(view: View, since: datetime) -> Newness:
    """What a page that is open is told of: how much came to be known after an instant."""
    return Newness(
        reports=count_upto(view, _new(view, report, since)).number,
        claims=_claims(view, since),
        alerts=count_upto(view, _new(view, alert, since)).number,
        as_of=view.as_of,
    )


def count_upto(view: View, query: sa.Select[Any], *, most: int = MOST_COUNTED) -> Bounded:
    """How many rows a query gives, up to a bound."""
    some = query.order_by(None).limit(most + 1).subquery()
    number = view.connection.scalar(sa.select(sa.func.count()).select_from(some)) or 0
    return Bounded(number=min(int(number), most), is_exact=number <= most)


def _new(view: View, table: sa.Table, since: datetime) -> sa.Select[Any]:
    known = table.c.known_at
    return sa.select(table.c.id).where(known > since, known <= view.as_of)


def _claims(view: View, since: datetime) -> int:
    """Claims of the newest readings, of as many as are counted."""
    new = _new(view, reading, since).with_only_columns(reading.c.claims)
    newest = (
        new.where(is_by_machine())
        .order_by(reading.c.known_at.desc())
        .limit(MOST_COUNTED)
        .subquery()
    )
    return int(view.connection.scalar(sa.select(sa.func.sum(newest.c.claims))) or 0)


def _begun(view: View, since: datetime) -> sa.Select[Any]:
    """Steps that began a story; row numbers rise as instants do, and instants have no index."""
    before = sa.select(sa.func.max(story_step.c.id)).where(story_step.c.known_at <= since)
    first = view.connection.scalar(before) or 0
    began = story_step.c.step == StoryStep.START.value
    query = sa.select(story_step.c.id).where(story_step.c.id > first, began)
    return query.where(story_step.c.known_at <= view.as_of)
