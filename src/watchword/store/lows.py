"""The least value of each stretch of rows, by which the last row is found whose value is small.

"The last report that was published before 2015" has no index that answers it: a database walks
through the rows from the last one on, or through the index of their days.

Invariant: rows are added in the order of their numbers and never changed, so that what is known of
a stretch stands once a row after it is there.
"""

from dataclasses import dataclass
from threading import Lock
from typing import Any

import numpy as np
import sqlalchemy as sa

STRETCH = 1024
"""Row numbers of a stretch. Of 884,000 reports 864 numbers are held."""
_NONE = np.iinfo(np.int64).max

Values = np.ndarray[Any, np.dtype[np.int64]]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Last:
    """Where to look for the last row of some.

    Attributes:
        after: number of a row before it.
        until: the last number that it can have, None where it has no bound.
    """

    after: int
    until: int | None = None


class Lows:
    """The least values of a store's columns, loaded when first asked for and topped up after."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._lows: dict[str, Values] = {}

    def last_below(self, connection: sa.Connection, column: sa.Column[Any], bound: int) -> int:
        """The number of the last row whose value is below a bound; 0 where there is none.

        Args:
            connection: a transaction that reads.
            column: whole numbers, or what is kept as such, in a table of numbered rows.
            bound: what the value has to be below.
        """
        lows = self._topped_up(connection, column)
        found = _last_in(connection, column, bound, _Last(after=len(lows) * STRETCH))
        met = np.flatnonzero(lows < bound)
        if found or not len(met):
            return found
        after = int(met[-1]) * STRETCH
        return _last_in(connection, column, bound, _Last(after=after, until=after + STRETCH))

    def _topped_up(self, connection: sa.Connection, column: sa.Column[Any]) -> Values:
        with self._lock:
            name = f"{column.table.name} {column.name}"
            known = self._lows.get(name, np.empty(0, np.int64))
            last = connection.scalar(sa.select(sa.func.max(column.table.c.id))) or 0
            full = (int(last) - 1) // STRETCH
            if full > len(known):
                fresh = _lows_after(connection, column, len(known), full)
                known = self._lows[name] = np.concatenate([known, fresh])
            return known


def _lows_after(connection: sa.Connection, column: sa.Column[Any], known: int, full: int) -> Values:
    """The least values of the stretches up to one, beyond those that are known."""
    lows = np.full(full - known, _NONE, np.int64)
    number, value = column.table.c.id, sa.type_coerce(column, sa.BigInteger)
    stretch = (number - 1) // STRETCH
    query = sa.select(stretch, sa.func.min(value)).where(value.is_not(None)).group_by(stretch)
    if known:  # at first the index of the values has it all, and is smaller than the rows
        query = query.where(number > known * STRETCH)
    for at, low in connection.execute(query):
        if at < full:
            lows[at - known] = low
    return lows


def _last_in(connection: sa.Connection, column: sa.Column[Any], bound: int, where: _Last) -> int:
    number = column.table.c.id
    value = sa.func.coalesce(sa.type_coerce(column, sa.BigInteger), sa.null())  # rows, no index
    query = sa.select(sa.func.max(number)).where(number > where.after, value < bound)
    if where.until is not None:
        query = query.where(number <= where.until)
    return int(connection.scalar(query) or 0)
