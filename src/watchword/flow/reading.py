"""Reports into claims, one report after another."""

from collections.abc import Iterator, Sequence

from watchword.engines import Engine
from watchword.engines.engine import EventEngine
from watchword.extract.events import find_events
from watchword.flow.dyads import DyadsOf, read_dyads
from watchword.flow.extracting import ClaimedReport, cut_report, find_claims
from watchword.model.read_report import ReadReport
from watchword.model.reading import Reading
from watchword.model.report import Report
from watchword.model.toponym import LocatedToponym
from watchword.resolve.actors import find_actors
from watchword.resolve.locations import locate_toponyms
from watchword.resolve.toponyms import find_toponyms
from watchword.text.sentences import Sentence


def read_report(report: Report, engine: Engine) -> ReadReport:
    """Cut a report into sentences, read them, and find what they claim.

    A report in a language that is not read gives no claims; `is_read` tells which those are.
    """
    cut = cut_report(report)
    return complete(find_claims(cut, engine.read(cut.words)))


def read_report_events(report: Report, engine: EventEngine) -> ReadReport:
    """Read a report as `read_report` does, and find its events."""
    cut = cut_report(report)
    claimed = find_claims(cut, engine.read(cut.words))
    return complete(claimed, *read_dyads([claimed], engine))


def complete(claimed: ClaimedReport, dyads: DyadsOf = ()) -> ReadReport:
    """Find who and where a report speaks of, and its events.

    Args:
        claimed: the report with what it claims.
        dyads: the dyads of each sentence; none where events were not asked for.
    """
    report, readings, extraction = claimed.cut.report, claimed.readings, claimed.extraction
    toponyms = tuple(locate_toponyms(report.text, find_toponyms(report.text, readings)))
    sources = (link for claim in extraction.claims for link in claim.attribution.links)
    return ReadReport(
        report=report,
        extraction=extraction,
        toponyms=toponyms,
        events=find_events(report, readings, extraction.claims, dyads, _countries_of(toponyms)),
        actors=find_actors(report, readings, sources),
        vectors=tuple(_each_vector(claimed.cut.sentences, readings)),
    )


def _each_vector(
    sentences: Sequence[Sentence], readings: Sequence[Reading]
) -> Iterator[tuple[int, bytes]]:
    for sentence, reading in zip(sentences, readings, strict=True):
        if reading.embedding is not None:
            yield sentence.start, reading.embedding


def _countries_of(toponyms: Sequence[LocatedToponym]) -> dict[str, str]:
    return {
        each.toponym.words: each.location.country
        for each in toponyms
        if each.location is not None and each.location.country
    }
