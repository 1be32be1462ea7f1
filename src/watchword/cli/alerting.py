"""`watchword alerts`: what turned, when, why, and the claims that show it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from watchword.cli.screen import many, one_line, put_lines, tell, warn
from watchword.config import read_settings
from watchword.deliver.atom import NEWEST, feed_of, write_feed
from watchword.deliver.letter import Letter
from watchword.errors import SettingsError, UndeliveredError
from watchword.flow.alert_records import alert_record, sighting_record
from watchword.flow.situation.indicating import choose_indicator
from watchword.model.alert import Alert
from watchword.model.sighting import Manner, Sighting
from watchword.store.opening import title_of
from watchword.store.sightings import each_alert, sightings_of
from watchword.text.instants import moment_of
from watchword.workbench import Workbench

__all__ = ["alert_lines", "alert_record", "show", "sighting_line", "sighting_record"]


@dataclass(frozen=True, slots=True, kw_only=True)
class AlertOrder:
    """What was asked for, as typed.

    Attributes:
        store: where the record is.
        since: a day.
        indicator: key or name of an indicator.
        atom: file for a feed.
        as_of: a day or a time.
        as_json: whether to print JSON.
    """

    store: str | None
    since: str | None = None
    indicator: str | None = None
    atom: Path | None = None
    as_of: str | None = None
    as_json: bool = False


def show(order: AlertOrder) -> None:
    """Print alerts with their claims, oldest first."""
    settings = read_settings()
    instant = None if order.as_of is None else moment_of(order.as_of)
    since = None if order.since is None else moment_of(f"{order.since}T00:00")
    with (
        Workbench.open(order.store or settings.store, settings) as bench,
        bench.store.viewing(instant) as view,
    ):
        only = choose_indicator(view, order.indicator).key if order.indicator else None
        found = list(each_alert(view, indicator=only, since=since))
        sightings = sightings_of(view, [key for each in found for key in each.sightings])
        title = title_of(bench.store)
    if order.atom is not None:
        letters = [
            Letter(
                key=each.key,
                alert=each,
                sightings=tuple(one for one in sightings if one.key in each.sightings),
            )
            for each in found
        ]
        try:
            write_feed(order.atom, feed_of(title, letters))
        except UndeliveredError as error:
            raise SettingsError(error.args[0], key=str(order.atom), mend=error.mend) from error
        warn(f"{many(min(len(letters), NEWEST), 'alert')} written: {order.atom}")
        return
    if order.as_json:
        put_lines(alert_record(each, sightings) for each in found)
        return
    for alert in found:
        for line in alert_lines(alert, sightings):
            tell(line)
    if not found:
        warn("no alerts")


def alert_lines(alert: Alert, sightings: Iterable[Sighting]) -> Iterator[str]:
    """An alert for a terminal, its claims below."""
    kept = f" [not sent: {alert.withheld}]" if alert.withheld else ""
    yield (
        f"{alert.key}  {alert.at:%Y-%m-%d %H:%M}  {alert.turn.value.upper()}"
        f"  {one_line(alert.name)} ({alert.importance.value}): {one_line(alert.why)}{kept}"
    )
    by_key = {each.key: each for each in sightings}
    for key in alert.sightings:
        if key in by_key:
            yield sighting_line(by_key[key])


def sighting_line(sighting: Sighting) -> str:
    """A sighting for a terminal: when, who, the claim's words, and the keys to follow them by."""
    at = f"{sighting.seen_at:%Y-%m-%d}"
    denied = "" if sighting.manner is Manner.SHOWS else f"{sighting.manner.value}: "
    source = f"{sighting.source}{' (party)' if sighting.party else ''}"
    words = f"{denied}“{sighting.content.quote}”"
    return (
        f"    {at}  {one_line(source)}: {one_line(words)}"
        f"  [claim {sighting.claim}, report {sighting.report}; {one_line(sighting.why)}]"
    )
