"""Living through an archive: its reports come into the record in the order they were published.

What each day brought is collected, read and grouped before the next day begins, and is known from
when it was published, so that a brief as of a day in the past shows what was known then. Reports
without a date come last.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from itertools import groupby

from watchword.flow.situation.recording import Recorded, record
from watchword.model.report import Report, Unread
from watchword.store import Store

_UNDATED = datetime.max.replace(tzinfo=UTC)


class ReplayClock:
    """A clock that stands where the replay has come to.

    Args:
        now: the machine's clock, for what has no date.
    """

    def __init__(self, now: Callable[[], datetime]) -> None:
        self._now = now
        self._at: datetime | None = None

    def set(self, at: datetime | None) -> None:
        """Put it to a time; None for the machine's."""
        self._at = at

    def __call__(self) -> datetime:
        """Tell the time."""
        return self._at or self._now()


def replay(
    store: Store,
    clock: ReplayClock,
    found: Iterable[Report | Unread],
    work: Callable[[], object],
) -> Recorded:
    """Add reports day by day, and do the work of each day before the next.

    A day that the record has lived through already cannot be lived through again: what comes late
    is known from the instant that the record has reached.

    Args:
        store: the record, whose clock is the one given.
        clock: is put to the day's last report before anything of that day is added.
        found: everything that was collected; it is sorted, and so held.
        work: reads and groups what waits.

    Raises:
        StoreError: if the store cannot be written; the days before are kept.
    """
    total = Recorded()
    for at, part in _each_day(found):
        clock.set(at)
        is_late = _is_late(store, at)
        added = record(store, part)
        total += replace(added, late=added.new if is_late else 0)
        work()
    return total


def _is_late(store: Store, at: datetime | None) -> bool:
    """Whether the record is past the end of a day already."""
    with store.viewing() as view:
        return at is not None and view.as_of.date() > at.date()


def _each_day(
    found: Iterable[Report | Unread],
) -> Iterator[tuple[datetime | None, list[Report | Unread]]]:
    """Everything by the day of its publication, each with its last time; the undated last."""
    for day, part in groupby(sorted(found, key=_time), key=lambda each: _time(each).date()):
        each_day = list(part)
        yield (None if day == _UNDATED.date() else _time(each_day[-1])), each_day


def _time(each: Report | Unread) -> datetime:
    return (each.published.at or _UNDATED) if isinstance(each, Report) else _UNDATED
