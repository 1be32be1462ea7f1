"""Making and opening a store: a file, or a schema of a server, at the newest form of its tables."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit
from uuid import uuid4

import sqlalchemy as sa
from sqlalchemy.exc import DBAPIError

from watchword.errors import StoreError
from watchword.store import account_tables  # noqa: F401 - its tables join the others
from watchword.store.dialect import (
    SQLITE,
    connect_for_writing,
    explain,
    file_engine,
    log_ahead,
    make_schema,
    server_engine,
)
from watchword.store.tables import meta
from watchword.store.transactions import Store

NEWEST = "0007"
"""The form of the tables that this version knows; the last of `migrations/versions`."""
DEFAULT_SCHEMA = "watchword"

_SQLITE_MARK = b"SQLite format 3\x00"
_SCHEMA = re.compile(r"[a-z_][a-z0-9_]{0,62}")
_NONE_HERE = "begin one: watchword init NAME"


def create_store(location: str, *, title: str) -> Store:
    """Make a store and open it.

    Args:
        location: a path, or `postgresql://USER@HOST/DATABASE?schema=NAME`.
        title: what the situation is called.

    Raises:
        StoreError: if there is one already, or the place cannot be written.
    """
    with _closed_on_error(_connect(location)) as store:
        if store.path is not None:
            if store.path.exists() and store.path.stat().st_size:
                raise StoreError("there is a file of this name already", key=store.location)
            store.path.parent.mkdir(parents=True, exist_ok=True)
            log_ahead(store.path)
        else:
            make_schema(store.engine, _split(location)[1])
        if _form_of(store) is not None:
            raise StoreError("there is a store already", key=store.location)
        _migrate(store)
        named = {"title": title, "store": uuid4().hex}
        rows = [{"name": name, "value": value} for name, value in named.items()]
        # No instant is taken: a record may be lived through from the beginning of its archive.
        with connect_for_writing(store.engine) as connection, connection.begin():
            connection.execute(meta.insert(), rows)
    return store


def open_store(location: str, *, now: Callable[[], datetime] | None = None) -> Store:
    """Open a store; one of an earlier version of Watchword is brought to this one's form.

    Args:
        location: a path, or `postgresql://USER@HOST/DATABASE?schema=NAME`.
        now: the clock; the machine's where None.

    Raises:
        StoreError: if there is none, it is damaged, or of a newer version.
    """
    with _closed_on_error(_connect(location, now)) as store:
        if store.path is not None:
            _look_at_file(store.path)
        form = _form_of(store)
        if form is None:
            raise StoreError("this is no Watchword store", key=store.location, mend=_NONE_HERE)
        if form > NEWEST:
            raise StoreError(
                f"it was made by a newer version of Watchword (form {form}, this one knows"
                f" {NEWEST}); it was left as it is",
                key=store.location,
                mend="upgrade Watchword",
            )
        if form < NEWEST:
            _migrate(store)
    return store


def is_current(store: Store) -> bool:
    """Whether the record can be read, and its tables are in the form that this version knows.

    A newer version may bring them to its own form while this one has the record open.
    """
    try:
        return _form_of(store) == NEWEST
    except DBAPIError:
        return False


def title_of(store: Store) -> str:
    """What the situation is called."""
    with store.viewing() as view:
        found = view.connection.scalar(sa.select(meta.c.value).where(meta.c.name == "title"))
    return str(found or "")


def is_server(location: str) -> bool:
    """Whether a location is the address of a PostgreSQL server."""
    return location.startswith(("postgresql://", "postgres://"))


def _connect(location: str, now: Callable[[], datetime] | None = None) -> Store:
    clock = now or _machine_time
    if not is_server(location):
        path = Path(location)
        return Store(file_engine(path), location, path=path, now=clock)
    try:
        address, schema = _split(location)
        engine = server_engine(address, schema)
    except (ValueError, sa.exc.ArgumentError) as error:
        raise StoreError("this is no proper address of a server", key=location) from error
    told = engine.url.render_as_string(hide_password=True)
    return Store(engine, f"{told.replace('+psycopg', '', 1)}?schema={schema}", now=clock)


def _machine_time() -> datetime:
    return datetime.now(UTC)


@contextmanager
def _closed_on_error(store: Store) -> Iterator[Store]:
    """Let go of the database where making or opening it fails, and tell why in our words."""
    try:
        yield store
    except DBAPIError as error:
        store.close()
        raise explain(error, store.location) from error
    except OSError as error:
        store.close()
        raise StoreError(
            f"it cannot be made: {error.strerror}", key=store.location, mend="check the path"
        ) from error
    except StoreError:
        store.close()
        raise


def _split(location: str) -> tuple[str, str]:
    """A server's address and the schema that the query names."""
    parts = urlsplit(location)
    asked = dict(parse_qsl(parts.query))
    schema = asked.pop("schema", DEFAULT_SCHEMA)
    if not _SCHEMA.fullmatch(schema):
        raise StoreError(
            "the name of a schema is made of small letters, digits and underscores", key=schema
        )
    return urlunsplit(("postgresql", parts.netloc, parts.path, urlencode(asked), "")), schema


def _look_at_file(path: Path) -> None:
    """Tell a missing file and one that is no database before a database is asked.

    Raises:
        StoreError: if it is one of these.
    """
    try:
        with path.open("rb") as stream:
            opening = stream.read(len(_SQLITE_MARK))
    except OSError as error:
        missing = isinstance(error, FileNotFoundError)
        told = "there is no such store" if missing else f"it cannot be opened: {error.strerror}"
        raise StoreError(told, key=str(path), mend=_NONE_HERE if missing else "") from error
    if opening != _SQLITE_MARK:
        raise StoreError("this is no Watchword store, or its beginning is damaged", key=str(path))


def _form_of(store: Store) -> str | None:
    """The form of the tables, None where there are none of ours."""
    with store.engine.connect() as connection:
        if store.engine.dialect.name == SQLITE:
            asked = "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'alembic_version'"
        else:
            asked = "SELECT 1 WHERE to_regclass(current_schema() || '.alembic_version') IS NOT NULL"
        if connection.scalar(sa.text(asked)) is None:
            return None
        found = connection.scalar(sa.text("SELECT version_num FROM alembic_version"))
        return None if found is None else str(found)


def _migrate(store: Store) -> None:
    from watchword.store.migrations.running import upgrade  # noqa: PLC0415 - slow import, seldom needed

    upgrade(store.engine)
