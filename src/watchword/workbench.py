"""The object that people hold: a situation's record, with what can be done to it.

It only delegates: the order of the work is in `flow`, the record in `store`.

    with Workbench.open("situation.watchword", read_settings()) as bench:
        bench.collect(["reports/"])
        bench.read()
        brief = bench.brief()
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from time import monotonic, sleep
from types import TracebackType
from typing import Self

from watchword.config import Settings, secret
from watchword.deliver.bounds import Bounds
from watchword.engines import ReadingEngine
from watchword.errors import SettingsError
from watchword.flow.briefing import Request
from watchword.flow.running import Inputs, Watcher, each_collected, engine_of, limits_of, unwatched
from watchword.flow.situation.actors import see_waiting
from watchword.flow.situation.deciding import Wish, decide_all
from watchword.flow.situation.delivering import Delivered, deliver_due
from watchword.flow.situation.origins import place_waiting
from watchword.flow.situation.reading import Reader, read_waiting, reader_named
from watchword.flow.situation.recording import Recorded, record
from watchword.flow.situation.replaying import ReplayClock, replay
from watchword.flow.situation.scoping import Asked
from watchword.flow.situation.searching import Wanted, direction_of, search_record
from watchword.flow.situation.standing import Standing, brief_record
from watchword.flow.situation.stories import OTHER, SAME, StoryKeeper, has_rulings_waiting
from watchword.flow.situation.visiting import Terms, Visited, visit_due
from watchword.flow.situation.watching import IndicatorKeeper
from watchword.flow.situation.windowing import standing_asked
from watchword.model.brief import Brief
from watchword.model.decision import Decision, DecisionKind
from watchword.model.report import Report, Unread
from watchword.model.search import Hit
from watchword.store import Store, create_store, open_store
from watchword.store.stories import last_happening

OBEYED_HERE = 5_000
"""Reports of a record whose stories are brought to mind in this process: about two seconds."""
OBEYED_S = 6.0
"""Longest wait for the process beside, in seconds; what it has not done by then comes later."""


class Workbench:
    """An open situation.

    Attributes:
        elsewhere: asks a process beside this one to put reports into stories as people say, where
            there is one and the record is large; None to do it here.

    Args:
        store: its record.
        settings: what the user set.
    """

    def __init__(self, store: Store, settings: Settings) -> None:
        self.store = store
        self.settings = settings
        self.elsewhere: Callable[[], None] | None = None
        self._clock: ReplayClock | None = None

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
        clock = ReplayClock(lambda: datetime.now(UTC))
        bench = cls(open_store(location, now=clock), settings)
        bench._clock = clock
        return bench

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
        return record(self.store, self._each_collected(sources, columns), watch)

    def replay(
        self,
        sources: Sequence[str],
        watch: Watcher = unwatched,
        *,
        columns: Mapping[str, str] | None = None,
    ) -> tuple[Recorded, int]:
        """Live through an archive: what it holds is known from when it was published.

        Returns what was collected, and how many reports were read.

        Args:
            sources: paths, addresses, or `-` for standard input.
            watch: is told how far it has come.
            columns: column of each field of a record, None for the default names.

        Raises:
            SettingsError: if the situation was only just created; open it first.
        """
        if self._clock is None:
            raise SettingsError("a situation is opened before it is lived through")
        found = self._each_collected(sources, columns)
        read: list[int] = []
        try:
            recorded = replay(self.store, self._clock, found, lambda: read.append(self.work(watch)))
            return recorded, sum(read)
        finally:
            self._clock.set(None)

    def work(self, watch: Watcher = unwatched, *, again: bool = False) -> int:
        """Read and group what waits, and give how many reports were read."""
        read = self.read(watch, again=again)
        self.place(watch)
        self.see(watch)
        self.tell(watch)
        self.look_out(watch)
        return read

    def look_out(self, watch: Watcher = unwatched) -> int:
        """Watch for the indicators in what was read, and give how many steps that were."""
        return self._lookouts.watch_waiting(watch)

    def deliver(self, watch: Watcher = unwatched) -> Delivered:
        """Send the alerts that are due."""
        bounds = Bounds(
            timeout_s=self.settings.timeout_s, allow_private=self.settings.allow_private
        )
        return deliver_due(self.store, bounds, secret, watch)

    def tell(self, watch: Watcher = unwatched) -> int:
        """Put what was read into stories, as people rule, and give how many steps that were."""
        return self._keeper.tell_waiting(watch)

    def see(self, watch: Watcher = unwatched) -> int:
        """See the actors of what was read, and give how many readings that were."""
        return see_waiting(self.store, watch)

    def place(self, watch: Watcher = unwatched) -> int:
        """Put what waits into origins, and give how many reports that were."""
        return place_waiting(self.store, watch)

    def visit(
        self,
        watch: Watcher = unwatched,
        *,
        archive: Path | None = None,
        even_if_not_due: bool = False,
        only: str | None = None,
    ) -> Visited:
        """Visit the feeds that are due, and add what they give.

        Args:
            watch: is told how far it has come.
            archive: folder for the bytes of feeds that want them kept.
            even_if_not_due: whether every feed is visited now.
            only: key of the one feed that is visited, due or not; None for all.
        """
        terms = Terms(
            limits=limits_of(self.settings),
            password=secret,
            archive=archive,
            even_if_not_due=even_if_not_due,
            only=only,
        )
        return visit_due(self.store, terms, watch)

    def read(self, watch: Watcher = unwatched, *, again: bool = False) -> int:
        """Read what waits to be read, and give how many reports that were.

        Args:
            watch: is told how far it has come.
            again: whether reports are read again that an earlier version has read.
        """
        reader = Reader(
            engine=self._engine,
            events=self._engine,
            name=reader_named(self._engine.name),
            processes=self.settings.processes,
        )
        return read_waiting(self.store, reader, watch, again=again)

    @cached_property
    def _keeper(self) -> StoryKeeper:
        return StoryKeeper(self.store)

    @cached_property
    def _lookouts(self) -> IndicatorKeeper:
        return IndicatorKeeper(self.store, self.direct)

    def direct(self, words: str) -> bytes | None:
        """The direction of the meaning of some words, None where they have none."""
        return direction_of(words, self._engine)

    @cached_property
    def _engine(self) -> ReadingEngine:
        return engine_of(self.settings)

    def _each_collected(
        self, sources: Sequence[str], columns: Mapping[str, str] | None
    ) -> Iterator[Report | Unread]:
        limits = limits_of(self.settings)
        return each_collected(Inputs(sources=tuple(sources), limits=limits, mapping=columns))

    def search(self, wanted: Wanted) -> tuple[Hit, ...]:
        """Look for claims or reports, best first.

        Raises:
            RefusedError: if an actor's name is borne by several.
        """
        return search_record(self.store, wanted, self._engine)

    def standing(
        self,
        as_of: datetime | None = None,
        asked: Asked | None = None,
        *,
        between: Sequence[str] = (),
    ) -> Standing:
        """What is known, as of an instant or now; of a large record, of its newest reports.

        Args:
            as_of: the instant.
            asked: actors, places, a story, a stretch of time; everything where None.
            between: two that a brief is on, as `standing_asked` takes them.

        Raises:
            RefusedError: if no report is of what is asked.
        """
        return standing_asked(self.store, asked or Asked(), as_of, between=between)

    def brief(self, request: Request | None = None, *, as_of: datetime | None = None) -> Brief:
        """Write a brief of what is known, as of an instant or now."""
        return brief_record(self.store, self.standing(as_of), request or Request())

    def decide(
        self, kind: DecisionKind, subject: str, *, value: str | None = None, why: str = ""
    ) -> Decision:
        """Write down what the user decides, and change what it changes.

        Raises:
            RefusedError: if it is on something that is not there, or says too little.
        """
        by = self.settings.user
        return self.carry_out(Wish(kind=kind, subject=subject, value=value, by=by, why=why))[0]

    def carry_out(self, *wishes: Wish) -> tuple[Decision, ...]:
        """Write down what somebody decides at once, and change what it changes.

        Raises:
            RefusedError: if one is on something that is not there.
            SettingsError: if one says too little.
        """
        made = decide_all(self.store, wishes)
        if any(each.kind in {SAME, OTHER, DecisionKind.UNDO} for each in made):
            self._obey()
        return made

    def _obey(self) -> None:
        """Put reports into stories as people say; of a large record nothing else is done here.

        Where another process has the turn, it does that among other things.
        """
        elsewhere = self.elsewhere
        with self.store.viewing() as view:
            is_large = last_happening(view) > OBEYED_HERE
        if elsewhere is None or not is_large:
            self.tell()
            return
        if self._keeper.obey_waiting():
            return
        elsewhere()
        until = monotonic() + OBEYED_S
        while monotonic() < until:
            with self.store.viewing() as view:
                if not has_rulings_waiting(view):
                    return
            sleep(0.2)
