"""Runs a program that prints figures as JSON, and measures its processes from outside.

Wall and processor seconds are of the program and all processes that it waited for; memory is the
most that all of them held at one time, shared pages counted once, looked at twice a second.
"""

import json
import os
import subprocess
import tempfile
import threading
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter
from typing import Any

LOOK_S = 0.5
TOLD = 2000
"""Characters of what a program that failed said last."""


class FailedError(Exception):
    """A program that ended with a fault or told no figures; the words are what it said last."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """What a program printed, and what it took.

    Attributes:
        figures: what it printed, as JSON.
        wall_s: seconds from its start to its end.
        processor_s: the processor's seconds of all its processes.
        peak_mb: the most memory of all its processes at one time, in millions of bytes.
        load: programs that wanted a processor in the minute before it began.
    """

    figures: dict[str, Any]
    wall_s: float
    processor_s: float
    peak_mb: float
    load: float


def measure(words: Sequence[str], environ: Mapping[str, str], *, figures: bool = True) -> Measured:
    """Run a program to its end.

    Args:
        words: the program and its arguments.
        environ: its environment.
        figures: whether it prints figures.

    Raises:
        FailedError: if it fails, or prints no figures where it should.
    """
    load, begun = os.getloadavg()[0], perf_counter()
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as said:
        child = subprocess.Popen(words, stdout=out, stderr=said, env=dict(environ))  # noqa: S603
        memory = _Memory(child.pid)
        with memory:
            _, status, used = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        printed, told = _text(out), _text(said)
    if child.returncode:
        raise FailedError(told[-TOLD:] or printed[-TOLD:] or f"exit code {child.returncode}")
    return Measured(
        figures=read_figures(printed) if figures else {},
        wall_s=round(perf_counter() - begun, 2),
        processor_s=round(used.ru_utime + used.ru_stime, 2),
        peak_mb=round(memory.most / 1e6),
        load=round(load, 1),
    )


def read_figures(printed: str) -> dict[str, Any]:
    """The figures that a program printed: all of it as JSON, or its last line that is an object.

    >>> read_figures('{"words": 12}')
    {'words': 12}

    Raises:
        FailedError: if there is none.
    """
    lines = [line for line in printed.splitlines() if line.startswith("{")]
    for words in (printed, *lines[-1:]):
        try:
            figures = json.loads(words)
        except ValueError:
            continue
        if isinstance(figures, dict):
            return figures
    raise FailedError(f"no figures in: {printed[-TOLD:]}")


class _Memory:
    """Looks at the memory of a process and those that it began, until it is left."""

    def __init__(self, pid: int) -> None:
        self.most = 0
        self._pid = pid
        self._ended = threading.Event()
        self._looking = threading.Thread(target=self._look, daemon=True)

    def __enter__(self) -> "_Memory":
        self._looking.start()
        return self

    def __exit__(self, *_fault: object) -> None:
        self._ended.set()
        self._looking.join()

    def _look(self) -> None:
        while not self._ended.is_set():
            self.most = max(self.most, sum(map(_bytes_of, _each_process(self._pid))))
            self._ended.wait(LOOK_S)


def _each_process(pid: int) -> Iterator[int]:
    yield pid
    for task in Path(f"/proc/{pid}/task").glob("*/children"):
        for child in _read(task).split():
            yield from _each_process(int(child))


def _bytes_of(pid: int) -> int:
    """Bytes of a process in memory, its part of what it shares; 0 of one that has ended."""
    lines = _read(Path(f"/proc/{pid}/smaps_rollup")).splitlines()
    kilobytes = next((line.split()[1] for line in lines if line.startswith("Pss:")), "0")
    return int(kilobytes) * 1024


def _read(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8")
    except OSError:
        return ""


def _text(file: Any) -> str:  # noqa: ANN401 - an anonymous file
    file.seek(0)
    return bytes(file.read()).decode(errors="replace")
