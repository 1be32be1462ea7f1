"""Which sentences of many could bear out a sentence, by the words that they share.

Words count by how rare they are in news, names and numbers more than others. Nothing here knows
what a word means: `watchword.engines.support` judges what is chosen.
"""

from collections.abc import Callable, Sequence
from functools import cache, lru_cache
from math import log

from watchword.text.commonness import commonness
from watchword.text.lexicon import lexicon
from watchword.text.similarity import stem

AGAIN = 0.35
"""What a word that is covered once more is worth, of what it was worth before."""
SHARP = 1.5
"""How many times as much a name or a number counts as another word."""

_EMPTY = lexicon(
    "a an the and or but if of in on at by to for from with as that this these those it its he she "
    "his her him they their them we our us you your i my me who whom whose which what there here "
    "is are was were be been being am has have had having do does did will would can could may "
    "might shall should must not no n't than then so such also 's 're 've 'd 'll 'm s into over "
    "about after before during between through when where while how why more most other some any "
    "all both each very just only own same too up down out off again further once one"
)


def telling_words(words: Sequence[str]) -> tuple[str, ...]:
    """The stem of each word that says something; an empty text for each that does not.

    >>> telling_words(["The", "jets", "struck", "2", "bridges", "."])
    ('', 'jet', 'strike', '2', 'bridg', '')
    """
    return tuple(_telling(word) for word in words)


def weight_of(word: str) -> float:
    """How much a word counts, from its rarity in news; 0 for one that says nothing.

    Args:
        word: the word as written.
    """
    key = _telling(word)
    if not key:
        return 0.0
    sharp = word[:1].isupper() or any(letter.isdigit() for letter in word)
    return _rarity(key) * (SHARP if sharp else 1.0)


def words_covered(sentence: Sequence[str], evidence: Sequence[Sequence[str]]) -> float:
    """Share of a sentence's telling words that stand in its evidence, by weight, from 0 to 1.

    >>> words_covered(["Two", "bridges", "fell"], [["The", "bridges", "fell", "down"]]) < 1
    True
    """
    there = {key for each in evidence for key in telling_words(each)}
    told = [
        (key, weight_of(word)) for key, word in zip(telling_words(sentence), sentence, strict=True)
    ]
    total = sum(weight for key, weight in told if key)
    return sum(weight for key, weight in told if key and key in there) / total if total else 0.0


def choose_evidence(
    sentence: Sequence[str],
    evidence: Sequence[Sequence[str]],
    room: int,
    size_of: Callable[[Sequence[str]], int] = len,
) -> tuple[int, ...]:
    """Choose the sentences that cover most of a sentence's words, and then their neighbours.

    Args:
        sentence: the words to cover.
        evidence: the words of each sentence to choose from.
        room: how much may be chosen.
        size_of: how much of the room a sentence takes.

    Returns:
        Places in `evidence`, in its order; at least one where there is any.
    """
    weights: dict[str, float] = {}
    for key, word in zip(telling_words(sentence), sentence, strict=True):
        if key:
            weights[key] = max(weights.get(key, 0.0), weight_of(word))
    shared = [frozenset(telling_words(each)) & weights.keys() for each in evidence]
    ranked = _ranked(shared, weights)
    beside = [place + step for place in ranked for step in (-1, 1)]
    chosen: list[int] = []
    for place in dict.fromkeys([*ranked, *beside, *range(len(evidence))]):
        if not 0 <= place < len(evidence):
            continue
        size = size_of(evidence[place])
        if size <= room or not chosen:
            chosen.append(place)
            room -= size
        if room <= 0:
            break
    return tuple(sorted(chosen))


def _ranked(shared: Sequence[frozenset[str]], weights: dict[str, float]) -> list[int]:
    """Places in the order in which each adds most; none that adds nothing."""
    left = {place for place, keys in enumerate(shared) if keys}
    worth = dict(weights)
    ranked = []
    while left:
        gains = {place: sum(sorted(worth[key] for key in shared[place])) for place in left}
        best = min(left, key=lambda place: (-gains[place], place))
        ranked.append(best)
        left.discard(best)
        for key in shared[best]:
            worth[key] *= AGAIN
    return ranked


@lru_cache(maxsize=65_536)
def _telling(word: str) -> str:
    lowered = word.lower()
    if lowered in _EMPTY or not any(letter.isalnum() for letter in word):
        return ""
    return stem(lowered)


@cache
def _most() -> float:
    return log(commonness().reports + 1)


@lru_cache(maxsize=65_536)
def _rarity(key: str) -> float:
    return _most() - log(commonness().counts["words"].get(key, 0) + 1)
