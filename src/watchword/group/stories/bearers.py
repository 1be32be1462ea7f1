"""The stories that bear one term, in the order in which they were last put there.

Most terms are borne by a few stories and lie in a plain dictionary; those of many lie in arrays
that are added up without going through them one by one.

Invariant: a story stands once among those that count; places that count no more weigh nothing.
"""

from array import array

import numpy as np
from numpy.typing import NDArray

FEW = 24
"""Stories of a term up to which they lie in a dictionary; fewer than make a term crowded."""
_SLACK = 16
"""Places that count no more, beside as many as there are stories, before a row is made anew."""

Places = NDArray[np.int64]
Sums = NDArray[np.float64]


class LongRow:
    """The stories of a term that many bear, by number, and what it weighs in each.

    Args:
        row: those that bear it, the one put there last last.
    """

    __slots__ = ("_at", "_places", "_weights")

    def __init__(self, row: dict[int, int]) -> None:
        self._places = array("q", row)
        self._weights = array("d", row.values())
        self._at = {place: at for at, place in enumerate(row)}

    def __len__(self) -> int:
        return len(self._at)

    def put(self, place: int, weight: int) -> None:
        """Set what the term weighs in a story, which stands last from now on."""
        at = self._at.get(place)
        if at is not None:
            self._weights[at] = 0.0
        self._at[place] = len(self._places)
        self._places.append(place)
        self._weights.append(weight)
        if len(self._places) > 2 * len(self._at) + _SLACK:
            self._tidy()

    def set(self, place: int, weight: int) -> None:
        """Set what the term weighs in a story where it stands; with 0 the story leaves."""
        at = self._at.get(place)
        if at is None:
            if weight:
                self.put(place, weight)
            return
        self._weights[at] = weight
        if not weight:
            del self._at[place]

    def latest(self, most: int) -> tuple[Places, Sums]:
        """The stories put there last, at most so many that count, with what the term weighs."""
        places = np.frombuffer(self._places, dtype=np.int64)
        weights = np.frombuffer(self._weights, dtype=np.float64)
        if len(self._at) <= most:
            return places, weights
        start = max(0, len(weights) - 2 * most)
        counting = np.flatnonzero(weights[start:])
        if len(counting) < most:
            start, counting = 0, np.flatnonzero(weights)
        first = start + int(counting[-most])
        return places[first:], weights[first:]

    def _tidy(self) -> None:
        """Drop the places that count no more."""
        kept = dict(sorted(self._at.items(), key=lambda entry: entry[1]))
        weights = self._weights
        self._weights = array("d", (weights[at] for at in kept.values()))
        self._places = array("q", kept)
        self._at = {place: at for at, place in enumerate(kept)}


Row = dict[int, int] | LongRow
"""The stories that bear a term."""


def with_story(row: Row, place: int, weight: int) -> Row:
    """The row after a story was put last in it; a long one where it has grown."""
    if isinstance(row, LongRow):
        row.put(place, weight)
        return row
    row.pop(place, None)
    row[place] = weight
    return row if len(row) <= FEW else LongRow(row)


def change(row: Row, place: int, weight: int) -> None:
    """Set what a term weighs in a story where it stands; with 0 the story leaves."""
    if isinstance(row, LongRow):
        row.set(place, weight)
    elif weight:
        row[place] = weight
    else:
        row.pop(place, None)
