"""The arguments and options of the commands, each with the words that `--help` shows for it."""

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
    DOCX = "docx"


class Measured(StrEnum):
    """What the ledger measures."""

    CLAIMS = "claims"
    MUTATIONS = "mutations"
    WORDINGS = "wordings"
    MODEL = "model"
    READING = "reading"
    STORIES = "stories"
    MOVES = "moves"
    FORECASTS = "forecasts"
    BRIEFS = "briefs"
    SUMMARIES = "summaries"
    TIMELINES = "timelines"


Paths = Annotated[
    list[str],
    typer.Argument(
        metavar="PATH",
        help="Files, folders, web addresses, or - for standard input.",
        show_default=False,
    ),
]
Sources = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="PATH",
        help="Files, folders, web addresses, or - for standard input; the record unless given.",
        show_default=False,
    ),
]
Columns = Annotated[
    str | None,
    typer.Option(
        "--map", metavar="COLUMNS", help="Names of columns in JSONL and CSV, as id=nr,text=body."
    ),
]
Outputs = Annotated[
    list[Path] | None,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE",
        help="Where to write; may be given several times. The suffix tells the format;"
        " without it, standard output.",
    ),
]
Form = Annotated[
    Format | None,
    typer.Option("--format", help="What to write where no suffix tells; html unless given."),
]
AsOf = Annotated[
    str | None,
    typer.Option(
        "--as-of",
        metavar="DATE",
        help="Use nothing published after this day, as 2024-10-25, or this time.",
    ),
]
Title = Annotated[str | None, typer.Option(metavar="TEXT", help="What the brief is about.")]
Since = Annotated[
    Path | None,
    typer.Option(
        metavar="BRIEF",
        help="An earlier brief, JSON or HTML, or a day as 2024-10-24; tells what changed.",
    ),
]
NoTexts = Annotated[
    bool, typer.Option("--no-texts", help="Leave the reports' texts out of the brief.")
]
OutcomeAsJson = Annotated[
    bool, typer.Option("--json", help="Tell what was read and written as JSON; needs -o.")
]
LinesAsJson = Annotated[bool, typer.Option("--json", help="Print one claim a line.")]
SentencesAsJson = Annotated[bool, typer.Option("--json", help="Print one sentence a line.")]
FindingsAsJson = Annotated[bool, typer.Option("--json", help="Print what was found as JSON.")]
ScoresAsJson = Annotated[bool, typer.Option("--json", help="Print the scores as JSON.")]
Keep = Annotated[
    Path | None,
    typer.Option(
        metavar="DIR", help="Keep the bytes and the text of each report, under their SHA-256."
    ),
]
Implications = Annotated[
    bool,
    typer.Option("--implications", help="Print what is claimed to follow from what, instead."),
]
Positions = Annotated[
    bool,
    typer.Option("--positions", help="Print what actors hold on a question, instead."),
]
Events = Annotated[
    bool,
    typer.Option("--events", help="Print who did what to whom, as PLOVER events, instead."),
]
Actors = Annotated[
    bool, typer.Option("--actors", help="Print who acts or speaks, under all its names, instead.")
]
BriefFile = Annotated[
    Path, typer.Argument(metavar="BRIEF", help="A brief, as JSON or HTML.", show_default=False)
]
Reports = Annotated[
    list[str] | None,
    typer.Option(
        metavar="PATH",
        help="Where the reports are, for a brief without their texts; may be given several times.",
    ),
]
What = Annotated[
    Measured,
    typer.Argument(
        metavar="|".join(Measured),
        help="What to measure.",
    ),
]
Altered = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="PATH",
        help="For mutations: briefs, or reports to brief; the example unless given.",
    ),
]
Update = Annotated[bool, typer.Option("--update", help="Set the floors to what was measured.")]
Reason = Annotated[
    str, typer.Option(metavar="TEXT", help="Why a floor may sink; goes into CHANGELOG.md.")
]
Shown = Annotated[
    int | None, typer.Option("--show", metavar="N", min=0, help="How many failures to show.")
]
Only = Annotated[
    list[str] | None,
    typer.Option(
        metavar="HEAD",
        help="For all but claims and mutations: measure this head, as trees, or some, as"
        " trees,names; may be given several times.",
    ),
]
Beside = Annotated[
    Path | None,
    typer.Option(
        metavar="FOLDER",
        help="For the model: a folder with another model, whose scores are shown too.",
    ),
]
