"""A sentence and its evidence as the model of support takes them: pieces of both, one row.

The sentence stands first, marked 1; the sentences of the evidence follow in their order, marked 2,
each with an end. Who asks leaves out what has no room; what still has none is cut off.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from watchword.engines.pieces import END, START, pieces_of

MOST_JUDGED = 120
"""Pieces of a judged sentence; what is longer is not read to its end."""
ROOM = 384
"""Pieces of both together, at most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paired:
    """One row.

    Attributes:
        pieces: numbers of the pieces.
        shapes: shape of each piece's letters.
        marks: 1 for the sentence, 2 for its evidence, 0 for the start and the ends.
        first: place of the first piece of each word of the sentence.
        last: place of the last one.
    """

    pieces: tuple[int, ...]
    shapes: tuple[int, ...]
    marks: tuple[int, ...]
    first: tuple[int, ...]
    last: tuple[int, ...]


def paired(sentence: Sequence[str], evidence: Sequence[Sequence[str]], room: int = ROOM) -> Paired:
    """Put a sentence and its evidence together.

    Args:
        sentence: its words.
        evidence: the words of each sentence of its evidence.
        room: most pieces.
    """
    pieces, shapes, marks = [START], [0], [0]
    first, last = [], []
    for word in sentence:
        cut = pieces_of(word)
        if len(pieces) + len(cut) > MOST_JUDGED:
            break
        first.append(len(pieces))
        _put(cut, 1, pieces, shapes, marks)
        last.append(len(pieces) - 1)
    _put(((END, 0),), 0, pieces, shapes, marks)
    for each in evidence:
        if len(pieces) >= room:
            break
        cut = tuple(piece for word in each for piece in pieces_of(word))
        _put(cut[: max(0, room - len(pieces) - 1)], 2, pieces, shapes, marks)
        _put(((END, 0),), 0, pieces, shapes, marks)
    return Paired(
        pieces=tuple(pieces),
        shapes=tuple(shapes),
        marks=tuple(marks),
        first=tuple(first),
        last=tuple(last),
    )


def room_beside(sentence: Sequence[str], room: int = ROOM) -> int:
    """How many pieces a sentence leaves to its evidence."""
    return room - min(MOST_JUDGED, 1 + pieces_in(sentence))


def pieces_in(words: Sequence[str]) -> int:
    """How many pieces a sentence of evidence takes, its end with it."""
    return 1 + sum(len(pieces_of(word)) for word in words)


def _put(
    cut: Sequence[tuple[int, int]],
    mark: int,
    pieces: list[int],
    shapes: list[int],
    marks: list[int],
) -> None:
    for number, shape in cut:
        pieces.append(number)
        shapes.append(shape)
        marks.append(mark)
