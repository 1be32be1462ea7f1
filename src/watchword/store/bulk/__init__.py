"""Filling a record with very many reports that were read elsewhere, some thousands at once."""

from watchword.store.bulk.indexes import restore_indexes
from watchword.store.bulk.loading import Found, Loaded, has_loaded, load_found

__all__ = ["Found", "Loaded", "has_loaded", "load_found", "restore_indexes"]
