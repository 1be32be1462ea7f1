"""A sentence and its evidence as the model of support takes them: pieces of both, one row.

The sentence stands first, marked 1; the sentences of the evidence follow in their order, marked 2,
each with an end. What has no room is left out by `watchword.text.evidence`, whole sentences at a
time.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from watchword.engines.pieces import END, START, pieces_of
from watchword.text.evidence import choose_evidence

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
        chosen: places of the sentences of the evidence that had room.
    """

    pieces: tuple[int, ...]
    shapes: tuple[int, ...]
    marks: tuple[int, ...]
    first: tuple[int, ...]
    last: tuple[int, ...]
    chosen: tuple[int, ...]


def paired(
    sentence: Sequence[str],
    evidence: Sequence[Sequence[str]],
    room: int = ROOM,
    chosen: Sequence[int] | None = None,
) -> Paired:
    """Put a sentence and its evidence together.

    Args:
        sentence: its words.
        evidence: the words of each sentence of its evidence.
        room: most pieces.
        chosen: places of the evidence to take; None to choose by shared words.
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
    left = room - len(pieces)
    taken = choose_evidence(sentence, evidence, left, pieces_in) if chosen is None else chosen
    for place in taken:
        cut = tuple(piece for word in evidence[place] for piece in pieces_of(word))
        _put(cut[: max(0, room - len(pieces) - 1)], 2, pieces, shapes, marks)
        _put(((END, 0),), 0, pieces, shapes, marks)
        if len(pieces) >= room:
            break
    return Paired(
        pieces=tuple(pieces),
        shapes=tuple(shapes),
        marks=tuple(marks),
        first=tuple(first),
        last=tuple(last),
        chosen=tuple(taken),
    )


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
