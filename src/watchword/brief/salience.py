"""What a situation is about, by its own words: those that stand in it oftener than in news.

Names of countries are left out: how much a claim is about the situation's countries counts anyway.
"""

import re
from collections import Counter
from collections.abc import Iterable
from math import log

from watchword.text.commonness import commonness
from watchword.text.gazetteer import country_named

KEPT = 60
"""Words that are a situation's own; set by reading which words a month of statements by two
presidents has at this place, not by a trial."""
ENOUGH = 3
"""Own words from which a claim is wholly about the situation."""
LEAST = 0.15
"""Weight of a claim with none of them; set by reading, as `KEPT`."""
FEW = 1_000
"""Findings below which somebody chose the reports by hand, and all of them are about it."""

SPOKEN = 1.0
"""How much oftener than in news a word has to stand: less is a manner of speaking ("thank")."""

_WORD = re.compile(r"[a-z][a-z\u2019'-]{3,}")


def own_words(contents: Iterable[str]) -> frozenset[str]:
    """The words of a situation that tell most of it.

    Args:
        contents: what is claimed, one text each.

    Returns:
        At most `KEPT` words in lower case; none where there are too few claims.
    """
    texts = [_words(content) for content in contents]
    if len(texts) < FEW:
        return frozenset()
    table = commonness()
    usual = table.counts["words"]
    counts = Counter(word for words in texts for word in words)
    weights = {
        word: count * (log(count / len(texts) * table.reports / usual[word]) - SPOKEN)
        for word, count in counts.items()
        if count > 1 and usual.get(word, 0) > 0
    }
    ranked = sorted(
        (word for word in weights if country_named(word.capitalize()) is None),
        key=lambda word: (-weights[word], word),
    )
    return frozenset(word for word in ranked[:KEPT] if weights[word] > 0)


def salience_of(content: str, own: frozenset[str]) -> float:
    """How much what is claimed is of a situation, from `LEAST` to 1; 1 where nothing is known."""
    if not own:
        return 1.0
    hits = len(_words(content) & own)
    return LEAST + (1 - LEAST) * min(1.0, hits / ENOUGH)


def _words(content: str) -> frozenset[str]:
    """Words in lower case, those on an "s" without it: the table has them in the singular."""
    return frozenset(word.removesuffix("s") for word in _WORD.findall(content.lower()))
