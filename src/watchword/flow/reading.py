"""Reports into claims, one report after another."""

from collections.abc import Sequence
from dataclasses import dataclass

from watchword.engines import Engine
from watchword.extract import Extraction, extract
from watchword.model.reading import Reading, Word
from watchword.model.report import Report
from watchword.text.sentences import Sentence, find_sentences
from watchword.text.words import find_words


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadReport:
    """A report with what was found in it."""

    report: Report
    extraction: Extraction


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
    return ReadReport(report=cut.report, extraction=extraction)


def is_read(report: Report) -> bool:
    """Whether a report is in a language that claims are found in; unknown counts as English."""
    return report.language is None or report.language.lower().partition("-")[0] == "en"
