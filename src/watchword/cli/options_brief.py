"""The options on a brief's form, with the words that `--help` shows for each."""

from typing import Annotated

import typer

from watchword.model.plan import Length as BriefLength

Template = Annotated[
    str | None,
    typer.Option(
        metavar="NAME|FILE",
        help="What it holds: situation, daily, question, relation, timeline, or your own file;"
        " see `watchword templates`.",
    ),
]
Length = Annotated[
    BriefLength | None,
    typer.Option(help="One screen, two printed pages, or everything; everything unless given."),
]
Question = Annotated[
    str | None,
    typer.Option(metavar="TEXT", help="Answer this question, and tell nothing else."),
]
Between = Annotated[
    tuple[str, str] | None,
    typer.Option(metavar="NAME NAME", help="Tell what passes between these two, and nothing else."),
]
TemplateName = Annotated[
    str | None,
    typer.Argument(
        metavar="NAME|FILE",
        help="One to print, so that it can be copied, or a file to check; the list unless given.",
        show_default=False,
    ),
]
AsJson = Annotated[bool, typer.Option("--json", help="Print it as JSON.")]
