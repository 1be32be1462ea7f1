"""A group of reports into jobs: their sentences are read at once, their claims looked for later.

Invariant: a fault costs its report alone.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from watchword.engines import Engine
from watchword.engines.engine import EventEngine
from watchword.errors import MissingDataError
from watchword.extract.events import ReadDyad
from watchword.flow.dyads import read_dyads
from watchword.flow.reading import (
    CutReport,
    cut_report,
    find_claims,
    read_report,
    read_report_events,
)
from watchword.model.read_report import ReadReport
from watchword.model.reading import Reading
from watchword.model.report import Report

Job = Callable[[], ReadReport]
"""What is left to do for a report; it raises what reading it raised."""


def jobs_of(
    reports: Sequence[Report], engine: Engine, events: EventEngine | None = None
) -> list[Job]:
    """What is left to do for each report of a group once its sentences are read.

    Args:
        reports: the group.
        engine: what reads the sentences.
        events: what reads events, None where none are asked for.

    Raises:
        MissingDataError: if the engine cannot be used.
    """
    try:
        cut = [cut_report(report) for report in reports]
        words = [words for each in cut for words in each.words]
        readings = engine.read(words)
        dyads = read_dyads(words, readings, events) if events else ()
    except MissingDataError:
        raise
    except Exception:  # noqa: BLE001 - each report is tried again by itself, and told if it fails
        return [partial(read_alone, report, engine, events) for report in reports]
    return list(_each_job(cut, readings, dyads))


def read_alone(report: Report, engine: Engine, events: EventEngine | None) -> ReadReport:
    """Read one report, and find its events where they are asked for."""
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
