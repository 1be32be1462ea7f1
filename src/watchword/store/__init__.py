"""The record of a situation: one SQLite file, or one schema of a PostgreSQL server.

All SQL is here. Everything that differs between the two is in `dialect.py`, but for how each
finds words (`search/indexes.py`).
"""

from watchword.store.opening import create_store, open_store
from watchword.store.transactions import Store, View, Writing

__all__ = ["Store", "View", "Writing", "create_store", "open_store"]
