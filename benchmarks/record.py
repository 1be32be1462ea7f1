"""How fast a record grows, how large it gets, and how fast it is opened and searched.

    python benchmarks/record.py WATCHWORD_DATA/reports/current-events/until-2023.jsonl
    python benchmarks/record.py --sizes 10000,98806 --plot growth.svg reports.jsonl
    python benchmarks/record.py --store 'postgresql://me@localhost/db' --sizes 10000 reports.jsonl

Takes the first reports of the file, as many as each size says, into a new record: collected, read
with events, put into origins and stories. Growth is told as the exponent of a power law between
the smallest and the largest size: n log n from 10,000 to 98,806 is 1.10. Compare ratios of two
runs on one machine, not figures of two machines.
"""

import argparse
import json
import math
import resource
import tempfile
import time
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path

from watchword.config import read_settings
from watchword.flow.situation.searching import Wanted
from watchword.model.search import Query, Sought
from watchword.store.counting import measure_tables
from watchword.store.dialect import size_of
from watchword.workbench import Workbench

SIZES = "10000,25000,50000,98806"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("reports", type=Path, help="JSONL with id, date and text")
    parser.add_argument("--sizes", default=SIZES, help="how many reports, with commas between")
    parser.add_argument("--store", default="", help="a server's address; files unless given")
    parser.add_argument("--keep", type=Path, help="folder that the records are left in")
    parser.add_argument("--plot", type=Path, help="SVG or PNG of seconds against reports")
    arguments = parser.parse_args()
    rows = []
    with tempfile.TemporaryDirectory(prefix="watchword-bench-") as scratch:
        folder = arguments.keep or Path(scratch)
        for size in map(int, arguments.sizes.split(",")):
            part = Path(scratch) / f"{size}.jsonl"
            with arguments.reports.open(encoding="utf-8") as lines:
                part.write_text("".join(islice(lines, size)), encoding="utf-8")
            place = f"{arguments.store}?schema=bench_{size}" if arguments.store else ""
            rows.append(measure(part, place or str(folder / f"{size}.watchword")))
            print(json.dumps(rows[-1]), flush=True)
    if len(rows) > 1:
        for name, exponent in growth(rows[0], rows[-1]):
            print(f"growth of {name}: n^{exponent:.2f}")
    if arguments.plot:
        plot(rows, arguments.plot)


def measure(part: Path, place: str) -> dict[str, float]:
    """Seconds of each step, bytes a report, and seconds to open the record again."""
    figures: dict[str, float] = {}
    with Workbench.create(place, read_settings(), title="Benchmark") as bench:
        steps: dict[str, Callable[[], object]] = {
            "collect": lambda: bench.collect([str(part)]),
            "read": bench.read,
            "origins": bench.place,
            "actors": bench.see,
            "stories": bench.tell,
        }
        for name, step in steps.items():
            begun = time.perf_counter()
            step()
            figures[f"{name}_s"] = time.perf_counter() - begun
        with bench.store.viewing() as view:
            size = size_of(view.connection)
    begun = time.perf_counter()
    with Workbench.open(place, read_settings()) as bench:
        with bench.store.viewing() as view:
            opened = time.perf_counter() - begun
            tables = {each.table: each.size for each in measure_tables(view)}
        count = sum(1 for _ in part.open(encoding="utf-8"))
        again = time.perf_counter()
        bench.tell()
        bench.collect([str(part)])
        idle = time.perf_counter() - again
        searched = searching(bench)
    room = {f"bytes_{name}": round(each / count) for name, each in tables.items()}
    timed = {"open_s": round(opened, 3), "nothing_new_s": round(idle, 1)}
    return {**_summed(figures, count, size), **timed, **searched, **room}


def _summed(figures: dict[str, float], count: int, size: int) -> dict[str, float]:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    total = sum(figures.values())
    return {
        "reports": count,
        **{name: round(seconds, 1) for name, seconds in figures.items()},
        "total_s": round(total, 1),
        "reports_per_s": round(count / total, 1),
        "bytes_per_report": round(size / count),
        "peak_mb": round(peak),
    }


QUERIES = (
    "troops",
    "Kursk",
    "earthquake Indonesia",
    "president election results announced",
    '"state of emergency"',
    "killed wounded attack -Iraq",
    "missile launch North Korea condemned by Japan",
    "protest*",
)


def searching(bench: Workbench) -> dict[str, float]:
    """Milliseconds of a search for claims and for reports, by words and by meaning, as typed."""
    times = []
    for round_ in range(6):
        for words in QUERIES:
            for kind in Sought:
                begun = time.perf_counter()
                bench.search(Wanted(query=Query(words=words, kind=kind)))
                times.append(1000 * (time.perf_counter() - begun) if round_ else 0.0)
    warm = sorted(each for each in times if each)
    return {
        "search_p50_ms": round(warm[len(warm) // 2], 1),
        "search_p95_ms": round(warm[int(len(warm) * 0.95)], 1),
    }


def growth(small: dict[str, float], large: dict[str, float]) -> Iterator[tuple[str, float]]:
    """For each step, the power of the number of reports that its time grows with."""
    times = math.log(large["reports"] / small["reports"])
    for name, seconds in small.items():
        if name.endswith("_s") and name not in _NO_STEPS and seconds > 0:
            yield name.removesuffix("_s"), math.log(large[name] / seconds) / times


def plot(rows: list[dict[str, float]], file: Path) -> None:
    """Draw seconds against reports, both on logarithmic axes, with n log n beside them."""
    import vl_convert  # noqa: PLC0415 - only for the plot

    first = rows[0]
    steps = [name for name in first if name.endswith("_s") and name not in _NO_STEPS]
    points = [
        {"reports": row["reports"], "seconds": row[name], "step": name.removesuffix("_s")}
        for row in rows
        for name in steps
    ]
    scale = first["total_s"] / (first["reports"] * math.log(first["reports"]))
    points += [
        {
            "reports": row["reports"],
            "seconds": scale * row["reports"] * math.log(row["reports"]),
            "step": "n log n",
        }
        for row in rows
    ]
    axis = {"scale": {"type": "log"}, "type": "quantitative"}
    spec = {
        "width": 480,
        "height": 320,
        "data": {"values": points},
        "mark": {"type": "line", "point": True},
        "encoding": {
            "x": {"field": "reports", **axis},
            "y": {"field": "seconds", **axis},
            "color": {"field": "step", "type": "nominal"},
            "strokeDash": {
                "condition": {"test": "datum.step == 'n log n'", "value": [4, 4]},
                "value": [1, 0],
            },
        },
    }
    if file.suffix == ".png":
        file.write_bytes(vl_convert.vegalite_to_png(spec, scale=2))
    else:
        file.write_text(vl_convert.vegalite_to_svg(spec), encoding="utf-8")


_NO_STEPS = frozenset({"reports_per_s", "open_s", "nothing_new_s"})

if __name__ == "__main__":
    main()
