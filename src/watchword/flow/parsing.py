"""Reports into sentences as an engine reads them, before any claim is looked for."""

import logging
from collections.abc import Iterator
from dataclasses import dataclass

from watchword.collect import collect
from watchword.engines import Engine
from watchword.errors import WatchwordError
from watchword.flow.reading import is_read
from watchword.flow.running import Inputs, Stand, Step, Watcher, unwatched
from watchword.model.reading import Reading
from watchword.model.report import Report, Unread
from watchword.text.sentences import Sentence, find_sentences
from watchword.text.words import find_words

_log = logging.getLogger(__name__)


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
        WatchwordError: if the engine itself cannot be used.
    """
    done = unread = 0
    for result in collect(
        inputs.sources, limits=inputs.limits, mapping=inputs.mapping, stdin=inputs.stdin
    ):
        found = result if isinstance(result, Unread) else _parse(result, engine)
        if isinstance(found, Unread):
            unread += found.count
        else:
            done += 1
        yield found
        watch(Stand(step=Step.READING, done=done, unread=unread))


def _parse(report: Report, engine: Engine) -> ParsedReport | Unread:
    """Parse one report; a fault of the reading costs this report and nothing else."""
    if not is_read(report):
        reason = f"sentences in “{report.language}” are not read"
        return Unread(found_at=report.found_at, reason=reason)
    try:
        return parse_report(report, engine)
    except WatchwordError:  # the engine cannot be used, for any report
        raise
    except Exception as error:  # noqa: BLE001 - the outermost loop: the other reports go on
        _log.debug("report %s could not be parsed", report.key, exc_info=True)
        kind = type(error).__name__
        reason = f"Watchword failed on its text, which is a fault of Watchword: {kind}"
        return Unread(found_at=report.found_at, reason=reason)
