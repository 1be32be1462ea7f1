"""Which sentences and reports lie near a direction of meaning.

Where a filter keeps few rows, these are compared with it one by one. Otherwise the nearest of all
are found, by their signs in memory or by pgvector, and filtered after; more of them, as long as too
few are left.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np
import sqlalchemy as sa

from watchword.errors import StoreError
from watchword.model.search import Sought
from watchword.store.dialect import is_among
from watchword.store.search.filters import Scope, last_reading
from watchword.store.server_index import has_index_on_server, nearest_on_server
from watchword.store.tables import claim, reading, report, vector
from watchword.store.transactions import Store, View
from watchword.store.vectors import WIDTH, codes_of

FEW_ROWS = {Sought.CLAIMS: 8_000, Sought.REPORTS: 3_000}
"""Rows whose directions are compared one by one: finding these takes 20 ms (a claim has one, a
report 2.3 on the mean)."""
FIRST_LOOK, LAST_LOOK = 1_000, 8_000
"""How many of the nearest are looked at first, and at most; between them as many as are likely to
have enough rows that the filters keep, by how many were kept so far."""
LOOK_IN_INDEX = 200
"""The same, first, where pgvector's index is asked, which gives many slowly: 1,000 in 0.4 s."""
ENOUGH = 30
"""Rows that make a further look needless: the rank of one more adds little to any score."""
COMPARED = 1_000
"""Directions that are compared by their numbers: 98 of 100 of the ten nearest are among these."""
_NO_END = 2**62


def direction_of(near: bytes) -> "np.ndarray[Any, Any]":
    """A direction as numbers.

    Raises:
        StoreError: if it is not 384 finite half floats, some other than zero.
    """
    if len(near) == 2 * WIDTH:
        numbers = np.frombuffer(near, "<f2").astype(np.float32)
        if np.isfinite(numbers).all() and numbers.any():
            return numbers
    raise StoreError(f"a direction is {WIDTH} finite half floats, not all of them zero")


def nearest_rows(store: Store, view: View, scope: Scope, near: bytes) -> list[int]:
    """The rows of a scope that lie nearest to a direction, best first.

    Whether they were known is not looked at but for the last one.

    Args:
        store: the store, with its signs.
        view: the record, as known at an instant.
        scope: where to look.
        near: 384 half floats.
    """
    codes = codes_of(direction_of(near))
    if scope.few is not None and len(scope.few) <= FEW_ROWS[scope.kind]:
        chosen = _places(scope).where(is_among(view.connection, scope.table.c.id, scope.few))
        places = view.connection.execute(chosen).all()
        among = sorted({row.direction for row in places})
        return _best(view, _in_order(places, _nearest(store, view, codes, among)), codes)
    found: list[int] = []
    look = LOOK_IN_INDEX if has_index_on_server(view.connection) else FIRST_LOOK
    everything = range(_last_direction(view) + 1)
    while look:
        numbers = _nearest(store, view, codes, everything, count=look)
        found = _best(view, _in_order(_kept(view, scope, numbers), numbers), codes)
        is_all = len(found) >= ENOUGH or len(numbers) < look
        look = 0 if is_all else _next_look(look, len(found))
    return found


def _next_look(look: int, found: int) -> int:
    """How many of the nearest to look at after a look that found too few rows; 0 for no more."""
    if look >= LAST_LOOK:
        return 0
    if look < FIRST_LOOK:
        return FIRST_LOOK
    likely = 3 * look * ENOUGH // (2 * max(found, 1))  # half as many again: rows are not even
    return min(LAST_LOOK, max(2 * look, likely))


