"""The options of the commands on hypotheses, with the words that `--help` shows."""

from pathlib import Path
from typing import Annotated

import typer

from watchword.model.piece import Relevance

InMatrix = Annotated[
    str,
    typer.Argument(
        metavar="MATRIX",
        help="A file that ends in .json, or the key or the title of a matrix of the record.",
        show_default=False,
    ),
]
Title = Annotated[
    str,
    typer.Argument(
        metavar="TITLE", help="The question that the hypotheses answer.", show_default=False
    ),
]
Hypotheses = Annotated[
    list[str] | None,
    typer.Option(
        "--hypothesis",
        metavar="ID=TEXT",
        help="A hypothesis, worded as a report would claim it. May be repeated.",
        show_default=False,
    ),
]
Output = Annotated[
    Path | None,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE",
        help="Keep it as this file (.json), and not in the record.",
        show_default=False,
    ),
]
Exported = Annotated[
    Path,
    typer.Argument(
        metavar="OUT", help="The file to write: .csv, .html, .md or .json.", show_default=False
    ),
]
Claims = Annotated[
    list[str] | None,
    typer.Option(
        "--claim",
        metavar="KEY",
        help="A claim that says it. May be repeated: one piece of evidence.",
        show_default=False,
    ),
]
Note = Annotated[
    str | None,
    typer.Option("--note", metavar="TEXT", help="What you know yourself.", show_default=False),
]
Assumption = Annotated[
    str | None,
    typer.Option(
        "--assumption", metavar="TEXT", help="What you take for granted.", show_default=False
    ),
]
Grade = Annotated[
    str | None,
    typer.Option(
        "--grade", metavar="B2", help="Admiralty grade of your own word; F6 unless given."
    ),
]
RelevanceOption = Annotated[
    Relevance | None,
    typer.Option("--relevance", help="How much it has to do with the question."),
]
Dropped = Annotated[
    list[str] | None,
    typer.Option(
        "--drop", metavar="ID", help="Take a hypothesis off. May be repeated.", show_default=False
    ),
]
LeftOut = Annotated[
    list[str] | None,
    typer.Option(
        "--leave-out",
        metavar="PIECE",
        help="Leave a piece of evidence out; it stays to be seen. May be repeated.",
        show_default=False,
    ),
]
TakenBack = Annotated[
    list[str] | None,
    typer.Option(
        "--take-back",
        metavar="PIECE",
        help="Let a piece that was left out count again. May be repeated.",
        show_default=False,
    ),
]
Relevances = Annotated[
    list[str] | None,
    typer.Option(
        "--relevance",
        metavar="PIECE=WORD",
        help="How relevant a piece is: high, medium, low, or none said. May be repeated.",
        show_default=False,
    ),
]
InPiece = Annotated[
    str, typer.Argument(metavar="PIECE", help="A piece of evidence, as E3.", show_default=False)
]
Cells = Annotated[
    list[str],
    typer.Argument(
        metavar="HYPOTHESIS=VALUE…",
        help="CC, C, N, I, II or NA, as H1=II H2=C; H1 alone with --undo.",
        show_default=False,
    ),
]
By = Annotated[
    str | None, typer.Option("--by", metavar="NAME", help="Who says so; you unless given.")
]
Because = Annotated[
    str, typer.Option("--because", metavar="TEXT", help="The reason, kept with what is said.")
]
Undo = Annotated[bool, typer.Option("--undo", help="Take back what was said of these cells.")]
OfOne = Annotated[
    str | None,
    typer.Option(
        "--by",
        metavar="NAME",
        help="By this person's ratings alone, the machine's proposals where they said nothing.",
    ),
]
Proposed = Annotated[bool, typer.Option("--proposals", help="By the machine's proposals alone.")]
