"""`watchword claim`: one claim, who agrees with it, who does not, and how it is told again."""

from collections.abc import Iterator
from dataclasses import dataclass

from watchword.cli.claim_lines import claim_line
from watchword.cli.screen import one_line, tell, tell_json
from watchword.cli.table import OWN_VOICE
from watchword.cli.viewing import ViewOrder, see_around
from watchword.flow.corroboration_records import corroboration_record
from watchword.flow.weighing import bench_of
from watchword.model.attribution import Link
from watchword.model.claim import Claim
from watchword.model.corroboration import Bearing, Corroboration, Side
from watchword.model.drift import Drift
from watchword.model.known import Known
from watchword.relate.corroboration import find_claim, find_corroboration
from watchword.relate.drift import drifts_of, find_drifts

_HEADS = {
    Bearing.SUPPORTS: "told by",
    Bearing.DENIES: "denied by",
    Bearing.OTHER_FIGURE: "another figure",
    Bearing.OTHER_PLACE: "another place",
    Bearing.OTHER_TIME: "another time",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimOrder:
    """What was asked for, as typed.

    Attributes:
        view: what is looked at.
        name: the claim's key, or the beginning of it.
    """

    view: ViewOrder
    name: str


def show(order: ClaimOrder) -> None:
    """Print one claim with its chain, its places in the text, and what others say of it."""
    known = see_around(order.view, order.name)
    claim = find_claim(known, order.name)
    bench = bench_of(known)
    found = find_corroboration(known, claim.key, bench)
    drifts = drifts_of(find_drifts(known, bench), claim.key)
    if order.view.as_json:
        tell_json(corroboration_record(found, drifts, known))
        return
    for line in (*_each_of_claim(claim, known), *_each_of(found, known)):
        tell(line)
    for drift in drifts:
        for line in each_of_drift(drift, known):
            tell(line)


def each_of_drift(drift: Drift, known: Known) -> Iterator[str]:
    """The lines of one drift: which way, in what, and both tellings."""
    order = "" if drift.is_order_known else "; which came first is not known"
    yield f"{drift.way.value} ({drift.retelling.value}{order}): {_steps(drift)}"
    yield f"    {claim_line(drift.earlier, known)}"
    yield f"    {claim_line(drift.later, known)}"


def _steps(drift: Drift) -> str:
    return one_line("; ".join(f"{step.respect.value}: {step.told}" for step in drift.steps))


def _each_of_claim(claim: Claim, known: Known) -> Iterator[str]:
    report = known.reports[claim.report]
    at = f"{report.published.at:%Y-%m-%d}" if report.published.at else "undated"
    place = f"characters {claim.content.start} to {claim.content.end}"
    yield f"claim {claim.key}: “{one_line(claim.content.quote)}”"
    yield f"  in: “{one_line(claim.sentence.quote)}”"
    yield f"  report: {one_line(report.outlet or 'outlet not named')}, {at}, {report.key}, {place}"
    chain = " < ".join(_link(link) for link in claim.attribution.links) or OWN_VOICE
    cue = f" ({one_line(claim.attribution.cue)})" if claim.attribution.cue else ""
    yield f"  from: {chain}{cue}; {claim.modality.value}"


def _link(link: Link) -> str:
    return one_line(f"{link.name}, {link.role}" if link.role else link.name)


def _each_of(found: Corroboration, known: Known) -> Iterator[str]:
    if found.withdrawn:
        yield f"  withdrawn: {one_line(found.withdrawn)}; it counts for nothing"
    reasons = one_line("; ".join(found.reasons))
    yield f"  credibility {found.credibility.value}: {reasons}"
    parties = "; only a party to the claim says so" if found.party_only else ""
    yield f"  {found.independent} independent for it, {found.denying} against{parties}"
    for bearing, head in _HEADS.items():
        sides = [side for side in found.sides if side.bearing is bearing]
        if sides:
            yield f"{head}:"
        for side in sides:
            yield f"  {_side(side)}"
            yield from (f"    {claim_line(key, known)}" for key in side.claims)


def _side(side: Side) -> str:
    marks = [
        *([side.words] if side.bearing not in {Bearing.SUPPORTS, Bearing.DENIES} else []),
        *(["a party to the claim"] if side.party else []),
        *([] if side.counts or side.withdrawn else ["does not count: hearsay or nameless"]),
        *([f"withdrawn: {side.withdrawn}"] if side.withdrawn else []),
    ]
    return one_line("; ".join([side.source, *marks]))
