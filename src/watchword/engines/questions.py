"""Sentences into batches as the carried model takes them: one length each, no word left out.

Invariant: windows of one batch have equally many pieces, none is filled up, so that a sentence
reads the same in any company and no piece has to be kept from another. A sentence longer than the
model can take is read in windows that do not overlap.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice

import numpy as np
from numpy.typing import NDArray

from watchword.engines.answers import Question
from watchword.engines.pieces import END, START, Pieces, pieces_of

LONGEST = 254
"""Most pieces of one window, beside its start and end."""

MOST_LETTERS, MOST_PIECES = 1_000, 100
"""What is looked at of one word, from its head on; longer ones are addresses or noise."""

IN_BATCH = 1024
"""Pieces of one batch, at most: of 512 to 4,096 the fastest in `benchmarks/engine.py`, by little
(8,713, 8,961, 8,817 and 8,867 words a second, two threads)."""

Counts = NDArray[np.int64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """Some words of a sentence, as many as the model can take.

    Attributes:
        sentence: index of the sentence.
        start: index of its first word in the sentence.
        words: the pieces of each word.
        marks: 1 for words of a marked source, 2 for those of a marked target, else 0.
    """

    sentence: int
    start: int
    words: tuple[Pieces, ...]
    marks: tuple[int, ...]

    @property
    def length(self) -> int:
        """How many pieces it has, its start and end among them."""
        return 2 + sum(map(len, self.words))


def windows_of(
    sentence: int, words: Sequence[str], marks: Sequence[int] | None = None
) -> Iterator[Window]:
    """The windows of one sentence, in order; one for all but very long sentences."""
    pieces = tuple([pieces_of(word[:MOST_LETTERS])[:MOST_PIECES] for word in words])
    told = tuple(marks) if marks else (0,) * len(words)
    start = 0
    for index in _full(pieces):
        yield Window(
            sentence=sentence, start=start, words=pieces[start:index], marks=told[start:index]
        )
        start = index
    if start < len(pieces):
        yield Window(sentence=sentence, start=start, words=pieces[start:], marks=told[start:])


def _full(pieces: Sequence[Pieces]) -> Iterator[int]:
    """Where a window ends because the next word has no room in it."""
    sizes = list(map(len, pieces))
    if sum(sizes) <= LONGEST:
        return
    room = LONGEST
    for index, size in enumerate(sizes):
        if size > room:
            yield index
            room = LONGEST
        room -= size


def pair_window(sentence: int, words: Sequence[str], marks: Sequence[int]) -> Window:
    """The window of a sentence in which most of a marked pair stands.

    A sentence that is read in several windows gets one that begins where the pair does, too, so
    that both stand in it unless they are further apart than a window is long.
    """
    windows = list(windows_of(sentence, words, marks))
    if len(windows) > 1 and any(marks):
        begin = next(index for index, mark in enumerate(marks) if mark)
        windows += islice(windows_of(sentence, words[begin:], marks[begin:]), 1)
    return max(
        windows,
        key=lambda window: len(set(window.marks) - {0}),
        default=Window(sentence=sentence, start=0, words=(), marks=()),
    )


def batched(windows: Sequence[Window]) -> Iterator[tuple[Window, ...]]:
    """Windows of one length together, the shortest first."""
    lengths: dict[int, list[Window]] = {}
    for window in windows:
        lengths.setdefault(window.length, []).append(window)
    for length in sorted(lengths):
        waiting = iter(lengths[length])
        while batch := tuple(islice(waiting, max(1, IN_BATCH // length))):
            yield batch


def question_of(windows: Sequence[Window]) -> Question:
    """Windows of one length as arrays."""
    shape = (len(windows), windows[0].length)
    placed = _placed(windows)
    starts = np.arange(shape[0]) * shape[1]
    within = np.arange(placed.numbers.size) - np.repeat(placed.before, placed.pieces)
    at = np.repeat(starts, placed.pieces) + within + 1
    pieces, shapes, marks, first, last = (np.zeros(shape, dtype=np.int32) for _ in range(5))
    pieces[:, 0] = START
    pieces.ravel()[at] = placed.numbers
    pieces.ravel()[starts + placed.pieces + 1] = END
    shapes.ravel()[at] = placed.shapes
    words = np.arange(placed.counts.size) - np.repeat(
        placed.words.cumsum() - placed.words, placed.words
    )
    words += np.repeat(starts, placed.words)
    ends = placed.counts.cumsum() - np.repeat(placed.before, placed.words)
    last.ravel()[words] = ends
    first.ravel()[words] = ends - placed.counts + 1
    told = list(chain.from_iterable(window.marks for window in windows))
    if any(told):
        marks.ravel()[at] = np.repeat(told, placed.counts)
    return Question(pieces=pieces, shapes=shapes, marks=marks, first=first, last=last)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Placed:
    """The pieces of a batch one after another, and how many are where.

    Attributes:
        numbers: number of each piece.
        shapes: its shape.
        counts: how many pieces each word has.
        words: how many words each window has.
        pieces: how many pieces it has.
        before: how many pieces the windows before it have.
    """

    numbers: Counts
    shapes: Counts
    counts: Counts
    words: Counts
    pieces: Counts
    before: Counts


def _placed(windows: Sequence[Window]) -> _Placed:
    cut = list(chain.from_iterable(window.words for window in windows))
    both = np.fromiter(chain.from_iterable(chain.from_iterable(cut)), dtype=np.int64)
    counts = np.fromiter(map(len, cut), dtype=np.int64, count=len(cut))
    words = np.array([len(window.words) for window in windows])
    until = np.concatenate(([0], counts.cumsum()))
    ends = words.cumsum()
    before = until[ends - words]
    return _Placed(
        numbers=both[::2],
        shapes=both[1::2],
        counts=counts,
        words=words,
        pieces=until[ends] - before,
        before=before,
    )
