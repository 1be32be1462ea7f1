"""How far a work has come that goes through rows in the order of their numbers.

Writers take turns, so that a row with a smaller number is never added after one with a larger.
"""

from collections.abc import Sequence

import sqlalchemy as sa

from watchword.store.dialect import replace_by_key
from watchword.store.tables import meta
from watchword.store.transactions import View, Writing

_PREFIX = "done "


def progress_of(at: View | Writing, work: str) -> int:
    """Number of the last row that a work has gone through, 0 before the first."""
    found = at.connection.scalar(sa.select(meta.c.value).where(meta.c.name == _PREFIX + work))
    return int(found or 0)


def set_progress(writing: Writing, work: str, number: int) -> None:
    """Note how far a work has come."""
    row = {"name": _PREFIX + work, "value": str(number)}
    replace_by_key(meta, writing.connection, row, key="name")


def progress_of_each(at: View | Writing, works: Sequence[str]) -> dict[str, int]:
    """Number of the last row that each of some works has gone through, by the work's name."""
    names = [_PREFIX + work for work in works]
    rows = at.connection.execute(sa.select(meta).where(meta.c.name.in_(names)))
    found = {row.name: int(row.value) for row in rows}
    return {work: found.get(_PREFIX + work, 0) for work in works}


def set_progress_of_each(writing: Writing, works: Sequence[str], number: int) -> None:
    """Note that several works have come as far as one row."""
    rows = [{"name": _PREFIX + work, "value": str(number)} for work in works]
    if rows:
        names = [row["name"] for row in rows]
        writing.connection.execute(meta.delete().where(meta.c.name.in_(names)))
        writing.connection.execute(meta.insert(), rows)
