"""Which of the texts on the shelf a report prints, and the decision in words."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from watchword.group.credits import agency_named
from watchword.group.days import Day, Placed, candidates, each_same
from watchword.group.likeness import (
    LEAST_SHARED,
    are_near,
    have_like_wording,
    likeness,
    share_a_quotation,
)
from watchword.group.traces import runs_in, whole_of
from watchword.model.copy_trace import CopyTrace
from watchword.model.origin import Manner, OriginDecision

MADE_BY = "copies 1"
"""Name and version of what decides here; raised where decisions change."""

_COUNTED = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")

Barred = frozenset[str]
"""Origins that a report must not be put into."""


def decide_ruled(trace: CopyTrace, other: OriginDecision, by: str) -> OriginDecision:
    """Put a report into the origin of the report that a person held it to be a copy of."""
    reason = f"held to be a copy of {other.label} by {by}"
    return replace(_joined(trace, other, Manner.RULED, 1.0, reason), made_by=by)


def decide_ruled_alone(trace: CopyTrace, by: str) -> OriginDecision:
    """Let a report that a person held to be a copy of none open an origin of its own."""
    reason = f"held to be no copy of any other report by {by}"
    return replace(decide_alone(trace), manner=Manner.RULED, reason=reason, made_by=by)


def decide_alone(trace: CopyTrace, quoting: str = "") -> OriginDecision:
    """Let a report open an origin of its own."""
    own = (
        f"credits {trace.agency} in its {trace.credited}"
        if trace.agency
        else "no other report has this text"
    )
    return OriginDecision(
        report=trace.report,
        origin=trace.report,
        copy_of=None,
        manner=Manner.OWN,
        score=0.0,
        reason=f"{own}; {quoting}" if quoting else own,
        label=trace.label,
        outlet=trace.outlet,
        credit=trace.agency,
        agency=trace.agency or agency_named(trace.outlet or ""),
        made_by=MADE_BY,
    )


def decide_as_kin(
    trace: CopyTrace,
    version_of: OriginDecision | None,
    same_text: OriginDecision | None,
    barred: Barred,
) -> OriginDecision | None:
    """Put a report into the origin of its earlier version, or of a long text that it equals."""
    if version_of is not None and version_of.origin not in barred:
        reason = f"a later version of {version_of.label}"
        return _joined(trace, version_of, Manner.VERSION, 1.0, reason)
    if same_text is None or same_text.origin in barred:
        return None
    is_long = (len(runs_in(trace.own)) + len(runs_in(trace.quoted))) >= LEAST_SHARED
    return _as_same(trace, same_text) if is_long else None


def decide_by_text(trace: CopyTrace, days: Sequence[Day], barred: Barred) -> OriginDecision:
    """Compare a report with those of the days around it."""
    equal = [
        placed
        for placed in each_same(days, trace.digest)
        if placed.decision.origin not in barred and are_near(placed.trace.at, trace.at)
    ]
    if equal:
        return _as_same(trace, min(equal, key=lambda placed: placed.rank).decision)
    near = candidates(days, frozenset(whole_of(trace).tolist()), barred)
    for at, placed in enumerate(near):
        found = likeness(trace, placed.trace)
        if found is not None:
            reason = f"{found.score:.0%} of its wording is in {placed.trace.label} ({found.manner})"
            made = _joined(trace, placed.decision, found.manner, found.score, reason)
            return replace(made, also=_also(trace, placed, near[at + 1 :]))
    quoted = (_quotation_reason(trace, placed) for placed in near)
    return decide_alone(trace, next(filter(None, quoted), ""))


def _also(trace: CopyTrace, joined: Placed, others: Iterable[Placed]) -> tuple[str, ...]:
    """Other origins of the text that a report prints.

    Their texts must have wording in common with each other too: a round-up of the day prints
    several texts that are not one.
    """
    found = (
        placed.decision.origin
        for placed in others
        if placed.decision.origin != joined.decision.origin
        and likeness(trace, placed.trace) is not None
        and have_like_wording(joined.trace, placed.trace)
    )
    return tuple(dict.fromkeys(found))


def name_agency(decision: OriginDecision, prints: Iterable[OriginDecision]) -> OriginDecision:
    """Say of a report that repeats an agency's text through how many outlets that text came.

    Args:
        decision: the decision on the report.
        prints: decisions on other reports in its origin.
    """
    if decision.agency is None or decision.copy_of is None:
        return decision
    told = tell_origin(decision.agency, (each.outlet for each in (*prints, decision)))
    own = agency_named(decision.outlet or "") == decision.agency
    first = f"{decision.agency}'s own print; " if own else ""
    return replace(decision, reason=f"{first}{decision.reason}; {told}")


def tell_origin(agency: str, outlets: Iterable[str | None]) -> str:
    """How a text reached its readers: "Reuters", "Reuters via Post", "Reuters via three outlets".

    >>> tell_origin("Reuters", ["Post", "Reuters", "Gazette", "Post"])
    'Reuters via two outlets'
    """
    others = sorted({name for name in outlets if name and agency_named(name) != agency})
    if not others:
        return agency
    if len(others) == 1:
        return f"{agency} via {others[0]}"
    counted = _COUNTED[len(others)] if len(others) < len(_COUNTED) else f"{len(others):,}"
    return f"{agency} via {counted} outlets"


def _as_same(trace: CopyTrace, other: OriginDecision) -> OriginDecision:
    return _joined(trace, other, Manner.SAME, 1.0, f"the same text as {other.label}")


def _joined(
    trace: CopyTrace, other: OriginDecision, manner: Manner, score: float, reason: str
) -> OriginDecision:
    return replace(
        decide_alone(trace),
        origin=other.origin,
        copy_of=other.report,
        manner=manner,
        score=score,
        reason=reason,
        agency=trace.agency or other.agency or agency_named(trace.outlet or ""),
    )


def _quotation_reason(trace: CopyTrace, placed: Placed) -> str:
    if not share_a_quotation(trace, placed.trace):
        return ""
    return f"shares a long quotation with {placed.trace.label}, which makes no copy"
