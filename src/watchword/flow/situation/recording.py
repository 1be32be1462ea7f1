"""Reports into the record, in groups: what was added is there whatever happens next.

Invariant: a group is added whole or not at all, and a report once, however often it comes.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from time import monotonic

from watchword.flow.running import Stand, Step, Watcher, unwatched
from watchword.model.report import Report, Unread
from watchword.store import Store, Writing
from watchword.store.reports import add_reports, add_unread

AT_ONCE = 500
"""Reports that are added in one transaction at most."""
LONGEST_S = 2.0
"""Longest time that a collected report waits before it is added, in seconds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded:
    """What came of collecting.

    Attributes:
        new: reports that the record had not got.
        known: reports that it had.
        unread: inputs that could not be read as reports.
        late: new reports of a replay that are known only from the instant that the record had
            reached, since they were published before it.
    """

    new: int = 0
    known: int = 0
    unread: int = 0
    late: int = 0

    def __add__(self, other: "Recorded") -> "Recorded":
        """Both together."""
        return Recorded(
            new=self.new + other.new,
            known=self.known + other.known,
            unread=self.unread + other.unread,
            late=self.late + other.late,
        )


@dataclass(slots=True, kw_only=True)
class Group:
    """What was collected and is not added yet."""

    reports: list[Report] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)
    since: float = field(default_factory=monotonic)

    def take(self, found: Report | Unread) -> None:
        """Put something to the others."""
        if isinstance(found, Unread):
            self.unread.append(found)
        else:
            self.reports.append(replace(found, raw=b""))

    @property
    def is_due(self) -> bool:
        """Whether it should be added before more is collected."""
        waiting = len(self.reports) + len(self.unread)
        return waiting >= AT_ONCE or (waiting > 0 and monotonic() - self.since > LONGEST_S)

    def add(self, writing: Writing, *, feed: str | None = None) -> Recorded:
        """Add everything."""
        new = add_reports(writing, self.reports, feed=feed)
        add_unread(writing, self.unread, feed=feed)
        counted = sum(each.count for each in self.unread)
        return Recorded(new=new, known=len(self.reports) - new, unread=counted)


def record(store: Store, found: Iterable[Report | Unread], watch: Watcher = unwatched) -> Recorded:
    """Add what is collected, some at a time.

    Args:
        store: the record.
        found: reports and what is none, as they are collected.
        watch: is told how far it has come.

    Raises:
        StoreError: if the store cannot be written; what was added before is kept.
    """
    total = Recorded()
    for group in _each_group(found):
        with store.writing() as writing:
            total += group.add(writing)
        watch(Stand(step=Step.COLLECTING, done=total.new + total.known, unread=total.unread))
    return total


def _each_group(found: Iterable[Report | Unread]) -> Iterator[Group]:
    group = Group()
    for each in found:
        group.take(each)
        if group.is_due:
            yield group
            group = Group()
    if group.reports or group.unread:
        yield group
