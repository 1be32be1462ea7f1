"""What events are told from, kept from the reading of a sentence until its pairs are asked about.

Invariant: what is told of a pair is the same whether its sentence was kept or is read again.
"""

from collections import OrderedDict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from threading import Lock

import numpy as np

from watchword.engines.answers import Answers, Floats, Question
from watchword.engines.pieces import Pieces
from watchword.engines.questions import Window, batched, question_of
from watchword.engines.sessions import SideSession

ROOM = 48 * 2**20
"""Bytes that are kept, about those of 40,000 words."""

AT_ONCE = 256
"""Pairs that are asked about at once, at most."""

Words = tuple[Pieces, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sides:
    """What was told of a sentence.

    Attributes:
        sources: words, hidden: of each word as a source's.
        targets: the same as a target's.
        whole: hidden: of the sentence.
    """

    sources: Floats
    targets: Floats
    whole: Floats

    @property
    def size(self) -> int:
        """Bytes that it takes."""
        return int(self.sources.nbytes + self.targets.nbytes + self.whole.nbytes)

    def told_of(self, marks: Sequence[int]) -> Floats:
        """What is told of a pair; a side without words adds nothing.

        Args:
            marks: 1 for words of the source, 2 for those of the target, else 0.
        """
        given = np.array(marks)
        found = self.whole.copy()
        for which, words in ((1, self.sources), (2, self.targets)):
            chosen = words[given == which]
            if len(chosen):
                found += chosen.mean(axis=0)
        return found


@dataclass(slots=True, kw_only=True)
class KeptSides:
    """Sides by the pieces of a sentence; those kept longest go first. Threads may share it.

    Attributes:
        room: bytes that are kept at most.
    """

    room: int = ROOM
    _kept: OrderedDict[Words, Sides] = field(default_factory=OrderedDict)
    _taken: int = 0
    _lock: Lock = field(default_factory=Lock)

    def add(self, window: Window, sides: Sides) -> None:
        """Keep what was told of a window."""
        with self._lock:
            if window.words in self._kept:
                return
            self._kept[window.words] = sides
            self._taken += sides.size
            while self._taken > self.room:
                _, gone = self._kept.popitem(last=False)
                self._taken -= gone.size

    def find(self, window: Window) -> Sides | None:
        """What was told of a window; None where it is not kept."""
        with self._lock:
            return self._kept.get(window.words)


def each_sides(windows: Sequence[Window], answers: Answers) -> Iterator[tuple[Window, Sides]]:
    """Each window of a batch with what the model told of it; none where it tells no sides."""
    told = answers.sources, answers.targets, answers.wholes
    if told[0] is None or told[1] is None or told[2] is None:
        return
    for window, sources, targets, whole in zip(windows, told[0], told[1], told[2], strict=True):
        count = len(window.words)
        yield window, Sides(sources=sources[:count], targets=targets[:count], whole=whole)


def tell_pairs(
    windows: Sequence[Window],
    kept: KeptSides,
    session: SideSession,
    answer: Callable[[Question], Answers],
) -> Iterator[tuple[Window, Floats, Floats]]:
    """Each window with probabilities of root types and quad classes of its marked pair.

    Args:
        windows: sentences with marks.
        kept: what was told of sentences before; others are read again.
        session: what tells events.
        answer: reads what is not kept.
    """
    known = {each.words: kept.find(each) for each in windows}
    missing = {each.words: each for each in windows if known[each.words] is None}
    for batch in batched(list(missing.values())):
        answers = answer(question_of(batch))
        known |= {window.words: sides for window, sides in each_sides(batch, answers)}
    for start in range(0, len(windows), AT_ONCE):
        group = windows[start : start + AT_ONCE]
        rows = [(known[each.words], each.marks) for each in group]
        told_of = np.stack([sides.told_of(marks) for sides, marks in rows if sides is not None])
        yield from zip(group, *session.answer(told_of), strict=True)
