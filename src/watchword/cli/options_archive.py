"""The arguments and options of the commands on archives, with the words that `--help` shows."""

from pathlib import Path
from typing import Annotated

import typer

Sources = Annotated[
    list[str],
    typer.Argument(
        metavar="PATH",
        help="Archives: WARC (.warc, .warc.gz), JSON lines (.jsonl, .jsonl.gz), Parquet, folders"
        " of these; files of other formats are read whole.",
        show_default=False,
    ),
]
To = Annotated[
    Path,
    typer.Option(
        "--to", metavar="FOLDER", help="Where the parts and the plan go.", show_default=False
    ),
]
Folder = Annotated[
    Path,
    typer.Argument(metavar="FOLDER", help="Where `archive read` put them.", show_default=False),
]
Processes = Annotated[
    int | None,
    typer.Option(
        "--processes",
        min=1,
        metavar="N",
        help="How many processes read, one processor each; WATCHWORD_PROCESSES unless given. On a"
        " cluster, one for each of its processors unless given.",
        show_default=False,
    ),
]
Cluster = Annotated[
    str | None,
    typer.Option(
        "--cluster",
        metavar="ADDRESS",
        help="Read on the hosts of a Ray cluster that this one belongs to: HOST:PORT of its head,"
        " or local to begin one here. Needs watchword[cluster].",
        show_default=False,
    ),
]
ShardReports = Annotated[
    int | None,
    typer.Option(
        "--shard",
        min=1,
        metavar="N",
        help="Reports a shard at most, where the plan is made anew; 500 unless given.",
        show_default=False,
    ),
]
Again = Annotated[bool, typer.Option("--again", help="Try shards again that were set aside.")]
NoGrouping = Annotated[
    bool,
    typer.Option(
        "--no-grouping", help="Leave copies, actors and stories to the next `watchword collect`."
    ),
]
