"""The commands: brief, read, verify and ledger, as `docs/reference/commands.md` has them."""

from watchword.cli.door import app, main

__all__ = ["app", "main"]
