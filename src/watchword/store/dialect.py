"""Everything that differs between SQLite and PostgreSQL."""

import json
import re
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import DBAPIError

from watchword.errors import StoreError
from watchword.store.schema import metadata
from watchword.store.tables import clock

SQLITE, POSTGRES = "sqlite", "postgresql"
WAIT_S = 60
"""How long a writer waits for another one before it gives up, in seconds."""
_IMMEDIATE = "watchword_immediate"
_LOCK_SPACE = 0x77617463
"""First half of the advisory lock's number on a PostgreSQL server."""


def file_engine(path: Path) -> sa.Engine:
    """An engine over one SQLite file."""
    engine = sa.create_engine(f"sqlite:///{path}", connect_args={"timeout": WAIT_S})
    sa.event.listen(engine, "connect", _prepare_file)
    sa.event.listen(engine, "begin", _begin_on_file)
    return engine


def server_engine(address: str, schema: str) -> sa.Engine:
    """An engine over one schema of a PostgreSQL server.

    Raises:
        StoreError: if the driver is not installed.
    """
    try:
        return sa.create_engine(
            sa.make_url(address).set(drivername="postgresql+psycopg"),
            isolation_level="REPEATABLE READ",
            pool_pre_ping=True,
            connect_args={
                # A plan that fits any words fits none: a rare one and a common one differ. And a
                # record lies in memory mostly, where one page is as near as another.
                "options": f"-csearch_path={schema},public -clock_timeout={WAIT_S}s"
                " -cplan_cache_mode=force_custom_plan -crandom_page_cost=1.1",
                "connect_timeout": 10,
            },
        )
    except ModuleNotFoundError as error:
        raise StoreError(
            "the driver for PostgreSQL is not installed", mend="pip install 'watchword[postgres]'"
        ) from error


def connect_for_writing(engine: sa.Engine) -> sa.Connection:
    """A connection whose transaction will be the only one that writes; call `take_turn` in it."""
    options: dict[str, Any] = {_IMMEDIATE: True}
    if engine.dialect.name == POSTGRES:
        # The snapshot must be of after the wait for the lock, not of before it.
        options["isolation_level"] = "READ COMMITTED"
    return engine.connect().execution_options(**options)


def take_turn(connection: sa.Connection) -> None:
    """Wait until no other transaction writes to this store."""
    if connection.dialect.name == POSTGRES:
        connection.execute(
            sa.text("SELECT pg_advisory_xact_lock(:space, hashtext(current_schema()))"),
            {"space": _LOCK_SPACE},
        )


def insert_new(table: sa.Table, connection: sa.Connection) -> Any:  # noqa: ANN401 - either dialect's own insert
    """An insert that passes over rows whose unique key is there."""
    maker = sqlite if connection.dialect.name == SQLITE else postgresql
    return maker.insert(table).on_conflict_do_nothing()


def replace_by_key(
    table: sa.Table, connection: sa.Connection, row: dict[str, Any], *, key: str
) -> None:
    """Insert a row, or change the row that has its key."""
    maker: Any = sqlite if connection.dialect.name == SQLITE else postgresql
    changed = {name: value for name, value in row.items() if name != key}
    connection.execute(
        maker.insert(table).values(row).on_conflict_do_update(index_elements=[key], set_=changed)
    )


def add_up(
    table: sa.Table, connection: sa.Connection, rows: list[dict[str, Any]], *, summed: Sequence[str]
) -> None:
    """Insert rows, or add their numbers to those of the rows that have their keys."""
    if not rows:
        return
    maker: Any = sqlite if connection.dialect.name == SQLITE else postgresql
    made = maker.insert(table)
    sums = {name: table.c[name] + made.excluded[name] for name in summed}
    connection.execute(
        made.on_conflict_do_update(index_elements=list(table.primary_key), set_=sums), rows
    )


def begins(column: sa.ColumnElement[str], opening: str) -> sa.ColumnElement[bool]:
    """That a key, which is made of hexadecimal digits, begins so; found by its index."""
    return sa.and_(column >= opening, column < f"{opening}g")


