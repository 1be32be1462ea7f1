"""Who stands with a claim and who against it, source by source."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from watchword.errors import RefusedError
from watchword.model.claim import Claim
from watchword.model.corroboration import Bearing, Corroboration, Side
from watchword.model.known import Known
from watchword.relate.bearings import bearing_of
from watchword.relate.credibility import Testimony, grade, independent_sources, name_of
from watchword.relate.gist import Gist, weigh_words
from watchword.relate.witnesses import Access, Witness, countries_told, find_witnesses

MADE_BY = "corroboration 1"
"""Name and version of what is found here; raised where findings change."""

RIVALS_TOLD = 4
"""Other figures that the reasons name, at most."""

_UNDATED = datetime.min.replace(tzinfo=UTC)
_ORDER = tuple(Bearing)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bench:
    """What every view of who agrees and who does not looks things up in.

    Attributes:
        claims: every claim, by key.
        witnesses: the source behind each, by the claim's key.
        weights: inverse document frequency of the words of all claims.
        implied: keys of claims that only carry a consequence ("if A then B").
    """

    claims: Mapping[str, Claim]
    witnesses: Mapping[str, Witness]
    weights: Mapping[str, float]
    implied: frozenset[str]

    def bearing(self, other: str, claim: str) -> Bearing | None:
        """What one claim does to another, None where nothing."""
        if other == claim or self._is_one_breath(other, claim):
            return None
        bearing = bearing_of(self.gist(other), self.gist(claim), self.weights)
        if bearing is Bearing.SUPPORTS and (other in self.implied) > (claim in self.implied):
            return None
        return bearing

    def gist(self, claim: str) -> Gist:
        """What of a claim is compared."""
        return self.witnesses[claim].gist

    def _is_one_breath(self, one: str, other: str) -> bool:
        """Whether one source says both in one report: it qualifies its own word."""
        here, there = self.witnesses[one], self.witnesses[other]
        return here.report == there.report and here.voice == there.voice


def set_bench(known: Known, states: Mapping[str, str] | None = None) -> Bench:
    """Look up the source behind each claim, and weigh the words of all of them.

    Args:
        known: what is known.
        states: codes of the states that sources belong to, by name, where no report tells.
    """
    witnesses = find_witnesses(known.claims.values(), known.reports, known.origins, states)
    return Bench(
        claims=known.claims,
        witnesses=witnesses,
        weights=weigh_words(witness.gist for witness in witnesses.values()),
        implied=frozenset(each.claim for each in known.implications),
    )


def find_claim(known: Known, name: str) -> Claim:
    """The claim with this key, or the one whose key begins so.

    Raises:
        RefusedError: if there is none, or there are several.
    """
    exact = known.claims.get(name)
    if exact is not None:
        return exact
    found = [key for key in known.claims if key.startswith(name)] if name else []
    return known.claims[only_key(found, name)]


def only_key(found: Sequence[str], name: str) -> str:
    """The one key of a claim that was found by a name.

    Raises:
        RefusedError: if there is none, or there are several.
    """
    if len(found) == 1:
        return found[0]
    told = "several claims begin so" if found else "there is no such claim"
    raise RefusedError(told, key=name, mend="`watchword search WORDS` finds claims with keys")


def find_corroboration(known: Known, key: str, bench: Bench | None = None) -> Corroboration:
    """What the other sources say of one claim.

    Args:
        known: what is known.
        key: key of the claim.
        bench: as `set_bench` makes it of the same; made here where None.
    """
    bench = bench or set_bench(known)
    borne: dict[str, Bearing] = {
        other: bearing
        for other in bench.claims
        if (bearing := bench.bearing(other, key)) is not None
    }
    return corroborate(key, borne, bench)


def corroborate(key: str, borne: Mapping[str, Bearing], bench: Bench) -> Corroboration:
    """Weigh the claims that have to do with a claim.

    Args:
        key: key of the claim.
        borne: what each of the others does to it, by key.
        bench: where their sources are looked up.
    """
    borne = {key: Bearing.SUPPORTS, **borne}
    with_it = [bench.gist(each) for each, how in borne.items() if how is Bearing.SUPPORTS]
    parties = countries_told(with_it)
    stands: dict[Bearing, list[Witness]] = defaultdict(list)
    for other, bearing in borne.items():
        witness = bench.witnesses[other]
        party = witness.party or witness.country in parties
        stands[bearing].append(replace(witness, party=party))
    testimony = Testimony(
        telling=tuple(stands[Bearing.SUPPORTS]),
        denying=tuple(stands[Bearing.DENIES]),
        rivals=_rivals(stands[Bearing.OTHER_FIGURE], bench),
    )
    graded = grade(testimony)
    return Corroboration(
        claim=key,
        sides=tuple(side for how in _ORDER for side in _sides(how, stands[how], bench, key)),
        independent=_counted(stands[Bearing.SUPPORTS]),
        denying=_counted(stands[Bearing.DENIES]),
        party_only=graded.party_only,
        credibility=graded.credibility,
        reasons=graded.reasons,
        withdrawn=bench.witnesses[key].gone,
        made_by=MADE_BY,
    )


def words_told(claim: Claim, bearing: Bearing) -> str:
    """The figure, place or time that a claim gives, else its content."""
    told: Callable[[], str | None] = {
        Bearing.OTHER_FIGURE: lambda: claim.figures[0].words if claim.figures else None,
        Bearing.OTHER_PLACE: lambda: claim.place.words if claim.place else None,
        Bearing.OTHER_TIME: lambda: claim.time.words if claim.time else None,
    }.get(bearing, lambda: None)
    return told() or claim.content.quote


def when_said(witness: Witness) -> tuple[datetime, str]:
    """What orders witnesses in time; those without a date come first."""
    return (witness.said_at or _UNDATED, witness.claim)


def _counted(witnesses: Iterable[Witness]) -> int:
    return independent_sources([each for each in witnesses if not each.gone and counts(each)])


def counts(witness: Witness) -> bool:
    """Whether it counts as a source: not hearsay, not nameless, not unconfirmed."""
    return witness.access > Access.ANONYMOUS


def _sides(bearing: Bearing, witnesses: Sequence[Witness], bench: Bench, key: str) -> list[Side]:
    by_voice: dict[str, list[Witness]] = defaultdict(list)
    for witness in witnesses:
        by_voice[witness.voice].append(witness)
    own = bench.witnesses[key].voice
    ranked = sorted(by_voice.values(), key=lambda group: _side_rank(group, own))
    return [_side(bearing, group, bench) for group in ranked]


def _side_rank(group: Sequence[Witness], own: str) -> tuple[bool, bool, int, str]:
    """The claim's own source first, then those that count, the nearest first."""
    gone = all(witness.gone for witness in group)
    access = max(witness.access for witness in group)
    return (group[0].voice != own, gone, -access, group[0].voice)


