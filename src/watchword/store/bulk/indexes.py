"""The indexes that an empty record does without while it is filled, and has again afterwards.

What makes each is noted in the record, so that indexes that a killed process left out are made by
the next one that loads, or by `restore_indexes`. Unique keys stay: nothing is ever added twice.
"""

import json

import sqlalchemy as sa

from watchword.store.dialect import replace_by_key
from watchword.store.dialect_bulk import indexes_of
from watchword.store.tables import claim, mention, meta, reading, report, vector
from watchword.store.tables_derived import tally
from watchword.store.transactions import Store, View, Writing

_NOTED = "indexes left out"
_TABLES = (
    *(each.name for each in (report, reading, claim, mention, vector, tally)),
    "report_words",
    "claim_words",
)


def leave_out_indexes(store: Store) -> bool:
    """Drop the indexes of a record that holds no report yet; False where it holds some."""
    with store.writing() as writing:
        if writing.connection.scalar(sa.select(report.c.id).limit(1)) is not None:
            return False
        found = {**_noted(writing), **indexes_of(writing.connection, _TABLES)}
        for name in found:
            writing.connection.execute(sa.text(f'DROP INDEX IF EXISTS "{name}"'))
        row = {"name": _NOTED, "value": json.dumps(found)}
        replace_by_key(meta, writing.connection, row, key="name")
    return True


def restore_indexes(store: Store) -> int:
    """Make the indexes that were left out, and give how many they were."""
    with store.viewing() as view:
        if not _noted(view):
            return 0
    with store.writing() as writing:
        found = _noted(writing)
        there = indexes_of(writing.connection, _TABLES)
        for name, statement in found.items():
            if name not in there:
                writing.connection.exec_driver_sql(statement)
        writing.connection.execute(meta.delete().where(meta.c.name == _NOTED))
    return len(found)


def _noted(at: View | Writing) -> dict[str, str]:
    found = at.connection.scalar(sa.select(meta.c.value).where(meta.c.name == _NOTED))
    return dict(json.loads(found)) if found else {}
