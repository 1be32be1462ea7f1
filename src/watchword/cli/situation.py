"""`watchword init`, `collect` and `status`: a record begun, fed, and looked at."""

from dataclasses import dataclass

from watchword.cli.progress import watching
from watchword.cli.screen import tell, tell_json, warn
from watchword.collect import parse_mapping
from watchword.config import read_settings
from watchword.flow.situation.recording import Recorded
from watchword.workbench import Workbench


@dataclass(frozen=True, slots=True, kw_only=True)
class CollectOrder:
    """What was asked for, as typed.

    Attributes:
        store: where the record is.
        sources: what to add.
        columns: names of columns.
        again: whether reports are read again.
        no_reading: whether reading is left for later.
        as_json: whether to tell the outcome as JSON.
    """

    store: str | None
    sources: tuple[str, ...]
    columns: str | None = None
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
    """Add reports to the record, and read what waits to be read."""
    settings = read_settings()
    columns = None if order.columns is None else parse_mapping(order.columns)
    with Workbench.open(order.store or settings.store, settings) as bench, watching() as watch:
        recorded = bench.collect(order.sources, watch, columns=columns)
        read = 0 if order.no_reading else bench.read(watch, again=order.again)
    if order.as_json:
        tell_json(
            {"new": recorded.new, "known": recorded.known, "unread": recorded.unread, "read": read}
        )
    warn(_told(recorded, read))


def _told(recorded: Recorded, read: int) -> str:
    told = [f"{recorded.new:,} new reports"]
    told += [f"{recorded.known:,} known already"] if recorded.known else []
    told += [f"{recorded.unread:,} inputs could not be read"] if recorded.unread else []
    return ", ".join([*told, f"{read:,} reports read"])
