"""Claims that say the same thing, weighed together: who tells it, who denies it, how firmly.

Invariant: every claim that is not a denial of something here is a support of exactly one finding;
claims of withdrawn reports stay in `supports` and `denies` and count for nothing.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from hashlib import sha256

from watchword.model.claim import Claim
from watchword.model.counted import Counted
from watchword.model.event import Event, EventType
from watchword.model.finding import Finding
from watchword.model.origin import Origin
from watchword.model.report import Report
from watchword.relate.bundles import Bundle, Shelf, bundle_claims
from watchword.relate.centrality import find_centrality
from watchword.relate.credibility import Testimony, grade
from watchword.relate.gist import Gist, Mood, weigh_words
from watchword.relate.importance import EVENT_WEIGHTS, Regard, weigh_importance
from watchword.relate.sameness import denies
from watchword.relate.witnesses import Witness, countries_told, find_witnesses

RIVALS_TOLD = 4
"""Other figures that a finding's reasons name, at most."""

DENIABLE = 64
"""Claims that a denial is compared with, at most."""

_UNDATED = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Desk:
    """What every step looks things up in."""

    claims: Mapping[str, Claim]
    witnesses: Mapping[str, Witness]
    newest: datetime | None
    events: Mapping[str, EventType]
    centrality: Mapping[str, float]


def find_findings(
    claims: Sequence[Claim],
    reports: Mapping[str, Report],
    origins: Sequence[Origin],
    states: Mapping[str, str] | None = None,
    events: Iterable[Event] = (),
) -> tuple[Finding, ...]:
    """Put claims together that say the same thing and weigh them.

    Two figures of the same thing are two findings; each names the other in its reasons. A denial
    belongs to what it denies; one that denies nothing here is a finding of its own.

    Args:
        claims: claims of all reports, in any order.
        reports: every report they are from, by key.
        origins: the origins of those reports.
        states: codes of the states that people speak for, by name, where no report tells.
        events: what the claims say was done; of a claim without any, its own verb tells the type.

    Returns:
        Findings, the most important first.

    Raises:
        WatchwordError: if a claim's report is not among the reports.
    """
    desk = _desk(claims, find_witnesses(claims, reports, origins, states), reports, events)
    gists = [witness.gist for witness in sorted(desk.witnesses.values(), key=_when)]
    affirmed = [gist for gist in gists if not gist.negated]
    bundles = list(bundle_claims(affirmed))
    denials = _attach([gist for gist in gists if gist.negated], bundles, desk)
    loose = [gist for gist in gists if gist.negated and not denials.get(gist.claim)]
    denying: dict[int, list[str]] = defaultdict(list)
    for claim, numbers in denials.items():
        for number in numbers:
            denying[number].append(claim)
    bundles.extend(bundle_claims(loose))
    rivals = _rivals(bundles, desk)
    found = [
        _finding(bundle, tuple(denying.get(number, ())), rivals.get(number, ()), desk)
        for number, bundle in enumerate(bundles)
    ]
    return tuple(sorted(found, key=lambda finding: (-finding.importance, finding.key)))


def _desk(
    claims: Sequence[Claim],
    witnesses: Mapping[str, Witness],
    reports: Mapping[str, Report],
    events: Iterable[Event],
) -> _Desk:
    dates = [report.published.at for report in reports.values() if report.published.at]
    return _Desk(
        claims={claim.key: claim for claim in claims},
        witnesses=witnesses,
        newest=max(dates, default=None),
        events=_gravest(events),
        centrality=find_centrality(
            {claim.key: witnesses[claim.key].gist.words for claim in claims},
            {claim.key: witnesses[claim.key].origin for claim in claims},
        ),
    )


def _gravest(events: Iterable[Event]) -> Mapping[str, EventType]:
    """The type of event that counts for the most, by the claim that tells it."""
    found: dict[str, EventType] = {}
    for event in events:
        known = found.get(event.claim)
        if known is None or EVENT_WEIGHTS[event.type] > EVENT_WEIGHTS[known]:
            found[event.claim] = event.type
    return found


def _when(witness: Witness) -> tuple[datetime, str]:
    return (witness.said_at or _UNDATED, witness.claim)


def _attach(
    denials: Sequence[Gist], bundles: Sequence[Bundle], desk: _Desk
) -> dict[str, list[int]]:
    """For each denial, the numbers of the bundles it denies.

    What a source says is not so beside what it says is so qualifies its own word, no more.
    """
    told = [(gist, number) for number, bundle in enumerate(bundles) for gist in bundle.exemplars()]
    weights = weigh_words([*(gist for gist, _ in told), *denials])
    shelf = Shelf(weights)
    for place, (gist, _) in enumerate(told):
        shelf.put(gist, place)
    attached: dict[str, list[int]] = {}
    for denial in denials:
        near = [told[place] for place in shelf.near(denial, DENIABLE)]
        numbers = {
            number
            for gist, number in near
            if denies(denial, gist) and not _is_one_breath(denial, gist, desk)
        }
        attached[denial.claim] = sorted(numbers)
    return attached


