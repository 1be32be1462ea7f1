"""Sentences into batches as the carried model takes them: one length each, no word left out.

Invariant: how long a sentence is filled up depends on it alone, so that it reads the same in any
company. A sentence longer than the model can take is read in windows that do not overlap.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

import numpy as np

from watchword.engines.answers import Question
from watchword.engines.pieces import END, START, Pieces, pieces_of

LONGEST = 254
"""Most pieces of one window, beside its start and end."""

MOST_LETTERS, MOST_PIECES = 1_000, 100
"""What is looked at of one word, from its head on; longer ones are addresses or noise."""

STEP = 2
"""Windows are filled up to a multiple of this many pieces. With 1, 2, 4, 8 and 16 of them
`benchmarks/engine.py` reads at 1.02, 1, 0.98, 0.84 and 0.73 of the speed on one thread; in the
groups in which reports come batches are smaller, and 1 is slower than 2."""

IN_BATCH = 1024
"""Pieces of one batch, at most: of 512 to 4,096 the fastest in `benchmarks/engine.py`, by little
(8,713, 8,961, 8,817 and 8,867 words a second, two threads)."""


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
        """How many pieces it is filled up to."""
        pieces = 2 + sum(len(word) for word in self.words)
        return -(-pieces // STEP) * STEP


def windows_of(
    sentence: int, words: Sequence[str], marks: Sequence[int] | None = None
) -> Iterator[Window]:
    """The windows of one sentence, in order; one for all but very long sentences."""
    pieces = [pieces_of(word[:MOST_LETTERS])[:MOST_PIECES] for word in words]
    told = tuple(marks or [0] * len(words))
    start, room = 0, LONGEST
    for index, word in enumerate(pieces):
        if len(word) > room:
            yield Window(
                sentence=sentence,
                start=start,
                words=tuple(pieces[start:index]),
                marks=told[start:index],
            )
            start, room = index, LONGEST
        room -= len(word)
    if start < len(pieces):
        yield Window(
            sentence=sentence, start=start, words=tuple(pieces[start:]), marks=told[start:]
        )


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
    pieces, shapes, marks, first, last = (np.zeros(shape, dtype=np.int32) for _ in range(5))
    for row, window in enumerate(windows):
        numbers = [piece for word in window.words for piece in word]
        size = len(numbers) + 1
        pieces[row, 0], pieces[row, size] = START, END
        pieces[row, 1:size] = [number for number, _ in numbers]
        shapes[row, 1:size] = [kind for _, kind in numbers]
        counts = np.array([len(word) for word in window.words], dtype=np.int32)
        ends = counts.cumsum()
        last[row, : len(counts)] = ends
        first[row, : len(counts)] = ends - counts + 1
        if any(window.marks):
            marks[row, 1:size] = np.repeat(window.marks, counts)
    return Question(pieces=pieces, shapes=shapes, marks=marks, first=first, last=last)
