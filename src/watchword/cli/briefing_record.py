"""`watchword brief` of a record: what is known as of an instant, or a kept brief made again."""

from watchword.brief.document import to_json
from watchword.cli.brief_order import BriefOrder
from watchword.cli.scenarios import load
from watchword.cli.screen import warn
from watchword.config import Settings
from watchword.errors import SettingsError
from watchword.flow.briefing import Request
from watchword.flow.opening import open_brief
from watchword.flow.running import Gathered, Stand, Step, Watcher
from watchword.flow.situation.standing import (
    Standing,
    brief_of,
    find_brief,
    find_standing,
    keep_brief,
    rebuild_brief,
)
from watchword.flow.situation.standing import brief_record as write_record
from watchword.model.brief import Brief
from watchword.model.scenario import Scenario
from watchword.store import Store
from watchword.store.opening import title_of
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
    with Workbench.open(order.store or settings.store, settings) as bench:
        if order.rebuild is not None:
            return _rebuilt(bench.store, order)
        standing = bench.standing(order.instant)
        gathered = Gathered(read=standing.read, unread=standing.unread)
        if not standing.read:
            return gathered, None
        watch(Stand(step=Step.WRITING))
        scenarios = tuple(map(load, order.scenarios))
        brief, since = _written(bench.store, standing, order, (settings, scenarios))
        key = keep_brief(bench.store, brief, since=since, scenarios=scenarios)
    warn(f"kept in the record as {key}")
    return gathered, brief


def _written(
    store: Store,
    standing: Standing,
    order: BriefOrder,
    around: tuple[Settings, tuple[Scenario, ...]],
) -> tuple[Brief, str | None]:
    """The brief, and the key of the kept one that it is compared with."""
    settings, scenarios = around
    earlier, since = None, None
    if order.since is not None and order.since.exists():
        earlier = open_brief(order.since, max_bytes=settings.max_bytes).brief()
        since = keep_brief(store, earlier)
    elif order.since is not None:
        kept = find_brief(store, str(order.since))
        earlier, since = brief_of(kept), kept.key
    title = order.title or title_of(store) or None
    request = Request(title=title, earlier=earlier, scenarios=scenarios)
    return write_record(store, standing, request), since


def _rebuilt(store: Store, order: BriefOrder) -> tuple[Gathered, Brief]:
    kept = find_brief(store, str(order.rebuild))
    brief = rebuild_brief(store, kept)
    same = to_json(brief) == kept.document
    warn(f"{kept.key} made again: {'byte for byte the same' if same else 'NOT the same'}")
    standing = find_standing(store, kept.as_of)
    return Gathered(read=standing.read, unread=standing.unread), brief
