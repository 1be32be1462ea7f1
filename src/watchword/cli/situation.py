"""`watchword init`, `collect` and `status`: a record begun, fed, and looked at."""

from collections.abc import Mapping
from dataclasses import dataclass
from time import sleep

from watchword.cli.asking import seconds_of
from watchword.cli.delivering import tell_delivered
from watchword.cli.progress import watching
from watchword.cli.screen import many, one_line, tell, tell_json, warn
from watchword.collect import parse_mapping
from watchword.config import read_settings
from watchword.errors import SettingsError
from watchword.flow.running import Watcher
from watchword.flow.situation.delivering import Delivered
from watchword.flow.situation.recording import Recorded
from watchword.flow.situation.visiting import Visited, archive_of
from watchword.model.feed import Visit, VisitOutcome
from watchword.store.channels import each_channel
from watchword.workbench import Workbench

_FAILED = frozenset((VisitOutcome.FAILED, VisitOutcome.REFUSED, VisitOutcome.GONE))


@dataclass(frozen=True, slots=True, kw_only=True)
class CollectOrder:
    """What was asked for, as typed.

    Attributes:
        store: where the record is.
        sources: what to add.
        columns: names of columns.
        every: time after which feeds are looked at again, None to look once.
        replay: whether the sources are an archive that is lived through.
        now: whether every feed is visited, due or not.
        again: whether reports are read again.
        no_reading: whether reading is left for later.
        as_json: whether to tell the outcome as JSON.
    """

    store: str | None
    sources: tuple[str, ...]
    columns: str | None = None
    every: str | None = None
    now: bool = False
    replay: bool = False
    again: bool = False
    no_reading: bool = False
    as_json: bool = False


def begin(place: str | None, title: str | None) -> None:
    """Begin a situation, and say how to go on."""
    settings = read_settings()
    location = place or settings.store
    with Workbench.create(location, settings, title=title or "") as bench:
        tell(f"begun: {bench.store.location}")
    tell("go on with: watchword add feed https://example.org/feed, or watchword collect reports/")


def collect(order: CollectOrder) -> None:
    """Visit what is due, or add what is named, and read it; once, or until interrupted."""
    settings = read_settings()
    columns = None if order.columns is None else parse_mapping(order.columns)
    pause_s = seconds_of(order.every, option="--every") if order.every else None
    if order.sources and pause_s is not None:
        raise SettingsError(
            "files and addresses are added once", key="--every", mend="watchword add folder PATH"
        )
    if order.replay and not order.sources:
        raise SettingsError("name what is to be lived through", key="--replay")
    with Workbench.open(order.store or settings.store, settings) as bench:
        while True:
            with watching() as watch:
                round_ = _go_round(bench, order, columns, watch)
                sent = None if order.replay else _deliver(bench, watch)
            if pause_s is None or round_.visits or round_.read:
                _tell(order, round_)
            if sent is not None and sent != Delivered():
                tell_delivered(sent)
            if pause_s is None:
                return
            sleep(pause_s)


def _deliver(bench: Workbench, watch: Watcher) -> Delivered | None:
    """Send the alerts that are due, where there is anywhere to send them."""
    with bench.store.viewing() as view:
        has_channels = any(True for _ in each_channel(view))
    return bench.deliver(watch) if has_channels else None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Round:
    """What came of looking once.

    Attributes:
        recorded: what was added.
        visits: visits to feeds.
        read: how many reports were read.
    """

    recorded: Recorded
    visits: tuple[Visit, ...]
    read: int


def _go_round(
    bench: Workbench, order: CollectOrder, columns: Mapping[str, str] | None, watch: Watcher
) -> _Round:
    if order.replay:
        recorded, read = bench.replay(order.sources, watch, columns=columns)
        return _Round(recorded=recorded, visits=(), read=read)
    if order.sources:
        visited = Visited(recorded=bench.collect(order.sources, watch, columns=columns))
    else:
        visited = bench.visit(watch, archive=archive_of(bench.store), even_if_not_due=order.now)
    read = 0 if order.no_reading else bench.work(watch, again=order.again)
    return _Round(recorded=visited.recorded, visits=visited.visits, read=read)


def _tell(order: CollectOrder, found: _Round) -> None:
    recorded = found.recorded
    failed = [visit for visit in found.visits if visit.outcome in _FAILED]
    if order.as_json:
        tell_json(
            {
                "new": recorded.new,
                "known": recorded.known,
                "unread": recorded.unread,
                "late": recorded.late,
                "read": found.read,
                "visits": len(found.visits),
                "failed": [
                    {"feed": visit.feed, "outcome": visit.outcome.value, "reason": visit.reason}
                    for visit in failed
                ],
            }
        )
    for visit in failed:
        warn(f"feed {visit.feed}: {visit.outcome.value}: {one_line(visit.reason)}")
    warn(_told(found, len(failed)))
    if recorded.late:
        warn(
            f"{recorded.late:,} of them are known only from now: the record is past their days;"
            " live through an archive in a new record, and add the rest after (indicators --back)"
        )


def _told(found: _Round, failed: int) -> str:
    recorded = found.recorded
    told = [f"{many(len(found.visits), 'feed')} visited"] if found.visits else []
    told += [f"{failed:,} of them failed"] if failed else []
    told += [many(recorded.new, "new report")]
    told += [f"{recorded.known:,} known already"] if recorded.known else []
    told += [f"{many(recorded.unread, 'input')} could not be read"] if recorded.unread else []
    return ", ".join([*told, f"{many(found.read, 'report')} read"])
