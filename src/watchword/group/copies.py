"""Which reports of a batch print one text: wire copies, cut or rewritten copies, later versions.

Invariant: every report is in exactly one origin, and the order of the input does not matter.
"""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from itertools import pairwise

from watchword.group.credits import agency_named
from watchword.group.shelf import OriginShelf
from watchword.group.traces import trace_of
from watchword.model.origin import Origin, OriginDecision
from watchword.model.report import Report
from watchword.text.versions import find_versions

_UNDATED = datetime.max.replace(tzinfo=UTC)


def find_origins(reports: Sequence[Report]) -> tuple[Origin, ...]:
    """Group reports by the text they print.

    A report joins an origin as a later version of a report in it (see `text.versions`), as the
    same text letter for letter, or as a copy: most of the shorter text's wording outside of long
    quotations is in the other, names and numbers agree, and the two lie days apart at most.
    A long quotation in common makes no copy; the reason says so.
    """
    return gather_origins(decide_origins(reports))


def decide_origins(reports: Iterable[Report]) -> tuple[OriginDecision, ...]:
    """Put the reports of a batch on a shelf in the order of their time."""
    batch = sorted({report.key: report for report in reports}.values(), key=_by_time)
    earlier = {
        newer.key: older.key for chain in find_versions(batch) for older, newer in pairwise(chain)
    }
    shelf = OriginShelf(most_kept=None)
    made: dict[str, OriginDecision] = {}
    texts: dict[str, str] = {}
    for report in batch:
        trace = trace_of(report)
        decision = shelf.place(
            trace,
            version_of=made.get(earlier.get(report.key, "")),
            same_text=made.get(texts.get(trace.digest, "")),
        )
        made[report.key] = decision
        if decision.also:
            made |= {each.report: each for each in shelf.join(decision, made.values())}
        texts.setdefault(trace.digest, report.key)
    return tuple(made.values())


def gather_origins(decisions: Iterable[OriginDecision]) -> tuple[Origin, ...]:
    """The origins that decisions make, in the order of their first reports.

    The agency's own print stands first, else the report that is given first.

    Args:
        decisions: standing decisions, in the order of their reports' time.
    """
    members: dict[str, list[OriginDecision]] = {}
    for decision in decisions:
        members.setdefault(decision.origin, []).append(decision)
    return tuple(_origin(prints) for prints in members.values())


def _by_time(report: Report) -> tuple[datetime, str]:
    return (report.published.at or _UNDATED, report.key)


def _origin(prints: list[OriginDecision]) -> Origin:
    agency = next((each.credit for each in prints if each.credit), None)
    own = next((each for each in prints if agency and _outlet_is(each, agency)), None)
    first = own or prints[0]
    ordered = [first, *(each for each in prints if each is not first)]
    return Origin(
        key=first.report,
        name=agency or first.outlet or "outlet not named",
        reports=tuple(each.report for each in ordered),
        reasons=tuple(f"{agency}'s own print" if each is own else each.reason for each in ordered),
    )


def _outlet_is(decision: OriginDecision, agency: str) -> bool:
    return agency_named(decision.outlet or "") == agency
