"""The third form: copies, versions, stories, entries of feeds that are known."""

from alembic import op

from watchword.store.migrations.steps import run_statements

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Change the tables."""
    run_statements(op.get_bind(), revision)
