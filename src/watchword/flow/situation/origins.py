"""Putting reports into origins as they come: which text each prints, and which version it is.

Invariant: a report is placed once, in the order the reports came, by one process at a time. What a
person rules is obeyed for what is placed and for what is still to come.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from watchword.flow.running import Stand, Step, Watcher, unwatched
from watchword.flow.situation.turns import Turn, work_in_turn
from watchword.flow.situation.waiting import ORIGINS, Pages, ToPlace
from watchword.group.shelf import OriginShelf
from watchword.group.traces import pack_trace, unpack_trace
from watchword.model.copy_trace import CopyTrace
from watchword.model.decision import Decision, DecisionKind
from watchword.model.origin import OriginDecision, OriginRuling
from watchword.model.report import Report
from watchword.model.version import VersionDecision
from watchword.store import Store, View
from watchword.store.decisions import each_standing_decision
from watchword.store.origins import (
    add_placements,
    add_successions,
    add_traces,
    count_unplaced_reports,
    each_trace_of,
    first_with_digest,
    placements_in,
    placements_of,
)
from watchword.store.reports import find_in_slot, shared_slots
from watchword.text.versions import slots_of, version_of

_WORK = "placing"
RULES = {DecisionKind.COPY: True, DecisionKind.NOT_COPY: False}


@dataclass(slots=True)
class _Placed:
    """What was decided of a page of reports, and is not added yet.

    Attributes:
        decisions: in their order; of several on one report the last stands.
        versions: which reports are versions.
        by_report: what stands by now on the reports of the page, and on those it has changed.
        by_digest: what stood first on each text.
        reports: the reports that were placed.
        days: reports of the page that were placed, by the day they lie on.
    """

    decisions: list[OriginDecision] = field(default_factory=list)
    versions: list[VersionDecision] = field(default_factory=list)
    by_report: dict[str, OriginDecision] = field(default_factory=dict)
    by_digest: dict[str, OriginDecision] = field(default_factory=dict)
    reports: list[Report] = field(default_factory=list)
    days: dict[date, list[CopyTrace]] = field(default_factory=dict)

    def take(self, trace: CopyTrace, decision: OriginDecision) -> None:
        """Take what was decided of a report."""
        self.change((decision,))
        self.by_digest.setdefault(trace.digest, decision)
        if trace.at is not None:
            self.days.setdefault(trace.at.date(), []).append(trace)

    def change(self, decisions: Iterable[OriginDecision]) -> None:
        """Take decisions that stand from now on."""
        for decision in decisions:
            self.decisions.append(decision)
            self.by_report[decision.report] = decision

    def of_day(self, day: date) -> Iterator[tuple[CopyTrace, OriginDecision]]:
        """What was placed on a day, with what stands."""
        for trace in self.days.get(day, ()):
            yield trace, self.by_report[trace.report]


def place_waiting(
    store: Store, watch: Watcher = unwatched, pages: Pages[ToPlace] | None = None
) -> int:
    """Put every report that waits for it into an origin, and give how many that were.

    Args:
        store: the record.
        watch: is told how far it has come.
        pages: works out what is placed; this process does unless given.

    Raises:
        StoreError: if the store cannot be written; what was added before is kept.
    """
    return work_in_turn(
        store,
        _WORK,
        lambda: _count(store) == 0,
        lambda turn: _place_all(store, turn, watch, pages or ORIGINS.pages()),
    )


def ruling_of(decision: Decision) -> OriginRuling:
    """A person's decision on copies, as the shelf takes it."""
    return OriginRuling(
        report=decision.subject,
        other=decision.value,
        is_copy=RULES[decision.kind],
        by=decision.by,
        at=decision.at,
    )


def _place_all(store: Store, turn: Turn, watch: Watcher, pages: Pages[ToPlace]) -> int:
    shelf, after, done, total = _shelf(store), 0, 0, _count(store)
    while True:
        with store.viewing() as view:
            page = [_timed(each, view.as_of) for each in pages(view, after)]
            if not page:
                return done
            placed = _place_page(view, shelf, page)
        with store.writing() as writing:
            fresh = add_traces(writing, [(each.trace, each.packed) for each in page])
            alone = len(fresh) == len(page)
            kept = [each for each in placed.decisions if alone or each.report in fresh]
            add_placements(writing, kept)
            add_successions(writing, (each for each in placed.versions if each.report in fresh))
        if not alone:  # another process was here: what it decided is taken over
            shelf = _shelf(store)
        turn.take()
        after, done = page[-1].number, done + len(fresh)
        watch(Stand(step=Step.GROUPING, done=done, total=max(total, done)))


def _shelf(store: Store) -> OriginShelf:
    """A shelf that knows the rulings in force; days are given to it as they are asked about."""
    shelf = OriginShelf()
    with store.viewing() as view:
        for decision in each_standing_decision(view):
            if decision.kind in RULES:
                ruling = ruling_of(decision)
                keys = [key for key in (ruling.report, ruling.other) if key]
                shelf.heed(ruling, placements_of(view, keys).values())
    return shelf


def _timed(each: ToPlace, arrived: datetime) -> ToPlace:
    """A report without a date lies where it arrived."""
    if each.trace.at is not None:
        return each
    trace = replace(each.trace, at=arrived)
    return replace(each, trace=trace, packed=pack_trace(trace))


def _place_page(view: View, shelf: OriginShelf, page: Sequence[ToPlace]) -> _Placed:
    placed = _Placed()
    placed.by_digest.update(first_with_digest(view, [each.trace.digest for each in page]))
    shared = shared_slots(view, (slot for each in page for slot in slots_of(each.report)))
    for each in page:
        report, trace = each.report, each.trace
        for day in shelf.days_wanted(trace.at):
            shelf.restore(day, (*_each_kept(view, day), *placed.of_day(day)))
        slots = [slot for slot in slots_of(report) if slot in shared]
        version = _version(view, report, slots, placed) if slots else None
        decision = shelf.place(
            trace,
            version_of=_standing(view, version.older if version else None, placed),
            same_text=placed.by_digest.get(trace.digest),
        )
        placed.take(trace, decision)
        if decision.also:
            placed.change(shelf.join(decision, _members(view, decision, placed)))
        placed.reports.append(report)
        if version is not None:
            placed.versions.append(version)
    return placed


def _version(
    view: View, report: Report, slots: Sequence[tuple[str, ...]], placed: _Placed
) -> VersionDecision | None:
    """Which version a report is of those that came before it, in slots that it shares."""
    found = {each.key: each for slot in slots for each in find_in_slot(view, slot)}
    # Only what came before counts: what waits behind it on this page, or after, does not.
    earlier = {each.key for each in placed.reports} | placements_of(view, list(found)).keys()
    return version_of(report, [each for key, each in found.items() if key in earlier])


def _each_kept(view: View, day: date) -> Iterator[tuple[CopyTrace, OriginDecision]]:
    for packed, decision in each_trace_of(view, day):
        yield unpack_trace(packed), decision


def _members(view: View, decision: OriginDecision, placed: _Placed) -> tuple[OriginDecision, ...]:
    """What stands on every report of the origins that a decision names."""
    origins = {decision.origin, *decision.also}
    kept = {each.report: each for each in placements_in(view, sorted(origins))}
    standing = {**kept, **placed.by_report}
    return tuple(each for each in standing.values() if each.origin in origins)


def _standing(view: View, key: str | None, placed: _Placed) -> OriginDecision | None:
    if key is None:
        return None
    return placed.by_report.get(key) or placements_of(view, [key]).get(key)


def _count(store: Store) -> int:
    with store.viewing() as view:
        return count_unplaced_reports(view)
