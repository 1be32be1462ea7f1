"""Another process that reads reports, beside the one that asks; it has an engine of its own.

A process and not a thread, because looking for claims holds Python's lock: of 242,000 words two
processes took 0.77 of the time of one with its threads, on two processors. It is started as a
program, and not by `multiprocessing`, so that the program of whoever uses Watchword is not run
again, and an interrupt from the keyboard does not reach it.

Invariant: it ends when it is closed, and when the process that asks has ended, however that was.
"""

import pickle
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace

from watchword.engines.carried import USUAL, Carried
from watchword.flow.handing import packed
from watchword.model.actor import Actor
from watchword.model.event import Event
from watchword.model.extraction import Extraction
from watchword.model.read_report import ReadReport
from watchword.model.report import Report
from watchword.model.toponym import LocatedToponym

Found = tuple[
    Extraction,
    tuple[LocatedToponym, ...],
    tuple[Event, ...],
    tuple[Actor, ...],
    tuple[tuple[int, bytes], ...],
]
"""What was found in a report: what `ReadReport` has beside the report itself, in its order."""

EVENTS = "events"
"""What a process is told by when it is to find events, too."""
_PROGRAM = "from watchword.flow.reading_worker import main; main()"
_GONE = (OSError, ValueError, EOFError, pickle.UnpicklingError)
"""What asking a process raises that has ended, or is ended meanwhile."""


def found_in(read: ReadReport) -> Found:
    """What was found in a report, without the report."""
    return read.extraction, read.toponyms, read.events, read.actors, read.vectors


def read_as(report: Report, found: Found) -> ReadReport:
    """A report with what was found in it."""
    extraction, toponyms, events, actors, vectors = found
    return ReadReport(
        report=report,
        extraction=extraction,
        toponyms=toponyms,
        events=events,
        actors=actors,
        vectors=vectors,
    )


class ReadingProcess:
    """One such process; it is started at once, and loads while others read.

    Raises:
        OSError: if it cannot be started.
    """

    def __init__(self, model: Carried = USUAL, *, with_events: bool = False) -> None:
        """Start it.

        Args:
            model: which of the language models that are shipped reads.
            with_events: whether it finds events, too.
        """
        asked = [model.value, *([EVENTS] if with_events else [])]
        self._process = subprocess.Popen(  # noqa: S603 - our own program, fixed arguments
            [sys.executable, "-P", "-c", _PROGRAM, *asked],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )

    def becomes_ready(self) -> bool:
        """Wait until it can read; False if it has ended instead."""
        return self._answer() is not None

    def find(self, reports: Sequence[Report]) -> list[Found | None] | None:
        """What is found in each report, None where reading it failed; None if it has ended."""
        pipe = self._process.stdin
        with suppress(*_GONE):  # a process that has ended is told by its answer
            if pipe is not None:
                pipe.write(packed([replace(report, raw=b"") for report in reports]))
                pipe.flush()
        answer = self._answer()
        return list(answer) if isinstance(answer, list) else None

    @property
    def has_ended(self) -> bool:
        """Whether it runs no longer."""
        return self._process.poll() is not None

    def close(self) -> None:
        """End it, whatever it is at."""
        self._process.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            with suppress(OSError):
                if pipe is not None:
                    pipe.close()

    def _answer(self) -> object | None:
        pipe = self._process.stdout
        try:
            return None if pipe is None else pickle.load(pipe)  # noqa: S301 - from our own program
        except _GONE:
            return None
