"""The index of directions that a server with pgvector keeps, from when somebody has it built.

Until then nothing is kept for it: a direction there takes as much room as it does here, and as much
again on its way.
"""

import sqlalchemy as sa

from watchword.store.dialect import POSTGRES, SQLITE, connect_for_writing, replace_by_key, take_turn
from watchword.store.tables import meta
from watchword.store.transactions import Store

_KEPT = "directions on the server"
"""Names the entry that says that every direction is to be put into the index, too."""
_AT_ONCE = 1_000


def has_vectors(connection: sa.Connection) -> bool:
    """Whether the server has pgvector and this store an index in it."""
    return connection.dialect.name == POSTGRES and bool(
        connection.scalar(sa.text("SELECT to_regclass('vector_index') IS NOT NULL"))
    )


def keeps_directions(connection: sa.Connection) -> bool:
    """Whether directions that are added are to be put into the server's index, too."""
    if not has_vectors(connection):
        return False
    kept = connection.scalar(sa.select(meta.c.name).where(meta.c.name == _KEPT))
    return kept is not None or has_index_on_server(connection)


def has_index_on_server(connection: sa.Connection) -> bool:
    """Whether a server has pgvector, and its index of directions was built."""
    if connection.dialect.name == SQLITE:
        return False
    built = (
        "SELECT 1 FROM pg_index WHERE indisvalid"
        " AND indexrelid = to_regclass('vector_index_direction')"
    )
    return connection.scalar(sa.text(built)) is not None


def index_on_server(store: Store) -> bool:
    """Build the index of directions on a server with pgvector; False where there is none to build.

    Others go on reading and writing. Rows added later enter it as they come.

    Raises:
        StoreError: if the store cannot be written.
    """
    with store.told():
        with connect_for_writing(store.engine) as connection, connection.begin():
            take_turn(connection)  # who adds after this knows of it
            if not has_vectors(connection):
                return False
            replace_by_key(meta, connection, {"name": _KEPT, "value": ""}, key="name")
        with store.engine.begin() as connection:
            add_missing_directions(connection)
        with store.engine.connect() as connection:
            lasting = connection.execution_options(isolation_level="AUTOCOMMIT")
            lasting.execute(
                sa.text(
                    "CREATE INDEX CONCURRENTLY IF NOT EXISTS vector_index_direction"
                    " ON vector_index USING hnsw (direction public.halfvec_cosine_ops)"
                )
            )
    return True


def add_missing_directions(connection: sa.Connection) -> None:
    """Put every direction into the server's index that it has not got."""
    after = 0
    while True:
        query = sa.text(
            "SELECT id, codes FROM vector WHERE id > :after AND NOT EXISTS"
            " (SELECT 1 FROM vector_index WHERE vector_index.id = vector.id)"
            " ORDER BY id LIMIT :count"
        )
        rows = connection.execute(query, {"after": after, "count": _AT_ONCE}).all()
        if not rows:
            return
        add_directions(connection, [(row.id, bytes(row.codes)) for row in rows])
        after = rows[-1].id


def add_directions(connection: sa.Connection, added: list[tuple[int, bytes]]) -> None:
    """Put directions into the server's index of them."""
    rows = [{"id": number, "direction": halfvec(codes)} for number, codes in added]
    connection.execute(
        sa.text("INSERT INTO vector_index (id, direction) VALUES (:id, :direction)"), rows
    )


def nearest_on_server(
    connection: sa.Connection, codes: bytes, *, upto: int, count: int
) -> list[int]:
    """The row numbers of the directions nearest to one, best first, as pgvector's index has them.

    Args:
        connection: a transaction that reads, on a server with pgvector.
        codes: the direction, as it is kept.
        upto: the last row number that may be given.
        count: how many to give.
    """
    # Without these an index gives 40 at most, and fewer where some are passed over.
    connection.execute(sa.text("SET LOCAL hnsw.ef_search = 200"))
    connection.execute(sa.text("SET LOCAL hnsw.iterative_scan = relaxed_order"))
    found = connection.scalars(
        sa.text(
            "SELECT id FROM vector_index WHERE id <= :upto"
            " ORDER BY direction <=> CAST(:direction AS public.halfvec) LIMIT :count"
        ),
        {"direction": halfvec(codes), "count": count, "upto": upto},
    )
    return list(found)


def halfvec(codes: bytes) -> str:
    """A direction as pgvector reads it."""
    return str(memoryview(codes).cast("b").tolist())
