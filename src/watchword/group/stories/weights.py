"""How much each word, pair of words and name of a report says, from how rare it has been so far.

Invariant: weights are whole numbers, so that sums of them come out the same in whatever order
they are added, and a restart changes nothing.
"""

from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache
from math import log, log1p, sqrt
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from watchword.model.story import Counted, StoryFeatures
from watchword.text.commonness import commonness

KINDS = ("words", "pairs", "names")
"""What is weighed."""
UNIT = 32
"""What a weight of one is as a whole number."""
FULL_LENGTH = 1_000
"""Length of a direction in whole numbers."""
COUNTED_FOR = timedelta(days=180)
"""How long a report counts for how common its words are: what was rare last year may be no more."""
BACKGROUND = 3_000
"""Reports that the shipped counts stand for.

Trial: ECB+ 1-22, B3 F1 in file order and shuffled: 0.90 and 0.90 with 3,000 as with 10,000,
0.86 and 0.89 without shipped counts.
"""

SHORT, LONG = 30, 60
"""Different words of a report of a sentence or two, and of an article."""

Weights = dict[str, int]
Direction = NDArray[np.float64]
"""Whole numbers, kept as floating-point ones, which are multiplied faster."""
Terms = tuple[Counted, ...]
"""What is counted of a report: its terms of each kind."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighed:
    """A report with the weights of its terms.

    Attributes:
        number: which of all weighed reports it is, from 1: the order in which they came.
        features: the report's.
        weights: by kind, what each term weighs, in `UNIT`s.
        lengths: by kind, the length of all weights together.
        direction: of its meaning, of length `FULL_LENGTH`; None where it has none.
        part: 0 for a report of a sentence or two, 1 for an article, and between.
        longer: logarithm of 1 and its different words.
        main_country: the one that it speaks of most, empty where it speaks of none.
        country_squares: the sum of the squares of how often it speaks of each.
    """

    number: int
    features: StoryFeatures
    weights: Mapping[str, Weights]
    lengths: Mapping[str, float]
    direction: Direction | None
    part: float
    longer: float
    main_country: str
    country_squares: int


class _Counted(NamedTuple):
    """The terms of a report, with its key and the latest publication when it came."""

    at: datetime | None
    report: str
    terms: Terms


class Weigher:
    """Counts the terms of what it weighs, over the shipped counts."""

    def __init__(self) -> None:
        """Start with the shipped counts alone."""
        self._known = commonness()
        self._share = BACKGROUND / self._known.reports
        self._counts: dict[str, dict[str, int]] = {kind: {} for kind in KINDS}
        self._weighed = 0
        self._counted: deque[_Counted] = deque()

    @property
    def weighed(self) -> int:
        """How many reports have been weighed, those that count no more among them."""
        return self._weighed

    @property
    def counted(self) -> Iterator[tuple[datetime | None, str]]:
        """Keys of the reports that count, each with the latest publication when it came."""
        return ((each.at, each.report) for each in self._counted)

    def take_up(
        self, weighed: int, counted: Iterable[tuple[datetime | None, StoryFeatures]]
    ) -> None:
        """Bring a new one to where another one is.

        Args:
            weighed: how many that one has weighed.
            counted: the reports that count there, in order.
        """
        self._weighed = weighed
        for at, features in counted:
            for kind, terms in zip(KINDS, self._count(features, at), strict=True):
                counts = self._counts[kind]
                for term, _ in terms:
                    counts[term] = counts.get(term, 0) + 1

    def weigh(self, features: StoryFeatures, now: datetime | None) -> Weighed:
        """Count a report's terms, and weigh them.

        Args:
            features: the report's.
            now: the latest publication so far; None where no report is dated.
        """
        self._forget(now)
        terms = self._count(features, now)
        self._weighed += 1
        most = log(len(self._counted) + BACKGROUND + 1)
        weights = {
            kind: self._weights(kind, each, most) for kind, each in zip(KINDS, terms, strict=True)
        }
        return weighed_as(self._weighed, features, weights)

    def _count(self, features: StoryFeatures, at: datetime | None) -> Terms:
        terms = tuple(terms_of(features, kind) for kind in KINDS)
        self._counted.append(_Counted(at, features.report, terms))
        return terms

    def _weights(self, kind: str, terms: Counted, most: float) -> Weights:
        counts, known, share = self._counts[kind], self._known.counts[kind], self._share
        weights: Weights = {}
        for term, times in terms:
            counts[term] = seen = counts.get(term, 0) + 1
            rarity = most - log(seen + share * known.get(term, 0) + 0.5)
            often = UNIT if times == 1 else UNIT * (1 + log(times))
            weight = round(often * rarity)
            if weight > 0:
                weights[term] = weight
        return weights

    def _forget(self, now: datetime | None) -> None:
        """Take out the reports that count no more."""
        while now is not None and self._counted:
            first = self._counted[0]
            if first.at is not None and now - first.at <= COUNTED_FOR:
                return
            self._counted.popleft()
            for kind, each in zip(KINDS, first.terms, strict=True):
                self._uncount(kind, each)

    def _uncount(self, kind: str, terms: Counted) -> None:
        counts = self._counts[kind]
        for term, _ in terms:
            counts[term] -= 1
            if not counts[term]:
                del counts[term]


def weighed_as(number: int, features: StoryFeatures, weights: Mapping[str, Weights]) -> Weighed:
    """A report with its weights, and what follows from them.

    Args:
        number: which of all weighed reports it is.
        features: the report's.
        weights: by kind, what each term weighs.
    """
    told = features.countries
    return Weighed(
        number=number,
        features=features,
        weights=weights,
        lengths={kind: sqrt(_squared(each)) for kind, each in weights.items()},
        direction=direction_of(features.vector),
        part=longness(len(weights["words"])),
        longer=log1p(len(weights["words"])),
        main_country=max(told, key=lambda entry: (entry[1], entry[0]))[0] if told else "",
        country_squares=sum(count * count for _, count in told),
    )


@lru_cache(maxsize=LONG)
def longness(words: int) -> float:
    """How far a report is an article, from its different words.

    0 for a sentence or two, 1 for an article; between, by the logarithm of words.
    """
    length = log(max(1, words))
    return min(1.0, max(0.0, (length - log(SHORT)) / (log(LONG) - log(SHORT))))


def terms_of(features: StoryFeatures, kind: str) -> Counted:
    """The words, pairs or names of a report."""
    if kind == "words":
        return features.words
    return features.pairs if kind == "pairs" else features.names


def direction_of(vector: bytes | None) -> Direction | None:
    """A direction in whole numbers."""
    if vector is None:
        return None
    return np.rint(np.frombuffer(vector, dtype="<f2").astype(np.float64) * FULL_LENGTH)


def _squared(weights: Weights) -> int:
    return sum(weight * weight for weight in weights.values())
