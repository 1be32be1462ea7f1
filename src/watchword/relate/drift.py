"""Statements that grow firmer, or less firm, as they are told again.

Two claims are one statement where their reports print one text, where the later report names the
earlier one's outlet as its source, or where one source is told to have said nearly the same words
within days. Then what differs is how it is told: its modality, its hedges and conditions, its
figure's "about", and whose word it is.

Invariant: each claim is held against the first telling alone, and is in one drift at most, so that
the work grows with the number of claims.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from hashlib import sha256

from watchword.model.claim import Claim, Modality
from watchword.model.drift import Drift, DriftStep, Respect, Retelling, Way
from watchword.model.known import Known
from watchword.relate.bundles import Shelf
from watchword.relate.corroboration import Bench, set_bench, when_said
from watchword.relate.firmness import (
    cites,
    find_steps,
    have_one_source,
    is_on_ladder,
    same_value,
)
from watchword.relate.gist import Gist, Mood
from watchword.relate.happening import times_fit
from watchword.relate.sameness import parties_fit, places_fit
from watchword.relate.witnesses import Witness
from watchword.text.similarity import weighted_overlap

MADE_BY = "drift 1"
"""Name and version of what is found here; raised where findings change."""

RETOLD = timedelta(days=3)
"""Within this time one source is told to have said one thing."""

CITED = timedelta(days=7)
"""Within this time an outlet's report is cited by others."""

COPIED = 0.6
"""Least likeness of two claims of two prints of one text."""

SAME_WORDS = 0.75
"""Least likeness of two claims that are held to be one statement without being copies."""

LEAST_WORDS = 4
"""Words of content that such a claim has at least: "it is so" may be said of anything."""

NEAR = 16
"""First tellings that each is held against, at most."""

_KINDS = (Retelling.COPY, Retelling.CITED, Retelling.SAME_SOURCE)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Telling:
    """A claim with what it is held against others by.

    Attributes:
        claim: the claim.
        witness: the source behind it.
        outlet: who published its report.
        order: its place among all tellings: in time, of copies the original first.
    """

    claim: Claim
    witness: Witness
    outlet: str
    order: tuple[datetime, int, str]

    @property
    def gist(self) -> Gist:
        return self.witness.gist


def find_drifts(known: Known, bench: Bench | None = None) -> tuple[Drift, ...]:
    """Statements that are told more firmly, or less, than at first.

    Withdrawn reports are left out: what a publisher took back is no telling.

    Args:
        known: what is known.
        bench: as `set_bench` makes it of the same; made here where None.

    Returns:
        Drifts in the order of their later tellings.
    """
    bench = bench or set_bench(known)
    shelf = Shelf(bench.weights)
    firsts: list[_Telling] = []
    found: list[Drift] = []
    for telling in _tellings(known, bench):
        gist = replace(telling.gist, mood=Mood.TOLD)
        near = [firsts[number] for number in shelf.near(gist, NEAR)]
        first, retelling = _first_telling(telling, near, bench)
        if first is None or retelling is None:
            shelf.put(gist, len(firsts))
            firsts.append(telling)
            continue
        drift = _drift(first, telling, retelling)
        if drift is not None:
            found.append(drift)
    return tuple(found)


def drifts_of(drifts: Iterable[Drift], claim: str) -> tuple[Drift, ...]:
    """The drifts that a claim is in, as the first or as a later telling."""
    return tuple(each for each in drifts if claim in {each.earlier, each.later})


def _tellings(known: Known, bench: Bench) -> list[_Telling]:
    ranks = {key: rank for origin in known.origins for rank, key in enumerate(origin.reports)}
    tellings = [
        _Telling(
            claim=claim,
            witness=witness,
            outlet=known.reports[claim.report].outlet or "",
            order=(when_said(witness)[0], ranks.get(claim.report, 0), claim.key),
        )
        for key, witness in bench.witnesses.items()
        if not witness.gone and is_on_ladder(claim := known.claims[key])
    ]
    return sorted(tellings, key=lambda telling: telling.order)


def _first_telling(
    telling: _Telling, near: Sequence[_Telling], bench: Bench
) -> tuple[_Telling | None, Retelling | None]:
    """Of the first tellings the one that a telling repeats, and why it is held to."""
    found = [
        (-_KINDS.index(retelling), _likeness(telling, each, bench), each, retelling)
        for each in near
        if (retelling := _retelling(each, telling, bench)) is not None
    ]
    if not found:
        return None, None
    best = max(found, key=lambda pair: (pair[0], pair[1], pair[2].order))
    return best[2], best[3]


def _retelling(first: _Telling, later: _Telling, bench: Bench) -> Retelling | None:
    """Why two claims are held to be one statement, None where they are not."""
    if first.claim.report == later.claim.report or not _tell_one_thing(first, later):
        return None
    alike = _likeness(first, later, bench)
    if first.witness.origin == later.witness.origin:
        return Retelling.COPY if alike >= COPIED else None
    if alike < SAME_WORDS or min(len(first.gist.words), len(later.gist.words)) < LEAST_WORDS:
        return None
    apart = later.order[0] - first.order[0]
    if apart <= CITED and cites(later.claim, first.outlet):
        return Retelling.CITED
    shared = apart <= RETOLD and have_one_source(first.claim, later.claim)
    return Retelling.SAME_SOURCE if shared else None


def _tell_one_thing(first: _Telling, later: _Telling) -> bool:
    one, other = first.gist, later.gist
    if one.negated is not other.negated or one.deed is not other.deed:
        return False
    if (one.names - other.names) and (other.names - one.names):
        return False
    if not same_value(first.claim, later.claim) or not parties_fit(one, other):
        return False
    return places_fit(one.place, other.place) and times_fit(
        replace(one, mood=Mood.PLANNED), replace(other, mood=Mood.PLANNED)
    )


def _likeness(one: _Telling, other: _Telling, bench: Bench) -> float:
    return weighted_overlap(one.gist.words, other.gist.words, bench.weights)


def _drift(first: _Telling, later: _Telling, retelling: Retelling) -> Drift | None:
    steps = find_steps(first.claim, later.claim, first.outlet)
    if retelling is Retelling.SAME_SOURCE:
        steps = tuple(step for step in steps if _shows(step, first, later))
    if not steps:
        return None
    ways = {step.way for step in steps}
    seal = f"drift|{first.claim.key}|{later.claim.key}"
    return Drift(
        key=sha256(seal.encode()).hexdigest()[:16],
        earlier=first.claim.key,
        later=later.claim.key,
        retelling=retelling,
        way=ways.pop() if len(ways) == 1 else Way.MIXED,
        steps=steps,
        is_order_known=retelling is Retelling.COPY or first.order[0] != later.order[0],
        made_by=MADE_BY,
    )


def _shows(step: DriftStep, first: _Telling, later: _Telling) -> bool:
    """Whether a step between two reports of one source's words shows a drift.

    Who relays the words may differ, and a plan may have come true between two days.
    """
    if step.respect is Respect.CHAIN:
        return False
    plan = Modality.PLANNED in {first.claim.modality, later.claim.modality}
    return not (plan and step.respect is Respect.MODALITY and first.order[0] != later.order[0])
