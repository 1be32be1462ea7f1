"""The one door to whatever reads sentences: rules, or the carried language model."""

from collections.abc import Sequence
from typing import Protocol

from watchword.model.reading import EventReading, MarkedPair, Reading, Word


class Engine(Protocol):
    """Reads sentences that are already cut into words.

    The same sentence gives the same reading, alone or beside others.
    """

    @property
    def name(self) -> str:
        """Name and version, kept with every finding."""
        ...

    def read(self, sentences: Sequence[Sequence[Word]]) -> tuple[Reading, ...]:
        """Read each sentence; one reading a sentence, in order."""
        ...


class EventEngine(Engine, Protocol):
    """Reads sentences, and says what a marked source does to a marked target."""

    def read_events(
        self, sentences: Sequence[Sequence[Word]], pairs: Sequence[MarkedPair]
    ) -> tuple[EventReading, ...]:
        """Read the event of each pair; one reading a pair, in order."""
        ...
