"""The arguments and options of the commands on indicators, alerts and channels."""

from pathlib import Path
from typing import Annotated

import typer

Words = Annotated[
    str,
    typer.Argument(
        metavar="WORDS", help="What to watch for, in plain words; may be empty.", show_default=False
    ),
]
Named = Annotated[
    str,
    typer.Argument(
        metavar="INDICATOR", help="Its key, the beginning of it, or its name.", show_default=False
    ),
]
Name = Annotated[
    str, typer.Option("--name", metavar="TEXT", help="What it is called; its words unless given.")
]
NewWords = Annotated[
    str | None, typer.Option("--words", metavar="WORDS", help="What to watch for, in plain words.")
]
Actors = Annotated[
    list[str] | None,
    typer.Option("--actor", metavar="NAME", help="Who takes part; several: all of them."),
]
Events = Annotated[
    list[str] | None,
    typer.Option("--event", metavar="TYPE", help="PLOVER event type; several: any of them."),
]
Places = Annotated[
    list[str] | None,
    typer.Option("--place", metavar="NAME", help="Where; several: any of them."),
]
Counted = Annotated[
    str | None,
    typer.Option("--counted", metavar="WORDS", help="What a figure has to count, as 'troops'."),
]
AtLeast = Annotated[
    float | None, typer.Option("--at-least", metavar="N", help="The figure is at least this.")
]
AtMost = Annotated[
    float | None, typer.Option("--at-most", metavar="N", help="The figure is at most this.")
]
Positions = Annotated[
    list[str] | None,
    typer.Option(
        "--position",
        metavar="KIND",
        help="What somebody does with the question in the words: intends, demands, refuses, allows,"
        " reviews, supports, opposes; several: any of them.",
    ),
]
Ahead = Annotated[
    bool | None,
    typer.Option("--ahead/--no-ahead", help="Whether what is planned or weighed shows it, too."),
]
Origins = Annotated[
    int | None,
    typer.Option(
        "--origins", metavar="N", min=1, help="Independent origins to be confirmed; 2 unless given."
    ),
]
Window = Annotated[
    str | None,
    typer.Option(
        "--window", metavar="TIME", help="It recedes after this time without any; 30d unless given."
    ),
]
Silence = Annotated[
    str | None,
    typer.Option(
        "--silence",
        metavar="TIME",
        help="That nothing of this comes for this time is what is seen.",
    ),
]
Rest = Annotated[
    str | None,
    typer.Option("--rest", metavar="TIME", help="After an alert, send no other for this time."),
]
Quiet = Annotated[
    bool | None,
    typer.Option("--quiet/--no-quiet", help="Keep and show its alerts, but send none."),
]
Importance = Annotated[
    str | None,
    typer.Option("--importance", metavar="WORD", help="low, normal or high; normal unless given."),
]
Back = Annotated[bool, typer.Option("--back", help="Look at what the record holds already, too.")]
AlertsSince = Annotated[
    str | None, typer.Option("--since", metavar="DAY", help="Known on this day or later.")
]
AtomFile = Annotated[
    Path | None, typer.Option("--atom", metavar="FILE", help="Write them as an Atom feed.")
]
OfIndicator = Annotated[
    str | None, typer.Option("--indicator", metavar="NAME", help="Of this indicator alone.")
]
ChannelKind = Annotated[
    str, typer.Argument(metavar="KIND", help="webhook, email or atom.", show_default=False)
]
ChannelAddress = Annotated[
    str,
    typer.Argument(
        metavar="ADDRESS", help="A web address, a mail address, or a file.", show_default=False
    ),
]
ChannelNamed = Annotated[
    str,
    typer.Argument(metavar="CHANNEL", help="Its key, address or name.", show_default=False),
]
Secret = Annotated[
    str,
    typer.Option(
        "--secret",
        metavar="NAME",
        help="Environment variable with the webhook's key or the mail server's password.",
    ),
]
Server = Annotated[
    str,
    typer.Option(
        "--server", metavar="PLACE", help="Mail server: smtps://USER@HOST, or smtp://HOST:PORT."
    ),
]
Sender = Annotated[
    str, typer.Option("--from", metavar="ADDRESS", help="The mail address that it comes from.")
]
Least = Annotated[
    str,
    typer.Option("--least", metavar="WORD", help="Only of indicators that matter so much: high."),
]
Only = Annotated[
    list[str] | None,
    typer.Option("--indicator", metavar="NAME", help="Only of this indicator; several: of these."),
]
QuietHours = Annotated[
    str | None,
    typer.Option("--quiet", metavar="HOURS", help="Send nothing in these hours, as 22:00-07:00."),
]
Zone = Annotated[
    str, typer.Option("--zone", metavar="ZONE", help="Time zone of these hours, as Asia/Seoul.")
]
Tells = Annotated[
    list[str] | None,
    typer.Option(
        "--tell",
        metavar="WORD",
        help="What it is told of: alert unless given; a webhook also of report.added and others.",
    ),
]
Again = Annotated[bool, typer.Option("--again", help="Try once more what was given up.")]
