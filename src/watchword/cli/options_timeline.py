"""The options of the timeline and of digests, with the words that `--help` shows."""

from typing import Annotated

import typer

Since = Annotated[
    str | None,
    typer.Option("--since", metavar="DAY", help="The first day that is told.", show_default=False),
]
Until = Annotated[
    str | None,
    typer.Option("--until", metavar="DAY", help="The last day that is told.", show_default=False),
]
Days = Annotated[int, typer.Option("--days", metavar="N", min=1, help="How many days at most.")]
PerDay = Annotated[
    int, typer.Option("--per-day", metavar="N", min=1, help="How many sentences a day at most.")
]
Markdown = Annotated[bool, typer.Option("--markdown", help="Print it as Markdown.")]
Words = Annotated[
    int,
    typer.Option("--words", metavar="N", min=1, help="How long it may be, in words, about."),
]
