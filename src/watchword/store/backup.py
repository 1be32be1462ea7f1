"""Copies of a store, taken while it is used: one file that opens anywhere, or lines of JSON."""

import sqlite3
from collections.abc import Collection, Iterator
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from watchword.errors import StoreError
from watchword.store.account_tables import CONFIDENTIAL
from watchword.store.deriving import derive_anew
from watchword.store.dialect import go_on_counting
from watchword.store.opening import create_store
from watchword.store.readings import index_anew
from watchword.store.schema import metadata
from watchword.store.tables import clock, lease, meta
from watchword.store.tables_derived import DERIVED
from watchword.store.transactions import Store, View
from watchword.store.vectors import index_vectors_anew

_PAGES_AT_ONCE = 2_000
_ROWS_AT_ONCE = 500


def back_up(store: Store, to: Path) -> None:
    """Copy a store into a new file while others read and write it.

    The copy is whole: it holds every transaction that was committed when it ended, or, of a
    server, when it began, and none in part.

    Raises:
        StoreError: if there is such a file already, or it cannot be written.
    """
    if to.exists():
        raise StoreError("there is a file of this name already", key=str(to))
    part = to.with_name(to.name + ".part")
    part.unlink(missing_ok=True)
    try:
        if store.path is not None:
            _copy_file(store.path, part)
        else:
            with closing(create_store(str(part), title="")) as copy:
                copy_rows(store, copy)
        part.replace(to)
    except (OSError, sqlite3.Error) as error:
        part.unlink(missing_ok=True)
        raise StoreError(f"the copy could not be written: {error}", key=str(to)) from error


def copy_rows(store: Store, other: Store, *, without: Collection[int] = frozenset()) -> None:
    """Copy every row of a store into one that has just been made, of whichever kind.

    Args:
        store: the store.
        other: the new one.
        without: row numbers of reports that are left out, with every row that follows from them.
    """
    with store.viewing() as view, other.writing() as writing:
        writing.connection.execute(meta.delete())
        left = _Left(without)
        for table in metadata.sorted_tables:
            if table in {lease, clock, *DERIVED}:
                continue
            query = sa.select(table)
            for rows in view.connection.execute(query).partitions(_ROWS_AT_ONCE):
                kept = [dict(row._mapping) for row in rows if left.keeps(table, row)]  # noqa: SLF001 - the library's name for a row's columns
                if kept:
                    writing.connection.execute(table.insert(), kept)
        last = view.connection.scalar(sa.select(clock.c.at))
        writing.connection.execute(clock.update().values(at=last))
        go_on_counting(writing.connection)
        derive_anew(writing.connection)
        index_anew(writing)
        index_vectors_anew(writing)


class _Left:
    """Which rows are left out, table by table, each after those that it refers to."""

    def __init__(self, reports: Collection[int]) -> None:
        self._numbers = {"report": set(reports), "vector": set[int](), "story_trace": set[int]()}

    def keeps(self, table: sa.Table, row: sa.Row[Any]) -> bool:
        """Whether a row is copied."""
        to, column = _FOLLOWS.get(table.name, ("report", "report_id"))
        number = getattr(row, column, None)
        if number is None or number not in self._numbers[to]:
            return True
        if table.name in self._numbers:
            self._numbers[table.name].add(row.id)
        return False


_FOLLOWS = {
    "report": ("report", "id"),
    "sign": ("vector", "id"),
    "story_step": ("story_trace", "trace_id"),
}
"""The table and column by which a row follows from a report, where it is not its `report_id`."""


def each_line(view: View) -> Iterator[dict[str, Any]]:
    """Every row of the record as a JSON value, with the name of its table, for other programs.

    What lets somebody in (hashes, sessions, keys that sign) is never among them.
    """
    for table in metadata.sorted_tables:
        if table in {lease, clock, *CONFIDENTIAL, *DERIVED}:
            continue
        query = sa.select(table).order_by(*table.primary_key)
        if "known_at" in table.c:
            query = query.where(table.c.known_at <= view.as_of)
        for row in view.connection.execute(query).yield_per(_ROWS_AT_ONCE):
            columns = row._mapping.items()  # noqa: SLF001 - as above
            yield {"table": table.name, **{name: _plain(value) for name, value in columns}}


def _copy_file(source: Path, target: Path) -> None:
    with closing(sqlite3.connect(source)) as old, closing(sqlite3.connect(target)) as new:
        old.backup(new, pages=_PAGES_AT_ONCE, sleep=0.01)


def _plain(value: object) -> object:
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, bytes | memoryview):
        return bytes(value).hex()
    return value
