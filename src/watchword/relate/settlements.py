"""What became of what a source claimed: confirmed or contradicted by others later, taken back.

Invariant: a thing that a source says more than once is settled once, by what was said after it
first said so; what is confirmed and contradicted both is open; what one's own side says settles
nothing.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from watchword.model.attribution import LinkKind
from watchword.model.corroboration import Bearing
from watchword.model.known import Known
from watchword.model.report import Report, Status
from watchword.model.source_record import Outcome, Settlement, SourceRecord
from watchword.model.version import VersionKind
from watchword.relate.corroboration import Bench, set_bench, when_said
from watchword.relate.credibility import independent_sources, names_of
from watchword.relate.firmness import same_name
from watchword.relate.gist import Mood
from watchword.relate.sameness import count_the_same
from watchword.relate.things import Edges, Thing, find_edges, find_things
from watchword.relate.witnesses import Witness, source_link
from watchword.text.diffs import compare_reports
from watchword.text.similarity import weighted_overlap
from watchword.text.version_kinds import version_kind
from watchword.text.versions import find_versions

LOWER_BY = 2
"""Independent sources that later give a lower figure, for a figure to count as contradicted."""

SAME_FOR_SURE = 0.65
"""Least likeness of a claim and one that confirms it: more than what puts them side by side."""

SAME_WITH_COUNT = 0.45
"""The same where both give one figure of one thing."""

_SETTLED_MOODS = frozenset({Mood.TOLD, Mood.ESTIMATED})
_NAMED = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class _Docket:
    """What settlements are looked up in."""

    known: Known
    bench: Bench
    things: Sequence[Thing]
    edges: Edges
    names: Mapping[str, str]

    def name(self, witness: Witness) -> str:
        """The source's name, a person's in one spelling."""
        link = source_link(self.bench.claims[witness.claim])
        if link is None or link.kind is not LinkKind.PERSON:
            return witness.name
        return self.names.get(witness.name, witness.name)

    def others(self, number: int, bearing: Bearing) -> list[Thing]:
        near = self.edges.get(bearing, {}).get(number, set())
        return [self.things[other] for other in sorted(near)]


def find_source_records(
    known: Known, names: Mapping[str, str], bench: Bench | None = None
) -> tuple[SourceRecord, ...]:
    """What became of the claims of each source that has a name.

    A claim is confirmed where a source that is no party, of another text and another voice, tells
    the same later and not on its word; or where the state whose deed it is admits it. It is
    contradicted where such a source denies it later, or `LOWER_BY` of them give a lower figure.

    Args:
        known: what is known.
        names: the name to use for each spelling of a person's name.
        bench: as `set_bench` makes it of the same; made here where None.

    Returns:
        Records, those with most settled claims first.
    """
    bench = bench or set_bench(known)
    things = find_things(bench)
    docket = _Docket(
        known=known, bench=bench, things=things, edges=find_edges(things, bench), names=names
    )
    settled: dict[str, list[Settlement]] = defaultdict(list)
    counted: dict[str, int] = defaultdict(int)
    for number, thing in enumerate(things):
        for witness in _firsts(thing, docket):
            counted[docket.name(witness)] += 1
            found = _settle(number, witness, docket)
            if found is not None:
                settled[found.source].append(found)
    for found in _taken_back(docket):
        settled[found.source].append(found)
    told = _claims_by_source(docket)
    records = (
        SourceRecord(
            name=name,
            settled=_newest_first(settled.get(name, ()), docket),
            claims=tuple(claims),
            things=counted.get(name, 0),
        )
        for name, claims in told.items()
        if _is_name(name)
    )
    return tuple(sorted(records, key=lambda each: (-len(each.settled), -each.things, each.name)))


def _firsts(thing: Thing, docket: _Docket) -> list[Witness]:
    """The first claim of each source that tells a thing; plans and denials settle nothing."""
    first: dict[str, Witness] = {}
    for witness in sorted(thing.witnesses, key=when_said):
        if witness.gist.mood in _SETTLED_MOODS and not witness.gist.negated:
            first.setdefault(docket.name(witness), witness)
    return list(first.values())


def _settle(number: int, witness: Witness, docket: _Docket) -> Settlement | None:
    bearing_out = [
        each
        for each in _later(docket.things[number], witness, docket)
        if _bears_out(each, witness, docket)
    ]
    denying = [
        each
        for thing in docket.others(number, Bearing.DENIES)
        for each in _later(thing, witness, docket)
        if not each.party
    ]
    lower = _lower(number, witness, docket)
    against = denying or lower
    if bool(bearing_out) is bool(against):
        return None
    how = Outcome.CONFIRMED if bearing_out else Outcome.CONTRADICTED
    by = bearing_out or against
    verb = "told later by" if bearing_out else "denied later by"
    verb = "a lower figure is given later by" if lower and not denying and against else verb
    return Settlement(
        source=docket.name(witness),
        claim=witness.claim,
        outcome=how,
        by=tuple(each.claim for each in by),
        reason=f"{verb} {', '.join(names_of(by)[:_NAMED])}",
    )


def _bears_out(other: Witness, witness: Witness, docket: _Docket) -> bool:
    """Whether a claim is near enough to one to confirm it: nearer than to stand beside it."""
    if other.gist.mood is not Mood.TOLD:
        return False
    alike = weighted_overlap(other.gist.words, witness.gist.words, docket.bench.weights)
    counted = count_the_same(other.gist, witness.gist)
    return alike >= (SAME_WITH_COUNT if counted else SAME_FOR_SURE)


def _later(thing: Thing, witness: Witness, docket: _Docket) -> Iterator[Witness]:
    """Those who tell a thing after a source, independent of it, and no party or against their own.

    A day without an hour is not later than itself.
    """
    for other in thing.witnesses:
        independent = other.voice != witness.voice and other.origin != witness.origin
        if (
            not independent
            or not _is_name(other.name)
            or not _is_later(other, witness)
            or _relays(other, witness, docket)
        ):
            continue
        if not other.party or _admits(other, witness):
            yield other


def _is_name(words: str) -> bool:
    """Whether a source is called by a name and not by what it is: "agency" may be anyone's."""
    return any(letter.isupper() for letter in words)


