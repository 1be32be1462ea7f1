"""What people decided about copies, obeyed for reports on the record and for those to come.

Of two rulings on the same reports the later one stands.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from watchword.group.credits import agency_named
from watchword.model.origin import Manner, OriginDecision, OriginRuling


def decide_again(
    ruling: OriginRuling, standing: Iterable[OriginDecision]
) -> tuple[OriginDecision, ...]:
    """The decisions that a ruling changes; none where all stands as it says.

    What repeats the report that moves, and what repeats that, moves with it.

    Args:
        ruling: the ruling.
        standing: the standing decisions on every report in the origins of the two reports.
    """
    known = {decision.report: decision for decision in standing}
    report = known.get(ruling.report)
    other = known.get(ruling.other) if ruling.other else None
    if report is None or (ruling.other and other is None):
        return ()
    if ruling.is_copy:
        return _moved_to(other, report, known, ruling) if other else ()
    if other is not None and report.origin != other.origin:
        return ()
    return _parted(_leaver(report, other, known), other, known, ruling)


def join_origins(
    decision: OriginDecision, standing: Iterable[OriginDecision]
) -> tuple[OriginDecision, ...]:
    """The decisions that change as other origins turn out to print a report's text.

    Args:
        decision: the decision on the report.
        standing: the standing decisions on every report in the origins that it names.
    """
    return tuple(
        replace(
            each,
            origin=decision.origin,
            agency=each.agency or decision.agency,
            reason=f"{each.reason}; the same text as {decision.label}, which came later",
            made_by=decision.made_by,
        )
        for each in standing
        if each.origin in decision.also
    )


class Rulings:
    """The rulings in force, and where the reports that they speak of lie."""

    def __init__(self) -> None:
        self._by_report: dict[str, list[OriginRuling]] = {}
        self._decisions: dict[str, OriginDecision] = {}

    def add(self, ruling: OriginRuling) -> None:
        """Take a ruling in force."""
        for report in filter(None, (ruling.report, ruling.other)):
            rulings = self._by_report.setdefault(report, [])
            rulings.append(ruling)
            rulings.sort(key=lambda each: each.at, reverse=True)

    def learn(self, decision: OriginDecision) -> None:
        """Keep in mind where a report lies, if a ruling speaks of it."""
        if decision.report in self._by_report:
            self._decisions[decision.report] = decision

    def joined(self, report: str) -> tuple[str, OriginDecision] | None:
        """Who ruled that a report is a copy, and of what; None where nobody did."""
        for ruling in self._in_force(report):
            if ruling.other is None:
                return None
            partner = self._decisions.get(_partner(ruling, report))
            if ruling.is_copy and partner is not None:
                return ruling.by, partner
        return None

    def alone(self, report: str) -> str | None:
        """Who ruled that a report is a copy of none; None where nobody did."""
        return next((each.by for each in self._in_force(report) if each.other is None), None)

    def barred(self, report: str) -> frozenset[str]:
        """Origins of the reports that it is ruled to be no copy of."""
        partners = (
            self._decisions.get(_partner(ruling, report))
            for ruling in self._in_force(report)
            if not ruling.is_copy
        )
        return frozenset(partner.origin for partner in partners if partner is not None)

    def barred_in(self, origin: str) -> frozenset[str]:
        """Origins that an origin must not be made one with, for the sake of a report in it."""
        members = [key for key, each in self._decisions.items() if each.origin == origin]
        return frozenset().union(*map(self.barred, members))

    def _in_force(self, report: str) -> Iterator[OriginRuling]:
        """Rulings on a report, the latest first, without those that a later one set aside."""
        settled: set[str] = set()
        for ruling in self._by_report.get(report, ()):
            if ruling.other is None:
                if ruling.report == report:
                    yield ruling
                    return
                continue
            partner = _partner(ruling, report)
            if partner not in settled:
                settled.add(partner)
                yield ruling


def _partner(ruling: OriginRuling, report: str) -> str:
    return (ruling.other or "") if ruling.report == report else ruling.report


def _moved_to(
    other: OriginDecision,
    report: OriginDecision,
    known: Mapping[str, OriginDecision],
    ruling: OriginRuling,
) -> tuple[OriginDecision, ...]:
    if report.origin == other.origin:
        return ()
    moved = replace(
        report,
        origin=other.origin,
        copy_of=other.report,
        manner=Manner.RULED,
        score=1.0,
        reason=f"held to be a copy of {other.label} by {ruling.by}",
        agency=report.credit or other.agency,
        made_by=ruling.by,
    )
    return (moved, *_followers(report, other.origin, known, ruling))


def _parted(
    leaver: OriginDecision,
    other: OriginDecision | None,
    known: Mapping[str, OriginDecision],
    ruling: OriginRuling,
) -> tuple[OriginDecision, ...]:
    if leaver.report == leaver.origin:
        return ()
    stays = other if other is not None and other.report != leaver.report else None
    of_what = (stays or known[ruling.report]).label if other is not None else "any other report"
    parted = replace(
        leaver,
        origin=leaver.report,
        copy_of=None,
        manner=Manner.RULED,
        score=0.0,
        reason=f"held to be no copy of {of_what} by {ruling.by}",
        agency=leaver.credit or agency_named(leaver.outlet or ""),
        made_by=ruling.by,
    )
    return (parted, *_followers(leaver, leaver.report, known, ruling))


def _leaver(
    report: OriginDecision, other: OriginDecision | None, known: Mapping[str, OriginDecision]
) -> OriginDecision:
    """Which of two reports leaves: the one that repeats the other, never the origin's first."""
    if other is None:
        return report
    is_first = report.report == report.origin
    return other if is_first or _repeats(other, report.report, known) else report


def _followers(
    leader: OriginDecision,
    origin: str,
    known: Mapping[str, OriginDecision],
    ruling: OriginRuling,
) -> Iterator[OriginDecision]:
    for decision in known.values():
        if decision.report != leader.report and _repeats(decision, leader.report, known):
            reason = f"{decision.reason}; follows {leader.label}"
            yield replace(decision, origin=origin, reason=reason, made_by=ruling.by)


def _repeats(decision: OriginDecision, report: str, known: Mapping[str, OriginDecision]) -> bool:
    """Whether what a report repeats leads to another report."""
    seen: set[str] = set()
    ahead = decision.copy_of
    while ahead and ahead not in seen:
        if ahead == report:
            return True
        seen.add(ahead)
        ahead = known[ahead].copy_of if ahead in known else None
    return False
