"""The options of handing on, with the words that `--help` shows."""

from pathlib import Path
from typing import Annotated

import typer

FormName = Annotated[
    str,
    typer.Option(
        "--form",
        metavar="FORM",
        help=(
            "plover, csv, figures-csv, events-csv, parquet, figures-parquet, events-parquet,"
            " geojson, stix, ftm, misp, prov, annotations, opml or archive."
        ),
        show_default=False,
    ),
]
Output = Annotated[
    Path | None,
    typer.Option(
        "-o",
        "--output",
        metavar="FILE",
        help="Write it to this file; to standard output unless given.",
        show_default=False,
    ),
]
Limit = Annotated[
    str,
    typer.Option(
        "--tlp",
        metavar="MARK",
        help="Leave out what is marked above it: clear, green, amber, amber+strict or red.",
    ),
]
Since = Annotated[
    str | None,
    typer.Option(
        "--since",
        metavar="DAY",
        help="Of reports published that day or later.",
        show_default=False,
    ),
]
Until = Annotated[
    str | None,
    typer.Option(
        "--until",
        metavar="DAY",
        help="Of reports published by the end of that day.",
        show_default=False,
    ),
]
BriefKey = Annotated[
    str | None,
    typer.Option(
        "--brief",
        metavar="BRIEF",
        help="Which kept brief --form prov is of: its key, or last.",
        show_default=False,
    ),
]
ArchiveFile = Annotated[
    str,
    typer.Argument(
        metavar="FILE", help="An archive, a STIX bundle, or MISP events.", show_default=False
    ),
]
Stores = Annotated[
    list[str] | None,
    typer.Option(
        "--store",
        metavar="PLACE",
        help="A record that the assistant may ask. May be repeated.",
        show_default=False,
    ),
]
AllowDecide = Annotated[
    bool,
    typer.Option(
        "--allow-decide", help="Let the assistant decide in your name; it may only look otherwise."
    ),
]
