"""The full-text indexes of both databases: which rows have the words, and which have them best.

Ranking every row that has a common word takes longer than anybody waits. So of each way to meet
the words the newest rows are taken, and these are ranked.
"""

from collections.abc import Sequence
from functools import reduce
from typing import Any

import sqlalchemy as sa

from watchword.store.dialect import SQLITE, estimated_rows, is_among, numbers_of_rows
from watchword.store.search.filters import Scope
from watchword.store.search.words import Term, Wanted

CANDIDATES = 3_000
"""Rows that are ranked at most, the newest that have the words.

Chosen on 98,806 reports with `benchmarks/search.py`: bm25 takes 1.3 µs a row, so 4 ms in all, and
79 ms for the 61,000 rows with the most common word.
"""
FILTERED = 20_000
"""The newest rows that have the words, of which a filter that keeps many is asked: 25 ms."""
WALKED_AS_GATHERED = 3
"""Rows that a server walks past while it gathers one: of 1,409,399 claims 0.2 µs and 0.6."""
_ENGLISH: sa.ColumnElement[Any] = sa.literal_column("'english'::regconfig")
_BY_LENGTH = 1
"""Tells ts_rank_cd to divide by the logarithm of a text's length."""


def best_matches(connection: sa.Connection, scope: Scope, wanted: Wanted) -> list[int]:
    """The rows of a scope that have the words, best first.

    Args:
        connection: a transaction that reads.
        scope: where to look; what was known is not looked at but for its last row.
        wanted: the words; some must be there, not barred ones alone.
    """
    index = _Index(connection, scope)
    branches = wanted.branches
    if len(branches) == 1:
        return list(connection.scalars(index.best(wanted)))
    found: dict[int, None] = {}
    for branch in branches:
        rows = connection.scalars(
            index.newest(branch, index.number, count=CANDIDATES // len(branches))
        )
        found.update(dict.fromkeys(rows))
    return list(connection.scalars(index.ranked(list(found), wanted))) if found else []


def newest_matches(
    connection: sa.Connection, scope: Scope, wanted: Wanted, *, count: int
) -> tuple[int, ...]:
    """The newest rows of a scope that have the words, in no order."""
    index = _Index(connection, scope)
    return numbers_of_rows(connection, index.newest(wanted, index.number.label("id"), count=count))


def has_none_of(
    connection: sa.Connection, scope: Scope, barred: Sequence[Term]
) -> sa.ColumnElement[bool]:
    """That a row has none of these words."""
    index = _Index(connection, scope)
    found = sa.select(index.number).where(index.has(Wanted(groups=(tuple(barred),))))
    return scope.table.c.id.not_in(found)


class _Index:
    """The full-text index of the rows of a scope, in the words of the database at hand."""

    def __init__(self, connection: sa.Connection, scope: Scope) -> None:
        self._connection, self._scope = connection, scope
        self._on_file = connection.dialect.name == SQLITE
        name = f"{scope.table.name}_words"
        table = sa.table(name, sa.column("rowid"), sa.column("id"), sa.column("words"))
        self._words = sa.literal_column(name) if self._on_file else table.c.words
        self.number: sa.ColumnElement[int] = table.c.rowid if self._on_file else table.c.id

    @property
    def apart(self) -> sa.ColumnElement[int]:
        """The number, so that SQLite looks for the words first and not once for each number."""
        return sa.literal_column("0") + self.number if self._on_file else self.number

    def has(self, wanted: Wanted) -> sa.ColumnElement[bool]:
        """That a row has the words."""
        if self._on_file:
            return self._words.op("MATCH", is_comparison=True)(_expression(wanted))
        return self._words.op("@@", is_comparison=True)(_tsquery(wanted))

    def newest(self, wanted: Wanted, *columns: sa.ColumnElement[Any], count: int) -> sa.Select[Any]:
        """The newest rows of the scope that have the words."""
        scope = self._scope
        query: sa.Select[Any] = sa.select(*columns)
        if scope.few is None and scope.conditions:
            kept = self._kept_in_file(wanted) if self._on_file else self._kept(wanted, count)
            query = query.where(self.apart.in_(kept))
            if not self._on_file:
                return query.order_by(self.number.desc())
        query = query.where(self.has(wanted), self.number <= scope.upto)
        if scope.few is not None:
            query = query.where(is_among(self._connection, self.apart, scope.few))
            return query.order_by(self.number.desc()).limit(count)
        return query.order_by(self._ordering(wanted, count).desc()).limit(count)

    def _kept_in_file(self, wanted: Wanted) -> sa.Select[Any]:
        """Of the newest rows that have the words those that a filter keeps which keeps many."""
        scope = self._scope
        rows = self._newest_of_all(wanted)
        number = scope.table.c.id
        return scope.of(sa.select(number)).where(
            number.in_(sa.select(rows.c.number)), *scope.conditions
        )

    def _kept(self, wanted: Wanted, count: int) -> sa.Select[Any]:
        """The same on a server, which ends with the last row that is wanted."""
        rows = self._newest_of_all(wanted)
        kept = sa.select(rows.c.number).where(self._scope.keeps(rows.c.number))
        return kept.order_by(rows.c.number.desc()).limit(count)

    def _newest_of_all(self, wanted: Wanted) -> sa.Subquery:
        """Of the rows that have the words the newest, whatever the filters keep."""
        number = self._ordering(wanted, FILTERED)
        newest = sa.select(number.label("number")).where(self.has(wanted))
        newest = newest.where(self.number <= self._scope.upto)
        return newest.order_by(number.desc()).limit(FILTERED).subquery()

    def _ordering(self, wanted: Wanted, count: int) -> sa.ColumnElement[int]:
        """The number to order rows by.

        A server gathers all that have the words, or walks back through all rows to the last that is
        wanted; the second is quicker for words that many rows have. It knows how many have them,
        but not of which years they are, so that it is told which to do.
        """
        if self._on_file:
            return self.number
        last = self._connection.scalar(sa.select(sa.func.max(self.number))) or 0
        met = estimated_rows(self._connection, sa.select(self.number).where(self.has(wanted)))
        walks = met**2 * WALKED_AS_GATHERED > count * last
        return self.number if walks else self.number + 0

    def best(self, wanted: Wanted) -> sa.Select[Any]:
        """Of the newest rows that have the words those that have them best first."""
        number = self.number.label("number")
        if self._on_file:  # in one walk through the index: bm25 is told only where one stands
            worse = sa.func.bm25(self._words).label("worse")
            rows = self.newest(wanted, number, worse, count=CANDIDATES).subquery()
            return sa.select(rows.c.number).order_by(rows.c.worse, rows.c.number.desc())
        rows = self.newest(wanted, number, self._words, count=CANDIDATES).subquery()
        better = sa.func.ts_rank_cd(rows.c.words, _tsquery(wanted), _BY_LENGTH)
        return sa.select(rows.c.number).order_by(better.desc(), rows.c.number.desc())

    def ranked(self, numbers: Sequence[int], wanted: Wanted) -> sa.Select[Any]:
        """These rows, those that have the words best first, and later ones before earlier ones."""
        among = is_among(self._connection, self.apart, numbers)
        query = sa.select(self.number).where(among)
        if self._on_file:
            query = query.where(self.has(wanted), self.number >= min(numbers))
            return query.order_by(sa.func.bm25(self._words), self.number.desc())
        better = sa.func.ts_rank_cd(self._words, _tsquery(wanted), _BY_LENGTH)
        return query.order_by(better.desc(), self.number.desc())


def _expression(wanted: Wanted) -> str:
    """The words for FTS5, each in quotes, so that none can be an operator."""
    needed = " AND ".join(_any_of(group) for group in wanted.groups)
    return f"({needed}) NOT {_any_of(wanted.barred)}" if wanted.barred else needed


def _any_of(terms: Sequence[Term]) -> str:
    quoted = ('"{}"{}'.format(term.words.replace('"', " "), "*" * term.prefix) for term in terms)
    return f"({' OR '.join(quoted)})"


def _tsquery(wanted: Wanted) -> sa.ColumnElement[Any]:
    """The words for PostgreSQL, each a bound value that its own parser cuts."""
    needed = [reduce(sa.func.tsquery_or, map(_tsterm, group)) for group in wanted.groups]
    barred = [sa.func.tsquery_not(_tsterm(term)) for term in wanted.barred]
    return reduce(sa.func.tsquery_and, [*needed, *barred])


def _tsterm(term: Term) -> sa.ColumnElement[Any]:
    if not term.prefix:
        return sa.func.phraseto_tsquery(_ENGLISH, term.words)
    bare = "".join(letter if letter not in "'\\" else " " for letter in term.words)
    return sa.func.to_tsquery(_ENGLISH, f"'{bare}':*")
