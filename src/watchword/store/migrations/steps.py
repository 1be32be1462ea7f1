"""Running the statements of a step, which lie beside it as they were when it was released."""

from pathlib import Path

import sqlalchemy as sa

from watchword.store.dialect import POSTGRES

_HERE = Path(__file__).parent / "versions"


def run_statements(connection: sa.Connection, revision: str) -> None:
    """Run the statements of one step for the database at hand.

    Args:
        connection: the transaction of the upgrade.
        revision: the form that the step leads to.
    """
    file = _HERE / f"{revision}.{connection.dialect.name}.sql"
    for statement in file.read_text(encoding="utf-8").split(";\n"):
        if statement.strip():
            connection.exec_driver_sql(statement)
    if connection.dialect.name == POSTGRES:
        run_with_pgvector(connection, revision)


def run_with_pgvector(connection: sa.Connection, revision: str) -> None:
    """Run what needs pgvector, where the server has it."""
    file = _HERE / f"{revision}.pgvector.sql"
    there = connection.scalar(sa.text("SELECT 1 FROM pg_extension WHERE extname = 'vector'"))
    if file.exists() and there:
        for statement in file.read_text(encoding="utf-8").split(";\n"):
            if statement.strip():
                connection.exec_driver_sql(statement)
