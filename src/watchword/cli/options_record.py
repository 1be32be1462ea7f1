"""The arguments and options of the commands on a record, with the words that `--help` shows."""

from pathlib import Path
from typing import Annotated

import typer

Store = Annotated[
    str | None,
    typer.Option(
        "--store",
        metavar="PLACE",
        help="The record: a file, or postgresql://USER@HOST/DATABASE?schema=NAME."
        " WATCHWORD_STORE unless given, else situation.watchword.",
    ),
]
Place = Annotated[
    str | None,
    typer.Argument(metavar="PLACE", help="A file or a server's address.", show_default=False),
]
Title = Annotated[str | None, typer.Option(metavar="TEXT", help="What the situation is called.")]
Collected = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="PATH",
        help="Files, folders, web addresses, or - to add; the feeds that are due unless given.",
        show_default=False,
    ),
]
Again = Annotated[
    bool, typer.Option("--again", help="Read again what an earlier version has read.")
]
Unread = Annotated[bool, typer.Option("--no-reading", help="Collect, and read later.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print it as JSON.")]
LinesAsJson = Annotated[bool, typer.Option("--json", help="Print one a line, as JSON.")]
AsOf = Annotated[
    str | None,
    typer.Option(
        "--as-of",
        metavar="DATE",
        help="Show nothing that was learnt after this day, as 2024-10-25, or this time.",
    ),
]
Rebuild = Annotated[
    str | None,
    typer.Option(
        metavar="BRIEF", help="Make a kept brief again from what was known then: its key, or last."
    ),
]
Kind = Annotated[
    str,
    typer.Argument(
        metavar="KIND",
        help="grade, withdraw, copy, not-copy, same-story, other-story, same-actor, other-actor,"
        " accept, refuse, or undo.",
        show_default=False,
    ),
]
Subject = Annotated[
    str,
    typer.Argument(
        metavar="SUBJECT", help="A source's name, or a key as shown.", show_default=False
    ),
]
Value = Annotated[
    str | None,
    typer.Argument(
        metavar="VALUE", help="A grade from A to F, or the other key.", show_default=False
    ),
]
Why = Annotated[str, typer.Option(metavar="TEXT", help="The reason, kept with the decision.")]
File = Annotated[Path, typer.Argument(metavar="FILE", help="A new file.", show_default=False)]
Other = Annotated[
    str, typer.Argument(metavar="PLACE", help="Where the copy is made.", show_default=False)
]
