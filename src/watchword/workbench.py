"""The object that people hold: a situation's record, with what can be done to it.

It only delegates: the order of the work is in `flow`, the record in `store`.

    with Workbench.open("situation.watchword", read_settings()) as bench:
        bench.collect(["reports/"])
        bench.read()
        brief = bench.brief()
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from watchword.config import Settings, secret
from watchword.engines import ReadingEngine
from watchword.flow.briefing import Request
from watchword.flow.running import Inputs, Watcher, each_collected, limits_of, unwatched
from watchword.flow.situation.reading import Reader, read_waiting, reader_named
from watchword.flow.situation.recording import Recorded, record
from watchword.flow.situation.standing import Standing, brief_standing, find_standing
from watchword.flow.situation.visiting import Terms, Visited, visit_due
from watchword.model.brief import Brief
from watchword.model.decision import Decision, DecisionKind
from watchword.store import Store, create_store, open_store
from watchword.store.decisions import add_decision


class Workbench:
    """An open situation.

    Args:
        store: its record.
        settings: what the user set.
    """

    def __init__(self, store: Store, settings: Settings) -> None:
        self.store = store
        self.settings = settings

    @classmethod
    def create(cls, location: str, settings: Settings, *, title: str) -> Self:
        """Begin a situation.

        Raises:
            StoreError: if there is one at this place already, or it cannot be made.
        """
        return cls(create_store(location, title=title), settings)

    @classmethod
    def open(cls, location: str, settings: Settings) -> Self:
        """Open a situation.

        Raises:
            StoreError: if there is none, it is damaged, or of a newer version.
        """
        return cls(open_store(location), settings)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the record."""
        self.store.close()

    def collect(
        self,
        sources: Sequence[str],
        watch: Watcher = unwatched,
        *,
        columns: Mapping[str, str] | None = None,
    ) -> Recorded:
        """Add the reports that files, folders and addresses hold.

        Args:
            sources: paths, addresses, or `-` for standard input.
            watch: is told how far it has come.
            columns: column of each field of a record, None for the default names.
        """
        inputs = Inputs(sources=tuple(sources), limits=limits_of(self.settings), mapping=columns)
        return record(self.store, each_collected(inputs), watch)

    def visit(
        self,
        watch: Watcher = unwatched,
        *,
        archive: Path | None = None,
        even_if_not_due: bool = False,
    ) -> Visited:
        """Visit the feeds that are due, and add what they give.

        Args:
            watch: is told how far it has come.
            archive: folder for the bytes of feeds that want them kept.
            even_if_not_due: whether every feed is visited now.
        """
        terms = Terms(
            limits=limits_of(self.settings),
            password=secret,
            archive=archive,
            even_if_not_due=even_if_not_due,
        )
        return visit_due(self.store, terms, watch)

    def read(self, watch: Watcher = unwatched, *, again: bool = False) -> int:
        """Read what waits to be read, and give how many reports that were.

        Args:
            watch: is told how far it has come.
            again: whether reports are read again that an earlier version has read.
        """
        engine = ReadingEngine()
        reader = Reader(
            engine=engine,
            events=engine,
            name=reader_named(engine.name),
            processes=self.settings.processes,
        )
        return read_waiting(self.store, reader, watch, again=again)

    def standing(self, as_of: datetime | None = None) -> Standing:
        """What is known, as of an instant or now."""
        return find_standing(self.store, as_of)

    def brief(self, request: Request | None = None, *, as_of: datetime | None = None) -> Brief:
        """Write a brief of what is known, as of an instant or now."""
        return brief_standing(self.standing(as_of), request or Request())

    def decide(
        self, kind: DecisionKind, subject: str, *, value: str | None = None, why: str = ""
    ) -> Decision:
        """Write down what the user decides."""
        signed = (self.settings.user, why)
        with self.store.writing() as writing:
            return add_decision(writing, kind, subject, value=value, signed=signed)