def day_name(connection: sa.Connection, column: sa.ColumnElement[Any]) -> sa.ColumnElement[str]:
    """The day of an instant in UTC, as 2024-10-23; NULL without one."""
    seconds = sa.type_coerce(column, sa.BigInteger) // 1_000_000
    if connection.dialect.name == SQLITE:
        return sa.func.date(seconds, "unixepoch")
    return sa.func.to_char(sa.func.timezone("UTC", sa.func.to_timestamp(seconds)), "YYYY-MM-DD")


def add_words(connection: sa.Connection, table: str, rows: Sequence[tuple[int, str]]) -> None:
    """Put texts into a full-text index, each under the number of its row."""
    if not rows:
        return
    given = [{"id": number, "words": words.replace("\x00", " ")} for number, words in rows]
    if connection.dialect.name == SQLITE:
        connection.execute(
            sa.text(f"INSERT INTO {table} (rowid, words) VALUES (:id, :words)"),  # noqa: S608 - a name of ours
            given,
        )
    else:
        connection.execute(
            sa.text(
                f"INSERT INTO {table} (id, words)"  # noqa: S608 - a name of ours
                " VALUES (:id, to_tsvector('english', left(:words, 500000)))"
            ),
            given,
        )


def is_among(
    connection: sa.Connection, column: sa.ColumnElement[int], numbers: Sequence[int]
) -> sa.ColumnElement[bool]:
    """That a number is one of these, however many: they are bound as one value."""
    if connection.dialect.name == SQLITE:
        listed = sa.func.json_each(json.dumps(list(numbers))).table_valued("value")
        return column.in_(sa.select(listed.c.value))
    return column == sa.any_(sa.cast(list(numbers), sa.ARRAY(sa.BigInteger)))


def numbers_of_rows(connection: sa.Connection, query: sa.Select[Any]) -> tuple[int, ...]:
    """The numbers that a query of one column gives, handed over as one value: many cost little."""
    rows = query.subquery()
    number = next(iter(rows.c))
    if connection.dialect.name == SQLITE:
        listed = connection.scalar(sa.select(sa.func.json_group_array(number)).select_from(rows))
        return tuple(json.loads(listed or "[]"))
    return tuple(connection.scalar(sa.select(sa.func.array_agg(number)).select_from(rows)) or ())


def estimated_rows(connection: sa.Connection, query: sa.Select[Any]) -> int:
    """How many rows a server thinks that a query gives, by what it last learnt of its tables."""
    compiled = query.compile(connection, compile_kwargs={"render_postcompile": True})
    told = connection.exec_driver_sql(f"EXPLAIN (FORMAT JSON) {compiled}", compiled.params)
    return int(told.scalar_one()[0]["Plan"]["Plan Rows"])


def go_on_counting(connection: sa.Connection) -> None:
    """Let rows be numbered after those that were copied with their numbers."""
    if connection.dialect.name == SQLITE:
        return
    for table in metadata.sorted_tables:
        if "id" in table.c and table is not clock:
            connection.execute(
                sa.text(
                    f"SELECT setval(pg_get_serial_sequence('{table.name}', 'id'),"  # noqa: S608 - a name of ours
                    f' (SELECT max(id) FROM "{table.name}"))'
                )
            )


