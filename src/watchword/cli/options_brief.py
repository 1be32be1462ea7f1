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
Actors = Annotated[
    list[str] | None,
    typer.Option(
        "--actor",
        metavar="NAME",
        help="Of reports in the record that speak of it, under all its names. May be repeated.",
        show_default=False,
    ),
]
Places = Annotated[
    list[str] | None,
    typer.Option(
        "--place",
        metavar="NAME",
        help="Of reports in the record that speak of it. May be repeated.",
        show_default=False,
    ),
]
Story = Annotated[
    str | None,
    typer.Option("--story", metavar="KEY", help="Of reports in this story of the record."),
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
