"""What is known, for a command that shows a view of it: from the record, or from paths."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime

from watchword.cli.asking import inputs_of
from watchword.cli.options_views import PUBLISHED
from watchword.cli.progress import watching
from watchword.cli.screen import warn
from watchword.cli.unread import UnreadList
from watchword.config import Settings, read_settings
from watchword.errors import SettingsError
from watchword.flow.knowing import Around, is_within, known_at, known_of
from watchword.flow.running import Stand, Step, Watcher, engine_of, gather
from watchword.flow.situation.questions import kept_questions, known_in
from watchword.flow.situation.scoping import Asked, scope_in_record, scope_in_words
from watchword.flow.situation.standing import Standing, find_standing, known_standing
from watchword.flow.situation.windowing import (
    MOST,
    days_around,
    days_before,
    standing_in,
    widest,
    window_of,
)
from watchword.model.known import Known
from watchword.model.question import Question
from watchword.relate.corroboration import only_key
from watchword.resolve.register import Register
from watchword.store import Store
from watchword.store.amending import claims_named
from watchword.text.instants import moment_of, stretch_of
from watchword.workbench import Workbench

EVERYTHING = Asked()
"""Of a view that nothing narrows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ViewOrder:
    """What a view is made of and how it is printed, as typed.

    Attributes:
        store: where the record is; the one of the settings where None.
        sources: paths to look at and not at the record, None or none for the record.
        as_of: a day or a time, None for now.
        days: the first and the last day that a report was published on, None for no end.
        newest: how many reports of a record are looked at, the newest of what is asked about; as
            many as a page looks at where None, all of them where 0.
        as_json: whether to print JSON.
    """

    store: str | None = None
    sources: tuple[str, ...] = ()
    as_of: str | None = None
    days: tuple[str | None, str | None] = (None, None)
    newest: int | None = None
    as_json: bool = False

    @property
    def most(self) -> int:
        """How many reports of a record are looked at; 0 for all of them."""
        return MOST if self.newest is None else self.newest

    @property
    def instant(self) -> datetime | None:
        """What `as_of` stands for, None for now.

        Raises:
            SettingsError: if it is no day and no time.
        """
        return None if self.as_of is None else moment_of(self.as_of)

    def within(self, asked: Asked) -> Asked:
        """What is asked, of reports published in the days.

        Raises:
            SettingsError: if what was typed is no day, or the last lies before the first.
        """
        since, until = stretch_of(self.days, options=PUBLISHED)
        return replace(asked, since=since or asked.since, until=until or asked.until)


@contextmanager
def record_of(order: ViewOrder) -> Iterator[Workbench]:
    """The record that a view is made of.

    Raises:
        StoreError: if there is none.
    """
    settings = read_settings()
    with Workbench.open(order.store or settings.store, settings) as bench:
        yield bench


def see(order: ViewOrder, asked: Asked = EVERYTHING) -> Known:
    """What is known of what is asked about; what could not be read is told.

    Of a large record the newest reports are looked at, and it is told of how many.

    Raises:
        SettingsError: if both a record and paths are named, or a day is none.
        StoreError: if there is no record.
        RefusedError: if an actor's name is borne by several.
    """
    asked = order.within(asked)
    with watching() as watch:
        if order.sources:
            return _from_paths(order, asked, read_settings(), watch)
        watch(Stand(step=Step.RELATING))
        with record_of(order) as bench:
            return known_standing(_standing(bench.store, order, asked))


def see_around(order: ViewOrder, name: str) -> Known:
    """What is known of the days around a claim: of all days where a record is not too large.

    Raises:
        RefusedError: if no claim's key begins so, or several do.
        SettingsError, StoreError: as `see` raises them.
    """
    if order.sources or not order.most:
        return see(order)
    with record_of(order) as bench:
        with bench.store.viewing(order.instant) as view:
            key = only_key(claims_named(view, name), name)
        around = days_around(bench.store, key, order.instant)
        asked, _ = widest(bench.store, order.instant, around, most=order.most)
    return see(order, asked)


def see_changed(order: ViewOrder, asked: Asked, since: datetime) -> tuple[Known, Known]:
    """What was known at an earlier instant, and what is known now, of the same reports' days.

    Of a large record that nothing narrows these are the days since the instant, and as many before
    it as can be looked at.

    Raises:
        SettingsError, StoreError, RefusedError: as `see` raises them.
    """
    if order.sources:
        now = see(order, asked)
        return known_at(now, since), now  # paths are read once
    if order.most and asked == EVERYTHING:
        with record_of(order) as bench:
            asked, _ = widest(bench.store, order.instant, days_before(since), most=order.most)
    now = see(order, asked)
    return see(replace(order, as_of=since.isoformat()), asked), now


def kept_beside(order: ViewOrder) -> tuple[tuple[Question, ...], Register]:
    """The questions that the record keeps and who is known in it; of paths, none and the seed's."""
    if order.sources:
        return (), Register()
    with record_of(order) as bench, bench.store.viewing(order.instant) as view:
        return kept_questions(view), known_in(view)


def _standing(store: Store, order: ViewOrder, asked: Asked) -> Standing:
    if not order.most:
        scope = None if asked == EVERYTHING else scope_in_record(store, asked, order.instant)
        return find_standing(store, order.instant, scope)
    window = window_of(store, asked, order.instant, most=order.most)
    if window.is_whole and asked == EVERYTHING:
        return find_standing(store, order.instant)
    if not window.is_whole:
        looked = f"over the newest {window.reports:,} of {window.of:,} reports"
        warn(f"{looked}; narrow it, or look at more with --newest")
    return standing_in(store, window)


def _from_paths(order: ViewOrder, asked: Asked, settings: Settings, watch: Watcher) -> Known:
    if order.store is not None:
        raise SettingsError("a view is of paths or of a record, not of both", key="--store")
    engine = engine_of(settings)
    gathered = gather(inputs_of(order.sources, None, settings), engine, watch, events=engine)
    UnreadList(gathered.unread).warn()
    watch(Stand(step=Step.RELATING))
    scope = scope_in_words(asked)
    read = [each for each in gathered.read if is_within(each, scope)]
    return known_of(read, Around(as_of=order.instant))
