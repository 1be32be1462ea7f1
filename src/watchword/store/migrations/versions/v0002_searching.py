"""Indexes for searching: where directions belong, when readings were known, places, feeds."""

from alembic import op

from watchword.store.migrations.steps import run_statements

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make the indexes."""
    run_statements(op.get_bind(), revision)
