"""The seventh form: the story shelf as it was kept last; nothing is kept before the next run."""

from alembic import op

from watchword.store.migrations.steps import run_statements

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Make the table."""
    run_statements(op.get_bind(), revision)
