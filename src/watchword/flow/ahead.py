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
from watchword.errors import MissingDataError
from watchword.flow.reading import CutReport, ReadReport, cut_report, find_claims, read_report
from watchword.model.reading import Reading
from watchword.model.report import Report, Unread

AT_ONCE = 30_000
"""Characters of the reports that are read at once, about; the last of them may exceed it."""

Collected = Report | Unread
Job = Callable[[], ReadReport]
"""What is left to do for a report; it raises what reading it raised."""


def each_ahead(
    collected: Iterable[Collected], engine: Engine
) -> Iterator[tuple[Report, Job] | Unread]:
    """Each report with the job that finds its claims, while the engine reads the ones after it.

    Raises:
        MissingDataError: if the engine cannot be used.
    """
    with ThreadPoolExecutor(1) as reader:
        waiting: deque[tuple[list[Collected], Callable[[], list[Job]]]] = deque()
        for group in _grouped(collected):
            reports = [each for each in group if isinstance(each, Report)]
            waiting.append((group, reader.submit(_jobs, reports, engine).result))
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


def _jobs(reports: Sequence[Report], engine: Engine) -> list[Job]:
    """What is left to do for each report of a group once its sentences are read."""
    try:
        cut = [cut_report(report) for report in reports]
        readings = engine.read([words for each in cut for words in each.words])
    except MissingDataError:
        raise
    except Exception:  # noqa: BLE001 - each report is tried again by itself, and told if it fails
        return [partial(read_report, report, engine) for report in reports]
    return list(_each_job(cut, readings))


def _each_job(cut: Sequence[CutReport], readings: Sequence[Reading]) -> Iterator[Job]:
    start = 0
    for each in cut:
        end = start + len(each.words)
        yield partial(find_claims, each, readings[start:end])
        start = end
