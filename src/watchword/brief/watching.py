"""What to watch: consequences as somebody claimed them, the gravest and most shared first."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from watchword.brief.clarity import is_clear
from watchword.brief.material import Desk, Material
from watchword.brief.outline import weights_of
from watchword.brief.subjects import PEOPLE
from watchword.model.claim import Claim
from watchword.model.implication import Implication
from watchword.model.plan import PlannedPart
from watchword.model.sentence import Sentence
from watchword.text.lexicon import lexicon
from watchword.text.officials import is_official

ALIKE = 0.6
"""Share of words in common from which two conditions are one, as for sentences that tell the
same."""
MOST_GRAVE = 2
"""Grave words that count; more are rhetoric."""

_CONDITIONS = lexicon("if unless once should when")
_GRAVE = re.compile(
    r"\b(?:war|nuclear|attack|strike|escalat|threat|security|weapon|missile|casualt|invade|"
    r"retaliat|critical|respond|response|martial|sanction|collapse|famine|evacuat)\w*"
)
_UNTOLD = re.compile(
    r"^(?:if|unless|once|when) "
    r"(?:they|it|he|she|that|those|this|there|necessary|needed|possible)\b",
    re.IGNORECASE,
)
"""A condition about somebody told before, or about nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Watched:
    """A consequence that could be told.

    Attributes:
        implication: the consequence.
        claim: the claim that carries it.
        score: how much it is to be watched.
    """

    implication: Implication
    claim: Claim
    score: float


def watch_of(desk: Desk, planned: PlannedPart) -> Iterator[Sentence]:
    """Sentences on what to watch, one for each condition of each speaker."""
    told: list[Watched] = []
    for each in _ranked(desk.material):
        if any(_is_same(each, other) for other in told):
            continue
        sentence = desk.tell([each.claim.key])
        if sentence is not None:
            told.append(each)
            yield sentence
        if len(told) == planned.most:
            return


def _ranked(material: Material) -> list[Watched]:
    weights = weights_of(material)
    by_claim = {key: weights.get(f.key, 0.0) for f in material.findings for key in f.supports}
    most = max(by_claim.values(), default=0.0) or 1.0
    clear = [
        Watched(implication=each, claim=material.claims[each.claim], score=0.0)
        for each in material.implications
        if each.claim in by_claim
        and is_clear(material.claims[each.claim])
        and not _UNTOLD.match(each.condition.quote)
    ]
    scored = [
        Watched(
            implication=each.implication,
            claim=each.claim,
            score=_gravity(each) + _sharers(each, clear) + by_claim[each.claim.key] / most,
        )
        for each in clear
    ]
    return sorted(scored, key=lambda each: (-each.score, each.implication.key))


def _gravity(each: Watched) -> float:
    """Points for a condition that is told as one, for what would follow, and for who says it."""
    opening = each.implication.cue.lower().split()[:1]
    hangs = 1.0 if opening and opening[0] in _CONDITIONS else 0.0
    consequence = each.implication.consequence.quote.lower()
    grave = min(len(_GRAVE.findall(consequence)), MOST_GRAVE)
    people = 0.5 if PEOPLE & set(each.implication.condition.quote.lower().split()) else 0.0
    source = each.claim.attribution.origin
    return hangs + grave + people + (1.0 if source is not None and is_official(source) else 0.0)


def _sharers(each: Watched, others: Sequence[Watched]) -> float:
    """How many other speakers tie something to the same condition, two at most."""
    names = {
        _speaker(other)
        for other in others
        if _speaker(other) != _speaker(each) and _share(each, other) >= ALIKE
    }
    return float(min(len(names), 2))


def _is_same(each: Watched, other: Watched) -> bool:
    return _speaker(each) == _speaker(other) and _share(each, other) >= ALIKE


def _speaker(each: Watched) -> str:
    source = each.claim.attribution.origin
    return source.name if source else each.claim.report


def _share(each: Watched, other: Watched) -> float:
    """Share of the shorter condition's words that the other one has."""
    one, two = (set(one.implication.condition.quote.lower().split()) for one in (each, other))
    return len(one & two) / max(1, min(len(one), len(two)))
