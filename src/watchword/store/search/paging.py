"""The newest claims or reports under any filter, a page after the other, without passing any over.

A page begins after a place in the list, and not after a number of rows: a page deep down comes as
fast as the first one, and what is added meanwhile moves nothing.
"""

from datetime import datetime
from typing import Any

import sqlalchemy as sa

from watchword.errors import StoreError
from watchword.model.page import ByTime, Page
from watchword.model.search import Hit, Query, Sought
from watchword.store.search.filters import Scope, scope_of
from watchword.store.search.fusion import Fused
from watchword.store.search.hits import hits_of
from watchword.store.search.indexes import has_none_of
from watchword.store.search.words import Wanted, parse_words
from watchword.store.tables import claim, report
from watchword.store.transactions import Store, View


def newest_page(
    store: Store, query: Query, *, after: ByTime | None = None, as_of: datetime | None = None
) -> Page[Hit]:
    """The newest claims or reports that filters keep and no barred word is in.

    Words to be found are for `search`, which ranks; its offset is for it, too.

    Args:
        store: the record.
        query: the filters, and how many are wanted.
        after: where the page begins, None at the top.
        as_of: nothing learnt later is listed; as things are now unless given.

    Raises:
        StoreError: if words are looked for, or the database fails.
    """
    wanted = parse_words(query.words)
    if wanted.groups or query.near is not None:
        raise StoreError("what is ranked has no place in time", mend="search without a cursor")
    with store.viewing(as_of) as view:
        scope = scope_of(view, query)
        asked = newest_query(view, scope, wanted).where(*scope.known())
        rows = _rows(view, asked, scope, after, query.limit + 1)
        found = [Fused(row=row.id, score=0.0, ranks=()) for row in rows[: query.limit]]
        hits = hits_of(view, query.kind, found, ())
        if len(rows) <= query.limit:
            return Page(rows=hits)
        last = rows[query.limit - 1]
        within = last.ordinal if query.kind is Sought.CLAIMS else 0
        place = ByTime(at=last.published_at, number=last.report_id, within=within)
        return Page(rows=hits, next=place)


def newest_query(view: View, scope: Scope, wanted: Wanted) -> sa.Select[Any]:
    """A query for the rows of a scope and where they stand in time, in no order yet."""
    kept = [report.c.known_at <= view.as_of, *scope.kept(view.connection)]
    if wanted.barred:
        kept.append(has_none_of(view.connection, scope, wanted.barred))
    columns = [scope.table.c.id, report.c.published_at, report.c.id.label("report_id")]
    if scope.kind is Sought.CLAIMS:
        columns.append(claim.c.ordinal)
    return scope.of(sa.select(*columns)).where(*kept)


def newest_first(view: View, query: sa.Select[Any], scope: Scope) -> sa.Select[Any]:
    """A query for rows in the order of a list by time."""
    order = scope.latest(view.connection)
    return query.order_by(*order, *((claim.c.ordinal,) if scope.kind is Sought.CLAIMS else ()))


def _rows(
    view: View, query: sa.Select[Any], scope: Scope, after: ByTime | None, count: int
) -> list[sa.Row[Any]]:
    """The next rows of a list: dated ones, and then those without a date."""
    at = report.c.published_at
    if after is None:
        return list(view.connection.execute(newest_first(view, query, scope).limit(count)))
    later = _later(scope.kind, after)
    if after.at is None:
        undated = query.where(at.is_(None), later)
        return list(view.connection.execute(newest_first(view, undated, scope).limit(count)))
    earlier = query.where(at <= after.at, (at < after.at) | later)
    found = list(view.connection.execute(newest_first(view, earlier, scope).limit(count)))
    if len(found) < count:
        undated = newest_first(view, query.where(at.is_(None)), scope)
        found += view.connection.execute(undated.limit(count - len(found)))
    return found


def _later(kind: Sought, after: ByTime) -> sa.ColumnElement[bool]:
    """That a row comes after another of the same instant."""
    number = report.c.id
    if kind is Sought.REPORTS:
        return number < after.number
    return (number < after.number) | ((number == after.number) & (claim.c.ordinal > after.within))
