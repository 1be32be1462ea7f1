"""Places in a text as sets of words, so that stretches cut by different hands can be compared.

Marks are no words: a full stop or a quotation mark inside or outside a stretch changes nothing.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence, Set

from watchword.errors import UnreadableError
from watchword.ledger.corpora.sentence import Stretch
from watchword.ledger.corpora.texts import Pieces
from watchword.text.words import find_words

ENOUGH = 0.5
"""Least share of the shorter stretch's words that two stretches of one content have in common.

Watchword makes a claim of each clause, and corpora one content of a whole quotation, so that the
longer one says nothing.
"""


class WordPlaces:
    """The words of a text by their numbers."""

    def __init__(self, text: str) -> None:
        """Cut the text."""
        words = [word for word in find_words(text) if any(map(str.isalnum, word.text))]
        self._starts = [word.start for word in words]
        self._ends = [word.end for word in words]

    def covered(self, pieces: Iterable[Stretch]) -> frozenset[int]:
        """The numbers of the words that share a character with some stretches."""
        return frozenset(
            number
            for start, end in pieces
            for number in range(bisect_right(self._ends, start), bisect_left(self._starts, end))
        )


def are_of_one(first: Set[int], second: Set[int]) -> bool:
    """Whether two sets of words are enough of each other to stand for one content.

    >>> are_of_one({1, 2, 3, 4, 5, 6}, {5, 6, 7, 8})
    True
    >>> are_of_one({1, 2, 3, 4, 5, 6}, {6, 7, 8})
    False
    """
    shared = len(first & second)
    return shared > 0 and shared >= ENOUGH * min(len(first), len(second))


class Moved:
    """Moves places in a text to where the same words stand once `collect` has cleaned the text."""

    def __init__(self, before: str, after: str) -> None:
        """Set up.

        Raises:
            UnreadableError: if the two differ by more than white space and control characters.
        """
        first, second = _seen(before), _seen(after)
        if [before[place] for place in first] != [after[place] for place in second]:
            raise UnreadableError("cleaning changed the words of a labelled text", key=before[:40])
        self._first, self._second = first, second

    def __call__(self, pieces: Pieces) -> Pieces:
        """The places of some stretches; one without anything to see is left out."""
        moved = (self._moved(start, end) for start, end in pieces)
        return tuple(stretch for stretch in moved if stretch is not None)

    def _moved(self, start: int, end: int) -> Stretch | None:
        first, last = bisect_left(self._first, start), bisect_left(self._first, end) - 1
        if last < first:
            return None
        return self._second[first], self._second[last] + 1


def _seen(text: str) -> Sequence[int]:
    return [at for at, sign in enumerate(text) if not sign.isspace() and sign.isprintable()]
