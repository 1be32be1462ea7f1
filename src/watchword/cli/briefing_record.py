"""`watchword brief` of a record: what is known as of an instant, or a kept brief made again."""

from watchword.brief.document import to_json
from watchword.cli.brief_form import form_asked
from watchword.cli.brief_order import BriefOrder
from watchword.cli.consulting import worded
from watchword.cli.scenario_place import load
from watchword.cli.screen import many, warn
from watchword.config import Settings
from watchword.errors import SettingsError
from watchword.flow.opening import open_brief
from watchword.flow.running import Gathered, Stand, Step, Watcher, engine_of
from watchword.flow.situation.composing import most_of, since_of, written
from watchword.flow.situation.rebuilding import rebuild_brief, standing_then
from watchword.flow.situation.standing import (
    BriefAsked,
    directed,
    find_brief,
    keep_brief,
)
from watchword.model.brief import Brief, Looked
from watchword.store import Store
from watchword.workbench import Workbench


def brief_record(
    order: BriefOrder, settings: Settings, watch: Watcher
) -> tuple[Gathered, Brief | None]:
    """What the record has read, and the brief of it, which is kept; None where nothing was read.

    Raises:
        StoreError: if there is no record, or no such brief in it.
        SettingsError: if what is asked for goes together with no record.
    """
    if order.columns is not None:
        raise SettingsError("columns are named when reports are collected", key="--map")
    form = form_asked(order, engine_of(settings))
    with Workbench.open(order.record.store or settings.store, settings) as bench:
        if order.record.rebuild is not None:
            return _rebuilt(bench.store, order)
        watch(Stand(step=Step.RELATING))
        wish = order.record.asked
        standing = bench.standing(order.instant, wish, between=form.focus.between)
        if standing.looked is not None:
            warn(_looked(standing.looked))
        standing = directed(bench.store, standing, form)
        gathered = Gathered(read=standing.read, unread=standing.unread)
        if not standing.read:
            return gathered, None
        watch(Stand(step=Step.WRITING))
        since = since_of(bench.store, standing, form, _named(bench.store, order, settings))
        scenarios = tuple(map(load, order.scenarios))
        asked = BriefAsked(
            since=since, form=form, scenarios=scenarios, asked=wish, most=most_of(standing)
        )
        brief = worded(written(bench.store, standing, order.title, asked), order, watch)
        key = keep_brief(bench.store, brief, asked)
    warn(f"kept in the record as {key}")
    return gathered, brief


def _looked(looked: Looked) -> str:
    """What a brief is made from, where that is not the whole record."""
    asked = f" {looked.asked}" if looked.asked else ""
    if looked.reports == looked.of:
        return f"of {many(looked.of, 'report')}{asked}"
    return f"of the newest {looked.reports:,} of {looked.of:,} reports{asked}"


def _named(store: Store, order: BriefOrder, settings: Settings) -> str | None:
    """The name of what the brief is compared with; one that comes from elsewhere is kept first."""
    if order.since is None or order.since_day is not None or not order.since.exists():
        return None if order.since is None else str(order.since)
    given = open_brief(order.since, max_bytes=settings.max_bytes).brief()
    return keep_brief(store, given)


def _rebuilt(store: Store, order: BriefOrder) -> tuple[Gathered, Brief]:
    kept = find_brief(store, str(order.record.rebuild))
    brief = rebuild_brief(store, kept)
    same = to_json(brief) == kept.document
    warn(f"{kept.key} made again: {'byte for byte the same' if same else 'NOT the same'}")
    standing = standing_then(store, kept)
    return Gathered(read=standing.read, unread=standing.unread), brief
