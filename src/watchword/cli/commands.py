"""What each command takes, as its `--help` shows it; the work is loaded when it is asked for."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer


class Format(StrEnum):
    """What a brief can be written as."""

    HTML = "html"
    MD = "md"
    JSON = "json"
    PDF = "pdf"


class Measured(StrEnum):
    """What the ledger measures."""

    CLAIMS = "claims"
    MUTATIONS = "mutations"


Paths = Annotated[
    list[str],
    typer.Argument(
        metavar="PATH",
        help="Files, folders, web addresses, or - for standard input.",
        show_default=False,
    ),
]
Columns = Annotated[
    str | None,
    typer.Option(
        "--map", metavar="COLUMNS", help="Names of columns in JSONL and CSV, as id=nr,text=body."
    ),
]


def brief(  # noqa: PLR0913 - each is an option of the command
    paths: Paths,
    *,
    output: Annotated[
        list[Path] | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help="Where to write; may be given several times. The suffix tells the format;"
            " without it, standard output.",
        ),
    ] = None,
    form: Annotated[
        Format | None,
        typer.Option("--format", help="What to write where no suffix tells; html unless given."),
    ] = None,
    as_of: Annotated[
        str | None,
        typer.Option(
            "--as-of",
            metavar="DATE",
            help="Use nothing published after this day, as 2024-10-25, or this time.",
        ),
    ] = None,
    title: Annotated[
        str | None, typer.Option(metavar="TEXT", help="What the brief is about.")
    ] = None,
    since: Annotated[
        Path | None,
        typer.Option(metavar="BRIEF", help="An earlier brief, JSON or HTML; tells what changed."),
    ] = None,
    columns: Columns = None,
    no_texts: Annotated[
        bool, typer.Option("--no-texts", help="Leave the reports' texts out of the brief.")
    ] = False,
    as_json: Annotated[
        bool,
        typer.Option("--json", help="Tell what was read and written as JSON; needs -o."),
    ] = False,
) -> None:
    """Write a brief of the reports, every sentence checked and cited."""
    from watchword.cli.briefing import BriefOrder, write  # noqa: PLC0415 - slow import

    write(
        BriefOrder(
            sources=tuple(paths),
            outputs=tuple(output or ()),
            form=form,
            as_of=as_of,
            title=title,
            since=since,
            columns=columns,
            no_texts=no_texts,
            as_json=as_json,
        )
    )


def read(
    paths: Paths,
    *,
    as_json: Annotated[bool, typer.Option("--json", help="Print one claim a line.")] = False,
    columns: Columns = None,
    keep: Annotated[
        Path | None,
        typer.Option(
            metavar="DIR", help="Keep the bytes and the text of each report, under their SHA-256."
        ),
    ] = None,
    implications: Annotated[
        bool,
        typer.Option("--implications", help="Print what is claimed to follow from what, instead."),
    ] = False,
) -> None:
    """Print the claims of the reports as a table, or as JSON lines."""
    from watchword.cli.listing import ReadOrder, show  # noqa: PLC0415 - slow import

    show(
        ReadOrder(
            sources=tuple(paths),
            columns=columns,
            keep=keep,
            as_json=as_json,
            implications=implications,
        )
    )


def verify(
    brief_file: Annotated[
        Path,
        typer.Argument(metavar="BRIEF", help="A brief, as JSON or HTML.", show_default=False),
    ],
    *,
    as_json: Annotated[bool, typer.Option("--json", help="Print what was found as JSON.")] = False,
    reports: Annotated[
        list[str] | None,
        typer.Option(
            metavar="PATH",
            help="Where the reports are, for a brief without their texts; may be given several"
            " times.",
        ),
    ] = None,
    columns: Columns = None,
) -> None:
    """Check a brief against its reports."""
    from watchword.cli.verifying import check  # noqa: PLC0415 - slow import

    check(brief_file, as_json=as_json, sources=tuple(reports or ()), columns=columns)


def ledger(  # noqa: PLR0913 - each is an option of the command
    measured: Annotated[
        Measured, typer.Argument(metavar="claims|mutations", help="What to measure.")
    ] = Measured.CLAIMS,
    paths: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="PATH",
            help="For mutations: briefs, or reports to brief; the example unless given.",
        ),
    ] = None,
    *,
    as_json: Annotated[bool, typer.Option("--json", help="Print the scores as JSON.")] = False,
    update: Annotated[
        bool, typer.Option("--update", help="Raise the floors to what was measured.")
    ] = False,
    reason: Annotated[
        str, typer.Option(metavar="TEXT", help="Why a floor may sink; goes into CHANGELOG.md.")
    ] = "",
    shown: Annotated[
        int | None,
        typer.Option("--show", metavar="N", min=0, help="How many failures to show."),
    ] = None,
) -> None:
    """Measure the claims, or the check, against floors."""
    from watchword.cli.measuring import (  # noqa: PLC0415 - slow import
        LedgerOrder,
        measure_claims,
        measure_mutations,
    )

    order = LedgerOrder(
        sources=tuple(paths or ()), as_json=as_json, update=update, reason=reason, shown=shown
    )
    run = measure_claims if measured is Measured.CLAIMS else measure_mutations
    run(order)
