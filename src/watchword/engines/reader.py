"""The language model that Watchword carries: one encoder, one pass, every head.

The file is made by `training/`; `docs/reference/model-card.md` has its corpora, licences and
scores. It runs under ONNX Runtime, without any network.

Invariant: the same sentence gives the same reading, alone or beside others, on any number of
threads: it is read with others of its own length, and its weights are multiplied as whole numbers.
"""

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cached_property, partial
from importlib.resources.abc import Traversable
from threading import Lock
from typing import TypeVar

from watchword.engines.answers import Answers, Floats, Question
from watchword.engines.carried import USUAL, Carried, place_of
from watchword.engines.decoding import joined, readings_of
from watchword.engines.inventory import Inventory
from watchword.engines.kept import ROOM, Kept
from watchword.engines.questions import Window, batched, pair_window, question_of, windows_of
from watchword.engines.sessions import (
    PairSession,
    Sessions,
    SideSession,
    open_pairs,
    open_sessions,
    open_sides,
    read_labels,
    tells_events,
)
from watchword.engines.sides import KeptSides, each_sides, tell_pairs
from watchword.errors import RefusedError
from watchword.model.reading import EventReading, MarkedPair, Reading, Word

Found = TypeVar("Found")


class ReadingEngine:
    """Reads sentences with the carried model; threads may share it.

    Attributes:
        carried: which of the models that are shipped it is; None for one of a folder.
    """

    def __init__(
        self,
        model: Traversable | Carried = USUAL,
        *,
        threads: int | None = None,
        room: int = ROOM,
    ) -> None:
        """Name a model; it is opened when first asked.

        Args:
            model: one that is shipped, or where a model's files lie, as `training/` writes them.
            threads: how many batches are read at once; the machine's processors where None.
            room: bytes of readings that are kept, so that a sentence that comes again is not
                read again; 0 reads each anew.
        """
        self.carried = model if isinstance(model, Carried) else None
        self._folder = place_of(model) if isinstance(model, Carried) else model
        self._threads = threads or os.cpu_count() or 1
        self._kept = Kept(room=room)
        self._opening = Lock()
        self._opened: Sessions | None = None
        self._opened_pairs: PairSession | None = None
        self._opened_sides: SideSession | None = None
        self._sides = KeptSides()

    @property
    def name(self) -> str:
        """Name and version, kept with every finding."""
        return self.inventory.name

    @cached_property
    def inventory(self) -> Inventory:
        """The labels that the model can give.

        Raises:
            MissingDataError: if they are not there, or are no labels.
        """
        return read_labels(self._folder)

    def read(self, sentences: Sequence[Sequence[Word]]) -> tuple[Reading, ...]:
        """Read each sentence; one reading a sentence, in order.

        What was read in the same words not long ago is given again.

        Raises:
            MissingDataError: if there is no model, or none that can be run.
        """
        if not self._kept.room:
            return self._read_anew(sentences)
        return self._kept.read_once(sentences, self._read_anew)

    def _read_anew(self, sentences: Sequence[Sequence[Word]]) -> tuple[Reading, ...]:
        windows = [
            window
            for index, words in enumerate(sentences)
            for window in windows_of(index, [word.text for word in words])
        ]
        parts: dict[int, list[tuple[int, Reading]]] = {}
        for window, reading in self._each(windows, partial(self._read_batch, sentences)):
            parts.setdefault(window.sentence, []).append((window.start, reading))
        return tuple(
            joined([reading for _, reading in sorted(parts[index], key=lambda part: part[0])])
            if index in parts
            else Reading(tokens=(), made_by=self.name)
            for index in range(len(sentences))
        )

    def read_events(
        self, sentences: Sequence[Sequence[Word]], pairs: Sequence[MarkedPair]
    ) -> tuple[EventReading, ...]:
        """Read what the source of each pair does to its target; one reading a pair, in order.

        A side without words, such as (0, 0), is not marked. Words of both sides are the source's.

        Raises:
            RefusedError: if a pair names words or a sentence that are not there.
            MissingDataError: if there is no model, or none that can be run.
        """
        windows = [
            pair_window(index, *_marked(pair, sentences)) for index, pair in enumerate(pairs)
        ]
        found = {window.sentence: event for window, event in self._each_event(windows)}
        return tuple(found[index] for index in range(len(pairs)))

    def answer(self, question: Question) -> Answers:
        """What the model answers for one batch, before anything is decoded."""
        return self._sessions().answer(question)

    def _each(
        self,
        windows: Sequence[Window],
        read: Callable[[Sequence[Window]], Sequence[Found]],
    ) -> Iterator[tuple[Window, Found]]:
        """Each window with what is read in it, several batches at a time."""
        batches = list(batched(windows))
        if len(batches) < 2 or self._threads == 1:
            for batch in batches:
                yield from zip(batch, read(batch), strict=True)
            return
        with ThreadPoolExecutor(self._threads) as pool:
            for batch, found in zip(batches, pool.map(read, batches), strict=True):
                yield from zip(batch, found, strict=True)

    def _read_batch(
        self, sentences: Sequence[Sequence[Word]], batch: Sequence[Window]
    ) -> list[Reading]:
        words = [
            sentences[window.sentence][window.start : window.start + len(window.words)]
            for window in batch
        ]
        answers = self.answer(question_of(batch))
        for window, sides in each_sides(batch, answers):
            self._sides.add(window, sides)
        return readings_of(words, answers, self.inventory)

    def _each_event(self, windows: Sequence[Window]) -> Iterator[tuple[Window, EventReading]]:
        sides = self._side_session()
        if sides is None:
            yield from self._each(windows, self._read_pairs)
            return
        for window, roots, quads in tell_pairs(windows, self._sides, sides, self.answer):
            yield window, self._event(roots, quads)

    def _read_pairs(self, batch: Sequence[Window]) -> list[EventReading]:
        roots, quads = self._pairs().answer(question_of(batch))
        return [self._event(*each) for each in zip(roots, quads, strict=True)]

    def _event(self, roots: Floats, quads: Floats) -> EventReading:
        root, quad = int(roots.argmax()), int(quads.argmax())
        return EventReading(
            root=self.inventory.roots[root],
            root_confidence=round(float(roots[root]), 3),
            quad=int(self.inventory.quads[quad]),
            quad_confidence=round(float(quads[quad]), 3),
            made_by=self.name,
        )

    def _sessions(self) -> Sessions:
        with self._opening:
            if self._opened is None:
                self._opened = open_sessions(self._folder, self.inventory)
            return self._opened

    def _pairs(self) -> PairSession:
        with self._opening:
            if self._opened_pairs is None:
                self._opened_pairs = open_pairs(self._folder, self.inventory)
            return self._opened_pairs

    def _side_session(self) -> SideSession | None:
        """What tells events from what was read; None for a model that reads marked pairs."""
        with self._opening:
            if self._opened_sides is None and tells_events(self._folder):
                self._opened_sides = open_sides(self._folder, self.inventory)
            return self._opened_sides


def _marked(pair: MarkedPair, sentences: Sequence[Sequence[Word]]) -> tuple[list[str], list[int]]:
    """The words of a pair's sentence; 1 for those of its source, 2 of its target, else 0."""
    if not 0 <= pair.sentence < len(sentences):
        raise RefusedError(
            "a pair names a sentence that is not there",
            key=f"sentence {pair.sentence}",
            mend="count sentences from 0",
        )
    words = [word.text for word in sentences[pair.sentence]]
    marks = [0] * len(words)
    for which, (start, end) in ((2, pair.target), (1, pair.source)):
        if not 0 <= start <= end <= len(words):
            raise RefusedError(
                "a pair names words that its sentence does not have",
                key=f"sentence {pair.sentence}, words {start} to {end}",
                mend="count words from 0, and end after the last one",
            )
        marks[start:end] = [which] * (end - start)
    return words, marks
