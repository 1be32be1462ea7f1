"""Giving back the room that a record no longer needs, and putting its indexes in order."""

from dataclasses import dataclass

from watchword.store.bulk.indexes import restore_indexes
from watchword.store.dialect import size_of
from watchword.store.dialect_bulk import write_anew
from watchword.store.transactions import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Tidied:
    """What came of it.

    Attributes:
        before: bytes that the record took.
        after: bytes that it takes now.
    """

    before: int
    after: int


def tidy(store: Store) -> Tidied:
    """Put full-text indexes into one piece each, give back free pages, bring statistics up to date.

    A file is written anew: that takes as much room again while it lasts, and others wait. On a
    server others go on. A file gets no statistics: its queries are written for one without.

    Raises:
        StoreError: if the disk is full, or somebody else writes for too long.
    """
    restore_indexes(store)
    with store.viewing() as view:
        before = size_of(view.connection)
    with store.told():
        write_anew(store)
    with store.viewing() as view:
        return Tidied(before=before, after=size_of(view.connection))
