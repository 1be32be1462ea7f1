"""How alike two texts are: word shingles for wording, stems for content.

Shingles are runs of five words (Broder, "On the resemblance and containment of documents", 1997).
They are kept as checksums: two unlike runs collide about once in four thousand million.
"""

import re
from collections.abc import Mapping
from math import fsum
from zlib import crc32

SHINGLE_WORDS = 5
"""Words in a shingle: Broder's choice for news-sized texts."""

_WORD = re.compile(r"[^\W_]+(?:['\u2019.,\-][^\W_]+)*")
_QUOTED = re.compile(r"[\"\u201c\u201f]([^\"\u201c\u201d\u201f]{40,2000})[\"\u201d]")
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
_SUFFIXES = ("ments", "ations", "ation", "ment", "ings", "ing", "ied", "ies", "ed", "es", "s", "e")


def words_in(text: str) -> list[str]:
    """The words of a text in order, case folded, without punctuation around them.

    >>> words_in("Seoul's 1,500 troops -- gone.")
    ["seoul's", '1,500', 'troops', 'gone']
    """
    return [match.group().casefold() for match in _WORD.finditer(text)]


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
    words = words_in(text)
    runs = max(1, len(words) - SHINGLE_WORDS + 1) if words else 0
    return frozenset(
        crc32(" ".join(words[start : start + SHINGLE_WORDS]).encode()) for start in range(runs)
    )


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
