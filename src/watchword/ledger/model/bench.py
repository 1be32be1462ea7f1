"""An engine and the folder of held-out sets: reads each set once, and tells how far it is."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, TypeVar

from watchword.engines.engine import EventEngine
from watchword.ledger.corpora.sentence import LabelledSentence
from watchword.ledger.corpora.streams import StreamEvent, read_current_events
from watchword.ledger.measurement import Pair
from watchword.ledger.model.footprint import Footprint, made_words, measure_footprint
from watchword.model.reading import EventReading, MarkedPair, Reading, Word

_Kind = TypeVar("_Kind")

AT_ONCE = 256
"""Sentences that are read before it is told how far the reading is."""

Watch = Callable[[int, int], None]
"""Is told how many sentences of a set are read, out of how many."""
ReadSet = Callable[[Path], Iterable[LabelledSentence]]
"""Reads a held-out set below the data folder."""


class Weigher(Protocol):
    """Tells what an engine costs a process of its own."""

    def __call__(self, folder: Path | None, sentences: Sequence[Sequence[Word]], /) -> Footprint:
        """Load the model in the folder, the carried one where None, and read."""
        ...


def unwatched(_done: int, _total: int) -> None:
    """Tell nobody."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """What is measured.

    Attributes:
        engine: reads sentences and events.
        folder: where its model lies; None for the carried one.
        weigh: tells what it costs a process of its own.
    """

    engine: EventEngine
    folder: Path | None = None
    weigh: Weigher = measure_footprint


class Bench:
    """Reads held-out sets with one engine; a set that was read is kept."""

    def __init__(self, measured: Measured, data: Path, watch: Watch = unwatched) -> None:
        """Set up.

        Args:
            measured: the engine.
            data: the folder of the measuring data.
            watch: is told how far the reading of a set is.
        """
        self.engine = measured.engine
        self.data = data
        self._measured = measured
        self._watch = watch
        self._pairs: dict[str, tuple[Pair, ...]] = {}
        self._events: tuple[StreamEvent, ...] | None = None

    def pairs(self, name: str, read_set: ReadSet) -> tuple[Pair, ...]:
        """The sentences of a set with their readings."""
        if name not in self._pairs:
            sentences = tuple(read_set(self.data))
            readings = self.read([made_words(sentence.words) for sentence in sentences])
            self._pairs[name] = tuple(zip(sentences, readings, strict=True))
        return self._pairs[name]

    def event_pairs(self, read_set: ReadSet) -> tuple[tuple[LabelledSentence, EventReading], ...]:
        """The sentences of a set that mark a source and a target, with what passes between them.

        A side that the sentence leaves unsaid is the stretch (0, 0).
        """
        sentences = [sentence for sentence in read_set(self.data) if sentence.pair is not None]
        found: list[EventReading] = []
        for group in self._each_group(sentences):
            words = [made_words(sentence.words) for sentence in group]
            found += self.engine.read_events(words, list(_marked(group)))
        return tuple(zip(sentences, found, strict=True))

    def read(self, sentences: Sequence[Sequence[Word]]) -> list[Reading]:
        """Read sentences, telling how far it is."""
        found: list[Reading] = []
        for group in self._each_group(sentences):
            found += self.engine.read(group)
        return found

    def stream(self) -> tuple[StreamEvent, ...]:
        """The current-events stream."""
        if self._events is None:
            self._events = tuple(read_current_events(self.data))
        return self._events

    def footprint(self, sentences: Sequence[Sequence[Word]]) -> Footprint:
        """What the engine costs a process of its own that reads these sentences."""
        return self._measured.weigh(self._measured.folder, sentences)

    def _each_group(self, sentences: Sequence[_Kind]) -> Iterator[Sequence[_Kind]]:
        for start in range(0, len(sentences), AT_ONCE):
            group = sentences[start : start + AT_ONCE]
            yield group
            self._watch(start + len(group), len(sentences))


def _marked(sentences: Iterable[LabelledSentence]) -> Iterator[MarkedPair]:
    for index, sentence in enumerate(sentences):
        if sentence.pair is not None:
            source, target = sentence.pair
            yield MarkedPair(sentence=index, source=source, target=target)