def _is_later(other: Witness, witness: Witness) -> bool:
    if other.said_at is None or witness.said_at is None:
        return False
    return other.said_at > witness.said_at


def _relays(other: Witness, witness: Witness, docket: _Docket) -> bool:
    links = docket.bench.claims[other.claim].attribution.links
    return any(same_name(link.name, witness.name) for link in links)


def _admits(other: Witness, witness: Witness) -> bool:
    """Whether a state tells of its own deed or its own loss what another side has told before."""
    if not other.country or other.country == witness.country or not witness.country:
        return False
    counted = witness.gist.counted
    own = f"@{other.country}" in witness.gist.actor
    return own or (counted is not None and counted.whose == other.country)


def _lower(number: int, witness: Witness, docket: _Docket) -> list[Witness]:
    """Those who later agree on a lower figure, where enough of them are independent."""
    for thing in docket.others(number, Bearing.OTHER_FIGURE):
        found = [
            each
            for each in _later(thing, witness, docket)
            if not each.party and _is_below(each, witness)
        ]
        if independent_sources(found) >= LOWER_BY:
            return found
    return []


def _is_below(other: Witness, witness: Witness) -> bool:
    high, low = other.gist.high, witness.gist.low
    return high is not None and low is not None and high < low


def _taken_back(docket: _Docket) -> Iterator[Settlement]:
    """What outlets corrected or withdrew themselves: one claim a report."""
    by_report: dict[str, list[str]] = defaultdict(list)
    for key, claim in docket.known.claims.items():
        by_report[claim.report].append(key)
    for report in docket.known.reports.values():
        if report.status is not Status.USABLE and by_report[report.key]:
            reason = f"the report was {report.status.value} by its publisher"
            yield _own(report, by_report[report.key][0], Outcome.WITHDRAWN, reason)
    for chain in find_versions(docket.known.reports.values()):
        for older, newer in pairwise(chain):
            corrected = _corrected(older, newer, by_report[older.key], docket)
            if corrected is not None:
                reason = "its publisher corrected the sentence"
                yield _own(older, corrected, Outcome.CORRECTED, reason)


def _own(report: Report, claim: str, outcome: Outcome, reason: str) -> Settlement:
    source = report.outlet or report.report_id
    return Settlement(source=source, claim=claim, outcome=outcome, by=(), reason=reason)


def _corrected(older: Report, newer: Report, claims: Iterable[str], docket: _Docket) -> str | None:
    """The first claim of an older version whose sentence its correction changes or takes out."""
    if newer.status is not Status.USABLE or older.status is not Status.USABLE:
        return None
    diff = compare_reports(older, newer)
    if version_kind(older, newer, diff)[0] is not VersionKind.CORRECTION:
        return None
    touched = [*(change.older for change in diff.changed), *diff.removed]
    return next(
        (
            key
            for key in claims
            for span in touched
            if span.start <= docket.known.claims[key].content.start < span.end
        ),
        None,
    )


def _claims_by_source(docket: _Docket) -> dict[str, list[str]]:
    told: dict[str, list[str]] = defaultdict(list)
    ranked = sorted(docket.bench.witnesses.values(), key=when_said, reverse=True)
    for witness in ranked:
        told[docket.name(witness)].append(witness.claim)
    for report in docket.known.reports.values():
        told.setdefault(report.outlet or report.report_id, [])
    return told


def _newest_first(settled: Iterable[Settlement], docket: _Docket) -> tuple[Settlement, ...]:
    witnesses = docket.bench.witnesses
    return tuple(sorted(settled, key=lambda each: when_said(witnesses[each.claim]), reverse=True))
