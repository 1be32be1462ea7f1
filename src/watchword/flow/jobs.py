"""A group of reports into jobs: their sentences are read at once, their claims looked for later.

Invariant: a fault costs its report alone.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from watchword.engines import Engine
from watchword.engines.engine import EventEngine
from watchword.errors import MissingDataError
from watchword.flow.dyads import read_dyads
from watchword.flow.extracting import ClaimedReport, CutReport, cut_report, find_claims
from watchword.flow.reading import complete, read_report, read_report_events
from watchword.model.read_report import ReadReport
from watchword.model.reading import Reading
from watchword.model.report import Report

Job = Callable[[], ReadReport]
"""What is left to do for a report; it raises what reading it raised."""

_Page = tuple[CutReport, Sequence[Reading]]
"""A report in sentences and words, with what was read in each sentence."""


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
        readings = engine.read([words for each in cut for words in each.words])
        pages = list(_each_page(cut, readings))
        return _jobs_with_events(pages, events) if events else _jobs(pages)
    except MissingDataError:
        raise
    except Exception:  # noqa: BLE001 - each report is tried again by itself, and told if it fails
        return [partial(read_alone, report, engine, events) for report in reports]


def read_alone(report: Report, engine: Engine, events: EventEngine | None) -> ReadReport:
    """Read one report, and find its events where they are asked for."""
    return read_report_events(report, events) if events else read_report(report, engine)


def _each_page(cut: Sequence[CutReport], readings: Sequence[Reading]) -> Iterator[_Page]:
    start = 0
    for each in cut:
        end = start + len(each.words)
        yield each, readings[start:end]
        start = end


def _jobs(pages: Sequence[_Page]) -> list[Job]:
    return [partial(_completed, *page) for page in pages]


def _completed(cut: CutReport, readings: Sequence[Reading]) -> ReadReport:
    return complete(find_claims(cut, readings))


def _jobs_with_events(pages: Sequence[_Page], engine: EventEngine) -> list[Job]:
    """Claims are looked for at once, since an engine is asked about the events that they tell."""
    claimed: list[ClaimedReport] = [find_claims(*page) for page in pages]
    dyads = read_dyads(claimed, engine)
    return [partial(complete, each, told) for each, told in zip(claimed, dyads, strict=True)]
