"""Reports into claims, one report after another."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from watchword.engines import Engine
from watchword.engines.engine import EventEngine
from watchword.extract import extract
from watchword.extract.events import ReadDyad, find_events
from watchword.flow.dyads import read_dyads
from watchword.model.read_report import ReadReport
from watchword.model.reading import Reading, Word
from watchword.model.report import Report
from watchword.model.toponym import LocatedToponym
from watchword.resolve.actors import find_actors
from watchword.resolve.locations import locate_toponyms
from watchword.resolve.toponyms import find_toponyms
from watchword.text.sentences import Sentence, find_sentences
from watchword.text.words import find_words


@dataclass(frozen=True, slots=True, kw_only=True)
class CutReport:
    """A report in sentences and words, none where it is in a language that is not read."""

    report: Report
    sentences: tuple[Sentence, ...]
    words: tuple[tuple[Word, ...], ...]


def read_report(report: Report, engine: Engine) -> ReadReport:
    """Cut a report into sentences, read them, and find what they claim.

    A report in a language that is not read gives no claims; `is_read` tells which those are.
    """
    cut = cut_report(report)
    return find_claims(cut, engine.read(cut.words))


def read_report_events(report: Report, engine: EventEngine) -> ReadReport:
    """Read a report as `read_report` does, and find its events."""
    cut = cut_report(report)
    readings = engine.read(cut.words)
    return find_claims(cut, readings, read_dyads(cut.words, readings, engine))


def cut_report(report: Report) -> CutReport:
    """Cut a report into sentences and words."""
    sentences = find_sentences(report.text) if is_read(report) else ()
    words = tuple(find_words(report.text, each.start, each.end) for each in sentences)
    return CutReport(report=report, sentences=tuple(sentences), words=words)


def find_claims(
    cut: CutReport,
    readings: Sequence[Reading],
    dyads: Sequence[Sequence[ReadDyad]] = (),
) -> ReadReport:
    """Find what a report claims, given what an engine read in its sentences.

    Args:
        cut: the report.
        readings: what the engine read in each sentence.
        dyads: the dyads of each sentence; none where events were not asked for.
    """
    extraction = extract(cut.report, cut.sentences, readings)
    named = find_toponyms(cut.report.text, readings)
    toponyms = tuple(locate_toponyms(cut.report.text, named))
    sources = (link for claim in extraction.claims for link in claim.attribution.links)
    return ReadReport(
        report=cut.report,
        extraction=extraction,
        toponyms=toponyms,
        events=find_events(cut.report, readings, extraction.claims, dyads, _countries_of(toponyms)),
        actors=find_actors(cut.report, readings, sources),
        vectors=tuple(_each_vector(cut.sentences, readings)),
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


def is_read(report: Report) -> bool:
    """Whether a report is in a language that claims are found in; unknown counts as English."""
    return report.language is None or report.language.lower().partition("-")[0] == "en"
