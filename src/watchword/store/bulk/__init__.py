"""Filling a record with very many reports that were read elsewhere, some thousands at once."""

from watchword.store.bulk.adding import AddedGroup, add_group
from watchword.store.bulk.indexes import restore_indexes
from watchword.store.bulk.loading import Found, Loaded, filling, load_found

__all__ = [
    "AddedGroup",
    "Found",
    "Loaded",
    "add_group",
    "filling",
    "load_found",
    "restore_indexes",
]
