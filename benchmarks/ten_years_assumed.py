"""What the plan for ten years takes for granted, and what it takes from the benchmarks.

Everything in `Assumed` is somebody's to change; nothing in it was measured but the week. Everything
in `Observed` comes from the results of `archive.py`.
"""

from dataclasses import dataclass

from archive_plots import END, MANY, RECORDS, STORED, largest
from archive_results import Results
from growth import Growth, fit
from measuring import Measured

WEEK = (1.04, 1.06, 1.07, 1.05, 1.03, 0.84, 0.90)
"""Monday to Sunday against their mean: items a day of current events, 2013 to 2023."""
SIGN_BYTES = 48 + 8
"""Of a sentence's direction in memory: its signs, and its number in the record."""
WRITING = ("collect", "origins", "actors", "stories", "load")


@dataclass(frozen=True, slots=True, kw_only=True)
class Assumed:
    """What is assumed.

    Attributes:
        reports_a_day: that arrive.
        years: for how long.
        words: of a report, the mean.
        spread: of the words of reports: standard deviation of their logarithm.
        night: arrivals at the quietest hour against the mean of the day; the busiest has as much
            more as that has less.
        bursts_a_year: days on which something happens that everybody reports.
        burst: arrivals at the start of a burst against an ordinary time.
        burst_half_h: hours after which half of what it adds is left.
        cores: of a machine.
        memory_gb: of a machine.
        index_share: share of a machine's memory that directions of meaning may take, and that
            grouping may.
        target_s: seconds from arriving to searchable that 95 of 100 reports of the worst week of a
            year are to stay below.
        busiest: share of its time that the writer may be busy in an ordinary busiest hour.
        restart_s: seconds that grouping may take to begin anew.
        search_ms: that 95 of 100 searches are to stay below.
        copy_mb_s: that a backup and a vacuum read or write a second.
        backup_h: hours that a backup of everything may take.
        vacuum_h: hours of each night in which the writer is stopped for maintenance.
        table_tb: most that one table of PostgreSQL can hold, as its manual says of 8 kB pages.
        hot_months: that are searched at once; what is older lies in records of its own.
        core_hour: price of a processor for an hour, its memory included.
        gb_month: price of a GB on a fast disk for a month.
        cold_gb_month: price of a GB in a slow store for a month.
        copies: of everything that is kept.
    """

    reports_a_day: int = 200_000
    years: int = 10
    words: float = 400.0
    spread: float = 0.6
    night: float = 0.5
    bursts_a_year: int = 12
    burst: float = 3.0
    burst_half_h: float = 12.0
    cores: int = 16
    memory_gb: float = 64.0
    index_share: float = 0.5
    target_s: float = 900.0
    busiest: float = 0.8
    restart_s: float = 600.0
    search_ms: float = 100.0
    copy_mb_s: float = 400.0
    backup_h: float = 8.0
    vacuum_h: float = 0.5
    table_tb: float = 32.0
    hot_months: int = 3
    core_hour: float = 0.04
    gb_month: float = 0.10
    cold_gb_month: float = 0.01
    copies: int = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Observed:
    """What was measured.

    Attributes:
        read_us: microseconds of one processor that reading a word takes.
        write_ms: milliseconds of one processor that collecting, storing and grouping a report
            takes, which one process does for all.
        reader_mb: memory of a process that reads.
        report_bytes: of the record, a report of 400 words.
        largest_table: the largest table's part of them.
        signs: directions of meaning a report.
        claims: a report.
        measured_at: reports of the largest record that was measured.
        writing: how the processor's time of writing grows.
        restart: how the seconds grow that grouping takes to begin.
        grouping: how the memory grows, in MB, that grouping holds; None where the records are too
            small to tell.
        search: how the milliseconds of the slowest twentieth of searches grow.
    """

    read_us: float
    write_ms: float
    reader_mb: float
    report_bytes: float
    largest_table: float
    signs: float
    claims: float
    measured_at: int
    writing: Growth
    restart: Growth
    grouping: Growth | None
    search: Growth


def observe(results: Results) -> Observed:
    """Take from the results what the plan needs.

    Raises:
        ValueError: if something was not measured; the words say what.
    """
    _, ended = largest(results, END)
    records, stored = _largest_series(results), list(results.sized(STORED))
    laws = {
        "record": fit([(size, _writing_s(step.figures)) for size, step in records]),
        "record, restart": fit([(size, step.figures["restart_s"]) for size, step in records]),
        "stored": fit([(size, step.figures["all of them"]["p95"]) for size, step in stored]),
    }
    missing = [name for name, law in laws.items() if law is None]
    if not ended or missing:
        raise ValueError(f"not measured yet: {', '.join(missing or ['end'])}")
    writing, restart, search = (law for law in laws.values() if law is not None)
    reports, words = ended["reports"], ended["words"]
    step = next(step for size, step in results.sized(END) if step.figures is ended)
    tables = [
        size
        for name, size in ended.items()
        if name.startswith("bytes_") and name != "bytes_per_report"
    ]
    return Observed(
        read_us=ended["read_cpu_s"] / words * 1e6,
        write_ms=_writing_s(ended) / reports * 1e3,
        reader_mb=step.peak_mb / 2,
        report_bytes=ended["bytes_per_report"],
        largest_table=max(tables),
        signs=ended["signs"] / reports,
        claims=ended["claims"] / reports,
        measured_at=max(size for size, _ in (*records, *stored)),
        writing=writing,
        restart=restart,
        grouping=fit([(size, step.figures["grouping_mb"]) for size, step in records]),
        search=search,
    )


def _largest_series(results: Results) -> list[tuple[int, Measured]]:
    """Records that were read, of both kinds those that go further; two at least, if there are."""
    both = [list(results.sized(kind)) for kind in (RECORDS, MANY)]
    return max(both, key=lambda steps: (len(steps) > 1, steps[-1][0] if steps else 0))


def _writing_s(figures: dict[str, float]) -> float:
    """Processor seconds of what one process does for all reports."""
    return sum(figures.get(f"{name}_cpu_s", 0.0) for name in WRITING)
