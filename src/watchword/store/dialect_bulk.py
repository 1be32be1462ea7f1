"""What differs between SQLite and PostgreSQL where very many rows are added at once."""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from typing import Any

import sqlalchemy as sa
from sqlalchemy.exc import DBAPIError

from watchword.store.dialect import SQLITE, WAIT_S, file_engine
from watchword.store.transactions import Store

Row = tuple[Any, ...]
"""Values as the database keeps them, in the order of some columns."""
_LOADING = (
    # A power cut may lose the last groups, which are then loaded again; nothing is damaged.
    "synchronous=NORMAL",
    "cache_size=-262144",
    "wal_autocheckpoint=16384",
)
"""How a file is written while it is filled: 256 MB of its pages are kept in memory."""
_LISTED = {
    "sqlite": "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL"
    " AND tbl_name = :table AND sql NOT LIKE 'CREATE UNIQUE%' ORDER BY name",
    "postgresql": "SELECT i.relname, pg_get_indexdef(x.indexrelid) FROM pg_index x"
    " JOIN pg_class i ON i.oid = x.indexrelid WHERE NOT x.indisunique"
    " AND x.indrelid = to_regclass(:table) ORDER BY 1",
}


_WRITING_ANEW = (
    "PRAGMA temp_store=FILE",
    "INSERT INTO report_words (report_words) VALUES ('optimize')",
    "INSERT INTO claim_words (claim_words) VALUES ('optimize')",
    "VACUUM",
    "PRAGMA wal_checkpoint(TRUNCATE)",
)
_TABLES_OF_SERVER = (
    "SELECT relname FROM pg_class WHERE relnamespace = current_schema()::regnamespace"
    " AND relkind = 'r' ORDER BY relname"
)


@contextmanager
def set_for_loading(store: Store) -> Iterator[Store]:
    """The same record over a connection of its own that is set for writing very much.

    Others that read and write it meanwhile go on as they were set.
    """
    if store.path is None:
        yield store
        return
    engine = file_engine(store.path)
    sa.event.listen(engine, "connect", _prepare)
    loading = Store(engine, store.location, path=store.path, now=store.now)
    try:
        yield loading
    finally:
        loading.close()


def hasten(connection: sa.Connection) -> None:
    """Let a transaction on a server be told done before it lies on the disk."""
    if connection.dialect.name != SQLITE:
        connection.execute(sa.text("SET LOCAL synchronous_commit = off"))


def allot(connection: sa.Connection, table: sa.Table, count: int) -> range:
    """Numbers for new rows of a table, as they would be numbered one by one."""
    if not count:
        return range(0)
    if connection.dialect.name == SQLITE:
        first = int(connection.scalar(sa.select(sa.func.max(table.c.id))) or 0) + 1
    else:
        sequence = connection.scalar(
            sa.select(sa.func.pg_get_serial_sequence(f'"{table.name}"', "id"))
        )
        first = int(connection.scalar(sa.select(sa.func.nextval(sequence))) or 1)
        connection.execute(sa.select(sa.func.setval(sequence, first + count - 1)))
    return range(first, first + count)


def put_rows(
    connection: sa.Connection, table: str, columns: Sequence[str], rows: Iterable[Row]
) -> None:
    """Add rows whose values are as the database keeps them."""
    quoted = ", ".join(f'"{column}"' for column in columns)
    if connection.dialect.name != SQLITE:
        _copy(connection, f'COPY "{table}" ({quoted}) FROM STDIN', rows)
        return
    given = list(rows)
    if given:
        places = ", ".join("?" * len(columns))
        connection.exec_driver_sql(
            f'INSERT INTO "{table}" ({quoted}) VALUES ({places})',  # noqa: S608 - names of ours
            given,
        )


