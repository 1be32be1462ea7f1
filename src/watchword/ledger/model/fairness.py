"""Errors of phrases, each counted once, as Ortmann does (LREC 2022).

"Fine-grained error analysis and fair evaluation of labeled spans": a phrase that is nearly right,
with a wrong type or wrong ends, is one error, where the usual count has one too many and one too
few.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Self

from watchword.ledger.model.phrases import Spans


@dataclass(frozen=True, slots=True, kw_only=True)
class FairCounts:
    """What was right, and each error once.

    Attributes:
        hits: phrases with the right ends and type.
        near: phrases with a wrong type, wrong ends, or both, that share words with a labelled
            one.
        extra: phrases that share words with no labelled one that is free.
        missed: labelled phrases that share words with none found that is free.
    """

    hits: int = 0
    near: int = 0
    extra: int = 0
    missed: int = 0

    def __add__(self, other: Self) -> "FairCounts":
        """The counts of both."""
        return FairCounts(
            hits=self.hits + other.hits,
            near=self.near + other.near,
            extra=self.extra + other.extra,
            missed=self.missed + other.missed,
        )

    @property
    def f1(self) -> float | None:
        """F1, an error that is near counting as half of one extra and half of one missed."""
        total = 2 * self.hits + self.near + self.extra + self.missed
        return 2 * self.hits / total if total else None


@dataclass(slots=True, kw_only=True)
class _Open:
    """A phrase that is not accounted for, or not with all its words."""

    label: str
    size: int
    words: set[int] = field(default_factory=set)
    is_counted: bool = False


def fair_counts(gold: Spans, found: Spans) -> FairCounts:
    """Count hits and errors of one sequence, as Ortmann's algorithm does.

    First phrases that are the same. Then those of the same ends and another type. Then those that
    overlap and have the same type, the shortest labelled one first, each with the one that shares
    the most words; phrases left over may still be near to one already counted, by words of it that
    none has taken. Then the same for those that overlap and have another type. What is left is
    extra or missed.
    """
    exact = gold & found
    left, right = _spread(gold - exact), _spread(found - exact)
    near = _pair_stretches(left, right)
    for same_type in (True, False):
        near += _pair_overlaps(left, right, same_type=same_type)
    return FairCounts(
        hits=len(exact),
        near=near,
        extra=sum(not each.is_counted for each in right),
        missed=sum(not each.is_counted for each in left),
    )


def _spread(spans: Spans) -> list[_Open]:
    ordered = sorted(spans, key=lambda span: (span[1] - span[0], span))
    return [
        _Open(label=label, size=end - start, words=set(range(start, end)))
        for start, end, label in ordered
    ]


def _pair_stretches(gold: Sequence[_Open], found: Sequence[_Open]) -> int:
    """Same ends, another type: both are done with."""
    pairs = 0
    for one in gold:
        same = (each for each in found if not each.is_counted and each.words == one.words)
        other = next(same, None)
        if other is not None:
            pairs += 1
            for each in (one, other):
                each.is_counted = True
                each.words.clear()
    return pairs


def _pair_overlaps(gold: Sequence[_Open], found: Sequence[_Open], *, same_type: bool) -> int:
    errors = 0
    for one in gold:
        if not one.is_counted:
            free = [each for each in found if not each.is_counted]
            errors += _take(one, free, same_type=same_type)
    for ones, others in ((gold, found), (found, gold)):
        for one in ones:
            if not one.is_counted:
                counted = [each for each in others if each.is_counted]
                errors += _take(one, counted, same_type=same_type)
    return errors


def _take(one: _Open, others: Iterable[_Open], *, same_type: bool) -> bool:
    """Account for a phrase by that one of the others which shares the most words with it."""
    fitting = [
        other
        for other in others
        if (other.label == one.label) is same_type and one.words & other.words
    ]
    if not fitting:
        return False
    best = min(fitting, key=lambda other: _unlikeness(one, other))
    shared = one.words & best.words
    for each in (one, best):
        each.is_counted = True
        each.words -= shared
    return True


def _unlikeness(one: _Open, other: _Open) -> tuple[int, int, int, int]:
    shared = len(one.words & other.words)
    return -shared, len(one.words) - shared, len(other.words) - shared, other.size
