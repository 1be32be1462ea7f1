"""Reports into sentences as an engine reads them, before any claim is looked for."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from watchword.engines import Engine
from watchword.flow.extracting import is_read
from watchword.flow.running import Inputs, Watcher, each_worked, unwatched
from watchword.model.reading import Reading
from watchword.model.report import Report, Unread
from watchword.text.sentences import Sentence, find_sentences
from watchword.text.words import find_words


@dataclass(frozen=True, slots=True, kw_only=True)
class ParsedReport:
    """A report with its sentences, each as an engine read it."""

    report: Report
    sentences: tuple[tuple[Sentence, Reading], ...]


def parse_report(report: Report, engine: Engine) -> ParsedReport:
    """Cut a report into sentences, and read them."""
    sentences = find_sentences(report.text)
    readings = engine.read([find_words(report.text, each.start, each.end) for each in sentences])
    return ParsedReport(report=report, sentences=tuple(zip(sentences, readings, strict=True)))


def each_parsed(
    inputs: Inputs, engine: Engine, watch: Watcher = unwatched
) -> Iterator[ParsedReport | Unread]:
    """Parse everything, one report at a time, holding none of them.

    Raises:
        MissingDataError: if the engine cannot be used.
    """
    for found, stand in each_worked(inputs, partial(_parse, engine=engine)):
        yield found
        watch(stand)


def _parse(report: Report, engine: Engine) -> ParsedReport | Unread:
    if is_read(report):
        return parse_report(report, engine)
    reason = f"sentences in “{report.language}” are not read"
    return Unread(found_at=report.found_at, reason=reason)
