"""Reads the texts of a set once, and tells how far it is."""

from collections.abc import Callable, Iterable
from pathlib import Path

from watchword.engines.engine import EventEngine
from watchword.flow.ahead import each_ahead
from watchword.ledger.stories.bench import Watch, unwatched
from watchword.model.read_report import ReadReport
from watchword.model.report import Report, Unread


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
            self._read[name] = tuple(self._each_read(list(reports())))
        return self._read[name]

    def _each_read(self, reports: list[Report]) -> Iterable[ReadReport]:
        jobs = each_ahead(reports, self.engine, events=self.engine, processes=self._processes)
        for done, each in enumerate(jobs, start=1):
            if not isinstance(each, Unread):
                yield each[1]()
            self.watch(done, len(reports))
