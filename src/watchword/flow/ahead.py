"""Sentences of several reports are read at once, while claims are looked for in those before.

A model reads many sentences of one length faster than a few, and it computes outside of Python's
lock, so that looking for claims goes on beside it. Where there is much to read, other processes
read groups of their own.

Invariant: results come in the order of what was given, and a fault costs its report alone.
"""

from collections import deque
from collections.abc import Callable, Iterable, Iterator

from watchword.engines import Engine
from watchword.engines.engine import EventEngine
from watchword.flow.jobs import Job
from watchword.flow.readers import Readers
from watchword.model.report import Report, Unread

AT_ONCE = 30_000
"""Characters of the reports that are read at once, about; the last of them may exceed it."""

Collected = Report | Unread


def each_ahead(
    collected: Iterable[Collected],
    engine: Engine,
    *,
    events: EventEngine | None = None,
    processes: int = 1,
) -> Iterator[tuple[Report, Job] | Unread]:
    """Each report with the job that finds its claims, while the engine reads the ones after it.

    Args:
        collected: reports, and what is none.
        engine: what reads sentences; others than the carried one read in this process alone.
        events: what reads events, None where none are asked for.
        processes: how many processes read, this one among them, where there is enough to read.

    Raises:
        MissingDataError: if the engine cannot be used.
    """
    with Readers(engine, processes, events) as readers:
        waiting: deque[tuple[list[Collected], Callable[[], list[Job]]]] = deque()
        for group in grouped(collected):
            reports = [each for each in group if isinstance(each, Report)]
            waiting.append((group, readers.begin(reports).result))
            if len(waiting) > readers.most_waiting:
                yield from _each_of(*waiting.popleft())
        while waiting:
            yield from _each_of(*waiting.popleft())


def grouped(collected: Iterable[Collected]) -> Iterator[list[Collected]]:
    """Reports, and what is none, in groups whose sentences are read at once."""
    group: list[Collected] = []
    characters = 0
    for each in collected:
        group.append(each)
        characters += len(each.text) if isinstance(each, Report) else 0
        if characters >= AT_ONCE:
            yield group
            group, characters = [], 0
    if group:
        yield group


def _each_of(
    group: list[Collected], jobs: Callable[[], list[Job]]
) -> Iterator[tuple[Report, Job] | Unread]:
    done = iter(jobs())
    for each in group:
        yield each if isinstance(each, Unread) else (each, next(done))
