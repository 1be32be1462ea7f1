"""What is known, for a command that shows a view of it: from the record, or from paths."""

from dataclasses import dataclass

from watchword.cli.asking import inputs_of
from watchword.cli.progress import watching
from watchword.cli.unread import UnreadList
from watchword.config import Settings, read_settings
from watchword.errors import SettingsError
from watchword.flow.knowing import Around, is_within, known_of
from watchword.flow.running import Stand, Step, Watcher, engine_of, gather
from watchword.flow.situation.questions import kept_questions, known_in
from watchword.flow.situation.scoping import Asked, scope_in_record, scope_in_words
from watchword.flow.situation.standing import find_standing, known_standing
from watchword.model.known import Known
from watchword.model.question import Question
from watchword.resolve.register import Register
from watchword.text.instants import moment_of
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
        as_json: whether to print JSON.
    """

    store: str | None = None
    sources: tuple[str, ...] = ()
    as_of: str | None = None
    as_json: bool = False


def see(order: ViewOrder, asked: Asked = EVERYTHING) -> Known:
    """What is known of what is asked about; what could not be read is told.

    Raises:
        SettingsError: if both a record and paths are named.
        StoreError: if there is no record.
        RefusedError: if an actor's name is borne by several.
    """
    settings = read_settings()
    with watching() as watch:
        if order.sources:
            return _from_paths(order, asked, settings, watch)
        watch(Stand(step=Step.RELATING))
        return _from_record(order, asked, settings)


def kept_beside(order: ViewOrder) -> tuple[tuple[Question, ...], Register]:
    """The questions that the record keeps and who is known in it; of paths, none and the seed's."""
    if order.sources:
        return (), Register()
    settings = read_settings()
    instant = None if order.as_of is None else moment_of(order.as_of)
    with (
        Workbench.open(order.store or settings.store, settings) as bench,
        bench.store.viewing(instant) as view,
    ):
        return kept_questions(view), known_in(view)


def _from_record(order: ViewOrder, asked: Asked, settings: Settings) -> Known:
    instant = None if order.as_of is None else moment_of(order.as_of)
    with Workbench.open(order.store or settings.store, settings) as bench:
        scope = None if asked == EVERYTHING else scope_in_record(bench.store, asked, instant)
        return known_standing(find_standing(bench.store, instant, scope))


def _from_paths(order: ViewOrder, asked: Asked, settings: Settings, watch: Watcher) -> Known:
    if order.store is not None:
        raise SettingsError("a view is of paths or of a record, not of both", key="--store")
    engine = engine_of(settings)
    gathered = gather(inputs_of(order.sources, None, settings), engine, watch, events=engine)
    UnreadList(gathered.unread).warn()
    watch(Stand(step=Step.RELATING))
    scope = scope_in_words(asked)
    read = [each for each in gathered.read if is_within(each, scope)]
    instant = None if order.as_of is None else moment_of(order.as_of)
    return known_of(read, Around(as_of=instant))
