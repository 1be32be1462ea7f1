"""The story shelf as it was kept last, so that a process need not go through all that was decided.

Invariant: there is one at most, and it was worked out of all that was placed and obeyed up to its
number. A record without it is whole.
"""

import zlib
from dataclasses import dataclass

import sqlalchemy as sa

from watchword.errors import StoreError
from watchword.store.codec import Noun, from_bytes, to_bytes
from watchword.store.tables_derived import story_shelf
from watchword.store.transactions import View, Writing


@dataclass(frozen=True, slots=True, kw_only=True)
class ShelfRow:
    """A shelf as it lies in the record.

    Attributes:
        trace: row number of what was placed or obeyed last.
        told: row number of the reading that was put into a story last.
        ruled: number of the ruling that was obeyed last.
        made_by: version of its shape and of what decides on it.
        payload: what it holds, packed.
    """

    trace: int
    told: int
    ruled: int
    made_by: str
    payload: bytes


def pack_shelf(noun: object) -> bytes:
    """What a shelf holds, as it is kept."""
    return to_bytes(noun)


def unpack_shelf(kind: type[Noun], row: ShelfRow) -> Noun:
    """What a shelf holds, as `pack_shelf` packed it.

    Raises:
        StoreError: if the bytes are damaged, or hold no such thing.
    """
    try:
        return from_bytes(kind, row.payload)
    except (zlib.error, ValueError, TypeError, RecursionError) as error:
        raise StoreError("what is kept of the story shelf is damaged") from error


def keep_shelf(writing: Writing, row: ShelfRow) -> None:
    """Keep a shelf in place of the one that was kept before."""
    writing.connection.execute(story_shelf.delete())
    writing.connection.execute(
        story_shelf.insert().values(
            trace_id=row.trace,
            told=row.told,
            ruled=row.ruled,
            made_by=row.made_by,
            payload=row.payload,
        )
    )


def shelf_kept(view: View) -> ShelfRow | None:
    """The shelf that was kept last, None where none was."""
    row = view.connection.execute(_latest(story_shelf)).first()
    if row is None:
        return None
    return ShelfRow(
        trace=row.trace_id,
        told=row.told,
        ruled=row.ruled,
        made_by=row.made_by,
        payload=bytes(row.payload),
    )


def kept_up_to(view: View, made_by: str) -> int:
    """Row number of what the kept shelf has met last; 0 where none of this version was kept."""
    row = view.connection.execute(_latest(story_shelf.c.trace_id, story_shelf.c.made_by)).first()
    return int(row.trace_id) if row is not None and row.made_by == made_by else 0


def _latest(*columns: sa.Table | sa.Column[int] | sa.Column[str]) -> sa.Select[tuple[object, ...]]:
    return sa.select(*columns).order_by(story_shelf.c.trace_id.desc()).limit(1)
