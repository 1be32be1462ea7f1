"""The fourth form: indicators, what shows them, alerts, where these are sent; assessments."""

from alembic import op

from watchword.store.migrations.steps import run_statements

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Make the tables."""
    run_statements(op.get_bind(), revision)
