"""How common words, pairs of words and names are in news: what each says about a text.

The counts lie in a table that `training/commonness.py` makes (`data/README.md` tells where they
come from). It is read on first use and kept; a lookup is pure.
"""

import gzip
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import log

from watchword.text.similarity import stem

FILE = "commonness.tsv.gz"


@dataclass(frozen=True, slots=True, kw_only=True)
class Commonness:
    """In how many reports of a large set each term stands.

    Attributes:
        reports: how many reports the set has.
        counts: for `words`, `pairs` and `names`, the reports that each term stands in; a rare one
            is left out.
    """

    reports: int
    counts: Mapping[str, Mapping[str, int]]


@cache
def commonness() -> Commonness:
    """The table that is shipped."""
    lines = gzip.decompress((files("watchword.text") / "data" / FILE).read_bytes()).decode()
    counts: dict[str, dict[str, int]] = {"words": {}, "pairs": {}, "names": {}}
    first, *rows = lines.splitlines()
    for row in rows:
        kind, term, count = row.split("\t")
        counts[kind][term] = int(count)
    return Commonness(reports=int(first), counts=counts)


def rarity(word: str) -> float:
    """How telling a word is: the logarithm of how rare it, or its stem, is in news.

    >>> rarity("howitzers") > rarity("war")
    True
    """
    known = commonness()
    counts = known.counts["words"]
    return log(known.reports / (1 + max(counts.get(word, 0), counts.get(stem(word), 0))))
