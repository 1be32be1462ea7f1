"""How the tables are made: what all of them stand in, and the columns that most of them have."""

import sqlalchemy as sa

from watchword.store.columns import Instant, Number

metadata = sa.MetaData()


def table(name: str, *parts: sa.schema.SchemaItem) -> sa.Table:
    """A table whose columns hold their types on either database."""
    return sa.Table(name, metadata, *parts, sqlite_strict=True)


def row_number() -> sa.Column[int]:
    """The number of a row, in the order that rows are added."""
    return sa.Column("id", Number, primary_key=True)


def known_at() -> sa.Column[object]:
    """The instant from which a row is known."""
    return sa.Column("known_at", Instant, nullable=False)
