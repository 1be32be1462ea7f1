"""A run over everything a user names: collect, read, and tell how far it has come.

Invariant: bad input never ends a run; what cannot be read comes out as an `Unread`.
"""

import logging
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import partial
from typing import BinaryIO, TypeVar

from watchword.collect import Limits, collect
from watchword.config import Settings
from watchword.engines import Carried, Engine, ReadingEngine
from watchword.engines.engine import EventEngine
from watchword.errors import MissingDataError
from watchword.flow.ahead import each_ahead
from watchword.model.read_report import ReadReport
from watchword.model.report import Report, Unread

_log = logging.getLogger(__name__)

Found = TypeVar("Found")


class Step(StrEnum):
    """What a run is at."""

    COLLECTING = "collecting reports"
    VISITING = "visiting feeds"
    READING = "reading reports"
    GROUPING = "grouping reports"
    ACTORS = "seeing actors"
    STORIES = "telling stories"
    RELATING = "relating what is known"
    WATCHING = "watching for indicators"
    DELIVERING = "sending alerts"
    WRITING = "writing the brief"
    ORDERING = "asking the language model for an order"
    WORDING = "asking the language model for wordings"
    TRANSLATING = "asking the language model for a translation"
    CHECKING = "checking the brief"
    ALTERING = "altering briefs"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stand:
    """How far a run has come.

    Attributes:
        step: what it is at.
        done: reports, or alterations, done in this step.
        total: out of how many, None where that is not known.
        claims: claims found so far.
        unread: inputs that could not be read so far.
    """

    step: Step
    done: int = 0
    total: int | None = None
    claims: int = 0
    unread: int = 0


Watcher = Callable[[Stand], None]
"""Is told how far a run has come, after every report."""


def unwatched(_stand: Stand) -> None:
    """Tell nobody."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Inputs:
    """What a user gave to read.

    Attributes:
        sources: paths, addresses, or `-` for standard input.
        limits: how much is read at most.
        mapping: column of each field of a record, None for the default names.
        stdin: what `-` stands for; the process's own standard input where None.
        processes: how many processes read them at most, where there is enough to read.
    """

    sources: tuple[str, ...]
    limits: Limits
    mapping: Mapping[str, str] | None = None
    stdin: BinaryIO | None = None
    processes: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathered:
    """Everything that was read, and what could not be.

    Attributes:
        read: reports with what was found in them; their raw bytes are let go.
        unread: what could not be read.
    """

    read: tuple[ReadReport, ...]
    unread: tuple[Unread, ...]

    @property
    def claims(self) -> int:
        """How many claims were found."""
        return sum(len(each.extraction.claims) for each in self.read)


def limits_of(settings: Settings) -> Limits:
    """The bounds that the settings set."""
    return Limits(
        max_bytes=settings.max_bytes,
        timeout_s=settings.timeout_s,
        allow_private=settings.allow_private,
    )


def engine_of(settings: Settings) -> ReadingEngine:
    """The language model that the settings name, opened when it is first asked."""
    return ReadingEngine(Carried(settings.reader))


def each_read(
    inputs: Inputs,
    engine: Engine,
    watch: Watcher = unwatched,
    *,
    events: EventEngine | None = None,
) -> Iterator[ReadReport | Unread]:
    """Read everything, some reports at a time, holding none of those that were given.

    Args:
        inputs: what to read.
        engine: what reads the sentences.
        watch: is told how far the run has come.
        events: what reads events, None where none are asked for: it is a second pass.

    Raises:
        MissingDataError: if the engine cannot be used.
    """
    claims = 0
    ahead = each_ahead(each_collected(inputs), engine, events=events, processes=inputs.processes)
    for found, stand in _each_counted(ahead):
        yield found
        claims += 0 if isinstance(found, Unread) else len(found.extraction.claims)
        watch(replace(stand, claims=claims))


def each_worked(
    inputs: Inputs, work: Callable[[Report], Found | Unread]
) -> Iterator[tuple[Found | Unread, Stand]]:
    """Collect everything and work on one report at a time; with each, how far the run has come."""
    yield from _each_counted(
        each if isinstance(each, Unread) else (each, partial(work, each))
        for each in each_collected(inputs)
    )


def _each_counted(
    jobs: Iterable[tuple[Report, Callable[[], Found | Unread]] | Unread],
) -> Iterator[tuple[Found | Unread, Stand]]:
    done = unread = 0
    for job in jobs:
        found = job if isinstance(job, Unread) else worked(*job)
        if isinstance(found, Unread):
            unread += found.count
        else:
            done += 1
        yield found, Stand(step=Step.READING, done=done, unread=unread)


def gather(
    inputs: Inputs,
    engine: Engine,
    watch: Watcher = unwatched,
    *,
    events: EventEngine | None = None,
) -> Gathered:
    """Read everything and keep it: first collected, so that it is known how much there is.

    Args:
        inputs: what to read.
        engine: what reads the sentences.
        watch: is told how far the run has come.
        events: what reads events, None where none are asked for.
    """
    reports, unread = _collect_all(inputs, watch)
    counted = sum(each.count for each in unread)
    read: list[ReadReport] = []
    claims = 0
    ahead = each_ahead(reports, engine, events=events, processes=inputs.processes)
    jobs = (each for each in ahead if not isinstance(each, Unread))
    for done, job in enumerate(jobs, start=1):
        found = worked(*job)
        if isinstance(found, Unread):
            unread.append(found)
            counted += found.count
        else:
            read.append(found)
            claims += len(found.extraction.claims)
        watch(
            Stand(step=Step.READING, done=done, total=len(reports), claims=claims, unread=counted)
        )
    return Gathered(read=tuple(read), unread=tuple(unread))


def texts_of(inputs: Inputs, watch: Watcher = unwatched) -> tuple[dict[str, str], list[Unread]]:
    """The texts of reports by their SHA-256, for a brief that was written without them."""
    reports, unread = _collect_all(inputs, watch)
    return {report.text_sha256: report.text for report in reports}, unread


def _collect_all(inputs: Inputs, watch: Watcher) -> tuple[Sequence[Report], list[Unread]]:
    reports: list[Report] = []
    unread: list[Unread] = []
    counted = 0
    for result in each_collected(inputs):
        if isinstance(result, Unread):
            unread.append(result)
            counted += result.count
        else:
            reports.append(replace(result, raw=b""))
        watch(Stand(step=Step.COLLECTING, done=len(reports), unread=counted))
    return reports, unread


def each_collected(inputs: Inputs) -> Iterator[Report | Unread]:
    """Everything that the inputs hold, as it is collected."""
    return collect(inputs.sources, limits=inputs.limits, mapping=inputs.mapping, stdin=inputs.stdin)


def worked(report: Report, job: Callable[[], Found | Unread]) -> Found | Unread:
    """Do what is to be done for a report; a fault costs this report and nothing else.

    Raises:
        MissingDataError: if the engine cannot be used, for this report or any other.
    """
    try:
        return job()
    except MissingDataError:
        raise
    except Exception as error:  # noqa: BLE001 - the outermost loop: the other reports go on
        _log.debug("report %s could not be read", report.key, exc_info=True)
        reason = f"Watchword failed on its text, which is a fault of Watchword: {_kind(error)}"
        return Unread(found_at=report.found_at, reason=reason)


def _kind(error: Exception) -> str:
    return type(error).__name__
