"""How much of a situation a claim is about: the words that many origins share and news does not.

A word's weight is the share of origins that use it in a claim, times how rare it is in news at
large. A claim is as central as its weightiest words are beside the situation's weightiest.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from watchword.text.commonness import rarity

WORDS = 5
"""Words of a claim that tell what it is about."""
COUNTRY_WEIGHT = 3.0
"""How telling a country is, whatever its name: a stem in one report of twenty weighs as much."""


def find_centrality(
    words: Mapping[str, frozenset[str]], origin_of: Mapping[str, str]
) -> Mapping[str, float]:
    """How central each claim is to all of them.

    Args:
        words: the stems of each claim, countries as codes ("@KP"), by its key.
        origin_of: whose text each claim stands in, by its key.

    Returns:
        For each claim's key a share of the most central, 0 to 1.
    """
    users: dict[str, set[str]] = defaultdict(set)
    for key, stems in words.items():
        for stem in stems:
            users[stem].add(origin_of[key])
    origins = len(set(origin_of.values())) or 1
    weights = {
        stem: len(using) / origins * _weight(stem)
        for stem, using in users.items()
        if len(using) > 1
    }
    most = _sum(weights.values())
    return {
        key: _sum(weights.get(stem, 0.0) for stem in stems) / most if most else 0.0
        for key, stems in words.items()
    }


def _weight(stem: str) -> float:
    return COUNTRY_WEIGHT if stem.startswith("@") else rarity(stem)


def _sum(weights: Iterable[float]) -> float:
    return sum(sorted(weights, reverse=True)[:WORDS])
