"""A store of any earlier form is brought to the newest, with what is in it."""

import sqlalchemy as sa
from alembic.script import ScriptDirectory

import watchword.store.migrations
from watchword.store import create_store
from watchword.store.dialect import SQLITE
from watchword.store.opening import NEWEST
from watchword.store.tables import metadata


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
