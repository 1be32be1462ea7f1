"""The stores of every kind, for the tests of the work on a record."""

from tests.store.conftest import location, server, server_with_pgvector, store

__all__ = ["location", "server", "server_with_pgvector", "store"]
