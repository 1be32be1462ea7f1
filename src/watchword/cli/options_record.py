"""The arguments and options of the commands on a record, with the words that `--help` shows."""

from pathlib import Path
from typing import Annotated

import typer

Store = Annotated[
    str | None,
    typer.Option(
        "--store",
        metavar="PLACE",
        help="The record: a file, or postgresql://USER@HOST/DATABASE?schema=NAME."
        " WATCHWORD_STORE unless given, else situation.watchword.",
    ),
]
Place = Annotated[
    str | None,
    typer.Argument(metavar="PLACE", help="A file or a server's address.", show_default=False),
]
Title = Annotated[str | None, typer.Option(metavar="TEXT", help="What the situation is called.")]
Collected = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="PATH",
        help="Files, folders, web addresses, or - to add; the feeds that are due unless given.",
        show_default=False,
    ),
]
Replay = Annotated[
    bool,
    typer.Option(
        "--replay",
        help="Live through an archive: what it holds is known from when it was published.",
    ),
]
Every = Annotated[
    str | None,
    typer.Option(
        metavar="TIME",
        help="Go on: look again after this time, as 30s, 5m or 2h, until interrupted.",
    ),
]
Now = Annotated[bool, typer.Option("--now", help="Visit every feed, due or not.")]
FeedKind = Annotated[
    str,
    typer.Argument(
        metavar="KIND",
        help="feed (RSS, Atom, JSON Feed), sitemap, page, folder, mailbox, or opml.",
        show_default=False,
    ),
]
FeedAddress = Annotated[
    str,
    typer.Argument(
        metavar="ADDRESS",
        help="A web address, a folder, imaps://USER@HOST/MAILBOX, or an OPML file.",
        show_default=False,
    ),
]
FeedName = Annotated[str, typer.Option("--name", metavar="TEXT", help="What you call it.")]
Outlet = Annotated[
    str | None,
    typer.Option(metavar="TEXT", help="Who publishes it, put before what its entries say."),
]
Pace = Annotated[
    str | None,
    typer.Option(
        "--every",
        metavar="TIME",
        help="Time between visits, as 5m, 2h or 1d; as it yields unless given.",
    ),
]
FullText = Annotated[
    bool, typer.Option("--full-text", help="Fetch the page of an entry that is only a lead.")
]
Keep = Annotated[
    bool, typer.Option("--archive", help="Keep what is fetched as WARC, beside the record.")
]
Language = Annotated[
    str | None, typer.Option(metavar="CODE", help="Language where its reports do not say, as en.")
]
Secret = Annotated[
    str,
    typer.Option(metavar="NAME", help="Environment variable with a mailbox's password."),
]
Feed = Annotated[
    str,
    typer.Argument(metavar="FEED", help="Its key, address or name.", show_default=False),
]
ActorName = Annotated[
    str | None,
    typer.Argument(
        metavar="NAME",
        help="A name or a key; those the reports speak of most unless given.",
        show_default=False,
    ),
]
ReportKey = Annotated[
    str,
    typer.Argument(metavar="REPORT", help="Its key, or the beginning of it.", show_default=False),
]
Proposals = Annotated[
    bool, typer.Option("--proposals", help="Print what is proposed, for you to accept or refuse.")
]
Limit = Annotated[int, typer.Option(metavar="N", min=1, help="How many to print at most.")]
StoryName = Annotated[
    str | None,
    typer.Argument(
        metavar="STORY",
        help="Its key, or the beginning of it; the newest unless given.",
        show_default=False,
    ),
]
Least = Annotated[
    int, typer.Option("--least", metavar="N", min=1, help="Only stories of as many reports.")
]
Lines = Annotated[
    bool, typer.Option("--lines", help="Print storylines: stories that go on from one another.")
]
Opml = Annotated[bool, typer.Option("--opml", help="Print them as OPML, for other programs.")]
Words = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="WORDS",
        help='Words, "a phrase", prefix*, -not, this OR that; the newest unless given.',
        show_default=False,
    ),
]
OfReports = Annotated[bool, typer.Option("--reports", help="Look for reports, not claims.")]
ByActor = Annotated[
    str | None, typer.Option("--actor", metavar="NAME", help="Who acts, under all its names.")
]
AtPlace = Annotated[str | None, typer.Option("--place", metavar="NAME", help="Where.")]
Since = Annotated[str | None, typer.Option(metavar="DAY", help="Published on this day or later.")]
Until = Annotated[str | None, typer.Option(metavar="DAY", help="Published on this day at last.")]
Source = Annotated[
    str | None, typer.Option(metavar="NAME", help="Whom the claim comes from first.")
]
FromOutlet = Annotated[
    str | None, typer.Option("--outlet", metavar="NAME", help="Who published it.")
]
Modality = Annotated[
    str | None, typer.Option(metavar="WORD", help="How firmly it is claimed, as denied.")
]
Event = Annotated[str | None, typer.Option(metavar="TYPE", help="PLOVER event type.")]
InStory = Annotated[str | None, typer.Option("--story", metavar="KEY", help="In this story.")]
Exact = Annotated[bool, typer.Option("--exact", help="By words alone, not by meaning, too.")]
Hits = Annotated[int, typer.Option("--limit", metavar="N", min=1, max=500, help="How many.")]
Again = Annotated[
    bool, typer.Option("--again", help="Read again what an earlier version has read.")
]
Unread = Annotated[bool, typer.Option("--no-reading", help="Collect, and read later.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print it as JSON.")]
LinesAsJson = Annotated[bool, typer.Option("--json", help="Print one a line, as JSON.")]
AsOf = Annotated[
    str | None,
    typer.Option(
        "--as-of",
        metavar="DATE",
        help="Show nothing that was learnt after this day, as 2024-10-25, or this time.",
    ),
]
Rebuild = Annotated[
    str | None,
    typer.Option(
        metavar="BRIEF", help="Make a kept brief again from what was known then: its key, or last."
    ),
]
Kind = Annotated[
    str,
    typer.Argument(
        metavar="KIND",
        help="grade, withdraw, correct, copy, not-copy, same-story, other-story, same-actor,"
        " other-actor, accept, refuse, or undo.",
        show_default=False,
    ),
]
Subject = Annotated[
    str,
    typer.Argument(
        metavar="SUBJECT", help="A source's name, or a key as shown.", show_default=False
    ),
]
Value = Annotated[
    str | None,
    typer.Argument(
        metavar="VALUE",
        help="A grade from A to F, the other key, or field=value of a claim.",
        show_default=False,
    ),
]
Why = Annotated[str, typer.Option(metavar="TEXT", help="The reason, kept with the decision.")]
File = Annotated[Path, typer.Argument(metavar="FILE", help="A new file.", show_default=False)]
Other = Annotated[
    str, typer.Argument(metavar="PLACE", help="Where the copy is made.", show_default=False)
]
KeptSince = Annotated[
    str,
    typer.Option(
        "--since",
        metavar="DAY",
        help="Reports published before this day are left out.",
        show_default=False,
    ),
]
