"""The plots of the page on the speed of archives, from its results."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from archive_results import Results
from plots import Spec, bars, draw, lines

RECORDS, ARCHIVES, STORED = r"record (\d+)", r"archive (\d+)", r"stored (\d+)"
MANY = r"archive fast (\d+)"
STEPS = {
    "record": ("collect", "read", "origins", "actors", "stories", "total"),
    "archive": ("read", "load", "total"),
    "fast": ("read", "load", "total"),
}
"""Steps in the order in which they are done, of each way into a record; loading groups, too."""
END = r"end record (\d+) processes 2"
"""Reports of 400 words into a record as it comes, by two processes."""
MOST_TABLES = 12
WAYS_THAT_GROW = (
    ("record", RECORDS, ""),
    ("archive", ARCHIVES, ", as an archive"),
    ("fast", MANY, ", as an archive, fast"),
)
"""Each with the keys of its steps, and how its steps are told apart."""


def draw_plots(results: Results, folder: Path) -> list[str]:
    """Draw all plots that there are figures for, and name their files."""
    return draw(plots_of(results), folder)


def plots_of(results: Results) -> Mapping[str, Spec]:
    """What is drawn, by the name of its file."""
    drawn = {
        "archive-stages.svg": _stages(results),
        "archive-batches.svg": _batches(results),
        "archive-growth.svg": _growth(results),
        "archive-search.svg": _search(results),
        "archive-bytes.svg": _bytes(results),
        "archive-readers.svg": _readers(results),
    }
    return {name: spec for name, spec in drawn.items() if spec is not None}


def _stages(results: Results) -> Spec | None:
    _, figures = largest(results, r"stages (\d+) long")
    ending = ", CPU µs a word"
    values = [
        {"stage": name.removesuffix(ending), "µs of one processor a word": round(value, 2)}
        for name, value in figures.items()
        if name.endswith(ending) and not name.startswith("all so far")
    ]
    return bars(values, of="stage", x="µs of one processor a word") if values else None


def _batches(results: Results) -> Spec | None:
    _, figures = largest(results, r"batches (\d+)")
    values = [
        {
            "pieces in a batch": row["batch"],
            "words a second": round(row["words_per_s"]),
            "threads": f"{row['threads']} thread{'s' * (row['threads'] > 1)}{_filled(row)}",
        }
        for row in figures.get("rows", ())
        if row.get("step", 1) in {1, 2, 8}
    ]
    if not values:
        return None
    return lines(values, x="pieces in a batch", y="words a second", colour="threads", log=False)


def _filled(row: Mapping[str, Any]) -> str:
    """To multiples of how many pieces sentences were filled up, in records in which they were."""
    return f", step {row['step']}" if "step" in row else ""


def _growth(results: Results) -> Spec | None:
    values = [
        {"reports": size, "seconds of the processor": spent, "step": f"{name}{told}"}
        for way, pattern, told in WAYS_THAT_GROW
        for size, step in results.sized(pattern)
        for name in STEPS[way]
        if (spent := step.figures.get(f"{name}_cpu_s", 0)) > 0
    ]
    if not values:
        return None
    return lines(values, x="reports", y="seconds of the processor", colour="step")


def _search(results: Results) -> Spec | None:
    values = [
        {"reports": size, "milliseconds": step.figures["all of them"][name], "queries": told}
        for size, step in results.sized(STORED)
        for name, told in (("p50", "median"), ("p95", "95 of 100"))
    ]
    return lines(values, x="reports", y="milliseconds", colour="queries") if values else None


def _bytes(results: Results) -> Spec | None:
    _, figures = largest(results, END)
    tables = {
        name.removeprefix("bytes_"): size for name, size in figures.items() if _is_table(name)
    }
    many = sorted(tables.items(), key=lambda each: -each[1])
    values = [{"table": name, "bytes a report": size} for name, size in many[:MOST_TABLES]]
    return bars(values, of="table", x="bytes a report") if values else None


def _is_table(name: str) -> bool:
    return name.startswith("bytes_") and name != "bytes_per_report"


def _readers(results: Results) -> Spec | None:
    values = [
        {"reader": name, "words a second of one processor": round(1e6 / micros)}
        for name, micros in each_reader(results)
    ]
    if not values:
        return None
    return bars(values, of="reader", x="words a second of one processor", log=True)


def each_reader(results: Results) -> Iterator[tuple[str, float]]:
    """What reads the same reports, with microseconds of one processor a word: ours first."""
    _, figures = largest(results, r"stages (\d+) long")
    stages = {name: value for name, value in figures.items() if name.endswith("CPU µs a word")}
    if stages:
        spent = (value for name, value in stages.items() if name.split(",")[0] not in _APART)
        yield "Watchword: everything, claims too", sum(spent)
        yield "Watchword: its model alone", stages["graph, CPU µs a word"]
    for key, step in results.steps.items():
        if key.startswith("peer reads "):
            yield PEERS[key.split(" ", 3)[3]], step.figures["cpu_us_per_word"]


def largest(results: Results, pattern: str) -> tuple[int, dict[str, Any]]:
    """The figures of the largest step of a kind, with its size; 0 and none where there is none."""
    sized = [(size, step.figures) for size, step in results.sized(pattern)]
    return sized[-1] if sized else (0, {})


PEERS = {
    "tokens": "spaCy: tokens and sentences alone",
    "small": "spaCy: a pipeline of the shape of en_core_web_sm",
    "base encoder": "PyTorch: an encoder of the size of RoBERTa-base",
    "small encoder": "PyTorch: an encoder of the size of Watchword's",
}
_APART = frozenset({"all so far", "events"})
