"""Counting the hits of a query by what they could be narrowed to."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from watchword.model.facet import Facet, FacetCount, Facets
from watchword.model.search import Query, Sought
from watchword.model.tally import TallyKind
from watchword.store.browsing.counted import is_as_now
from watchword.store.browsing.names import NamesAsked, most_told
from watchword.store.dialect import is_among, numbers_of_rows
from watchword.store.search.filters import Scope, scope_of, standing
from watchword.store.search.indexes import newest_matches
from watchword.store.search.paging import newest_first, newest_query
from watchword.store.search.words import parse_words
from watchword.store.tables import claim, report
from watchword.store.transactions import Store, View

COUNTED = {Sought.CLAIMS: 1_000, Sought.REPORTS: 500}
"""Hits that are counted at most, the newest: 10 ms (a report has 2.5 claims on the mean)."""
SHOWN = 12
"""Values of a facet."""
_KEPT = {
    Facet.MODALITY: TallyKind.MODALITY,
    Facet.EVENT: TallyKind.EVENT,
    Facet.ACTOR: TallyKind.ACTS,
    Facet.SOURCE: TallyKind.SOURCE,
    Facet.OUTLET: TallyKind.OUTLET,
    Facet.PLACE: TallyKind.WHERE,
    Facet.COUNTRY: TallyKind.COUNTRY,
    Facet.MONTH: TallyKind.MONTH,
}
_told = claim.alias("told")
_COLUMNS: Mapping[Facet, sa.ColumnElement[Any]] = {
    Facet.MODALITY: _told.c.modality,
    Facet.EVENT: _told.c.event,
    Facet.ACTOR: _told.c.actor,
    Facet.SOURCE: _told.c.source,
    Facet.OUTLET: report.c.outlet,
    Facet.PLACE: _told.c.place,
    Facet.COUNTRY: _told.c.country,
    Facet.MONTH: report.c.published_at,
}


def find_facets(
    store: Store, query: Query, *, as_of: datetime | None = None, shown: int = SHOWN
) -> Facets:
    """What the hits of a query could be narrowed to.

    A direction of meaning is passed over: near and far is a matter of degree. A search for reports
    counts reports, each once a value of its claims.

    Args:
        store: the record.
        query: what is looked for.
        as_of: nothing learnt later is counted; as things are now unless given.
        shown: values of a facet.
    """
    wanted = parse_words(query.words)
    with store.viewing(as_of) as view:
        scope = scope_of(view, query)
        is_everything = not (scope.conditions or scope.late or wanted.groups or wanted.barred)
        if is_everything and is_as_now(view):
            return _of_everything(view, query.kind, shown)
        most = COUNTED[query.kind]
        if wanted.groups:
            numbers = newest_matches(view.connection, scope, wanted, count=most + 1)
        else:
            newest = newest_first(view, newest_query(view, scope, wanted), scope)
            numbers = numbers_of_rows(view.connection, newest.limit(most + 1))
        is_exact = len(numbers) <= most
        return _of_rows(view, scope, numbers[:most], is_exact=is_exact, shown=shown)


def _of_everything(view: View, kind: Sought, shown: int) -> Facets:
    """The counts that are kept."""
    is_claims = kind is Sought.CLAIMS
    counts: dict[Facet, tuple[FacetCount, ...]] = {}
    for facet, tallied in _KEPT.items():
        page = most_told(view, NamesAsked(kind=tallied, by_claims=is_claims, most=shown * 2))
        totals: Counter[str] = Counter()
        for each in page.rows:  # one name in several countries is one value
            totals[each.name] += each.claims if is_claims else each.reports
        counts[facet] = _most(totals, shown)
    (total,) = most_told(view, NamesAsked(kind=TallyKind.ALL, most=1)).rows or (None,)
    number = 0 if total is None else total.claims if is_claims else total.reports
    return Facets(counts=counts, sampled=number, is_exact=True)


def _of_rows(
    view: View, scope: Scope, numbers: Sequence[int], *, is_exact: bool, shown: int
) -> Facets:
    known = _known(view, scope, numbers)
    rows = view.connection.execute(_values(view, scope, known)).all()
    hits, *columns = zip(*rows, strict=True) if rows else ((), *((),) * len(_COLUMNS))
    counts: dict[Facet, tuple[FacetCount, ...]] = {}
    for facet, values in zip(_COLUMNS, columns, strict=True):
        told: Iterable[Any] = values
        if scope.kind is Sought.REPORTS:  # a report has a value once, however many claims have it
            told = (value for _, value in set(zip(hits, values, strict=True)))
        totals = Counter(told)
        del totals[None]
        counts[facet] = _most(_by_month(totals) if facet is Facet.MONTH else totals, shown)
    return Facets(counts=counts, sampled=len(known), is_exact=is_exact)


def _known(view: View, scope: Scope, numbers: Sequence[int]) -> list[int]:
    """Those of some rows that were known and stand."""
    among = is_among(view.connection, scope.table.c.id, numbers)
    query = scope.of(sa.select(scope.table.c.id)).where(among, *scope.known())
    return list(view.connection.scalars(query))


def _values(view: View, scope: Scope, numbers: Sequence[int]) -> sa.Select[Any]:
    """A query for rows with what they are counted by; of a report a row for each of its claims."""
    if scope.kind is Sought.CLAIMS:
        number: sa.ColumnElement[int] = _told.c.id
        joined = _told.join(report, report.c.id == _told.c.report_id)
    else:
        number = report.c.id
        own = sa.and_(_told.c.report_id == report.c.id, *standing(_told, view.as_of))
        joined = report.outerjoin(_told, own)
    query = sa.select(number, *_COLUMNS.values()).select_from(joined)
    return query.where(is_among(view.connection, number, numbers))


def _by_month(days: Mapping[datetime, int]) -> Counter[str]:
    months: Counter[str] = Counter()
    for day, count in days.items():
        months[f"{day:%Y-%m}"] += count
    return months


def _most(counts: Counter[str], shown: int) -> tuple[FacetCount, ...]:
    ranked = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    return tuple(FacetCount(value=value, count=count) for value, count in ranked[:shown] if count)
