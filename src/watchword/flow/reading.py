"""Reports into claims, one report after another."""

from collections.abc import Sequence
from dataclasses import dataclass

from watchword.engines import Engine
from watchword.extract import Extraction, extract
from watchword.model.reading import Reading, Word
from watchword.model.report import Report
from watchword.model.toponym import LocatedToponym
from watchword.resolve.locations import locate_toponyms
from watchword.resolve.toponyms import find_toponyms
from watchword.text.sentences import Sentence, find_sentences
from watchword.text.words import find_words


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadReport:
    """A report with what was found in it.

    Attributes:
        report: the report.
        extraction: its claims and implications.
        toponyms: the names of places in it, and where on the globe they lie.
    """

    report: Report
    extraction: Extraction
    toponyms: tuple[LocatedToponym, ...] = ()


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


def cut_report(report: Report) -> CutReport:
    """Cut a report into sentences and words."""
    sentences = find_sentences(report.text) if is_read(report) else ()
    words = tuple(find_words(report.text, each.start, each.end) for each in sentences)
    return CutReport(report=report, sentences=tuple(sentences), words=words)


def find_claims(cut: CutReport, readings: Sequence[Reading]) -> ReadReport:
    """Find what a report claims, given what an engine read in its sentences."""
    extraction = extract(cut.report, cut.sentences, readings)
    named = find_toponyms(cut.report.text, readings)
    toponyms = tuple(locate_toponyms(cut.report.text, named))
    return ReadReport(report=cut.report, extraction=extraction, toponyms=toponyms)


def is_read(report: Report) -> bool:
    """Whether a report is in a language that claims are found in; unknown counts as English."""
    return report.language is None or report.language.lower().partition("-")[0] == "en"
