"""How fast a record grows, how large it gets, and how fast it is opened and searched.

    python benchmarks/record.py WATCHWORD_DATA/reports/current-events/until-2023.jsonl
    python benchmarks/record.py --sizes 10000,98806 --plot growth.svg reports.jsonl
    python benchmarks/record.py --store 'postgresql://me@localhost/db' --sizes 10000 reports.jsonl

Takes the first reports of the file, as many as each size says, into a new record: collected, read
with events, put into origins and stories. Prints seconds and the processor's seconds of each step,
other processes among them. Growth is told as `growth.py` fits it. Compare ratios of two runs on one
machine, not figures of two machines.
"""

import argparse
import json
import math
import resource
import tempfile
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from archive_texts import short_reports, write_rows
from commands import time_commands
from copies import resident_bytes
from filling import WAYS, fill, settings_for
from growth import Growth, fit, told
from watchword.flow.situation.searching import Wanted
from watchword.model.search import Query, Sought
from watchword.store.counting import count_record, measure_tables
from watchword.store.dialect import size_of
from watchword.store.tables import sign
from watchword.workbench import Workbench

SIZES = "10000,25000,50000,98806"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("reports", type=Path, help="JSONL with id, date and text")
    parser.add_argument("--sizes", default=SIZES, help="how many reports, with commas between")
    parser.add_argument("--store", default="", help="a server's address; files unless given")
    parser.add_argument("--way", choices=WAYS, default=WAYS[0], help="into the record")
    parser.add_argument("--processes", type=int, help="that read; as the settings say unless given")
    kept = "folder that texts, parts and records are left in; parts that are there are not read"
    parser.add_argument("--keep", type=Path, help=kept)
    parser.add_argument("--commands", action="store_true", help="time commands on each record, too")
    parser.add_argument("--plot", type=Path, help="SVG or PNG of seconds against reports")
    arguments = parser.parse_args()
    rows = []
    with tempfile.TemporaryDirectory(prefix="watchword-bench-") as scratch:
        folder = arguments.keep or Path(scratch)
        for size in map(int, arguments.sizes.split(",")):
            part = folder / f"{size}.jsonl"
            with arguments.reports.open(encoding="utf-8") as lines:
                part.write_text("".join(islice(lines, size)), encoding="utf-8")
            place = f"{arguments.store}?schema=bench_{size}" if arguments.store else ""
            place = place or str(folder / f"{size}.watchword")
            row = measure(part, place, arguments.way, arguments.processes)
            if arguments.commands:
                row["commands"] = time_commands(place)
            rows.append(row)
            print(json.dumps(rows[-1]), flush=True)
    if len(rows) > 1:
        for name, law in growth(rows):
            print(f"growth of {name}: {told(law)}")
    if arguments.plot:
        plot(rows, arguments.plot)


def measure(part: Path, place: str, way: str, processes: int | None) -> dict[str, Any]:
    """Seconds of each step, bytes a report, and seconds to open the record again."""
    settings = settings_for(processes)
    figures = fill(part, place, way=way, settings=settings)
    begun = time.perf_counter()
    with Workbench.open(place, settings) as bench:
        with bench.store.viewing() as view:
            opened = time.perf_counter() - begun
            size = size_of(view.connection)
            tables = {each.table: each.size for each in measure_tables(view)}
            claims = count_record(view).claims
            signs = view.connection.scalar(sa.select(sa.func.count()).select_from(sign)) or 0
        count, words = _counted(part)
        again = time.perf_counter()
        bench.tell()
        bench.collect([str(part)])
        idle = time.perf_counter() - again
        searched = searching(bench)
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as beside:
        grouping = beside.submit(one_more, place, part.with_name("one-more.jsonl")).result()
    room = {f"bytes_{name}": round(each / count) for name, each in tables.items()}
    timed = {
        "open_s": round(opened, 3),
        **grouping,
        "nothing_new_s": round(idle, 1),
    }
    held = {"words": words, "claims": claims, "signs": signs, "processes": settings.processes}
    return {**_summed(figures, count, size), **held, **timed, **searched, **room}


def one_more(place: str, file: Path) -> dict[str, float]:
    """What it costs a new process to group one more report, once it is read: to begin anew."""
    write_rows(short_reports(None, 1), file)
    with Workbench.open(place, settings_for(1)) as bench:
        bench.collect([str(file)])
        bench.read()
        begun, held = time.perf_counter(), resident_bytes()
        bench.place()
        bench.see()
        bench.tell()
        seconds = time.perf_counter() - begun
    return {
        "restart_s": round(seconds, 3),
        "grouping_mb": round(max(0.0, resident_bytes() - held) / 1e6, 1),
    }


def _counted(part: Path) -> tuple[int, int]:
    """Reports and words of a file."""
    with part.open(encoding="utf-8") as lines:
        counts = [len(json.loads(line)["text"].split()) for line in lines]
    return len(counts), sum(counts)


def _summed(figures: dict[str, float], count: int, size: int) -> dict[str, float]:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    used = sum(spent for name, spent in figures.items() if name.endswith("_cpu_s"))
    total = sum(figures.values()) - used
    return {
        "reports": count,
        **{name: round(seconds, 2) for name, seconds in figures.items()},
        "total_s": round(total, 2),
        "total_cpu_s": round(used, 2),
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


def growth(rows: Sequence[dict[str, float]]) -> Iterator[tuple[str, Growth]]:
    """For each step, how its time grows with the number of reports."""
    for name in rows[0]:
        law = fit([(row["reports"], row[name]) for row in rows]) if _is_step(name) else None
        if law is not None:
            yield name.removesuffix("_s"), law


def _is_step(name: str) -> bool:
    return name.endswith("_s") and not name.endswith("_cpu_s") and name not in _NO_STEPS


def plot(rows: list[dict[str, float]], file: Path) -> None:
    """Draw seconds against reports, both on logarithmic axes, with n log n beside them."""
    import vl_convert  # noqa: PLC0415 - only for the plot

    first = rows[0]
    steps = [name for name in first if _is_step(name)]
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


_NO_STEPS = frozenset({"reports_per_s", "open_s", "restart_s", "nothing_new_s"})

if __name__ == "__main__":
    main()
