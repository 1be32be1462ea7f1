"""How much a record holds, and how much room that takes."""

from typing import Any

import sqlalchemy as sa

from watchword.model.count import RecordCount, TableSize
from watchword.store.dialect import sizes_of_tables
from watchword.store.tables import feed, reading, report, story_step, unread
from watchword.store.transactions import View


def count_record(view: View) -> RecordCount:
    """How much was known at the instant of a view."""
    reports, outlets, since, earliest, latest = _counts_of_reports(view)
    read, claims, tried = _counts_of_readings(view)
    return RecordCount(
        reports=reports,
        read=read,
        failed=tried - read,
        waiting=reports - tried,
        claims=claims,
        stories=_count(view, sa.func.count(story_step.c.story.distinct()), story_step),
        feeds=_count_feeds(view),
        outlets=outlets,
        unread=_count(view, sa.func.count(unread.c.found_at.distinct()), unread),
        since=since,
        earliest=earliest,
        latest=latest,
    )


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


def _counts_of_reports(view: View) -> Any:  # noqa: ANN401 - a row
    return view.connection.execute(
        sa.select(
            sa.func.count(),
            sa.func.count(report.c.outlet.distinct()),
            sa.func.min(report.c.known_at),
            sa.func.min(report.c.published_at),
            sa.func.max(report.c.published_at),
        )
        .select_from(report)
        .where(report.c.known_at <= view.as_of)
    ).one()


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
