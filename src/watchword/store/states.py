"""How machines are doing, noted in place: it is no finding, and the record's instant stays."""

import json

import sqlalchemy as sa

from watchword.store.dialect import connect_for_writing, replace_by_key, take_turn
from watchword.store.tables import meta
from watchword.store.transactions import Store, View

_PREFIX = "state "
State = dict[str, object]
"""Plain JSON values by name."""


def state_noted(view: View, name: str) -> State | None:
    """What was last noted under a name, whatever the view is as of; None where nothing was."""
    found = view.connection.scalar(sa.select(meta.c.value).where(meta.c.name == _PREFIX + name))
    return None if found is None else dict(json.loads(found))


def note_state(store: Store, name: str, state: State) -> None:
    """Note how a machine is doing, in place of what was noted before.

    Raises:
        StoreError: if the store cannot be written.
    """
    row = {"name": _PREFIX + name, "value": json.dumps(state, ensure_ascii=False)}
    with store.told(), connect_for_writing(store.engine) as connection, connection.begin():
        take_turn(connection)
        replace_by_key(meta, connection, row, key="name")
