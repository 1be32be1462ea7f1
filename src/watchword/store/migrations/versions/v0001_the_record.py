"""The first form: reports, findings, groups, decisions, feeds, briefs, and their indexes."""

from alembic import op

from watchword.store.migrations.steps import run_statements

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make the tables."""
    run_statements(op.get_bind(), revision)
