"""How far a work has come that goes through rows in the order of their numbers.

Writers take turns, so that a row with a smaller number is never added after one with a larger.
"""

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
