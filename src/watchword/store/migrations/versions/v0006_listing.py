"""The sixth form: names counted, and stories' members with their times, so that pages come at once.

Both are worked out from what is there. A later form that changes these tables makes them anew in
its own step, and takes the working out from this one.
"""

from alembic import op

from watchword.store.deriving import derive_anew
from watchword.store.migrations.steps import run_statements

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Make the tables and fill them."""
    run_statements(op.get_bind(), revision)
    derive_anew(op.get_bind())
