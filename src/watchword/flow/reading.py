"""Reports into claims, one report after another."""

from dataclasses import dataclass

from watchword.engines import Engine
from watchword.extract import Extraction, extract
from watchword.model.report import Report
from watchword.text.sentences import find_sentences
from watchword.text.words import find_words


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadReport:
    """A report with what was found in it."""

    report: Report
    extraction: Extraction


def read_report(report: Report, engine: Engine) -> ReadReport:
    """Cut a report into sentences, read them, and find what they claim.

    A report in a language that is not read gives no claims; `is_read` tells which those are.
    """
    if not is_read(report):
        return ReadReport(report=report, extraction=Extraction(claims=(), implications=()))
    sentences = find_sentences(report.text)
    words = [find_words(report.text, sentence.start, sentence.end) for sentence in sentences]
    return ReadReport(report=report, extraction=extract(report, sentences, engine.read(words)))


def is_read(report: Report) -> bool:
    """Whether a report is in a language that claims are found in; unknown counts as English."""
    return report.language is None or report.language.lower().partition("-")[0] == "en"
