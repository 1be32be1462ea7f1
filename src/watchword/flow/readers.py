"""Those who read groups of reports: this process, and others once there is enough to read.

Once as many others are ready as may read, this process only hands out and takes back: reading here
too would have more threads compute than there are processors. Of 185,000 and 340,000 words on two
processors (`benchmarks/reading.py`), two others read in 0.9 of the time of one and this one.

Invariant: what is found is the same, whoever reads; a process that ends costs no report.
"""

import logging
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from queue import SimpleQueue
from threading import Lock, Thread
from types import TracebackType
from typing import Self

from watchword.engines import Engine, ReadingEngine
from watchword.engines.carried import USUAL
from watchword.engines.engine import EventEngine
from watchword.flow.jobs import Job, jobs_of, read_alone
from watchword.flow.reading_process import ReadingProcess, read_as
from watchword.model.report import Report

ENOUGH = 60_000
"""Characters that are given to be read before other processes are started; one is ready after a
second or two, in which about as many are read. Tried with `benchmarks/reading.py` on current
events, best of three: two processes took 0.85, 0.95 and 0.84 of the time of one for 101,000,
197,000 and 411,000 characters."""

_log = logging.getLogger(__name__)

Engines = tuple[Engine, EventEngine | None]
"""What reads sentences, and what reads events."""
Reader = Callable[[Sequence[Report]], list[Job] | None]
"""Reads a group; gives None where it is a process that has ended."""


class Readers:
    """This process and those beside it; each reads one group at a time.

    Args:
        engine: reads in this process, and tells whether others would read the same.
        processes: how many processes read at most; 1 is this one alone.
        events: what reads events, None where none are asked for.
    """

    def __init__(self, engine: Engine, processes: int, events: EventEngine | None = None) -> None:
        self._carried = engine.carried if isinstance(engine, ReadingEngine) else None
        self._engine = engine
        self._events = events
        self._enough = self._others = processes if self._carried and processes > 1 else 0
        self._ready = 0
        self._counting = Lock()
        self._characters = 0
        self._processes: list[ReadingProcess] = []
        self._idle: SimpleQueue[Reader] = SimpleQueue()
        self._idle.put(self._read_here)
        self._is_closed = False
        self._pool = ThreadPoolExecutor(1 + self._enough)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._is_closed = True
        for process in self._processes:
            process.close()
        for _ in range(1 + self._enough):  # whoever waits for a reader gets one, and is done
            self._idle.put(self._read_here)
        self._pool.shutdown(cancel_futures=True)

    @property
    def most_waiting(self) -> int:
        """How many groups may be begun before the first of them is asked for."""
        return 2 * self._others or 1

    def begin(self, reports: Sequence[Report]) -> Future[list[Job]]:
        """Begin to read a group."""
        self._characters += sum(len(report.text) for report in reports)
        if self._characters >= ENOUGH and len(self._processes) < self._others:
            self._start()
        return self._pool.submit(self._read, reports)

    def _start(self) -> None:
        while len(self._processes) < self._others:
            try:
                process = ReadingProcess(
                    self._carried or USUAL, with_events=self._events is not None
                )
            except OSError as error:
                _log.warning("no further process can be started: %s", error.strerror)
                self._others = len(self._processes)
                return
            self._processes.append(process)
            Thread(target=self._await, args=(process,), daemon=True).start()

    def _await(self, process: ReadingProcess) -> None:
        if process.becomes_ready():
            with self._counting:
                self._ready += 1
            self._idle.put(partial(read_there, process, (self._engine, self._events)))

    def _read(self, reports: Sequence[Report]) -> list[Job]:
        reader = self._next()
        jobs: list[Job] | None = []
        try:
            jobs = [] if self._is_closed else reader(reports)
        finally:
            if jobs is not None:
                self._idle.put(reader)
        if jobs is not None or self._is_closed:
            return jobs or []
        self._lose_one()
        return self._read_here(reports)

    def _next(self) -> Reader:
        """Whoever reads next: this process no longer once all the others are ready."""
        reader = self._idle.get()
        while reader == self._read_here and self._is_idle_here():
            reader = self._idle.get()
        return reader

    def _is_idle_here(self) -> bool:
        return 0 < self._enough <= self._ready and not self._is_closed

    def _lose_one(self) -> None:
        _log.warning("a reading process has ended; what it was given is read in this one")
        with self._counting:
            self._ready -= 1
        self._idle.put(self._read_here)

    def _read_here(self, reports: Sequence[Report]) -> list[Job]:
        return jobs_of(reports, self._engine, self._events)


def read_there(
    process: ReadingProcess, here: Engines, reports: Sequence[Report]
) -> list[Job] | None:
    """What another process found in a group, as jobs; None where it has ended.

    Args:
        process: the other process.
        here: what reads here those reports that could not be read there.
        reports: the group.
    """
    found = process.find(reports)
    if found is None:
        return None
    return [
        partial(read_alone, report, *here) if each is None else partial(read_as, report, each)
        for report, each in zip(reports, found, strict=True)
    ]
