"""Labelled sentences as numbers, one by one, before they stand in a batch."""

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace

from watchword.engines.pieces import END, START, pieces_of
from watchword.ledger.corpora.sentence import LabelledSentence, Stretch

LONGEST = 192
"""Sentences of more pieces are left out of training."""

BUCKET = 8
"""Lengths are rounded up to a multiple of this, so that few shapes are ever seen."""


MASK = 103
"""The piece that stands for a hidden one, as in every BERT vocabulary."""

HIDDEN = 0.1
"""Share of a sentence's words that are hidden, where any are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A sentence as numbers, with its labels as they were.

    Attributes:
        sentence: the labelled sentence.
        pieces: numbers of its pieces, with the start and the end.
        shapes: shapes of its pieces.
        marks: 1 for pieces of a marked source, 2 for those of a marked target.
        first: place of each word's first piece.
        last: place of each word's last piece.
        meaning: row of the base model's embedding, -1 for none.
    """

    sentence: LabelledSentence
    pieces: tuple[int, ...]
    shapes: tuple[int, ...]
    marks: tuple[int, ...]
    first: tuple[int, ...]
    last: tuple[int, ...]
    meaning: int = -1

    @property
    def bucket(self) -> int:
        """The length that it is filled up to."""
        return -(-len(self.pieces) // BUCKET) * BUCKET


def encode(sentence: LabelledSentence, meaning: int = -1) -> Example:
    """Cut a sentence's words into pieces."""
    pieces, shapes, marks = [START], [0], [0]
    first, last = [], []
    for index, word in enumerate(sentence.words):
        found = pieces_of(word)
        first.append(len(pieces))
        pieces += [number for number, _ in found]
        shapes += [shape for _, shape in found]
        marks += [_mark_of(index, sentence.pair)] * len(found)
        last.append(len(pieces) - 1)
    return Example(
        sentence=sentence,
        pieces=(*pieces, END),
        shapes=(*shapes, 0),
        marks=(*marks, 0),
        first=tuple(first),
        last=tuple(last),
        meaning=meaning,
    )


def _mark_of(index: int, pair: tuple[Stretch, Stretch] | None) -> int:
    if pair is None:
        return 0
    inside = [which for which, (start, end) in enumerate(pair, start=1) if start <= index < end]
    return inside[0] if inside else 0


def with_hidden(example: Example, order: random.Random) -> Example:
    """The same example with some of its words hidden, so that none of them is learnt by heart."""
    pieces = list(example.pieces)
    for first, last in zip(example.first, example.last, strict=True):
        if order.random() < HIDDEN:
            pieces[first : last + 1] = [MASK] * (last + 1 - first)
    return replace(example, pieces=tuple(pieces))


def padded(rows: Sequence[Sequence[int]], width: int, fill: int = 0) -> list[list[int]]:
    """Rows filled up to one width."""
    return [[*row, *[fill] * (width - len(row))] for row in rows]
