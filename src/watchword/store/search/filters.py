"""What a query's filters ask of a row, and what was known of it at an instant.

Invariant: what a search gives was known at its instant: the report, the reading, and that no later
reading of the same report was.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from typing import Any

import sqlalchemy as sa

from watchword.model.search import Query, Sought
from watchword.store.columns import microseconds
from watchword.store.dialect import SQLITE, is_among, numbers_of_rows
from watchword.store.members import was_in
from watchword.store.tables import claim, mention, reading, report
from watchword.store.tables_derived import story_member
from watchword.store.transactions import View

FEW = 20_000
"""Rows that a filter may keep to be looked through one by one.

Chosen on 98,806 reports with `benchmarks/search.py`: reading that many row numbers takes 10 ms.
"""
_NO_END = 2**62
_own, _later = reading.alias("own"), reading.alias("later")
Condition = sa.ColumnElement[bool]
Column = sa.ColumnElement[Any]
Order = sa.UnaryExpression[Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """The rows that a search is about.

    Attributes:
        kind: claims or reports.
        as_of: the instant of the view.
        upto: the last row number that may be found.
        conditions: what the filters ask of a row, none where there are none.
        of_reports: those of them that ask something of a claim's report.
        late: what they ask that is looked at last, for a few rows at a time.
        few: the rows that meet the conditions, None where these are many or there are none.
    """

    kind: Sought
    as_of: datetime
    upto: int
    conditions: tuple[Condition, ...] = ()
    of_reports: tuple[Condition, ...] = ()
    late: tuple[Condition, ...] = ()
    few: tuple[int, ...] | None = None

    @property
    def table(self) -> sa.Table:
        """Where the rows stand."""
        return claim if self.kind is Sought.CLAIMS else report

    def of(self, query: sa.Select[Any]) -> sa.Select[Any]:
        """A query over the rows, with their reports beside them."""
        if self.kind is Sought.REPORTS:
            return query.select_from(report)
        return query.select_from(claim.join(report, report.c.id == claim.c.report_id))

    def number(self) -> sa.Select[Any]:
        """A query for numbers of rows; their reports are beside them where the conditions ask."""
        query = sa.select(self.table.c.id)
        return self.of(query) if self.of_reports else query.select_from(self.table)

    def kept(self, connection: sa.Connection) -> tuple[Condition, ...]:
        """What makes a row one that the filters keep."""
        if self.few is None:
            return self.conditions
        return (is_among(connection, self.table.c.id, self.few),)

    def keeps(self, number: Column) -> Condition:
        """That the conditions keep a row, asked of each row by itself.

        A server that may join would go through all reports of a year for some thousand rows, and
        would not end with the last row that is wanted.
        """
        asked = self.number().where(self.table.c.id == number, *self.conditions)
        return sa.exists(asked.offset(0))

    def latest(self, connection: sa.Connection) -> tuple[Order, ...]:
        """The order of publication, the newest first.

        A server that takes its index of days looks through all that is newer than the few wanted.
        """
        at: Column = report.c.published_at
        if self.few is not None and connection.dialect.name != SQLITE:
            at = _unindexed(at)
        return sa.nulls_last(at.desc()), report.c.id.desc()

    def known(self) -> tuple[Condition, ...]:
        """What else makes a row one to give: it was known, and no later reading replaced it."""
        known = (report.c.known_at <= self.as_of, *self.late)
        if self.kind is Sought.REPORTS:
            return known
        return (*known, *standing(claim, self.as_of))


def scope_of(view: View, query: Query) -> Scope:
    """The rows that a query is about, in a view."""
    scope = Scope(kind=query.kind, as_of=view.as_of, upto=_last_row(view, query.kind))
    of_reports = tuple(_of_reports(query, view.as_of, _plain))
    if query.kind is Sought.CLAIMS:
        conditions = (*of_reports, *_of_claims(query, _plain))
        scope = replace(scope, of_reports=of_reports)
    else:
        having = tuple(_each_having(view, query))
        conditions = (*of_reports, *(condition for each in having for condition in each.early))
        scope = replace(scope, late=tuple(each.late for each in having))
    return _narrowed(view, query, replace(scope, conditions=conditions))


def _narrowed(view: View, query: Query, scope: Scope) -> Scope:
    """A scope with the rows that meet its conditions, where these are few."""
    if not scope.conditions:
        return scope
    few = numbers_of_rows(view.connection, _some(view, scope).limit(FEW + 1))
    if len(few) <= FEW:
        return replace(scope, few=few)
    upto = min(scope.upto, _last_before(view, query))
    of = _broad_form(view)
    of_reports = tuple(_of_reports(query, view.as_of, of))
    if query.kind is Sought.REPORTS:
        having = scope.conditions[len(of_reports) :]
        return replace(scope, upto=upto, conditions=(*of_reports, *having))
    broad = (*of_reports, *_of_claims(query, of))
    return replace(scope, upto=upto, conditions=broad, of_reports=of_reports)


def _some(view: View, scope: Scope) -> sa.Select[Any]:
    """A query for rows that meet the conditions.

    Where these ask of reports alone, a server looks at one report after the other: it would else go
    through all claims before it gives the first.
    """
    on_file = view.connection.dialect.name == SQLITE
    asks_of_claims = len(scope.of_reports) < len(scope.conditions)
    if on_file or asks_of_claims or not scope.of_reports:
        return scope.number().where(scope.table.c.id <= scope.upto, *scope.conditions)
    own = sa.select(claim.c.id).where(claim.c.report_id == report.c.id, claim.c.id <= scope.upto)
    theirs = own.correlate(report).offset(0).lateral()
    together = report.join(theirs, sa.true())
    return sa.select(theirs.c.id).select_from(together).where(*scope.conditions)


def last_reading(view: View) -> int:
    """The row number of the last reading that was known."""
    return _last_known(view, reading)


def _last_row(view: View, kind: Sought) -> int:
    """The last row that was known; row numbers rise as instants do."""
    if kind is Sought.REPORTS:
        return _last_known(view, report)
    return _last_claim(view, last_reading(view))


def _last_claim(view: View, last: int) -> int:
    """The last row of the claims of readings up to one."""
    later = sa.select(claim.c.id).where(claim.c.reading_id > last)
    first = view.connection.scalar(later.order_by(claim.c.reading_id, claim.c.ordinal).limit(1))
    return _NO_END if first is None else int(first) - 1


def _last_known(view: View, table: sa.Table) -> int:
    known = sa.select(table.c.id).where(table.c.known_at <= view.as_of)
    last = known.order_by(table.c.known_at.desc(), table.c.id.desc()).limit(1)
    return int(view.connection.scalar(last) or 0)


def _last_before(view: View, query: Query) -> int:
    """The last row of what was published before the end that a query gives."""
    if query.until is None:
        return _NO_END
    last = view.lows.last_below(view.connection, report.c.published_at, microseconds(query.until))
    if query.kind is Sought.REPORTS:
        return last
    return _last_claim(view, view.lows.last_below(view.connection, reading.c.report_id, last + 1))


def _plain(column: Column) -> Column:
    return column


def _unindexed(column: Column) -> Column:
    """A column whose index is of no use."""
    return sa.func.coalesce(column, sa.null())


def _broad_form(view: View) -> Callable[[Column], Column]:
    """How to name a column of which many rows are wanted.

    SQLite, which knows not how many rows have a value, would take its index; a server does know.
    """
    return _unindexed if view.connection.dialect.name == SQLITE else _plain


def _of_reports(
    query: Query, as_of: datetime, of: Callable[[Column], Column]
) -> Iterator[Condition]:
    for column, value in (
        (report.c.outlet, query.outlet),
        (report.c.feed, query.feed),
        (report.c.language, query.language),
    ):
        if value is not None:
            yield of(column) == value
    if query.since is not None:
        yield report.c.published_at >= query.since
    if query.until is not None:
        yield report.c.published_at < query.until
    if query.story is not None:
        yield report.c.id.in_(_members(query.story, as_of))


def _of_claims(query: Query, of: Callable[[Column], Column]) -> Iterator[Condition]:
    for column, names in (
        (claim.c.actor, query.actors),
        (claim.c.place, query.places),
        (claim.c.country, query.countries),
    ):
        if names:
            yield of(column).in_(names)
    if query.source is not None:
        yield of(claim.c.source) == query.source
    kind_of = of if replace(query, modality=None, event=None) == _bare(query) else _unindexed
    if query.modality is not None:
        yield kind_of(claim.c.modality) == query.modality.value
    if query.event is not None:
        yield kind_of(claim.c.event) == query.event
    if query.happens_since is not None:  # a stretch without an end goes on
        goes_on = claim.c.until.is_(None) & claim.c.since.is_not(None)
        yield (claim.c.until > query.happens_since) | goes_on
    if query.happens_until is not None:
        always_was = claim.c.since.is_(None) & claim.c.until.is_not(None)
        yield (claim.c.since < query.happens_until) | always_was


def _bare(query: Query) -> Query:
    """A query without its filters."""
    return Query(
        words=query.words,
        near=query.near,
        kind=query.kind,
        limit=query.limit,
        offset=query.offset,
    )


def _of_mentions(
    kind: str, names: Sequence[str], countries: Sequence[str], of: Callable[[Column], Column]
) -> Iterator[Condition]:
    if names or countries:
        yield of(mention.c.kind) == kind
    if names:
        yield of(mention.c.name).in_(names)
    if countries:
        yield of(mention.c.country).in_(countries)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Having:
    """That a report has a row that meets conditions.

    Attributes:
        early: that it is one of those with any such row, where they are few.
        late: that it has such a row of its last reading.
    """

    early: tuple[Condition, ...]
    late: Condition


def _each_having(view: View, query: Query) -> Iterator[_Having]:
    for table, conditions in (
        (claim, partial(_of_claims, replace(query, actors=(), places=(), countries=()))),
        (mention, partial(_of_mentions, "actor", query.actors, ())),
        (mention, partial(_of_mentions, "place", query.places, ())),
        (mention, partial(_of_mentions, "place", (), query.countries)),
    ):
        wanted = tuple(conditions(_plain))
        if not wanted:
            continue
        some = sa.select(table.c.report_id).where(*wanted).distinct().limit(FEW + 1)
        few = numbers_of_rows(view.connection, some)
        own = table.c.report_id == report.c.id
        last = (own, *conditions(_broad_form(view)), *standing(table, view.as_of))
        yield _Having(
            early=(is_among(view.connection, report.c.id, few),) if len(few) <= FEW else (),
            late=sa.exists().where(*last),
        )


def standing(table: sa.FromClause, as_of: datetime) -> tuple[Condition, Condition]:
    """That the reading of a row was known, and was the last one of its report."""
    return (
        sa.exists().where(_own.c.id == table.c.reading_id, _own.c.known_at <= as_of),
        ~sa.exists().where(
            _later.c.report_id == table.c.report_id,
            _later.c.id > table.c.reading_id,
            _later.c.payload.is_not(None),
            _later.c.known_at <= as_of,
        ),
    )


def _members(story: str, as_of: datetime) -> sa.Select[Any]:
    """The reports that are in a story at an instant."""
    here = story_member.c.story == story
    return sa.select(story_member.c.report_id).where(here, was_in(as_of))