def log_ahead(path: Path) -> None:
    """Make a file of which readers see a whole state while another writes; it stays so."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode=WAL")


def make_schema(engine: sa.Engine, schema: str) -> None:
    """Make the schema on a server, and pgvector where the server has it and lets us."""
    with engine.begin() as connection:
        connection.execute(sa.schema.CreateSchema(schema, if_not_exists=True))
    try:
        with engine.begin() as connection:
            connection.execute(sa.text("CREATE EXTENSION IF NOT EXISTS vector SCHEMA public"))
    except DBAPIError:
        return  # the server lacks it, or this role may not: vectors are then searched here


def size_of(connection: sa.Connection) -> int:
    """Bytes that the store takes."""
    if connection.dialect.name == SQLITE:
        pages = connection.scalar(sa.text("PRAGMA page_count")) or 0
        return int(pages) * int(connection.scalar(sa.text("PRAGMA page_size")) or 0)
    return int(
        connection.scalar(
            sa.text(
                "SELECT coalesce(sum(pg_total_relation_size(c.oid)), 0) FROM pg_class c"
                " WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind = 'r'"
            )
        )
        or 0
    )


def sizes_of_tables(connection: sa.Connection) -> dict[str, int]:
    """Bytes that each table takes with its indexes; empty for a file whose SQLite cannot tell."""
    if connection.dialect.name != SQLITE:
        rows = connection.execute(
            sa.text(
                "SELECT c.relname, pg_total_relation_size(c.oid) FROM pg_class c"
                " WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind = 'r'"
            )
        )
        return {str(name): int(size) for name, size in rows}
    known = sa.text("SELECT 1 FROM pragma_module_list WHERE name = 'dbstat'")
    if connection.scalar(known) is None:
        return {}
    rows = connection.execute(
        sa.text(
            "SELECT m.tbl_name, sum(d.pgsize) FROM dbstat d"
            " JOIN sqlite_master m ON m.name = d.name WHERE d.aggregate = 1 GROUP BY m.tbl_name"
        )
    )
    sizes: dict[str, int] = {}
    for name, size in rows:
        # A full-text index lies in shadow tables, named after it.
        table = re.sub(r"_words_(data|idx|docsize|config|content)$", "_words", name)
        sizes[table] = sizes.get(table, 0) + int(size)
    return sizes


def check(connection: sa.Connection) -> list[str]:
    """What is wrong with the file, in the database's words; empty where nothing is."""
    if connection.dialect.name != SQLITE:
        return []
    found = [str(row[0]) for row in connection.execute(sa.text("PRAGMA quick_check(20)"))]
    broken = [
        f"a row of {row[0]} points to no row of {row[2]}"
        for row in connection.execute(sa.text("PRAGMA foreign_key_check"))
    ]
    return [words for words in found if words != "ok"] + broken[:20]


def explain(error: DBAPIError, location: str) -> StoreError:
    """The store's own error for one of a database."""
    words = str(error.orig or error).strip().split("\n")[0]
    for pattern, message, mend in _EXPLANATIONS:
        if re.search(pattern, words, re.IGNORECASE):
            return StoreError(message, key=location, mend=mend)
    return StoreError(f"the database says: {words}", key=location)


_EXPLANATIONS = (
    (
        r"database is locked|lock timeout|lock not available",
        "somebody else has been writing to it for too long",
        "try again, or see which other process uses it",
    ),
    (
        r"disk is full|No space left|could not extend",
        "the disk is full; nothing that was stored is lost",
        "make room and run the same command again",
    ),
    (
        r"malformed|not a database|file is encrypted|invalid page|could not read block",
        "the file is damaged, or no Watchword store",
        "restore a backup, or save what can be read with `watchword store export`",
    ),
    (r"readonly database|read-only", "it may not be written to", "check its permissions"),
    (r"unable to open database", "it cannot be opened", "check the path and its permissions"),
    (r"disk I/O error", "the disk gives an error", "check the disk; keep a copy of the file"),
    (
        r"connection (failed|refused)|could not connect|server closed|timeout expired|to resolve",
        "the database server does not answer",
        "check the address and whether the server runs",
    ),
    (
        r"password|authentication|role .* does not exist",
        "the database server does not let this user in",
        "check name and password (PGPASSWORD, or ~/.pgpass)",
    ),
    (
        r"database .* does not exist",
        "there is no such database on the server",
        "create it: createdb NAME",
    ),
    (r"permission denied", "this user may not do that", "ask who runs the server"),
)


def _prepare_file(connection: Any, _record: object) -> None:  # noqa: ANN401 - the driver's own
    # The driver's own idea of when a transaction begins is switched off: ours is `_begin_on_file`.
    connection.isolation_level = None
    cursor = connection.cursor()
    for pragma in (
        "foreign_keys=ON",
        "synchronous=FULL",
        "temp_store=MEMORY",
        "cache_size=-65536",
        "mmap_size=268435456",
    ):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin_on_file(connection: sa.Connection) -> None:
    immediate = connection.get_execution_options().get(_IMMEDIATE, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if immediate else "BEGIN")
