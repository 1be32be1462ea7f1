"""Bringing a store to the newest form of its tables, in one transaction."""

from pathlib import Path

import sqlalchemy as sa
from alembic import command
from alembic.config import Config

from watchword.store.dialect import connect_for_writing, take_turn


def upgrade(engine: sa.Engine, *, to: str = "head") -> None:
    """Run every step that is missing; two processes at once do it once.

    Args:
        engine: the database.
        to: the form to bring it to.
    """
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    with connect_for_writing(engine) as connection, connection.begin():
        take_turn(connection)
        config.attributes["connection"] = connection
        command.upgrade(config, to)
