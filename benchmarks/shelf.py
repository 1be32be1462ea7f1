"""What it takes to bring the story shelf of a record back: from everything, and from what is kept.

    python benchmarks/shelf.py large.watchword
    python benchmarks/shelf.py large.watchword --until 30000

The record is only read. One process goes through all that was placed and obeyed, up to a number
where one is given, and tells what the shelf holds into a file; another takes that up. Printed are
the processor's seconds, the memory of each process, the bytes of what is kept, and whether the two
shelves are equal.
"""

import argparse
import json
import resource
import subprocess
import sys
import tempfile
from hashlib import sha256
from itertools import islice
from pathlib import Path
from time import process_time
from typing import Any

from watchword.flow.situation.story_shelves import is_worth_keeping
from watchword.group.stories import StoryShelf
from watchword.group.stories.kept import SHAPE, KeptShelf
from watchword.group.stories.taking_up import reports_in
from watchword.store import open_store
from watchword.store.shelves import ShelfRow, pack_shelf, unpack_shelf
from watchword.store.stories import each_happening, features_for

Figures = dict[str, Any]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("store", help="the record: a path or an address")
    parser.add_argument("--until", type=int, help="how much that was placed and obeyed")
    parser.add_argument("--step", choices=("through", "up"), help=argparse.SUPPRESS)
    parser.add_argument("--file", type=Path, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.step == "through":
        print(json.dumps(go_through(arguments.store, arguments.until, arguments.file)))
    elif arguments.step == "up":
        print(json.dumps(take_up(arguments.store, arguments.file)))
    else:
        compare(arguments.store, arguments.until)


def compare(store: str, until: int | None) -> None:
    """Run both ways, each in a process of its own, and print what they took."""
    with tempfile.TemporaryDirectory() as folder:
        file = str(Path(folder) / "shelf")
        own = [sys.executable, __file__, store, "--file", file]
        more = [] if until is None else ["--until", str(until)]
        through = run([*own, *more, "--step", "through"])
        up = run([*own, "--step", "up"])
    print(f"placed and obeyed: {through['met']:,}; the shelf looks at {through['looked_at']:,}")
    print(f"everything:  {through['seconds']:.2f} s, {through['mb']:,.0f} MB")
    print(f"kept:        {up['seconds']:.2f} s, {up['mb']:,.0f} MB")
    print(f"  of it what reports are grouped by: {up['features_s']:.2f} s")
    print(f"keeping it:  {through['keeping_s']:.2f} s, {through['bytes']:,} bytes")
    print(f"equal: {'yes' if through['digest'] == up['digest'] else 'NO'}")
    worth = is_worth_keeping(through["looked_at"], through["met"], through["met"])
    print(f"a record of this size keeps it: {'yes' if worth else 'no'}")


def run(words: list[str]) -> Figures:
    """Run a step, and give what it printed."""
    done = subprocess.run(words, check=True, capture_output=True, text=True)  # noqa: S603
    figures: Figures = json.loads(done.stdout)
    return figures


def go_through(location: str, until: int | None, file: Path) -> Figures:
    """Bring the shelf back from everything, and write what is kept of it."""
    store, shelf, begun = open_store(location), StoryShelf(), process_time()
    met = 0
    with store.viewing() as view:
        for happening in islice(each_happening(view), until):
            shelf.restore((happening,))
            met += 1
    seconds, memory = process_time() - begun, megabytes()
    begun = process_time()
    packed = pack_shelf(shelf.keep())
    keeping = process_time() - begun
    file.write_bytes(packed)
    store.close()
    return {
        "met": met,
        "seconds": seconds,
        "mb": memory,
        "keeping_s": keeping,
        "bytes": len(packed),
        "looked_at": shelf.looked_at,
        "digest": digest_of(shelf),
    }


def take_up(location: str, file: Path) -> Figures:
    """Take up what was kept."""
    row = ShelfRow(trace=0, told=0, ruled=0, made_by=SHAPE, payload=file.read_bytes())
    store, shelf, begun = open_store(location), StoryShelf(), process_time()
    kept = unpack_shelf(KeptShelf, row)
    with store.viewing() as view:
        reading = process_time()
        features = features_for(view, reports_in(kept))
        read = process_time() - reading
        shelf.take_up(kept, features)
    seconds, memory = process_time() - begun, megabytes()
    store.close()
    return {"seconds": seconds, "mb": memory, "features_s": read, "digest": digest_of(shelf)}


def digest_of(shelf: StoryShelf) -> str:
    """Tells shelves apart: what they hold."""
    return sha256(pack_shelf(shelf.keep())).hexdigest()


def megabytes() -> float:
    """The most memory that this process has held so far."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()
