"""The fifth form: who may come in, what lets them in, and what was done."""

from alembic import op

from watchword.store.migrations.steps import run_statements

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Make the tables."""
    run_statements(op.get_bind(), revision)
