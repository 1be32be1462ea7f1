"""The one door to whatever reads sentences: rules today, the carried language model next."""

from collections.abc import Sequence
from typing import Protocol

from watchword.model.reading import Reading, Word


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
