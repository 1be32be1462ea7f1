"""The options of the commands that ask a language model, with the words that `--help` shows."""

from pathlib import Path
from typing import Annotated

import typer

Word = Annotated[
    bool,
    typer.Option(
        "--word",
        help="Let the language model of WATCHWORD_LM_URL word sentences; what fails a check is"
        " dropped.",
    ),
]
Order = Annotated[
    bool,
    typer.Option(
        "--order",
        help="Let the language model order the sentences within each section; it gives numbers"
        " alone.",
    ),
]
Answers = Annotated[
    Path | None,
    typer.Option(
        "--answers",
        metavar="DIR",
        help="Keep the language model's answers here, and give them again instead of asking.",
    ),
]
BriefToQuestion = Annotated[
    Path,
    typer.Argument(
        metavar="BRIEF", help="A brief, JSON or HTML, as `brief` wrote it.", show_default=False
    ),
]
Check = Annotated[bool, typer.Option("--check", help="Ask it something, to see that it answers.")]
ToTranslate = Annotated[
    str,
    typer.Argument(
        metavar="REPORT",
        help="A file, a folder, a web address, or the key of a report of the record.",
        show_default=False,
    ),
]
Into = Annotated[str, typer.Option("--to", metavar="LANGUAGE", help="The language, in English.")]
