"""What Alembic runs for each upgrade: the steps, on the connection that `running.py` gives."""

from alembic import context

context.configure(connection=context.config.attributes["connection"])
context.run_migrations()
