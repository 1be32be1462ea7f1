"""The commands: brief, read, parse, verify and ledger, as `docs/reference/commands.md` has them."""

from watchword.cli.door import app, main

__all__ = ["app", "main"]
