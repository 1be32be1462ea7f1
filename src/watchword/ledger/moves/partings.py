"""Scores of turns against the marks of several people, as van den Burg and Williams (2020) do.

Turns part a series into stretches. `cover` asks how well stretches lie over each other, F1 how many
turns are where somebody marked one.
"""

from collections.abc import Iterable, Sequence
from itertools import pairwise

MARGIN = 5
"""How many periods a turn may be off a mark, as published."""

Stretch = tuple[int, int]
"""First period, and the period after the last."""


def cover(marks: Sequence[Iterable[int]], turns: Iterable[int], length: int) -> float:
    """How well the stretches between turns lie over those that people marked, 0 to 1.

    Each stretch that a person marked counts by its length for the largest share (Jaccard) that it
    has in common with a found one; the mean over the people.

    Args:
        marks: for each person the first periods of stretches.
        turns: the turns that were found.
        length: periods of the series.

    >>> round(cover([[10, 20], [10], [0, 5]], [10, 20], 45), 3)
    0.796
    """
    found = _stretches(turns, length)
    return sum(_cover_one(_stretches(person, length), found) for person in marks) / len(marks)


def precision_recall(
    marks: Sequence[Iterable[int]], turns: Iterable[int], margin: int = MARGIN
) -> tuple[float, float]:
    """Share of turns that somebody marked, and of marks that were found, a mean over people.

    The beginning of the series is one of the turns and one of the marks, as published. A turn
    is found by one mark at most.
    """
    found = {0, *turns}
    people = [{0, *person} for person in marks]
    precision = _hits(set().union(*people), found, margin) / len(found)
    recall = sum(_hits(person, found, margin) / len(person) for person in people) / len(people)
    return precision, recall


def f1(marks: Sequence[Iterable[int]], turns: Iterable[int], margin: int = MARGIN) -> float:
    """The harmonic mean of both.

    >>> round(f1([[], [10], [50]], [10]), 3)
    0.909
    """
    precision, recall = precision_recall(marks, turns, margin)
    return 2 * precision * recall / (precision + recall)


def _stretches(turns: Iterable[int], length: int) -> list[Stretch]:
    inner = sorted({turn for turn in turns if 0 < turn < length})
    return list(pairwise((0, *inner, length)))


def _cover_one(marked: Sequence[Stretch], found: Sequence[Stretch]) -> float:
    length = marked[-1][1]
    best = (max(_share(stretch, other) for other in found) for stretch in marked)
    sizes = (end - start for start, end in marked)
    return sum(size * share for size, share in zip(sizes, best, strict=True)) / length


def _share(one: Stretch, other: Stretch) -> float:
    shared = min(one[1], other[1]) - max(one[0], other[0])
    spanned = max(one[1], other[1]) - min(one[0], other[0])
    return max(shared, 0) / spanned


def _hits(marks: Iterable[int], found: Iterable[int], margin: int) -> int:
    """How many marks have a turn of their own within the margin, earlier marks first."""
    free, hits = set(found), 0
    for mark in sorted(marks):
        near = [(abs(mark - turn), turn) for turn in free if abs(mark - turn) <= margin]
        if near:
            free.remove(min(near)[1])
            hits += 1
    return hits
