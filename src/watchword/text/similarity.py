"""How alike two texts are: word shingles for wording, stems for content.

Shingles are runs of five words (Broder, "On the resemblance and containment of documents", 1997).
They are kept as checksums: two unlike runs collide about once in four thousand million.
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from math import fsum
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

SHINGLE_WORDS = 5
"""Words in a shingle: Broder's choice for news-sized texts."""

_WORD = re.compile(r"[^\W_]+(?:['\u2019.,\-][^\W_]+)*")
_QUOTED = re.compile(r"[\"\u201c\u201f]([^\"\u201c\u201d\u201f]{40,2000})[\"\u201d]")
_MIXED = np.uint64(0x9E3779B97F4A7C15)
"""Spreads the checksums of words over 64 bits: Fibonacci hashing, 2 to the 64th by the golden
ratio (Knuth, "The Art of Computer Programming", 6.4)."""
_IRREGULAR = {
    "sent": "send",
    "went": "go",
    "gone": "go",
    "gave": "give",
    "given": "give",
    "took": "take",
    "taken": "take",
    "taught": "teach",
    "fought": "fight",
    "bought": "buy",
    "brought": "bring",
    "lost": "lose",
    "loss": "lose",
    "led": "lead",
    "left": "leave",
    "met": "meet",
    "struck": "strike",
    "shot": "shoot",
    "held": "hold",
    "built": "build",
    "sold": "sell",
    "men": "man",
    "women": "woman",
    "died": "die",
    "dead": "die",
    "dying": "die",
    "death": "die",
}
STEMS_KEPT = 65_536
"""Words whose stems are kept: reports use the same ones again and again."""
_SUFFIXES = ("ments", "ations", "ation", "ment", "ings", "ing", "ied", "ies", "ed", "es", "s", "e")


def words_in(text: str) -> list[str]:
    """The words of a text in order, case folded, without punctuation around them.

    >>> words_in("Seoul's 1,500 troops -- gone.")
    ["seoul's", '1,500', 'troops', 'gone']
    """
    return [match.group().casefold() for match in _WORD.finditer(text)]


@lru_cache(maxsize=STEMS_KEPT)
def stem(word: str) -> str:
    """A word without its inflection, so that "deployed" meets "deployment".

    >>> [stem(word) for word in ("deployed", "Deployment", "sent", "supplies", "supply")]
    ['deploy', 'deploy', 'send', 'suppli', 'suppli']
    """
    plain = re.sub(r"['\u2019]s?$", "", word.casefold())
    if plain in _IRREGULAR:
        return _IRREGULAR[plain]
    for suffix in _SUFFIXES:
        kept = plain.removesuffix(suffix)
        if kept != plain and len(kept) >= 3:
            return _evened(kept + ("i" if suffix in {"ied", "ies"} else ""))
    return _evened(plain)


def shingles(text: str) -> frozenset[int]:
    """Every run of five words in a text, as checksums; a shorter text is one run."""
    return frozenset(word_runs(text).tolist())


def word_runs(text: str) -> NDArray[np.uint32]:
    """The same checksums as an array, rising, each once."""
    words = np.array([crc32(word.encode()) for word in _WORD.findall(text.casefold())], np.uint64)
    if not len(words):
        return np.zeros(0, np.uint32)
    length = min(SHINGLE_WORDS, len(words))
    runs = np.zeros(len(words) - length + 1, np.uint64)
    for place in range(length):
        # Overflow is wanted: a polynomial in one odd number, modulo 2 to the 64th.
        runs = runs * _MIXED + words[place : place + len(runs)]
    marks: NDArray[np.uint32] = np.sort(((runs * _MIXED) >> np.uint64(32)).astype(np.uint32))
    each_once: NDArray[np.uint32] = marks[np.append(True, marks[1:] != marks[:-1])]
    return each_once


def are_among(some: NDArray[np.uint32], others: NDArray[np.uint32]) -> NDArray[np.bool_]:
    """For each of some checksums, whether it is among others; both rising, each once."""
    if not len(others):
        return np.zeros(len(some), np.bool_)
    places = np.searchsorted(others, some)
    return np.asarray(others[np.minimum(places, len(others) - 1)] == some)


def resemblance(one: frozenset[int], other: frozenset[int]) -> float:
    """Share of all shingles that both texts have, from 0 to 1 (Jaccard)."""
    either = len(one | other)
    return len(one & other) / either if either else 0.0


def containment(one: frozenset[int], other: frozenset[int]) -> float:
    """Share of the shorter text's shingles that the longer one has too, from 0 to 1."""
    shorter = min(len(one), len(other))
    return len(one & other) / shorter if shorter else 0.0


def without_quotations(text: str) -> str:
    """A text without its long quotations, whose words are not the outlet's own."""
    return _QUOTED.sub(" ", text)


def quotations(text: str) -> str:
    """The long quotations of a text, one a line."""
    return "\n".join(match.group(1) for match in _QUOTED.finditer(text))


def weighted_overlap(
    one: frozenset[str], other: frozenset[str], weights: Mapping[str, float]
) -> float:
    """Dice's measure of two sets of words, each word counted by its weight, from 0 to 1."""
    # fsum rounds once, so the order in which a set gives its words does not matter.
    both = fsum(weights.get(word, 1.0) for word in one & other)
    total = fsum(weights.get(word, 1.0) for each in (one, other) for word in each)
    return 2 * both / total if total else 0.0


def _evened(kept: str) -> str:
    undoubled = kept[:-1] if len(kept) > 3 and kept[-1] == kept[-2] not in "ls" else kept
    if undoubled.endswith("y") and len(undoubled) > 3 and undoubled[-2] not in "aeiou":
        return undoubled[:-1] + "i"
    return undoubled
