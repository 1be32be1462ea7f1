"""Counts of names as of an instant: those that are kept, while nothing newer is known; else anew.

Counting anew goes through every row of a kind: up to a second of 100,000 reports. What was known at
an instant never changes, so that whoever asks may keep the answer.
"""

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa

from watchword.model.tally import TallyKind
from watchword.store.dialect import day_name
from watchword.store.members import is_in
from watchword.store.search.filters import last_reading
from watchword.store.tables import claim, mention, reading, report, story_step
from watchword.store.tables_derived import story_member
from watchword.store.tallies import OF_CLAIMS
from watchword.store.transactions import View

_own, _later = reading.alias("own"), reading.alias("later")
_CLAIMED = {kind: (name, mark) for kind, name, mark in OF_CLAIMS}


def is_as_now(view: View) -> bool:
    """Whether nothing that is counted came after the instant of a view."""
    newest = (
        sa.select(sa.func.max(report.c.known_at)),
        sa.select(sa.func.max(reading.c.known_at)),
        sa.select(story_step.c.known_at).order_by(story_step.c.id.desc()).limit(1),
    )
    instants = (view.connection.scalar(query) for query in newest)
    return all(at is None or at <= view.as_of for at in instants)


def counted_as_of(
    view: View,
    kind: TallyKind,
    names: Sequence[str] | None = None,
    *,
    published: Sequence[sa.ColumnElement[bool]] = (),
) -> sa.FromClause:
    """Rows like those of `tally`, counted for the instant of a view.

    Args:
        view: the record, as known at an instant.
        kind: what is counted.
        names: names alone that are wanted, all of them where None.
        published: of reports by day or outlet, when those are to be published that are counted.
    """
    if kind is TallyKind.STORY:
        rows = _rows(story_member.c.story, _none(), sa.func.count(), _zero())
        query = rows.select_from(story_member).where(is_in(view))
    elif kind in {TallyKind.ACTOR, TallyKind.PLACE}:
        query = _of_mentions(view, kind)
    elif kind in _CLAIMED:
        query = _of_claims(view, kind)
    elif kind in {TallyKind.READ, TallyKind.TRIED}:
        query = _of_readings(view, kind)
    else:
        query = _of_reports(view, kind, published)
    if names is not None:
        query = query.where(query.selected_columns["name"].in_(names))
    return query.group_by(query.selected_columns["name"], query.selected_columns["mark"]).subquery()


def standing(view: View, table: sa.Table) -> tuple[sa.ColumnElement[bool], sa.ColumnElement[bool]]:
    """That a row of claims or mentions is of a reading that was known, and of no replaced one."""
    last = last_reading(view)
    replaced = sa.select(_own.c.id).where(
        sa.exists().where(
            _later.c.report_id == _own.c.report_id,
            _later.c.id > _own.c.id,
            _later.c.id <= last,
            _later.c.payload.is_not(None),
        )
    )
    return table.c.reading_id <= last, table.c.reading_id.not_in(replaced)


def _of_mentions(view: View, kind: TallyKind) -> sa.Select[Any]:
    number = sa.func.coalesce(sa.literal(":") + sa.cast(mention.c.geonames_id, sa.Text), "")
    mark = sa.func.coalesce(mention.c.country, "") + number
    reports = sa.func.count(mention.c.report_id.distinct())
    query = _rows(mention.c.name, mark, reports, _zero()).select_from(mention)
    return query.where(mention.c.kind == kind.value, *standing(view, mention))


def _of_claims(view: View, kind: TallyKind) -> sa.Select[Any]:
    name, beside = _CLAIMED[kind]
    mark = sa.func.coalesce(claim.c[beside], "") if beside else _none()
    reports = sa.func.count(claim.c.report_id.distinct())
    query = _rows(claim.c[name], mark, reports, sa.func.count()).select_from(claim)
    return query.where(claim.c[name].is_not(None), *standing(view, claim))


def _of_readings(view: View, kind: TallyKind) -> sa.Select[Any]:
    """Reports that a reader has read, or has tried to."""
    reports = sa.func.count(reading.c.report_id.distinct())
    query = _rows(_none(), _none(), reports, _zero()).select_from(reading)
    query = query.where(reading.c.known_at <= view.as_of)
    return query.where(reading.c.failure.is_(None)) if kind is TallyKind.READ else query


def _of_reports(
    view: View, kind: TallyKind, published: Sequence[sa.ColumnElement[bool]]
) -> sa.Select[Any]:
    """Reports and their claims by day, by outlet, or all of them."""
    last = last_reading(view)
    latest = (
        sa.select(sa.func.max(reading.c.id))
        .where(reading.c.payload.is_not(None), reading.c.id <= last)
        .group_by(reading.c.report_id)
    )
    if published:
        latest = latest.where(reading.c.report_id.in_(sa.select(report.c.id).where(*published)))
    read = sa.select(reading.c.report_id, reading.c.claims).where(reading.c.id.in_(latest))
    told = read.cte(nesting=True).prefix_with("MATERIALIZED")
    names: dict[TallyKind, sa.ColumnElement[str]] = {
        TallyKind.MONTH: sa.func.substr(day_name(view.connection, report.c.published_at), 1, 7),
        TallyKind.DAY: day_name(view.connection, report.c.published_at),
        TallyKind.OUTLET: report.c.outlet,
    }
    name = names.get(kind, _none())
    claims = sa.func.coalesce(sa.func.sum(told.c.claims), 0)
    query = _rows(name, _none(), sa.func.count(report.c.id.distinct()), claims)
    query = query.select_from(report.outerjoin(told, told.c.report_id == report.c.id))
    return query.where(report.c.known_at <= view.as_of, name.is_not(None), *published)


def _rows(
    name: sa.ColumnElement[Any],
    mark: sa.ColumnElement[Any],
    reports: sa.ColumnElement[Any],
    claims: sa.ColumnElement[Any],
) -> sa.Select[Any]:
    folded = sa.func.lower(name).label("folded")
    return sa.select(
        name.label("name"),
        mark.label("mark"),
        folded,
        reports.label("reports"),
        claims.label("claims"),
    )


def _none() -> sa.ColumnElement[str]:
    return sa.literal("", sa.Text)


def _zero() -> sa.ColumnElement[int]:
    return sa.literal(0, sa.Integer)
