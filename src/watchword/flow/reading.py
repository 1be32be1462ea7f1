"""Reports into claims, one report after another."""

from collections.abc import Iterable, Iterator
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
    """Cut a report into sentences, read them, and find what they claim."""
    sentences = find_sentences(report.text)
    words = [find_words(report.text, sentence.start, sentence.end) for sentence in sentences]
    return ReadReport(report=report, extraction=extract(report, sentences, engine.read(words)))


def read_reports(reports: Iterable[Report], engine: Engine) -> Iterator[ReadReport]:
    """Read reports as they come."""
    for report in reports:
        yield read_report(report, engine)