def _is_one_breath(denial: Gist, gist: Gist, desk: _Desk) -> bool:
    one, other = desk.witnesses[denial.claim], desk.witnesses[gist.claim]
    return one.report == other.report and one.voice == other.voice


def _rivals(bundles: Sequence[Bundle], desk: _Desk) -> dict[int, tuple[str, ...]]:
    """For each bundle with a figure, other figures given for the same thing, the newest first."""
    things: dict[tuple[Counted, Mood], list[int]] = defaultdict(list)
    for number, bundle in enumerate(bundles):
        gist = next((known for known in bundle.gists if known.counted), None)
        if gist is not None and gist.counted is not None:
            things[gist.counted, gist.mood].append(number)
    rivals: dict[int, tuple[str, ...]] = {}
    for numbers in things.values():
        told = sorted(
            ((_told_figure(bundles[number], desk), number) for number in numbers), reverse=True
        )
        for number in numbers:
            rivals[number] = _others(number, told, bundles)
    return rivals


def _others(
    number: int, told: Sequence[tuple[tuple[datetime, str], int]], bundles: Sequence[Bundle]
) -> tuple[str, ...]:
    seen = {bundles[number].amount}
    others: list[str] = []
    for (_, words), other in told:
        if words and bundles[other].amount not in seen and len(others) < RIVALS_TOLD:
            seen.add(bundles[other].amount)
            others.append(words)
    return tuple(others)


def _told_figure(bundle: Bundle, desk: _Desk) -> tuple[datetime, str]:
    """When a bundle's figure was last given, and the figure with its source; empty if gone."""
    standing = [
        desk.witnesses[gist.claim]
        for gist in bundle.gists
        if gist.amount is not None and not desk.witnesses[gist.claim].gone
    ]
    if not standing:
        return (_UNDATED, "")
    last = max(standing, key=_when)
    words = desk.claims[last.claim].figures[0].words
    day = f", {last.said_at:%Y-%m-%d}" if last.said_at else ""
    return (last.said_at or _UNDATED, f"{words} ({last.name}{day})")


def _finding(
    bundle: Bundle, denying: tuple[str, ...], rivals: tuple[str, ...], desk: _Desk
) -> Finding:
    testimony = _testimony(bundle, denying, rivals, desk)
    graded = grade(testimony)
    lead = max(testimony.telling, key=_rank)
    keys = (lead.claim, *(known.claim for known in testimony.telling if known is not lead))
    standing = [witness for witness in testimony.telling if not witness.gone]
    return Finding(
        key=sha256("\n".join(["finding", *sorted(keys)]).encode()).hexdigest()[:16],
        lead=lead.claim,
        supports=keys,
        denies=denying,
        origins=tuple(dict.fromkeys(witness.origin for witness in standing)),
        sources=tuple(dict.fromkeys(witness.name for witness in standing)),
        credibility=graded.credibility,
        reasons=graded.reasons,
        party_only=graded.party_only,
        importance=_importance(testimony, desk.claims[lead.claim], desk),
    )


def _testimony(
    bundle: Bundle, denying: tuple[str, ...], rivals: tuple[str, ...], desk: _Desk
) -> Testimony:
    parties = countries_told(bundle.gists)
    supports = [_as_party(desk.witnesses[gist.claim], parties) for gist in bundle.gists]
    return Testimony(
        telling=tuple(supports),
        denying=tuple(_as_party(desk.witnesses[claim], parties) for claim in denying),
        rivals=rivals,
    )


def _as_party(witness: Witness, parties: frozenset[str]) -> Witness:
    return replace(witness, party=witness.party or witness.country in parties)


def _rank(witness: Witness) -> tuple[bool, int, datetime, str]:
    """The lead is the newest claim of the nearest source that still counts."""
    return (not witness.gone, witness.access, *_when(witness))


def _importance(testimony: Testimony, lead: Claim, desk: _Desk) -> float:
    denied = any(not witness.gone for witness in testimony.denying)
    return weigh_importance(
        [witness for witness in testimony.telling if not witness.gone],
        desk.newest,
        Regard(
            event=desk.events.get(lead.key, lead.event),
            centrality=desk.centrality[lead.key],
            has_figure=bool(lead.figures),
            is_contested=denied or bool(testimony.rivals),
        ),
    )
