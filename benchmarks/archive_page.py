"""The page on the speed of archives: its figures are those of the results, and no others.

Invariant: the same results give the same page.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from archive_page_peers import Plot, copies, readers, stories, table
from archive_plots import (
    END,
    MANY,
    RECORDS,
    STEPS,
    STORED,
    WAYS_THAT_GROW,
    largest,
    plots_of,
)
from archive_results import Results
from growth import Growth, Point, fit
from measuring import Measured

WORDS = 400
"""Of a report that is told of as a report of 400 words."""
WAYS = {
    "record": "as it comes (`watchword collect`)",
    "archive": "as an archive (`watchword archive`)",
    "fast": "as an archive, by the fast reader (`WATCHWORD_READER=fast`)",
}
"""Ways into the record, as `filling.py` knows them, in words."""


def page_of(results: Results, images: str) -> str:
    """The page.

    Args:
        results: what was measured.
        images: path of the plots, from the page.
    """
    plots = plots_of(results)

    def plot(name: str, words: str) -> Iterator[str]:
        if name in plots:
            yield f"![{words}]({images}/{name})"

    parts = (
        _head(results),
        _end_to_end(results),
        _bytes(results, plot),
        _stages(results, plot),
        _batches(results, plot),
        _limit(results),
        _growth(results, plot),
        _search(results, plot),
        _commands(results),
        readers(results, plot),
        copies(results),
        stories(results),
        _missing(results),
    )
    return "\n\n".join(block for part in parts for block in part) + "\n"


def _head(results: Results) -> Iterator[str]:
    yield "# Speed of archives"
    yield (
        "Made by `python benchmarks/archive.py` from `benchmarks/results/archive.json`; the\n"
        "command makes both anew. [Speed](speed.md) tells what the stages are,\n"
        "[ten years](../explain/ten-years.md) what these figures come to over time."
    )
    machine = results.machine
    yield table(("measured on", ""), [(name, value) for name, value in machine.items()])
    if results.texts == "composed":
        yield "The measuring data was not there: the reports are composed by templates."
    if results.quick:
        yield "A quick run, over a few reports: it shows that everything runs, not how fast."
    loads = sorted(step.load for step in results.steps.values())
    if loads and loads[-1] > float(machine["processors"]) + 1:
        yield (
            f"**Other programs ran beside it**: up to {loads[-1]:g} wanted a processor at once\n"
            f"(median {loads[len(loads) // 2]:g}). Seconds are then too many, rates too low; the\n"
            "processor's seconds hold better."
        )


def _end_to_end(results: Results) -> Iterator[str]:
    ways = {way: list(_each_end(results, way)) for way in WAYS}
    if not any(ways.values()):
        return
    yield "## End to end"
    _, first = next(iter(runs for runs in ways.values() if runs))[0]
    words = first.figures["words"] / first.figures["reports"]
    yield (
        f"{first.figures['reports']:,} reports of {words:.0f} words each, from a JSONL file to a\n"
        "record in which their claims are stored, grouped and can be searched."
    )
    rows = [
        (told, *_ended(processes, step))
        for way, told in WAYS.items()
        for processes, step in ways[way]
    ]
    head = ("way", "processes that read", "seconds", "reports a second", "words a second")
    yield table((*head, "µs of one processor a word", "most memory, MB"), rows)
    for way, told in WAYS.items():
        if ways[way]:
            yield from _steps(told, STEPS[way], ways[way])


def _steps(way: str, steps: Sequence[str], runs: Sequence[tuple[int, Measured]]) -> Iterator[str]:
    _, first = runs[0]
    told = [
        (name, *(cell for _, step in runs for cell in _step_cells(name, step)))
        for name in steps
        if f"{name}_s" in first.figures
    ]
    heads = [f"{what}, {processes}" for processes, _ in runs for what in ("seconds", "µs a word")]
    yield table((f"{way}, by processes", *heads), told)
    if len(runs) > 1:
        ratio = first.figures["read_s"] / runs[-1][1].figures["read_s"]
        yield f"{runs[-1][0]} processes read {ratio:.2f} times as fast as one."


def _ended(processes: int, step: Measured) -> tuple[str, ...]:
    figures = step.figures
    seconds, words = figures["total_s"], figures["words"]
    return (
        str(processes),
        f"{seconds:,.1f}",
        f"{figures['reports'] / seconds:.1f}",
        f"{words / seconds:,.0f}",
        f"{figures['total_cpu_s'] / words * 1e6:.0f}",
        f"{step.peak_mb:,}",
    )


def _step_cells(name: str, step: Measured) -> tuple[str, str]:
    spent, words = step.figures.get(f"{name}_cpu_s", 0.0), step.figures["words"]
    return f"{step.figures[f'{name}_s']:,.1f}", f"{spent / words * 1e6:.1f}"


def _each_end(results: Results, way: str) -> Iterator[tuple[int, Measured]]:
    for processes in (1, 2, 4, 8):
        found = list(results.sized(rf"end {way} (\d+) processes {processes}"))
        if found:
            yield processes, found[-1][1]


def _bytes(results: Results, plot: Plot) -> Iterator[str]:
    _, figures = largest(results, END)
    if figures:
        yield "## Room"
        claims = figures["claims"] / figures["reports"]
        yield (
            f"A report of 400 words takes {figures['bytes_per_report']:,} bytes of the record, "
            "with\n"
            f"{claims:.1f} claims."
        )
        yield from plot("archive-bytes.svg", "Bytes a report by table")


def _stages(results: Results, plot: Plot) -> Iterator[str]:
    size, figures = largest(results, r"stages (\d+) long")
    if figures:
        yield "## Stages of reading"
        yield (
            f"One process on one thread, {size} reports. Events have a pass of the model of "
            "their own."
        )
        fast = results.figures(f"stages {size} long fast")
        rows = [
            (name, *(f"{each[name]:,.1f}" for each in (figures, fast) if each)) for name in figures
        ]
        yield table(("", "full reader", "fast reader") if fast else ("", ""), rows)
        yield from plot("archive-stages.svg", "Microseconds of one processor a word, by stage")


def _batches(results: Results, plot: Plot) -> Iterator[str]:
    _, figures = largest(results, r"batches (\d+)")
    rows = figures.get("rows", ())
    if rows:
        best = max(rows, key=lambda row: float(row["words_per_s"]))
        filled = f" filled up by {best['step']}" if "step" in best else ""
        yield "## Batches and threads"
        yield (
            f"The model and its decoding alone, over {figures['words']:,} tokens. The best of "
            "all is a\n"
            f"batch of {best['batch']} pieces{filled} with "
            f"{best['threads']} threads:\n"
            f"{best['words_per_s']:,.0f} tokens a second."
        )
        yield from plot("archive-batches.svg", "Tokens a second by pieces in a batch")


def _limit(results: Results) -> Iterator[str]:
    figures = results.figures("limit")
    if not figures:
        return
    yield "## The limit"
    yield (
        "What the products of the model's matrices alone would take on this processor, everything\n"
        "else being free."
    )
    rows = [(name, _number(value)) for name, value in _flat(figures)]
    yield table(("", ""), rows)
    limit = figures.get("reports_per_s_two_processors")
    for way, told in WAYS.items():
        for processes, step in _each_end(results, way) if way != "fast" else ():
            if limit and processes == 2:
                rate = step.figures["reports"] / step.figures["total_s"]
                yield f"End to end, two processes reach {rate / limit:.0%} of it: {told}."


def _growth(results: Results, plot: Plot) -> Iterator[str]:
    laws = list(_each_law(results))
    if not laws:
        return
    yield "## Growth"
    yield (
        "Exponents of power laws over the number of reports, with their standard errors; the last\n"
        "column is the exponent between the two largest sizes alone. Reports of a sentence or "
        "two.\n"
        "1 is linear; n log n is 1.1. A read record is one whose reports the model read; the "
        "claims\n"
        "of a stored one are invented (`benchmarks/large_store.py`)."
    )
    rows = [(name, *_law_cells(points, law)) for name, points, law in laws]
    head = ("", "sizes", "at the largest", "exponent", "±", "at the end")
    yield table(head, rows)
    yield from plot(
        "archive-growth.svg", "Seconds of the processor of each step, by reports, both logarithmic"
    )


def _each_law(results: Results) -> Iterator[tuple[str, Sequence[Point], Growth]]:
    for name, points in _each_series(results):
        law = fit(points)
        if law is not None:
            yield name, points, law


def _each_series(results: Results) -> Iterator[tuple[str, Sequence[Point]]]:
    records, stored = list(results.sized(RECORDS)), list(results.sized(STORED))
    for way, pattern, told in WAYS_THAT_GROW:
        for name in STEPS[way]:
            points = _points(list(results.sized(pattern)), f"{name}_cpu_s")
            yield f"{name}{told}, s of the processor", points
    yield "read record: memory, MB", [(size, step.peak_mb) for size, step in records]
    yield "read record: beginning anew, s", _points(records, "restart_s")
    yield "read record: grouping's memory, MB", _points(records, "grouping_mb")
    yield "read record: bytes", _points(records, "bytes_per_report", times=True)
    many = list(results.sized(MANY))
    yield "read record, fast: memory, MB", [(size, step.peak_mb) for size, step in many]
    yield "read record, fast: beginning anew, s", _points(many, "restart_s")
    yield "read record, fast: bytes", _points(many, "bytes_per_report", times=True)
    yield "stored record: bytes", _points(stored, "bytes a report", times=True)
    yield "stored record: opening, ms", _points(stored, "opened in ms")
    for name, told in (("p50", "median"), ("p95", "95 of 100")):
        points = [(size, step.figures["all of them"][name]) for size, step in stored]
        yield f"stored record: searching, {told}, ms", points


def _points(
    sized: Iterable[tuple[int, Measured]], name: str, *, times: bool = False
) -> Sequence[Point]:
    return [
        (size, step.figures[name] * (size if times else 1))
        for size, step in sized
        if step.figures.get(name)
    ]


def _law_cells(points: Sequence[Point], law: Growth) -> tuple[str, ...]:
    sizes = ", ".join(f"{int(size):,}" for size, _ in points)
    error = "" if law.error is None else f"{law.error:.2f}"
    return (
        sizes,
        _number(points[-1][1]),
        f"{law.exponent:.2f}",
        error,
        f"{law.last:.2f}",
    )


def _search(results: Results, plot: Plot) -> Iterator[str]:
    size, figures = largest(results, STORED)
    if not figures:
        return
    yield "## Searching"
    yield f"A record of {size:,} short reports with {figures['claims']:,} claims; milliseconds."
    rows = [
        (name, *(f"{value[each]:,.0f}" for each in ("p50", "p95", "max")))
        for name, value in figures.items()
        if isinstance(value, dict) and "p95" in value
    ]
    yield table(("query", "median", "95 of 100", "longest"), rows)
    yield from plot(
        "archive-search.svg", "Milliseconds of a search against reports, both logarithmic"
    )


def _commands(results: Results) -> Iterator[str]:
    size, figures = largest(results, MANY)
    if not figures:
        return
    yield "## Commands"
    yield (
        f"On a record of {size:,} short reports with {figures['claims']:,} claims, each from its\n"
        "start to its end (`benchmarks/commands.py`)."
    )
    rows = [
        (
            name,
            f"{told['seconds']:.1f}",
            f"{told['processor_s']:.1f}",
            f"{told['peak_mb']:,}",
        )
        for name, told in figures["commands"].items()
    ]
    yield table(("command", "seconds", "seconds of the processor", "most memory, MB"), rows)


def _missing(results: Results) -> Iterator[str]:
    if results.missing:
        yield "## Not measured"
        yield "\n".join(f"- {key}: {why}" for key, why in sorted(results.missing.items()))


def _flat(figures: dict[str, Any], before: str = "") -> Iterator[tuple[str, object]]:
    for name, value in figures.items():
        told = f"{before}{name.replace('_', ' ')}"
        if isinstance(value, dict):
            yield from _flat(value, f"{told}: ")
        else:
            yield told, value


def _number(value: object) -> str:
    if isinstance(value, float) and abs(value) < 100:
        return f"{value:.3g}"
    return f"{value:,.0f}" if isinstance(value, int | float) else str(value)
