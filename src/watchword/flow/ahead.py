"""Sentences of several reports are read at once, while claims are looked for in those before.

A model reads many sentences of one length faster than a few, and it computes outside of Python's
lock, so that looking for claims goes on beside it.

Invariant: results come in the order of what was given, and a fault costs its report alone.
"""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial

from watchword.engines import Engine
from watchword.engines.engine import EventEngine
from watchword.errors import MissingDataError
from watchword.extract.events import ReadDyad
from watchword.flow.dyads import read_dyads
from watchword.flow.reading import (
    CutReport,
    ReadReport,
    cut_report,
    find_claims,
    read_report,
    read_report_events,
)
from watchword.model.reading import Reading
from watchword.model.report import Report, Unread

AT_ONCE = 30_000
"""Characters of the reports that are read at once, about; the last of them may exceed it."""

Collected = Report | Unread
Job = Callable[[], ReadReport]
"""What is left to do for a report; it raises what reading it raised."""


def each_ahead(
    collected: Iterable[Collected], engine: Engine, *, events: EventEngine | None = None
) -> Iterator[tuple[Report, Job] | Unread]:
    """Each report with the job that finds its claims, while the engine reads the ones after it.

    Args:
        collected: reports, and what could not be read.
        engine: what reads the sentences.
        events: what reads events, None where none are asked for.

    Raises:
        MissingDataError: if the engine cannot be used.
    """
    with ThreadPoolExecutor(1) as reader:
        waiting: deque[tuple[list[Collected], Callable[[], list[Job]]]] = deque()
        for group in _grouped(collected):
            reports = [each for each in group if isinstance(each, Report)]
            waiting.append((group, reader.submit(_jobs, reports, engine, events).result))
            if len(waiting) > 1:
                yield from _each_of(*waiting.popleft())
        while waiting:
            yield from _each_of(*waiting.popleft())


def _grouped(collected: Iterable[Collected]) -> Iterator[list[Collected]]:
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


def _jobs(reports: Sequence[Report], engine: Engine, events: EventEngine | None) -> list[Job]:
    """What is left to do for each report of a group once its sentences are read."""
    try:
        cut = [cut_report(report) for report in reports]
        words = [words for each in cut for words in each.words]
        readings = engine.read(words)
        dyads = read_dyads(words, readings, events) if events else ()
    except MissingDataError:
        raise
    except Exception:  # noqa: BLE001 - each report is tried again by itself, and told if it fails
        return [partial(_read_alone, report, engine, events) for report in reports]
    return list(_each_job(cut, readings, dyads))


def _read_alone(report: Report, engine: Engine, events: EventEngine | None) -> ReadReport:
    return read_report_events(report, events) if events else read_report(report, engine)


def _each_job(
    cut: Sequence[CutReport],
    readings: Sequence[Reading],
    dyads: Sequence[Sequence[ReadDyad]],
) -> Iterator[Job]:
    start = 0
    for each in cut:
        end = start + len(each.words)
        yield partial(find_claims, each, readings[start:end], dyads[start:end])
        start = end
