"""States of affairs in the words of those who claim what leads to what, and which are the same.

Two phrases are one state where they share most of what they say (Dice's measure over stems, deeds
and countries, rare words weighing more), one says nothing that the other does not, and they speak
of no different countries. "A wave of refugees" and "a wave of protests" share as much as two
wordings of one thing do, and differ in a word on either side. States that are alike and do not pass
are proposed to a person. A phrase that begins with a pronoun is held against the countries of its
condition or its sentence.
"""

import math
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from watchword.text.similarity import weighted_overlap

SAME = 0.6
"""Least likeness of two phrases that are one state, where one says nothing that the other does not.
Of 32 pairs composed for the trial (`tests/flow/situation/cases/phrases.txt`) this puts 11 of the
16 together that are the same and none of the 16 that are not (one of these as opposites); without
the second condition, 13 and 5."""
ALIKE = 0.5
"""Least likeness of two states that a person is asked about."""
_RARE = 5
"""Words of a phrase by which others are looked up: phrases that share none two of them seldom say
the same, and work stays in proportion to the number of phrases."""
_LOOKED_AT = 64
"""States that are looked up at most for one pair of rare words."""
_COMPARED = 12
"""States that are compared at most with one phrase: those that share most of its rare pairs."""
_LEADING = re.compile(
    r"^(?:(?:if|unless|when|once|should|provided|supposing|depending on|as long as|in case|in the"
    r" event|and|but|then|of|on|how far|how much|how long|whether)\b[\s,]*)+",
    re.IGNORECASE,
)
_NEGATION = re.compile(r"\b(?:not|no|never|cannot|without|neither)\b|n['\u2019]t\b", re.IGNORECASE)
_PRONOUN = re.compile(r"^(?:they|it|this|that|these|those|he|she|we|you|i)\b", re.IGNORECASE)
_UNLESS = re.compile(r"^\W*unless\b", re.IGNORECASE)

WordsOf = Callable[[str], frozenset[str]]
"""The words that carry content, countries as codes ("@KP")."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """A state of affairs as somebody words it.

    Attributes:
        text: the words, without the conjunction.
        words: what it says, to be compared; without negation.
        countries: the countries that it speaks of, by itself or by what stands beside it.
        negated: told as not so.
        by_pronoun: whether it begins with a pronoun and so does not stand on its own.
    """

    text: str
    words: frozenset[str]
    countries: frozenset[str]
    negated: bool
    by_pronoun: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two states that may be one.

    Attributes:
        one: number of the one, the earlier.
        other: number of the other.
        likeness: how much they say the same, from 0 to 1.
    """

    one: int
    other: int
    likeness: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a phrase belongs.

    Attributes:
        state: number of the state, in the order in which they were met.
        opposite: told as not so of a state that is told as so, or the other way round.
    """

    state: int
    opposite: bool


def read_phrase(quote: str, words_of: WordsOf, beside: str = "", without: str = "") -> Phrase:
    """A phrase as it is compared.

    Args:
        quote: the words of a condition or a consequence.
        words_of: tells which words carry content.
        beside: what stands beside it, for whom a pronoun means.
        without: a word of likelihood that belongs to the arrow and not to the state.
    """
    text = " ".join(quote.split())
    is_reversed = _UNLESS.match(text) is not None
    if without:
        text = re.sub(rf"\s*\b{re.escape(without)}\b", "", text, count=1)
    text = _LEADING.sub("", text).strip(" ,.;:") or text
    words = frozenset(map(_evened, words_of(_NEGATION.sub(" ", text))))
    by_pronoun = _PRONOUN.match(text) is not None
    around = words | words_of(beside) if by_pronoun else words
    return Phrase(
        text=text,
        words=words,
        countries=frozenset(word for word in around if word.startswith("@")),
        negated=(_NEGATION.search(text) is not None) != is_reversed,
        by_pronoun=by_pronoun,
    )


def place_phrases(phrases: Sequence[Phrase]) -> tuple[tuple[Place, ...], tuple[Pair, ...]]:
    """Put each phrase to the first state that it says, or let it open one of its own.

    Returns:
        A place for each phrase; and the pairs of states that may be one, the likest first.
    """
    weights = _weights(phrases)
    leaders: list[Phrase] = []
    known: dict[tuple[str, ...], list[int]] = {}
    places, pairs = [], []
    for phrase in phrases:
        keys = tuple(_keys(phrase.words, weights))
        candidates = _candidates(keys, known)
        state = _best(phrase, leaders, candidates, weights)
        if state is None:
            state = len(leaders)
            for each in candidates:
                found = likeness(phrase, leaders[each], weights)
                if found >= ALIKE:
                    pairs.append(Pair(one=each, other=state, likeness=round(found, 2)))
            leaders.append(phrase)
            for key in keys:
                known.setdefault(key, []).append(state)
        opposite = phrase.negated != leaders[state].negated
        places.append(Place(state=state, opposite=opposite))
    ordered = sorted(pairs, key=lambda each: (-each.likeness, each.one, each.other))
    return tuple(places), tuple(ordered)


def likeness(one: Phrase, other: Phrase, weights: Mapping[str, float]) -> float:
    """How much two phrases say the same, from 0 to 1; 0 where they speak of other countries."""
    if one.countries and other.countries and one.countries != other.countries:
        return 0.0
    return weighted_overlap(one.words, other.words, weights)


def _evened(word: str) -> str:
    """An adverb as its adjective: "sharply" says what "sharp" does."""
    return word.removesuffix("li") if len(word) > 5 else word


def _best(
    phrase: Phrase,
    leaders: Sequence[Phrase],
    candidates: Iterable[int],
    weights: Mapping[str, float],
) -> int | None:
    best, most = None, SAME
    for state in candidates:
        if not _says_no_other(phrase, leaders[state]):
            continue
        found = likeness(phrase, leaders[state], weights)
        if found > most or (found == most and best is None):
            best, most = state, found
    return best


def _says_no_other(one: Phrase, other: Phrase) -> bool:
    """Whether one phrase says nothing that the other does not."""
    mine, theirs = one.words - one.countries, other.words - other.countries
    return mine <= theirs or theirs <= mine


def _candidates(
    keys: Iterable[tuple[str, ...]], known: Mapping[tuple[str, ...], list[int]]
) -> list[int]:
    shared = Counter(state for key in keys for state in known.get(key, ())[:_LOOKED_AT])
    most = sorted(shared, key=lambda state: (-shared[state], state))[:_COMPARED]
    return sorted(most)


def _keys(words: frozenset[str], weights: Mapping[str, float]) -> Iterator[tuple[str, ...]]:
    rare = sorted(sorted(words), key=lambda word: -weights[word])[:_RARE]
    if len(rare) == 1:
        yield (rare[0],)
    yield from combinations(sorted(rare), 2)


def _weights(phrases: Iterable[Phrase]) -> dict[str, float]:
    """Rare words weigh more: inverse document frequency over wordings, each counted once."""
    wordings = {phrase.words for phrase in phrases}
    told = Counter(word for words in wordings for word in words)
    return {word: math.log(1 + len(wordings) / times) for word, times in told.items()}
