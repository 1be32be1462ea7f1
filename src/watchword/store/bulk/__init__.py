"""Filling a record with very many reports that were read elsewhere, some thousands at once."""

from watchword.store.bulk.found import PackedFound, pack_found, unpack_found
from watchword.store.bulk.indexes import restore_indexes
from watchword.store.bulk.loading import Found, Loaded, has_loaded, load_found

__all__ = [
    "Found",
    "Loaded",
    "PackedFound",
    "has_loaded",
    "load_found",
    "pack_found",
    "restore_indexes",
    "unpack_found",
]
