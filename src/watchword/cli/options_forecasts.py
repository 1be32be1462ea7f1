"""The arguments and options of the commands on forecasts, with the words that `--help` shows."""

from pathlib import Path
from typing import Annotated

import typer

Asked = Annotated[
    str, typer.Argument(metavar="QUESTION", help="The question in words.", show_default=False)
]
Question = Annotated[
    str,
    typer.Argument(metavar="QUESTION", help="Its key, or the beginning of it.", show_default=False),
]
Closes = Annotated[
    str,
    typer.Option(
        "--closes", metavar="DATE", help="The day it is decided at the latest.", show_default=False
    ),
]
Options = Annotated[
    str | None,
    typer.Option("--options", metavar="A,B,…", help="Its answers; yes and no unless given."),
]
Number = Annotated[
    str | None,
    typer.Option("--number", metavar="UNIT", help="The answer is a number of these, as troops."),
]
Dated = Annotated[bool, typer.Option("--date", help="The answer is a date.")]
Criteria = Annotated[
    str, typer.Option("--criteria", metavar="TEXT", help="What decides it, and by which source.")
]
Condition = Annotated[
    str | None,
    typer.Option("--if", metavar="TEXT", help="What must come about; it is void otherwise."),
]
Likely = Annotated[
    str,
    typer.Argument(
        metavar="LIKELY",
        help="0.35, 35%, 'very likely', 'a=20%,b=80%', or 10%:8000,50%:11000,90%:15000.",
        show_default=False,
    ),
]
By = Annotated[
    str | None,
    typer.Option("--by", metavar="NAME", help="Whose prediction it is; yours unless given."),
]
Came = Annotated[
    str,
    typer.Argument(
        metavar="ANSWER", help="yes, no, an option, a number, a date, or void.", show_default=False
    ),
]
ShownBy = Annotated[
    list[str] | None,
    typer.Option(
        "--claim", metavar="KEY", help="A claim that shows it; may be repeated.", show_default=False
    ),
]
Plot = Annotated[
    Path | None,
    typer.Option(
        "--plot",
        metavar="FILE",
        help="Draw what was held likely against what came about, as .png, .svg or .pdf.",
        show_default=False,
    ),
]
Of = Annotated[
    str | None,
    typer.Argument(
        metavar="QUESTION",
        help="The key of a question, or the beginning of it; none where the like is told outright.",
        show_default=False,
    ),
]
Like = Annotated[
    str | None,
    typer.Option(
        "--like",
        metavar="WORDS",
        help="What counts as the like, in plain words; the question's own unless given.",
    ),
]
ByIndicator = Annotated[
    str | None,
    typer.Option("--indicator", metavar="NAME", help="What this indicator sees is the like."),
]
Window = Annotated[
    str | None,
    typer.Option(
        "--window",
        metavar="TIME",
        help="How long a stretch is, as 30d; as long as the question is open unless given.",
    ),
]
Origins = Annotated[
    int,
    typer.Option(
        "--origins", metavar="N", min=1, help="Independent origins that it takes in a stretch."
    ),
]
SayIt = Annotated[
    bool, typer.Option("--say", help="Say it of the question, under the method's name.")
]
Note = Annotated[
    str | None,
    typer.Option("--note", metavar="TEXT", help="Keep what you have to say of it, and no more."),
]
Most = Annotated[
    int,
    typer.Option(
        "--limit", metavar="N", min=0, help="How much to print of what was learnt, each time."
    ),
]
