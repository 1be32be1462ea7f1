"""One ranking of several: reciprocal rank fusion.

Source: Cormack, Clarke and Büttcher, "Reciprocal Rank Fusion outperforms Condorcet and individual
Rank Learning Methods", SIGIR 2009. A hit scores 1 / (60 + rank) in each list that it stands in.
Only ranks count, so that scores of different kinds need no common scale.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

RANKS_SOFTENED_BY = 60
"""The constant that the paper chose in a pilot, and that changed little from 20 to 100 there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fused:
    """A row with its place in one ranking of several.

    Attributes:
        row: its number.
        score: sum over the lists.
        ranks: its rank in each list that has it, from 1, in the order of the lists.
    """

    row: int
    score: float
    ranks: tuple[tuple[str, int], ...]


def fuse(lists: Mapping[str, Sequence[int]]) -> tuple[Fused, ...]:
    """One ranking of several, best first; of rows with the same score the later one comes first.

    >>> [found.row for found in fuse({"words": [7, 8], "meaning": [8, 9]})]
    [8, 7, 9]

    Args:
        lists: row numbers by the name of their list, best first, each once.
    """
    ranks: dict[int, list[tuple[str, int]]] = {}
    for name, rows in lists.items():
        for rank, row in enumerate(rows, start=1):
            ranks.setdefault(row, []).append((name, rank))
    found = [
        Fused(
            row=row,
            score=sum(1 / (RANKS_SOFTENED_BY + rank) for _, rank in places),
            ranks=tuple(places),
        )
        for row, places in ranks.items()
    ]
    return tuple(sorted(found, key=lambda each: (-each.score, -each.row)))
