"""Hooks by which others push reports, and which of their requests were taken: kept in place.

They let somebody in, as tokens do, and are no part of what is known: the record's instant stays,
and no archive holds them.
"""

import json
from collections.abc import Callable, Iterator

import sqlalchemy as sa

from watchword.model.hook import Hook
from watchword.store.codec import from_plain, to_plain
from watchword.store.dialect import connect_for_writing, replace_by_key, take_turn
from watchword.store.tables import meta
from watchword.store.transactions import Store, View

_HOOK = "hook "
_TAKEN = "taken by hook "
_MOST_TAKEN = 20_000
"""Requests that are remembered at once: 5 MB of ids, of a hook that is called 30 times a second."""


def put_hook(store: Store, made: Hook) -> None:
    """Keep a hook, in place of what was kept of it.

    Raises:
        StoreError: if the store cannot be written.
    """
    row = {"name": _HOOK + made.key, "value": json.dumps(to_plain(made))}
    with store.told(), connect_for_writing(store.engine) as connection, connection.begin():
        take_turn(connection)
        replace_by_key(meta, connection, row, key="name")


def change_hook(store: Store, key: str, change: Callable[[Hook], Hook]) -> None:
    """Keep a hook changed, whatever another process changes of it at the same time.

    Raises:
        StoreError: if the store cannot be written.
    """
    with store.told(), connect_for_writing(store.engine) as connection, connection.begin():
        take_turn(connection)
        kept = connection.scalar(sa.select(meta.c.value).where(meta.c.name == _HOOK + key))
        if kept is None:
            return
        made = change(from_plain(Hook, json.loads(kept)))
        row = {"name": _HOOK + key, "value": json.dumps(to_plain(made))}
        replace_by_key(meta, connection, row, key="name")


def each_hook(view: View) -> Iterator[Hook]:
    """Every hook, withdrawn ones too, oldest first; whatever the view is as of."""
    query = sa.select(meta.c.value).where(meta.c.name.startswith(_HOOK))
    kept = (from_plain(Hook, json.loads(value)) for value in view.connection.scalars(query))
    yield from sorted(kept, key=lambda each: (each.made_at, each.key))


def take_once(store: Store, key: str, request: str, until: int, now: int) -> bool:
    """Remember that a request of a hook is taken; False where it was, or too many were.

    Args:
        store: the record.
        key: key of the hook.
        request: the request's id.
        until: until when it is remembered, in seconds since 1970.
        now: the time; what is remembered until before it is let go.

    Raises:
        StoreError: if the store cannot be written.
    """
    name = _TAKEN + key
    with store.told(), connect_for_writing(store.engine) as connection, connection.begin():
        take_turn(connection)
        kept = connection.scalar(sa.select(meta.c.value).where(meta.c.name == name))
        taken: dict[str, int] = {
            each: end for each, end in json.loads(kept or "{}").items() if end >= now
        }
        if request in taken or len(taken) >= _MOST_TAKEN:
            return False
        row = {"name": name, "value": json.dumps({**taken, request: until})}
        replace_by_key(meta, connection, row, key="name")
    return True


def forget(store: Store, key: str, request: str) -> None:
    """Let a request be taken again, since nothing came of it.

    Raises:
        StoreError: if the store cannot be written.
    """
    name = _TAKEN + key
    with store.told(), connect_for_writing(store.engine) as connection, connection.begin():
        take_turn(connection)
        kept = connection.scalar(sa.select(meta.c.value).where(meta.c.name == name))
        taken = {each: end for each, end in json.loads(kept or "{}").items() if each != request}
        replace_by_key(meta, connection, {"name": name, "value": json.dumps(taken)}, key="name")
