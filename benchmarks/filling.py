"""The ways in which a file of reports becomes a record: as it comes, or as an archive.

What the benchmarks of records and of archives measure goes through `fill`, so that they measure
what people run: `collect` and what follows it, or `watchword archive read` and `load`.
"""

import resource
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

from watchword.config import Settings, read_settings
from watchword.workbench import Workbench

Steps = Mapping[str, Callable[[], object]]
WAYS = ("record", "archive")


def settings_for(processes: int | None) -> Settings:
    """The user's settings, with so many processes that read, if a number is given."""
    settings = read_settings()
    return replace(settings, processes=processes) if processes else settings


def fill(part: Path, place: str, *, way: str, settings: Settings) -> dict[str, float]:
    """Fill a new record, and give the seconds and the processor's seconds of each step.

    Args:
        part: JSONL of reports; the parts of an archive come beside it, and those that are there
            are not read again.
        place: where the record is made.
        way: one of `WAYS`.
        settings: how many processes read, among others.
    """
    if way == "archive":
        Workbench.create(place, settings, title="Benchmark").close()
        return _timed(_archived(part, place, settings.processes))
    with Workbench.create(place, settings, title="Benchmark") as bench:
        return _timed(_as_it_comes(bench, part))


def _as_it_comes(bench: Workbench, part: Path) -> Steps:
    return {
        "collect": lambda: bench.collect([str(part)]),
        "read": bench.read,
        "origins": bench.place,
        "actors": bench.see,
        "stories": bench.tell,
    }


def _archived(part: Path, place: str, processes: int) -> Steps:
    """The commands in processes of their own, as people call them; loading groups, too."""
    parts = str(part.with_suffix(".parts"))
    read = ("read", str(part), "--to", parts, "--processes", str(processes))
    load = ("load", parts, "--store", place)
    return {"read": lambda: _command(*read), "load": lambda: _command(*load)}


def _command(*words: str) -> None:
    program = (sys.executable, "-m", "watchword", "archive", *words)
    subprocess.run(program, check=True, stdout=subprocess.DEVNULL)  # noqa: S603 - our own command


def _timed(steps: Steps) -> dict[str, float]:
    figures: dict[str, float] = {}
    for name, step in steps.items():
        begun, used = time.perf_counter(), _processor_s()
        step()
        figures[f"{name}_s"] = time.perf_counter() - begun
        figures[f"{name}_cpu_s"] = _processor_s() - used
    return figures


def _processor_s() -> float:
    """The processor's seconds of this process and of those that it waited for."""
    both = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(each.ru_utime + each.ru_stime for each in both)
