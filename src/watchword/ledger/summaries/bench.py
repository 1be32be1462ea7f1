"""Reads the texts of a set once, and tells how far it is."""

from collections.abc import Callable, Iterable
from pathlib import Path

from watchword.engines.engine import EventEngine
from watchword.ledger.reader import each_read
from watchword.ledger.stories.bench import Watch, unwatched
from watchword.model.read_report import ReadReport
from watchword.model.report import Report


class SummaryBench:
    """An engine, and the folder of the sets."""

    def __init__(
        self, engine: EventEngine, data: Path, watch: Watch = unwatched, *, processes: int = 1
    ) -> None:
        """Set up.

        Args:
            engine: what reads the sentences.
            data: the folder of the measuring data.
            watch: is told how far the reading of a set is.
            processes: how many processes read.
        """
        self.engine = engine
        self.data = data
        self.watch = watch
        self._processes = processes
        self._read: dict[str, tuple[ReadReport, ...]] = {}

    def read(self, name: str, reports: Callable[[], Iterable[Report]]) -> tuple[ReadReport, ...]:
        """The reports of a set, read with their events; a set that was read is kept."""
        if name not in self._read:
            read = each_read(list(reports()), self.engine, self.watch, processes=self._processes)
            self._read[name] = tuple(read)
        return self._read[name]
