"""Reading what is in the record and has not been read.

Invariant: a report is read once, by one process at a time; one that was killed leaves its last
group to be read again, and nothing twice in the record.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from time import monotonic

from watchword import __version__
from watchword.engines import Engine
from watchword.engines.engine import EventEngine
from watchword.flow.ahead import each_ahead
from watchword.flow.running import Stand, Step, Watcher, unwatched, worked
from watchword.flow.situation.correcting import amend_anew
from watchword.flow.situation.turns import Turn, work_in_turn
from watchword.model.read_report import ReadReport
from watchword.model.report import Report, Unread
from watchword.store import Store
from watchword.store.readings import (
    Failure,
    add_readings,
    count_unread_reports,
    each_unread_report,
)

AT_ONCE = 300
"""Readings that are added in one transaction at most."""
LONGEST_S = 5.0
"""Longest time that a reading waits before it is added, in seconds."""
_WORK = "reading"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """Who reads.

    Attributes:
        engine: reads sentences.
        events: reads events.
        name: name and version that its findings bear.
        processes: how many processes read at most.
    """

    engine: Engine
    events: EventEngine | None
    name: str
    processes: int = 1


def reader_named(engine_name: str) -> str:
    """Name and version of what reads: the engine's, and that of the rules beside it."""
    return f"{engine_name} watchword/{__version__}"


def read_waiting(
    store: Store, reader: Reader, watch: Watcher = unwatched, *, again: bool = False
) -> int:
    """Read every report that nobody has read, and give how many that were.

    Where another process is at it, this one waits until that has read everything.

    Args:
        store: the record.
        reader: who reads.
        watch: is told how far it has come.
        again: whether reports are read again that another version has read.

    Raises:
        StoreError: if the store cannot be written; what was added before is kept.
        MissingDataError: if the engine cannot be used.
    """
    by = reader.name if again else None
    return work_in_turn(
        store,
        _WORK,
        lambda: _count(store, by) == 0,
        lambda turn: _read_all(store, reader, (turn, by), watch),
    )


def _read_all(store: Store, reader: Reader, task: tuple[Turn, str | None], watch: Watcher) -> int:
    turn, by = task
    total, done = _count(store, by), 0
    group: list[ReadReport | Failure] = []
    since = monotonic()
    for found in _each_found(store, reader, by):
        group.append(found)
        if len(group) < AT_ONCE and monotonic() - since < LONGEST_S:
            continue
        done += _add(store, group, reader.name)
        turn.take()
        group, since = [], monotonic()
        watch(Stand(step=Step.READING, done=done, total=max(total, done)))
    done += _add(store, group, reader.name)
    watch(Stand(step=Step.READING, done=done, total=max(total, done)))
    return done


def _each_found(store: Store, reader: Reader, by: str | None) -> Iterator[ReadReport | Failure]:
    ahead = each_ahead(
        _each_waiting(store, by), reader.engine, events=reader.events, processes=reader.processes
    )
    for each in ahead:
        if isinstance(each, Unread):
            continue
        report, job = each
        found = worked(report, job)
        if isinstance(found, Unread):
            yield Failure(report=report.key, reason=found.reason)
        else:
            yield found


def _each_waiting(store: Store, by: str | None) -> Iterator[Report]:
    """Reports to read, page by page, those that come meanwhile too."""
    after = 0
    while True:
        with store.viewing() as view:
            page = list(each_unread_report(view, by, after=after))
        if not page:
            return
        for after, report in page:  # noqa: B007 - the last number is where the next page begins
            yield report


def _add(store: Store, group: list[ReadReport | Failure], made_by: str) -> int:
    if not group:
        return 0
    with store.writing() as writing:
        added = add_readings(writing, group, made_by=made_by)
        amend_anew(writing, [each.report.key for each in group if isinstance(each, ReadReport)])
        return added


def _count(store: Store, by: str | None) -> int:
    with store.viewing() as view:
        return count_unread_reports(view, by)