def put_words(connection: sa.Connection, table: str, rows: Iterable[tuple[int, str]]) -> None:
    """Put texts into a full-text index, each under the number of its row."""
    clean = ((number, words.replace("\x00", " ")) for number, words in rows)
    if connection.dialect.name == SQLITE:
        put_rows(connection, table, ("rowid", "words"), clean)
        return
    staged = _staged(connection, f"{table}_staged", "id bigint, words text")
    put_rows(connection, staged, ("id", "words"), clean)
    connection.execute(
        sa.text(
            f"INSERT INTO {table} (id, words) SELECT id,"  # noqa: S608 - names of ours
            f" to_tsvector('english', left(words, 500000)) FROM {staged} ORDER BY id"
        )
    )


def add_up_rows(
    connection: sa.Connection, table: sa.Table, rows: Sequence[Row], *, summed: Sequence[str]
) -> None:
    """Insert rows of all columns, or add their numbers to those of the rows with their keys."""
    names = [column.name for column in table.columns]
    keys = ", ".join(column.name for column in table.primary_key)
    sums = ", ".join(f"{name} = {table.name}.{name} + excluded.{name}" for name in summed)
    ending = f"ON CONFLICT ({keys}) DO UPDATE SET {sums}"
    listed = ", ".join(names)
    if not rows:
        return
    if connection.dialect.name == SQLITE:
        places = ", ".join("?" * len(names))
        connection.exec_driver_sql(
            f"INSERT INTO {table.name} ({listed}) VALUES ({places}) {ending}",  # noqa: S608 - names of ours
            list(rows),
        )
        return
    staged = f"{table.name}_staged"
    connection.execute(
        sa.text(f"CREATE TEMP TABLE IF NOT EXISTS {staged} (LIKE {table.name}) ON COMMIT DROP")
    )
    connection.execute(sa.text(f"TRUNCATE {staged}"))
    put_rows(connection, staged, names, rows)
    connection.execute(
        sa.text(f"INSERT INTO {table.name} ({listed}) SELECT {listed} FROM {staged} {ending}")  # noqa: S608 - names of ours
    )


def indexes_of(connection: sa.Connection, tables: Sequence[str]) -> dict[str, str]:
    """The statement that makes each index of some tables, by its name; but for unique ones."""
    asked = sa.text(_LISTED[connection.dialect.name])
    return {
        str(name): str(made)
        for table in tables
        for name, made in connection.execute(asked, {"table": table})
    }


def write_anew(store: Store) -> None:
    """Give back the room that nothing stands in, and put full-text indexes into one piece each."""
    if store.path is None:
        with store.engine.connect() as connection:
            lasting = connection.execution_options(isolation_level="AUTOCOMMIT")
            for table in lasting.scalars(sa.text(_TABLES_OF_SERVER)).all():
                lasting.exec_driver_sql(f'VACUUM ANALYZE "{table}"')
        return
    try:
        with closing(sqlite3.connect(store.path, timeout=WAIT_S, isolation_level=None)) as file:
            for statement in _WRITING_ANEW:
                file.execute(statement)
    except sqlite3.Error as error:
        raise DBAPIError("VACUUM", None, error) from error


def _prepare(connection: Any, _record: object) -> None:  # noqa: ANN401 - the driver's own
    cursor = connection.cursor()
    for pragma in _LOADING:
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _staged(connection: sa.Connection, name: str, columns: str) -> str:
    connection.execute(
        sa.text(f"CREATE TEMP TABLE IF NOT EXISTS {name} ({columns}) ON COMMIT DROP")
    )
    connection.execute(sa.text(f"TRUNCATE {name}"))
    return name


def _copy(connection: sa.Connection, statement: str, rows: Iterable[Row]) -> None:
    driver = connection.connection.driver_connection
    if driver is None:  # a connection that is open has one
        return
    try:
        with driver.cursor().copy(statement) as copy:
            for row in rows:
                copy.write_row(row)
    except connection.dialect.loaded_dbapi.Error as error:
        raise DBAPIError(statement, None, error) from error
