"""A store of any earlier form is brought to the newest, with what is in it."""

import json
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic.script import ScriptDirectory

import watchword.store.migrations
from watchword.model.search import Query, Sought
from watchword.store import create_store, open_store
from watchword.store.dialect import SQLITE, add_words, file_engine, make_schema, server_engine
from watchword.store.migrations.running import upgrade
from watchword.store.opening import NEWEST, is_server, title_of
from watchword.store.readings import each_reading
from watchword.store.schema import metadata
from watchword.store.search import search

FORMS = Path(__file__).parent / "forms"
"""Rows of every earlier form, as that version of Watchword wrote them; never changed."""


def forms() -> list[str]:
    script = ScriptDirectory(watchword.store.migrations.__path__[0])
    return [each.revision for each in script.walk_revisions()][::-1]


def test_the_newest_form_is_the_last_step() -> None:
    assert forms()[-1] == NEWEST


def columns_of(connection: sa.Connection, schema: str | None) -> dict[str, dict[str, str]]:
    inspector = sa.inspect(connection)
    return {
        name: {
            column["name"]: f"{column['type']} {column['nullable']}"
            for column in inspector.get_columns(name, schema=schema)
        }
        for name in sorted(metadata.tables)
    }


def test_the_steps_lead_to_the_tables_that_the_code_has(location: str) -> None:
    with_steps = create_store(location, title="")
    with with_steps.engine.begin() as connection:
        on_file = connection.dialect.name == SQLITE
        schema = None if on_file else connection.scalar(sa.text("SELECT current_schema()"))
        stepped = columns_of(connection, schema)
        indexes = {index.name for table in metadata.tables.values() for index in table.indexes}
        inspector = sa.inspect(connection)
        there = {
            index["name"]
            for name in metadata.tables
            for index in inspector.get_indexes(name, schema=schema)
        }
        assert indexes <= there
        fresh = sa.MetaData(schema=None if on_file else "fresh")
        for table in metadata.sorted_tables:
            table.to_metadata(fresh, schema=fresh.schema)
        if on_file:
            with_steps.close()
            engine = sa.create_engine("sqlite://")
            with engine.begin() as other:
                fresh.create_all(other)
                made = columns_of(other, None)
            engine.dispose()
        else:
            connection.execute(sa.schema.CreateSchema("fresh"))
            fresh.create_all(connection)
            made = columns_of(connection, "fresh")
            connection.execute(sa.schema.DropSchema("fresh", cascade=True))
    with_steps.close()
    assert stepped == made


def value_of(frozen: object) -> object:
    """A value as it lay in the table: bytes are written as hexadecimal digits."""
    is_bytes = isinstance(frozen, str) and frozen.startswith("hex:")
    return bytes.fromhex(str(frozen)[4:]) if is_bytes else frozen


def rows_of(connection: sa.Connection, table: str, columns: Iterable[str]) -> list[list[object]]:
    named = ", ".join(f'"{column}"' for column in columns)
    rows = connection.execute(sa.text(f'SELECT {named} FROM "{table}"'))  # noqa: S608 - names of ours
    return in_order(dict(row) for row in rows.mappings())


def in_order(rows: Iterable[dict[str, object]]) -> list[list[object]]:
    return sorted((list(row.values()) for row in rows), key=repr)


def make_store_of(form: str, location: str) -> dict[str, list[dict[str, object]]]:
    """Make a store as an earlier version left it, and give what is in each of its tables."""
    frozen = json.loads((FORMS / f"{form}.json").read_text(encoding="utf-8"))
    kept = {
        table: [{name: value_of(value) for name, value in row.items()} for row in rows]
        for table, rows in frozen.items()
    }
    engine = engine_of(location)
    upgrade(engine, to=form)
    with engine.begin() as connection:
        connection.execute(sa.text("DELETE FROM clock"))
        for table, rows in kept.items():
            for row in rows if not table.endswith("_words") else ():
                columns = ", ".join(f'"{name}"' for name in row)
                given = ", ".join(f":{name}" for name in row)
                statement = f'INSERT INTO "{table}" ({columns}) VALUES ({given})'  # noqa: S608 - names of ours
                connection.execute(sa.text(statement), row)
            if table.endswith("_words"):
                add_words(connection, table, [(row["id"], row["words"]) for row in rows])
    engine.dispose()
    return kept


def engine_of(location: str) -> sa.Engine:
    if not is_server(location):
        return file_engine(Path(location))
    address, _, schema = location.partition("?schema=")
    engine = server_engine(address, schema)
    make_schema(engine, schema)
    return engine


@pytest.mark.parametrize("form", forms()[:-1])
def test_a_store_of_an_earlier_form_is_brought_to_the_newest_with_its_rows(
    form: str, location: str
) -> None:
    kept = make_store_of(form, location)
    with closing(open_store(location)) as opened:
        with opened.engine.connect() as connection:
            assert connection.scalar(sa.text("SELECT version_num FROM alembic_version")) == NEWEST
            there = {
                table: rows_of(connection, table, rows[0])
                for table, rows in kept.items()
                if table in metadata.tables
            }
        assert title_of(opened) == "Troops to Russia"
        (hit,) = search(opened, Query(words="troops", kind=Sought.REPORTS))
        (claimed,) = search(opened, Query(words="3,000"))
        with opened.viewing() as view:
            (again,) = each_reading(view)
    assert there == {table: in_order(kept[table]) for table in there}
    assert hit.title == "Troops sent"
    assert [claim.key for claim in again.extraction.claims] == [claimed.claim]


def test_there_are_rows_of_every_earlier_form() -> None:
    assert [form for form in forms()[:-1] if not (FORMS / f"{form}.json").exists()] == []
