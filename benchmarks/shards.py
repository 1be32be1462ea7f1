"""How much faster two worker processes read an archive than one, each with one thread.

    python benchmarks/shards.py reports.jsonl --reports 1000

Reads the same shards with one process and with two, in turns, and prints words a second and the
ratio. What starting a process takes is in it. Needs a quiet machine with two processors.
"""

import argparse
import itertools
import statistics
import tempfile
import time
from pathlib import Path

from watchword.config import read_settings
from watchword.flow.archive.driving import Order, read_archive
from watchword.flow.archive.processes import ProcessExecutor
from watchword.flow.archive.shards import Size
from watchword.flow.archive.working import Terms
from watchword.flow.running import limits_of


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("source", type=Path, help="an archive of JSON lines")
    parser.add_argument("--reports", type=int, default=1000, help="how many of it are read")
    parser.add_argument("--shard", type=int, default=50, help="reports a shard")
    parser.add_argument("--rounds", type=int, default=2)
    arguments = parser.parse_args()
    speeds: dict[int, list[float]] = {1: [], 2: []}
    with tempfile.TemporaryDirectory() as scratch:
        source = Path(scratch) / "some.jsonl"
        with arguments.source.open("rb") as lines:
            source.write_bytes(b"".join(itertools.islice(lines, arguments.reports)))
        for round_, count in itertools.product(range(arguments.rounds), speeds):
            folder = Path(scratch) / f"parts-{round_}-{count}"
            speeds[count].append(words_a_second(source, folder, count, arguments.shard))
            print(f"{count} process{'es' if count > 1 else ''}: {speeds[count][-1]:,.0f} words/s")
    one, two = (statistics.median(speeds[count]) for count in (1, 2))
    print(f"median {one:,.0f} and {two:,.0f} words/s: {two / one:.2f} times as fast")


def words_a_second(source: Path, folder: Path, processes: int, shard: int) -> float:
    """Read everything once."""
    terms = Terms(limits=limits_of(read_settings()))
    order = Order(sources=(str(source),), folder=folder, terms=terms, size=Size(records=shard))
    began = time.perf_counter()
    headway = read_archive(order, ProcessExecutor(processes, terms))
    return headway.counts.words / (time.perf_counter() - began)


if __name__ == "__main__":
    main()
