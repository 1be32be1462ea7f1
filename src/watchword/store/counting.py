"""How much a record holds, and how much room that takes."""

from datetime import datetime
from typing import Any, TypedDict

import sqlalchemy as sa

from watchword.model.count import RecordCount, TableSize
from watchword.model.tally import TallyKind
from watchword.store.browsing.counted import is_as_now
from watchword.store.dialect import sizes_of_tables
from watchword.store.members import is_in
from watchword.store.tables import feed, reading, report, unread
from watchword.store.tables_derived import story_member, tally
from watchword.store.transactions import View


def count_record(view: View) -> RecordCount:
    """How much was known at the instant of a view."""
    counted = _counts_kept(view) if is_as_now(view) else _counts_anew(view)
    return RecordCount(
        **counted,
        feeds=_count_feeds(view),
        unread=_count(view, sa.func.count(unread.c.found_at.distinct()), unread),
        since=_end_of(view, sa.func.min(report.c.known_at)),
        earliest=_end_of(view, sa.func.min(report.c.published_at)),
        latest=_end_of(view, sa.func.max(report.c.published_at)),
    )


class _Counts(TypedDict):
    """What is counted as rows come."""

    reports: int
    read: int
    failed: int
    waiting: int
    claims: int
    stories: int
    outlets: int


def _counts_kept(view: View) -> _Counts:
    """The counts of things as they are now."""
    query = sa.select(tally.c.kind, tally.c.reports, tally.c.claims)
    of_all = [kind.value for kind in (TallyKind.ALL, TallyKind.READ, TallyKind.TRIED)]
    rows = {row.kind: row for row in view.connection.execute(query.where(tally.c.kind.in_(of_all)))}
    reports, read, tried = (rows[kind].reports if kind in rows else 0 for kind in of_all)
    named = sa.select(sa.func.count()).select_from(tally).where(tally.c.reports > 0)
    stories, outlets = (
        int(view.connection.scalar(named.where(tally.c.kind == kind.value)) or 0)
        for kind in (TallyKind.STORY, TallyKind.OUTLET)
    )
    return _Counts(
        reports=reports,
        read=read,
        failed=tried - read,
        waiting=reports - tried,
        claims=rows[TallyKind.ALL.value].claims if reports else 0,
        stories=stories,
        outlets=outlets,
    )


def _counts_anew(view: View) -> _Counts:
    """The counts of what was known earlier."""
    read, claims, tried = _counts_of_readings(view)
    reports = _count(view, sa.func.count(), report)
    return _Counts(
        reports=reports,
        read=read,
        failed=tried - read,
        waiting=reports - tried,
        claims=claims,
        stories=_stories(view),
        outlets=_count(view, sa.func.count(report.c.outlet.distinct()), report),
    )


def _stories(view: View) -> int:
    """Stories that had reports."""
    query = sa.select(sa.func.count(story_member.c.story.distinct())).where(is_in(view))
    return int(view.connection.scalar(query) or 0)


def _end_of(view: View, what: sa.ColumnElement[Any]) -> datetime | None:
    """The first or last instant of what was known, by its index where all of it is."""
    query = sa.select(what)
    known = query if is_as_now(view) else query.where(report.c.known_at <= view.as_of)
    found: datetime | None = view.connection.scalar(known)
    return found


def measure_tables(view: View) -> tuple[TableSize, ...]:
    """How much room each table takes with its indexes, the largest first.

    The pages of a file are all looked at: about a second a gigabyte.
    """
    sizes = sizes_of_tables(view.connection)
    return tuple(
        TableSize(table=table, size=size)
        for table, size in sorted(sizes.items(), key=lambda each: (-each[1], each[0]))
    )


def _count(view: View, what: sa.ColumnElement[int], table: sa.Table) -> int:
    query = sa.select(what).select_from(table).where(table.c.known_at <= view.as_of)
    return int(view.connection.scalar(query) or 0)


def _counts_of_readings(view: View) -> tuple[int, int, int]:
    """Reports that were read, claims of their latest readings, reports that a reader tried."""
    known = reading.c.known_at <= view.as_of
    done = sa.and_(known, reading.c.payload.is_not(None))
    latest = sa.select(sa.func.max(reading.c.id)).where(done).group_by(reading.c.report_id)
    totals = sa.select(sa.func.count(), sa.func.sum(reading.c.claims))
    read, claims = view.connection.execute(totals.where(reading.c.id.in_(latest))).one()
    tried = _count(view, sa.func.count(reading.c.report_id.distinct()), reading)
    return int(read), int(claims or 0), tried


def _count_feeds(view: View) -> int:
    """Feeds whose last row that was known has a payload: it is told, and not removed."""
    known = feed.c.known_at <= view.as_of
    last = sa.select(sa.func.max(feed.c.id)).where(known).group_by(feed.c.key)
    query = sa.select(sa.func.count()).select_from(feed)
    standing = query.where(feed.c.id.in_(last), feed.c.payload.is_not(None))
    return int(view.connection.scalar(standing) or 0)