def _side(bearing: Bearing, group: Sequence[Witness], bench: Bench) -> Side:
    ordered = sorted(group, key=lambda each: (not each.gone, *when_said(each)), reverse=True)
    standing = [witness for witness in ordered if not witness.gone]
    shown = standing or ordered
    return Side(
        bearing=bearing,
        source=name_of(shown),
        claims=tuple(witness.claim for witness in ordered),
        origins=tuple(dict.fromkeys(witness.origin for witness in ordered)),
        words=words_told(bench.claims[shown[0].claim], bearing),
        party=any(witness.party for witness in ordered),
        counts=bool(standing) and any(counts(witness) for witness in standing),
        withdrawn="" if standing else ordered[0].gone,
    )


def _rivals(witnesses: Sequence[Witness], bench: Bench) -> tuple[str, ...]:
    """Other figures with source and day, the newest first, each amount once."""
    told: dict[object, str] = {}
    for witness in sorted(witnesses, key=when_said, reverse=True):
        if not witness.gone and witness.gist.amount not in told:
            day = f", {witness.said_at:%Y-%m-%d}" if witness.said_at else ""
            words = bench.claims[witness.claim].figures[0].words
            told[witness.gist.amount] = f"{words} ({witness.name}{day})"
    return tuple(told.values())[:RIVALS_TOLD]
