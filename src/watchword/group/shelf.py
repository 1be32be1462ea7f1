"""Origins of reports as they arrive: which text each report prints, decided once, in one pass.

Invariant: a decision depends on the report, on the rulings, and on the reports that lie within
`DAYS_APART` of it: neither on how long the shelf has run nor on what it has forgotten.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime

from watchword.group.days import Day, Placed, day_of, place_of
from watchword.group.deciding import (
    decide_as_kin,
    decide_by_text,
    decide_ruled,
    decide_ruled_alone,
    name_agency,
)
from watchword.group.likeness import DAYS_APART
from watchword.group.rulings import Rulings, decide_again, join_origins
from watchword.model.copy_trace import CopyTrace
from watchword.model.origin import OriginDecision, OriginRuling

MOST_KEPT = 50_000
"""Reports that a shelf keeps by itself; days that are not asked about are forgotten beyond it."""


class OriginShelf:
    """The reports of the days that are being asked about, and the origins they were put into.

    Reports may come in any order of time. Before a report is placed, `days_wanted` tells which
    days the shelf does not hold; what the record has of them is given to `restore`. Where there
    is no record of a day, nothing is given, and the day is taken to be empty.
    """

    def __init__(self, *, most_kept: int | None = MOST_KEPT) -> None:
        """Begin with an empty shelf.

        Args:
            most_kept: reports after which days that have not been asked about for longest are
                forgotten; None to keep all. A report's own days are never forgotten for it.
        """
        self._most = most_kept
        self._kept = 0
        self._days: dict[date | None, Day] = {}
        self._rulings = Rulings()

    def days_wanted(self, at: datetime | None) -> tuple[date, ...]:
        """Days whose reports are needed to place a report of this time, and are not held."""
        return tuple(day for day in _days_around(at) if day not in self._days)

    def restore(self, day: date, kept: Iterable[tuple[CopyTrace, OriginDecision]]) -> None:
        """Take back what the record has of a day, in any order, with its standing decisions."""
        self._forget(day)
        self._days[day] = Day()
        for trace, decision in kept:
            self._add(place_of(trace, decision))

    def place(
        self,
        trace: CopyTrace,
        *,
        version_of: OriginDecision | None = None,
        same_text: OriginDecision | None = None,
    ) -> OriginDecision:
        """Decide which origin a report belongs to, and keep the report in mind.

        A person's ruling comes first; then a report that is a later version joins the earlier
        one's origin; then one whose text is another's, letter for letter, or whose wording is
        mostly another's. All others open an origin. A report that lies on the shelf already has
        its standing decision given back.

        Args:
            trace: what `trace_of` makes of the report.
            version_of: standing decision on the report that it is a later version of.
            same_text: standing decision on an earlier report of any time with the same digest,
                as the shelf knows those of near days alone. It is passed over for short texts,
                which happen to be equal.
        """
        around = _days_around(trace.at)
        days = self._around(around)
        known = next((day.placed[trace.report] for day in days if trace.report in day.placed), None)
        if known is not None:
            return known.decision
        decision = self._decide(trace, days, version_of, same_text)
        self._rulings.learn(decision)
        self._add(place_of(trace, decision))
        self._make_room(around)
        return decision

    def obey(
        self, ruling: OriginRuling, standing: Iterable[OriginDecision]
    ) -> tuple[OriginDecision, ...]:
        """Take a person's ruling, for what is on the record and for what is still to come.

        Args:
            ruling: the ruling.
            standing: the standing decisions on every report in the origins of the two reports
                that it speaks of; none where a report has not come yet.

        Returns:
            The decisions that are new by it, which the record keeps; none where all stands so.
        """
        known = tuple(standing)
        changed = decide_again(ruling, known)
        self.heed(ruling, known)
        self._move(changed)
        return changed

    def join(
        self, decision: OriginDecision, standing: Iterable[OriginDecision]
    ) -> tuple[OriginDecision, ...]:
        """Make one origin of those that a decision names in `also`.

        Args:
            decision: what `place` gave.
            standing: the standing decisions on every report in the origins that it names.

        Returns:
            The decisions that are new by it, which the record keeps.
        """
        apart = self._rulings.barred_in(decision.origin)
        free = replace(decision, also=tuple(each for each in decision.also if each not in apart))
        changed = join_origins(free, standing)
        self._move(changed)
        return changed

    def heed(self, ruling: OriginRuling, standing: Iterable[OriginDecision] = ()) -> None:
        """Take up a ruling that the record has been through already, as after a restart.

        Args:
            ruling: the ruling.
            standing: the standing decisions on the reports that it speaks of.
        """
        self._rulings.add(ruling)
        for decision in standing:
            self._rulings.learn(decision)

    def _decide(
        self,
        trace: CopyTrace,
        days: Sequence[Day],
        version_of: OriginDecision | None,
        same_text: OriginDecision | None,
    ) -> OriginDecision:
        ruled = self._rulings.joined(trace.report)
        if ruled is not None:
            by, other = ruled
            return decide_ruled(trace, other, by)
        alone = self._rulings.alone(trace.report)
        if alone is not None:
            return decide_ruled_alone(trace, alone)
        barred = self._rulings.barred(trace.report)
        kin = decide_as_kin(trace, version_of, same_text, barred)
        decision = kin or decide_by_text(trace, days, barred)
        prints = (each for day in days for each in day.prints_of(decision.origin))
        return name_agency(decision, prints)

    def _around(self, around: Sequence[date]) -> list[Day]:
        """The days that a report is compared with, which are held from now on; none means all."""
        if not around:
            return list(self._days.values())
        for day in around:
            # The days asked about last stand last, and are the last to be forgotten.
            self._days[day] = self._days.pop(day) if day in self._days else Day()
        undated = self._days.get(None)
        return [self._days[day] for day in around] + ([undated] if undated else [])

    def _add(self, placed: Placed) -> None:
        day = self._days.setdefault(day_of(placed.trace.at), Day())
        day.add(placed)
        self._kept += 1

    def _move(self, changed: Iterable[OriginDecision]) -> None:
        """Put reports under their new origins, on the shelf and in the rulings' mind."""
        fresh = {decision.report: decision for decision in changed}
        for decision in fresh.values():
            self._rulings.learn(decision)
        for day in [day for day, held in self._days.items() if held.placed.keys() & fresh.keys()]:
            held = self._days[day]
            self._days[day] = Day()
            for report, placed in held.placed.items():
                self._days[day].add(replace(placed, decision=fresh.get(report, placed.decision)))

    def _make_room(self, needed: Sequence[date]) -> None:
        if self._most is None or self._kept <= self._most:
            return
        for day in list(self._days):
            if day is not None and day not in needed:
                self._forget(day)
            if self._kept <= self._most:
                return

    def _forget(self, day: date) -> None:
        gone = self._days.pop(day, None)
        self._kept -= len(gone.placed) if gone else 0


def _days_around(at: datetime | None) -> tuple[date, ...]:
    """The days in which a copy of a text of this time may lie, the earliest first."""
    if at is None:
        return ()
    day = at.toordinal()
    first, last = max(1, day - DAYS_APART), min(date.max.toordinal(), day + DAYS_APART)
    return tuple(map(date.fromordinal, range(first, last + 1)))
