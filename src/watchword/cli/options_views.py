"""The options that the views have in common, with the words that `--help` shows."""

from typing import Annotated

import typer

From = Annotated[
    list[str] | None,
    typer.Option(
        "--from",
        metavar="PATH",
        help="Look at these files, folders or addresses, and not at the record. May be repeated.",
        show_default=False,
    ),
]
Actors = Annotated[
    list[str] | None,
    typer.Option(
        "--actor",
        metavar="NAME",
        help="Of reports that speak of it, under all its names. May be repeated.",
        show_default=False,
    ),
]
Places = Annotated[
    list[str] | None,
    typer.Option(
        "--place",
        metavar="NAME",
        help="Of reports that speak of it. May be repeated.",
        show_default=False,
    ),
]
