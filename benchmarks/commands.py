"""How long each command takes on a record, from its start to its end, and how much memory.

    python benchmarks/commands.py --store /tmp/large.watchword
    python benchmarks/commands.py --store 'postgresql://USER@HOST/DATABASE?schema=bench' --json
    python benchmarks/commands.py --store /tmp/large.watchword --only brief,status

Asks what people ask: what the record holds, searches, stories, actors, tracks of figures,
relations, positions, contradictions, a brief. Two names of the record are put where one is asked
for: those that its reports speak of most. Nothing is written but a brief, which the record keeps;
`--notice` also adds one report by `watchword collect`, as an hourly run does.
"""

import argparse
import json
import os
import sys
import tempfile
from collections.abc import Collection, Iterator, Mapping
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TextIO

from archive_texts import Row, short_reports, write_rows
from measuring import FailedError, measure
from watchword.model.tally import TallyKind
from watchword.store import open_store
from watchword.store.browsing.names import NamesAsked, most_told

Words = tuple[str, ...]
Taken = Mapping[str, float]
"""Seconds, seconds of the processor, and millions of bytes."""


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--store", required=True, help="an address or a file")
    parser.add_argument(
        "--only", default="", help="commands, with commas between; all unless given"
    )
    parser.add_argument("--notice", action="store_true", help="collect a report, too")
    parser.add_argument("--json", action="store_true", help="print JSON")
    asked = parser.parse_args()
    only = set(filter(None, asked.only.split(",")))
    to = sys.stderr if asked.json else sys.stdout
    shown = time_commands(asked.store, only, notice=asked.notice, to=to)
    if asked.json:
        print(json.dumps(shown, indent=2))


def time_commands(
    store: str, only: Collection[str] = (), *, notice: bool = True, to: TextIO = sys.stderr
) -> dict[str, Taken]:
    """What each command takes on a record.

    Args:
        store: an address or a file.
        only: the commands that are timed; all where empty.
        notice: whether a report is collected, too.
        to: is told of each as it is timed.
    """
    with tempfile.TemporaryDirectory(prefix="watchword-bench-") as scratch:
        commands = each_command(Path(scratch), *_names(store), notice=notice)
        shown: dict[str, Taken] = {}
        for name, words in commands:
            if not only or words[0] in only:
                shown[name] = taken(words, store)
                print(f"{name:44} {told(shown[name])}", file=to, flush=True)
        return shown


def each_command(
    scratch: Path, one: str, other: str, *, notice: bool
) -> Iterator[tuple[str, Words]]:
    """What each command is called in the table, with its words.

    Args:
        scratch: a folder for what is written.
        one: a name of the record.
        other: another.
        notice: whether a report is collected, too.
    """
    since = (datetime.now(UTC) - timedelta(days=1)).date().isoformat()
    yield "status", ("status",)
    yield "search: two words", ("search", "attack police")
    yield "search: a name", ("search", "--actor", one)
    yield "stories, the newest", ("stories",)
    yield "actors, those spoken of most", ("actors",)
    yield "an actor", ("actors", one)
    yield "sources", ("sources",)
    yield "changes of the last day", ("changes", "--peek", "--since", since)
    yield "tracks", ("tracks",)
    yield "tracks of an actor", ("tracks", "--actor", one)
    yield "timeline of an actor", ("timeline", "--actor", one)
    yield "digest of an actor", ("digest", "--actor", one)
    yield "contradictions", ("contradictions",)
    yield "drift", ("drift",)
    yield "relations, the foremost", ("relations",)
    yield "a relation", ("relations", one, other)
    yield "positions, suggested", ("positions", "--suggest")
    yield "brief", ("brief", "-o", str(scratch / "brief.html"))
    if notice:
        write_rows(_notice(), scratch / "notice.jsonl")
        yield "collect: one report", ("collect", str(scratch / "notice.jsonl"))


def taken(words: Words, store: str) -> Taken:
    """Seconds, the processor's seconds and millions of bytes of a command; why where it failed."""
    program = (sys.executable, "-m", "watchword", *words, "--store", store)
    try:
        found = measure(program, os.environ, figures=False)
    except FailedError as fault:
        raise SystemExit(f"watchword {' '.join(words)}: {fault}") from fault
    return {"seconds": found.wall_s, "processor_s": found.processor_s, "peak_mb": found.peak_mb}


def told(figures: Taken) -> str:
    """The figures of a command in words.

    >>> told({"seconds": 1.5, "processor_s": 1.25, "peak_mb": 120})
    '   1.5 s,    1.2 s of the processor,   120 MB'
    """
    seconds, used, held = figures["seconds"], figures["processor_s"], figures["peak_mb"]
    return f"{seconds:6.1f} s, {used:6.1f} s of the processor, {held:5,.0f} MB"


def _notice() -> Iterator[Row]:
    """A report that no record has."""
    now = datetime.now(UTC).isoformat()
    for row in short_reports(None, 1):
        yield {**row, "id": f"notice-{now}", "date": now}


def _names(store: str) -> tuple[str, str]:
    """The two that the reports of a record speak of most."""
    with closing(open_store(store)) as record, record.viewing() as view:
        rows = most_told(view, NamesAsked(kind=TallyKind.ACTOR, most=2)).rows
    if len(rows) < 2:
        raise SystemExit(f"{store}: it names fewer than two actors")
    return rows[0].name, rows[1].name


if __name__ == "__main__":
    main()
