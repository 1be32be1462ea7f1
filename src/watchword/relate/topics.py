"""Whether a claim is about a question in a person's own words, or passes between two actors.

A question is about a claim by its words and by its meaning: the share of its telling words that the
claim has, countries by any of their names, and the cosine between the directions of the question
and of the claim's sentence. The country that a question is about, the first that it names, has to
be there, unless a claim names none and only its meaning can tell.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from math import fsum

import numpy as np

from watchword.model.claim import Claim
from watchword.relate.gist import content_words, is_country
from watchword.text.commonness import rarity

ABOUT = 1.15
"""Share of words and cosine together from which a claim is about a question.

Chosen on four questions on the example situation, by hand: at 1.0 what is claimed on other
dispatches comes in; at 1.3 "the shells would be the first lethal weapons that Seoul supplies" is
lost to "Will South Korea send weapons to Ukraine?"."""
ABOUT_BY_WORDS = 0.65
"""The share of words from which it is where there is no direction, by the same trial."""
_COUNTRY_WEIGHT = 3.0
"""A country tells about as much as a word that one report in twenty has."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """A question, ready to look at claims.

    Attributes:
        weights: how telling each stem of its words is.
        country: the country that it is about, as a stem; empty where it names none.
        direction: of its meaning, as `Reading.embedding`; empty where there is none.
    """

    weights: Mapping[str, float]
    country: str
    direction: bytes


def topic_of(words: str, direction: bytes = b"") -> Topic:
    """Make a question ready.

    Args:
        words: the question.
        direction: of its meaning, as `Reading.embedding`; empty where there is none.
    """
    weights = {stem: _weight(stem) for stem in sorted(content_words(words))}
    return Topic(weights=weights, country=_first_country(words), direction=direction)


def _first_country(words: str) -> str:
    """The country that is named first, as a stem; empty where none is."""
    pieces = words.split()
    openings = (content_words(" ".join(pieces[:end])) for end in range(1, len(pieces) + 1))
    return next((min(named) for each in openings if (named := _countries(each))), "")


def closeness(topic: Topic, claim: Claim, direction: bytes = b"") -> float:
    """How close a claim is to a question.

    Args:
        topic: the question.
        claim: the claim.
        direction: of the meaning of the claim's sentence; empty where there is none.

    Returns:
        1 for a claim that is about it by a hair, or tells what others than its country do or say;
        more for one that is closer, 0 for one that is not.
    """
    words = told_by(claim)
    named = _countries(words)
    if topic.country and named and topic.country not in named | _speaking(claim):
        return 0.0
    total = fsum(topic.weights.values())
    share = fsum(weight for stem, weight in topic.weights.items() if stem in words) / (total or 1)
    if not topic.direction or not direction:
        return share / ABOUT_BY_WORDS if share >= ABOUT_BY_WORDS else 0.0
    near = share + _cosine(topic.direction, direction)
    if share <= 0 or near < ABOUT:
        return 0.0
    doing = content_words(claim.actor or "") | _speaking(claim)
    return near / ABOUT if not topic.country or topic.country in doing else 1.0


def passes_between(claim: Claim, one: str, other: str) -> bool:
    """Whether a claim tells of two actors at once, or one of them tells of the other alone.

    Args:
        claim: the claim.
        one: the one, by any name.
        other: the other.
    """
    words = told_by(claim)
    sides = (content_words(one), content_words(other))
    there = [bool(side) and side <= words for side in sides]
    if all(there):
        return True
    alone = len(_countries(words)) == 1
    speaking = [bool(side) and side <= _speaking(claim) for side in sides]
    return alone and ((there[0] and speaking[1]) or (there[1] and speaking[0]))


def told_by(claim: Claim) -> frozenset[str]:
    """Stems of what a claim says: its words, its actor, its recipient, its place."""
    told = (
        claim.subject.quote if claim.subject else "",
        claim.content.quote,
        claim.actor or "",
        claim.recipient or "",
        claim.place.name if claim.place else "",
    )
    return frozenset(stem for words in told for stem in content_words(words))


def _countries(words: frozenset[str]) -> frozenset[str]:
    return frozenset(word for word in words if is_country(word))


def _speaking(claim: Claim) -> frozenset[str]:
    """The countries of those who say it, and the words of their names."""
    links = claim.attribution.links
    codes = {f"@{link.country}" for link in links if link.country}
    return frozenset(codes).union(*(content_words(link.name) for link in links))


def _weight(stem: str) -> float:
    """How telling a stem is: the logarithm of how rare it is in news."""
    return _COUNTRY_WEIGHT if is_country(stem) else rarity(stem)


def _cosine(one: bytes, other: bytes) -> float:
    first, second = (np.frombuffer(each, "<f2").astype(np.float64) for each in (one, other))
    length = float(np.linalg.norm(first) * np.linalg.norm(second))
    return float(first @ second) / length if length else 0.0
