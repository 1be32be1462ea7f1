"""Searching the record: by words, by meaning, by both in one ranking, or what is newest."""

from collections.abc import Sequence
from datetime import datetime

import sqlalchemy as sa

from watchword.errors import StoreError
from watchword.model.search import Hit, Query, Sought
from watchword.store.dialect import is_among
from watchword.store.search.filters import Scope, scope_of
from watchword.store.search.fusion import Fused, fuse
from watchword.store.search.hits import hits_of
from watchword.store.search.indexes import best_matches, has_none_of
from watchword.store.search.nearness import nearest_rows
from watchword.store.search.words import Wanted, parse_words
from watchword.store.tables import claim, report
from watchword.store.transactions import Store, View

DEPTH = 300
"""Rows of each list that are fused, so also how far one can turn the pages of a search by words."""
MOST_HITS = 500
_SPARE = 100
"""Rows that are read beyond those asked for, in case that some were not known or stand no more."""
WORDS, MEANING = "words", "meaning"


def search(store: Store, query: Query, *, as_of: datetime | None = None) -> tuple[Hit, ...]:
    """Look for claims or reports, best first.

    With words, with a direction, or with both, hits are ranked by reciprocal rank fusion of what
    has the words and what lies near; with neither, the newest reports come first. Filters hold for
    all. Of several readings of a report the latest one's claims are found.

    Args:
        store: the record.
        query: what to look for.
        as_of: nothing learnt later is found; as things are now unless given.

    Raises:
        StoreError: if the direction is none, the limit is out of bounds, or the database fails.
    """
    if not 0 < query.limit <= MOST_HITS or query.offset < 0:
        raise StoreError(f"a search gives between 1 and {MOST_HITS} hits from the first one on")
    wanted = parse_words(query.words)
    with store.viewing(as_of) as view:
        scope = scope_of(view, query)
        if query.near is None and not wanted.groups and (wanted.barred or not wanted.typed):
            rows = _newest(view, scope, wanted, query)
            found = [Fused(row=row, score=0.0, ranks=()) for row in rows]
        else:
            lists: dict[str, list[int]] = {}
            if wanted.groups:
                lists[WORDS] = _matching(view, scope, wanted)
            if query.near is not None:
                lists[MEANING] = _near(store, view, scope, wanted, query.near)
            found = list(fuse(lists))[query.offset : query.offset + query.limit]
        return hits_of(view, query.kind, found, wanted.terms)


def _matching(view: View, scope: Scope, wanted: Wanted) -> list[int]:
    """The rows that have the words and were known, best first."""
    return _first_known(view, scope, best_matches(view.connection, scope, wanted))


def _near(store: Store, view: View, scope: Scope, wanted: Wanted, near: bytes) -> list[int]:
    """The rows that lie near, have no barred word and were known, best first."""
    rows = nearest_rows(store, view, scope, near)
    if wanted.barred:
        number = scope.table.c.id
        without = has_none_of(view.connection, scope, wanted.barred)
        among = is_among(view.connection, number, rows)
        kept = set(view.connection.scalars(sa.select(number).where(among, without)))
        rows = [row for row in rows if row in kept]
    return _first_known(view, scope, rows)


def _first_known(view: View, scope: Scope, ranked: Sequence[int]) -> list[int]:
    found: list[int] = []
    for start in range(0, len(ranked), DEPTH):
        found += _known(view, scope, ranked[start : start + DEPTH])
        if len(found) >= DEPTH:
            break
    return found[:DEPTH]


def _known(view: View, scope: Scope, rows: Sequence[int]) -> list[int]:
    """Those of some rows that were known, in their order."""
    number = scope.table.c.id
    among = is_among(view.connection, number, rows)
    query = scope.of(sa.select(number)).where(among, *scope.known())
    known = set(view.connection.scalars(query))
    return [row for row in rows if row in known]


def _newest(view: View, scope: Scope, wanted: Wanted, query: Query) -> list[int]:
    """The rows of the newest reports, in the order of their texts."""
    # Without the first condition SQLite reads and sorts all claims; with it, the newest reports'.
    kept = [report.c.known_at <= scope.as_of, *scope.kept(view.connection)]
    if wanted.barred:
        kept.append(has_none_of(view.connection, scope, wanted.barred))
    latest = scope.latest(view.connection)
    order = latest if query.kind is Sought.REPORTS else (*latest, claim.c.ordinal, claim.c.id)
    asked = scope.of(sa.select(scope.table.c.id)).where(*kept).order_by(*order)
    needed = query.offset + query.limit
    found: list[int] = []
    passed, page = 0, needed + _SPARE
    while len(found) < needed:
        rows = list(view.connection.scalars(asked.limit(page).offset(passed)))
        found += _known(view, scope, rows)
        passed += page
        if len(rows) < page:
            break
    return found[query.offset : needed]
