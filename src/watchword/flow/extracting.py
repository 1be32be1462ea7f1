"""A report cut into sentences and words, and what it claims, given what an engine read in them."""

from collections.abc import Sequence
from dataclasses import dataclass

from watchword.extract import extract
from watchword.model.extraction import Extraction
from watchword.model.reading import Reading, Word
from watchword.model.report import Report
from watchword.text.sentences import Sentence, find_sentences
from watchword.text.words import find_words


@dataclass(frozen=True, slots=True, kw_only=True)
class CutReport:
    """A report in sentences and words, none where it is in a language that is not read."""

    report: Report
    sentences: tuple[Sentence, ...]
    words: tuple[tuple[Word, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimedReport:
    """A report with what an engine read in its sentences, and what it claims.

    Attributes:
        cut: the report.
        readings: what the engine read in each sentence.
        extraction: what the report claims.
    """

    cut: CutReport
    readings: Sequence[Reading]
    extraction: Extraction


def cut_report(report: Report) -> CutReport:
    """Cut a report into sentences and words."""
    sentences = find_sentences(report.text) if is_read(report) else ()
    words = tuple(find_words(report.text, each.start, each.end) for each in sentences)
    return CutReport(report=report, sentences=tuple(sentences), words=words)


def find_claims(cut: CutReport, readings: Sequence[Reading]) -> ClaimedReport:
    """Find what a report claims, given what an engine read in each of its sentences."""
    extraction = extract(cut.report, cut.sentences, readings)
    return ClaimedReport(cut=cut, readings=readings, extraction=extraction)


def is_read(report: Report) -> bool:
    """Whether a report is in a language that claims are found in; unknown counts as English."""
    return report.language is None or report.language.lower().partition("-")[0] == "en"
