"""The options of the commands on scenarios, with the words that `--help` shows."""

from pathlib import Path
from typing import Annotated

import typer

File = Annotated[
    Path,
    typer.Argument(
        metavar="FILE",
        help="A scenario: .json, .bif or .xdsl; else the key or the title of one of the record.",
        show_default=False,
    ),
]
Kept = Annotated[
    Path,
    typer.Argument(metavar="FILE", help="A scenario: .json, .bif or .xdsl.", show_default=False),
]
Told = Annotated[
    list[Path] | None,
    typer.Option(
        "--scenario",
        metavar="FILE",
        help="A scenario that the brief tells of: .json, .bif or .xdsl. May be repeated.",
        show_default=False,
    ),
]
Place = Annotated[
    Path,
    typer.Argument(
        metavar="OUT", help="The file to write: .json, .bif or .xdsl.", show_default=False
    ),
]
Output = Annotated[
    Path | None,
    typer.Option("--output", "-o", metavar="FILE", help="The scenario's file.", show_default=False),
]
Title = Annotated[str | None, typer.Option(metavar="TEXT", help="What the scenario is about.")]
Target = Annotated[
    str | None,
    typer.Option(
        metavar="NODE",
        help="The node, or NODE=STATE, that is asked about: what moved it, what knowing another"
        " node would tell, and which numbers it hangs on.",
        show_default=False,
    ),
]
WhatIf = Annotated[
    list[str] | None,
    typer.Option(
        "--what-if",
        metavar="NODE=STATE",
        help="Suppose that this were seen: it tells of its causes too. May be repeated.",
        show_default=False,
    ),
]
Do = Annotated[
    list[str] | None,
    typer.Option(
        "--do",
        metavar="NODE=STATE",
        help="Suppose that this were brought about from outside: it tells nothing of its causes."
        " May be repeated.",
        show_default=False,
    ),
]
Seen = Annotated[
    list[str] | None,
    typer.Option(
        "--evidence",
        metavar="NODE=STATE",
        help="Evidence: certain, or with its weight as NODE=STATE:RATIO. May be repeated.",
        show_default=False,
    ),
]
Numbers = Annotated[
    bool, typer.Option("--numbers", help="Print every number with where it comes from.")
]
Plot = Annotated[
    Path | None,
    typer.Option(
        "--plot", metavar="FILE", help="Draw it, as .png, .svg or .pdf.", show_default=False
    ),
]
AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON object.")]
Nodes = Annotated[
    list[str] | None,
    typer.Option(
        "--node",
        metavar="ID=TEXT",
        help="Add a state of affairs, or word one anew. May be repeated.",
        show_default=False,
    ),
]
Joins = Annotated[
    list[str] | None,
    typer.Option(
        "--join",
        metavar="KEPT:OTHER",
        help="Make two nodes one. May be repeated.",
        show_default=False,
    ),
]
Removed = Annotated[
    list[str] | None,
    typer.Option(
        "--remove",
        metavar="NODE",
        help="Remove a node with its arrows. May be repeated.",
        show_default=False,
    ),
]
Arrows = Annotated[
    list[str] | None,
    typer.Option(
        "--arrow",
        metavar="CAUSE:EFFECT",
        help="Draw an arrow, or weigh it, as CAUSE:EFFECT=likely. May be repeated.",
        show_default=False,
    ),
]
Prevents = Annotated[
    list[str] | None,
    typer.Option(
        "--prevents",
        metavar="CAUSE:EFFECT",
        help="The same, of a cause that keeps the effect away. May be repeated.",
        show_default=False,
    ),
]
LeftOut = Annotated[
    list[str] | None,
    typer.Option(
        "--leave-out",
        metavar="CAUSE:EFFECT",
        help="Leave an arrow out; who claims it stays in the file. May be repeated.",
        show_default=False,
    ),
]
Chances = Annotated[
    list[str] | None,
    typer.Option(
        "--chance",
        metavar="NODE=CHANCE",
        help="How likely a node is by itself, in words or a number. May be repeated.",
        show_default=False,
    ),
]
Gates = Annotated[
    list[str] | None,
    typer.Option(
        "--gate",
        metavar="NODE=GATE",
        help="Whether any cause may bring it about (or), or each is needed (and). May be repeated.",
        show_default=False,
    ),
]
Rows = Annotated[
    list[str] | None,
    typer.Option(
        "--row",
        metavar="NODE=CHANCE@CAUSE=STATE,…",
        help="A line of a node's table. May be repeated.",
        show_default=False,
    ),
]
Attached = Annotated[
    str,
    typer.Argument(
        metavar="NODE=STATE",
        help="What it speaks for; by the claims' credibility, or as NODE=STATE:RATIO.",
        show_default=False,
    ),
]
Claim = Annotated[
    list[str] | None,
    typer.Option(
        "--claim",
        metavar="KEY",
        help="A claim, with all that say the same. May be repeated: one piece of evidence.",
        show_default=False,
    ),
]
OfIndicator = Annotated[
    str | None,
    typer.Option(
        "--indicator",
        metavar="NAME",
        help="The claims that show this indicator of the record.",
        show_default=False,
    ),
]
NoEvidence = Annotated[
    list[str] | None,
    typer.Option(
        "--no-evidence",
        metavar="NODE",
        help="Take the evidence off a node. May be repeated.",
        show_default=False,
    ),
]
Why = Annotated[str, typer.Option(metavar="TEXT", help="The reason, which stays in the file.")]
