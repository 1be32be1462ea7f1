"""The options that the views have in common, with the words that `--help` shows."""

from pathlib import Path
from typing import Annotated

import typer

from watchword.model.relation import Grain

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
PUBLISHED = ("--published-from", "--published-until")
PublishedFrom = Annotated[
    str | None,
    typer.Option(
        PUBLISHED[0],
        metavar="DAY",
        help="Of reports published on this day or later.",
        show_default=False,
    ),
]
PublishedUntil = Annotated[
    str | None,
    typer.Option(
        PUBLISHED[1],
        metavar="DAY",
        help="Of reports published on this day or earlier.",
        show_default=False,
    ),
]
Newest = Annotated[
    int | None,
    typer.Option(
        "--newest",
        metavar="N",
        min=0,
        max=1_000_000_000,
        help="Look at the newest N reports of what is asked for: 3,000 unless given, 0 for all.",
        show_default=False,
    ),
]
Shown = Annotated[
    int, typer.Option("--limit", metavar="N", min=1, help="How many to print at most.")
]
ChangedSince = Annotated[
    str,
    typer.Option(
        "--since",
        metavar="WHEN",
        help="A day or a time, look (when you last looked), or brief (the last brief).",
    ),
]
Peek = Annotated[bool, typer.Option("--peek", help="Look without its being noted.")]
ClaimKey = Annotated[
    str,
    typer.Argument(metavar="CLAIM", help="Its key, or the beginning of it.", show_default=False),
]
SourceName = Annotated[
    str | None,
    typer.Argument(
        metavar="NAME",
        help="A source: an outlet, an office, a person; all of them unless given.",
        show_default=False,
    ),
]
Question = Annotated[
    str | None,
    typer.Argument(
        metavar="QUESTION",
        help="What actors may be for or against, in your own words; those that are kept, or"
        " suggested, unless given.",
        show_default=False,
    ),
]
OneActor = Annotated[
    str | None,
    typer.Option(
        "--actor", metavar="NAME", help="Whose positions alone are printed.", show_default=False
    ),
]
Suggest = Annotated[
    bool, typer.Option("--suggest", help="Suggest questions beside those that are kept.")
]
Suggested = Annotated[
    int, typer.Option("--limit", metavar="N", min=1, help="How many questions to suggest at most.")
]
Two = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[A B]",
        help="Two states, bodies or people, by any name or code; the foremost pairs unless given.",
        show_default=False,
    ),
]
GrainOption = Annotated[
    Grain, typer.Option("--grain", help="How long a period is.", case_sensitive=False)
]
SinceEvent = Annotated[
    str | None,
    typer.Option(
        "--since-event",
        metavar="DAY",
        help="Count periods from this day, or from that of an event by its key.",
    ),
]
Plot = Annotated[
    Path | None,
    typer.Option("--plot", metavar="FILE", help="Draw it, as .png, .svg, .pdf, or .json."),
]
Exchanges = Annotated[
    bool, typer.Option("--exchanges", help="Print what moves between the two, instead.")
]
Raw = Annotated[bool, typer.Option("--raw", help="Only what was counted: no levels, and no turns.")]
Alone = Annotated[
    bool, typer.Option("--alone", help="A state by its own name, without officials and forces.")
]
TrackName = Annotated[
    str | None,
    typer.Argument(
        metavar="[NAME]",
        help="A track's key, or words of its title, to print it in full.",
        show_default=False,
    ),
]
LeastPoints = Annotated[
    int, typer.Option("--least", metavar="N", min=1, help="List tracks that so many claims tell.")
]
TrackPlot = Annotated[
    Path | None,
    typer.Option(
        "--plot",
        metavar="FILE",
        help="Draw the track that is named, as .svg or .png.",
        show_default=False,
    ),
]