def _kept(view: View, scope: Scope, numbers: Sequence[int]) -> list[sa.Row[Any]]:
    """Which of some directions belong to rows that the filters keep."""
    query = _places(scope).where(is_among(view.connection, vector.c.id, numbers))
    if scope.few is not None:
        few = set(scope.few)
        return [row for row in view.connection.execute(query) if row.row in few]
    if scope.of_reports:  # one by one: a server would go through all reports that these keep
        own = sa.select(report.c.id).where(report.c.id == vector.c.report_id, *scope.of_reports)
        query = query.where(sa.exists(own.correlate(vector).offset(0)))
        of_claims = scope.conditions[len(scope.of_reports) :]
        return list(view.connection.execute(query.where(*of_claims)))
    return list(view.connection.execute(query.where(*scope.conditions)))


def _nearest(
    store: Store, view: View, codes: bytes, among: Sequence[int], *, count: int = COMPARED
) -> list[int]:
    """The directions nearest to one, best first."""
    if count <= LOOK_IN_INDEX and has_index_on_server(view.connection):
        return nearest_on_server(view.connection, codes, upto=among[-1], count=count)
    return store.signs.nearest(view.connection, codes, among=among, count=count)


def _last_direction(view: View) -> int:
    """The last direction that was known, or one after it; row numbers rise as instants do."""
    last = last_reading(view)
    newest = view.connection.scalar(sa.select(sa.func.max(reading.c.id)))
    if last == newest:
        return _NO_END
    later = sa.select(sa.func.min(vector.c.id)).where(vector.c.reading_id > last)
    first = view.connection.scalar(later)
    return _NO_END if first is None else int(first) - 1


def _places(scope: Scope) -> sa.Select[Any]:
    """Directions, each with the row that it belongs to."""
    query = sa.select(vector.c.id.label("direction"), scope.table.c.id.label("row"))
    if scope.kind is Sought.REPORTS:
        return query.select_from(report.join(vector, vector.c.report_id == report.c.id))
    own = (
        (vector.c.report_id == claim.c.report_id)
        & (vector.c.reading_id == claim.c.reading_id)
        & (vector.c.sentence_start == claim.c.sentence_start)
    )
    return query.select_from(claim.join(vector, own))


def _in_order(places: Sequence[sa.Row[Any]], numbers: Sequence[int]) -> list[sa.Row[Any]]:
    """Places of some directions, in the order of those."""
    at = {number: place for place, number in enumerate(numbers)}
    return sorted((row for row in places if row.direction in at), key=lambda row: at[row.direction])


def _best(view: View, places: Sequence[sa.Row[Any]], codes: bytes) -> list[int]:
    """The rows whose directions lie nearest, by the directions' numbers.

    Args:
        view: the record.
        places: directions and their rows, best first by the signs.
        codes: the direction to compare with.
    """
    numbers = list(dict.fromkeys(row.direction for row in places))[:COMPARED]
    likeness = _likeness(view.connection, numbers, codes)
    nearest: dict[int, float] = {}
    for row in places:
        if row.direction in likeness:
            nearest[row.row] = max(nearest.get(row.row, -1.0), likeness[row.direction])
    return sorted(nearest, key=lambda number: (-nearest[number], -number))


def _likeness(connection: sa.Connection, numbers: Sequence[int], codes: bytes) -> dict[int, float]:
    """The cosine between a direction and each of some that are kept."""
    among = is_among(connection, vector.c.id, numbers)
    rows = connection.execute(sa.select(vector.c.id, vector.c.codes).where(among)).all()
    if not rows:
        return {}
    kept = _unit(b"".join(bytes(row.codes) for row in rows))
    cosines = np.einsum("ij,j->i", kept, _unit(codes)[0])
    return {row.id: float(cosine) for row, cosine in zip(rows, cosines, strict=True)}


def _unit(codes: bytes) -> "np.ndarray[Any, Any]":
    """Directions of length 1, a row each."""
    numbers = np.frombuffer(codes, np.int8).reshape(-1, WIDTH).astype(np.float32)
    unit: np.ndarray[Any, Any] = numbers / np.maximum(
        np.linalg.norm(numbers, axis=1, keepdims=True), 1.0
    )
    return unit
