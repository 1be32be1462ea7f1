"""`watchword indicators`: what is watched for, how it stands, and what it would have seen."""

from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import replace
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, TypeVar

from rich.text import Text

from watchword.cli.alerting import alert_lines, alert_record, sighting_line, sighting_record
from watchword.cli.asking import seconds_of
from watchword.cli.printing import print_table
from watchword.cli.progress import watching
from watchword.cli.screen import many, one_line, put_lines, tell, tell_json, warn
from watchword.cli.watch_order import IndicatorOrder
from watchword.config import read_settings
from watchword.errors import SettingsError
from watchword.flow.indicator_records import (
    by_indicator,
    described,
    indicator_record,
    shown_counts,
    status_of,
    trial_record,
    turned_at,
)
from watchword.flow.situation.indicating import (
    change_indicator,
    choose_indicator,
    drop_indicator,
    keep_indicator,
    try_indicator,
)
from watchword.model.alert import Alert
from watchword.model.event import EventType
from watchword.model.indicator import Importance, Indicator, Threshold, indicator_key
from watchword.model.position import PositionKind
from watchword.model.sighting import Manner, Sighting
from watchword.store import View
from watchword.store.indicators import each_indicator
from watchword.store.sightings import each_alert, each_sighting
from watchword.text.instants import moment_of
from watchword.workbench import Workbench

_DAY_S = 86_400.0
Word = TypeVar("Word", bound=StrEnum)


def add(order: IndicatorOrder, *, back: bool) -> None:
    """Watch for something from now on, or from the beginning of the record."""
    settings = read_settings()
    with Workbench.open(order.store or settings.store, settings) as bench:
        made = indicator_of(order, _nothing(order))
        kept, _ = keep_indicator(bench.store, made, by=settings.user, back=back)
        with watching() as watch:
            looked = bench.look_out(watch) if back else 0
    tell(f"{kept.key}  {one_line(kept.name)}")
    warn(f"{many(looked, 'report')} looked at" if back else "it looks at what comes from now on")


def change(order: IndicatorOrder) -> None:
    """Change what is said of an indicator, and leave the rest."""
    settings = read_settings()
    with Workbench.open(order.store or settings.store, settings) as bench:
        with bench.store.viewing() as view:
            known = choose_indicator(view, order.name)
        wanted = indicator_of(order, known)
        kept, _ = change_indicator(bench.store, known.key, wanted, by=settings.user)
    tell(f"{kept.key}  {one_line(kept.name)}: {one_line(described(kept))}")


def remove(store: str | None, name: str) -> None:
    """Watch for something no more."""
    settings = read_settings()
    with Workbench.open(store or settings.store, settings) as bench:
        dropped, _ = drop_indicator(bench.store, name, by=settings.user)
    tell(f"watched for no more: {one_line(dropped.name)}; what it has seen stays")


def show_all(store: str | None, as_of: str | None, *, as_json: bool) -> None:
    """Print every indicator, how it stands and since when."""
    settings = read_settings()
    instant = None if as_of is None else moment_of(as_of)
    with (
        Workbench.open(store or settings.store, settings) as bench,
        bench.store.viewing(instant) as view,
    ):
        listed = list(each_indicator(view))
        alerts = by_indicator(each_alert(view))
        seen = shown_counts(each_sighting(view))
    if as_json:
        put_lines(
            indicator_record(each, alerts.get(each.key, ()), seen.get(each.key, 0))
            for each in listed
        )
    elif listed:
        names = ("indicator", "stands", "since", "sightings", "alerts", "called", "watches for")
        print_table(
            names, (_row(each, alerts.get(each.key, ()), seen.get(each.key, 0)) for each in listed)
        )
    else:
        warn("no indicators yet; watchword indicators add WORDS")


def show(store: str | None, name: str, as_of: str | None, *, limit: int, as_json: bool) -> None:
    """Print one indicator with its alerts and its sightings, the newest last."""
    settings = read_settings()
    instant = None if as_of is None else moment_of(as_of)
    with (
        Workbench.open(store or settings.store, settings) as bench,
        bench.store.viewing(instant) as view,
    ):
        found = choose_indicator(view, name)
        alerts, sightings = _history(view, found.key)
    if as_json:
        told = indicator_record(found, alerts, len(sightings))
        tell_json(
            {
                **told,
                "alerts": [alert_record(each, sightings) for each in alerts],
                "sightings": [sighting_record(each) for each in sightings],
            }
        )
        return
    tell(f"{found.key}  {one_line(found.name)}: {one_line(described(found))}")
    for alert in alerts:
        for line in alert_lines(alert, ()):
            tell(line)
    left = len(sightings) - limit
    if left > 0:
        tell(f"{left:,} earlier sightings")
    for sighting in sightings[-limit:]:
        tell(sighting_line(sighting))


def test(order: IndicatorOrder, sources: tuple[str, ...], *, limit: int, as_json: bool) -> None:
    """Print what an indicator would have seen, and what it would have missed by little.

    Args:
        order: the indicator.
        sources: what is looked at; the record where empty.
        limit: how many hits and misses to print at most.
        as_json: whether to print JSON.
    """
    settings = read_settings()
    made = indicator_of(order, _nothing(order))
    with ExitStack() as held:
        watch = held.enter_context(watching())
        location = order.store or settings.store
        if sources:  # a record for this once, that lives through them
            folder = held.enter_context(TemporaryDirectory())
            location = str(Path(folder) / "tried.watchword")
            Workbench.create(location, settings, title="").close()
        bench = held.enter_context(Workbench.open(location, settings))
        if sources:
            bench.replay(sources, watch)
        trial = try_indicator(bench.store, made, bench.direct, watch)
    if as_json:
        tell_json(trial_record(trial))
        return
    shown = [each for each in trial.sightings if each.manner is Manner.SHOWS]
    origins = len({each.origin for each in shown})
    tell(
        f"of {many(trial.claims, 'claim')} in {many(trial.read, 'report')} {len(shown):,} show it,"
        f" from {many(origins, 'origin')}; {many(len(trial.alerts), 'alert')}"
    )
    for sighting in trial.sightings[-limit:]:
        tell(sighting_line(sighting))
    if trial.misses:
        tell("near misses:")
    for miss in trial.misses[:limit]:
        tell(f"  {miss.score:.2f}  {one_line(miss.claim.content.quote)}  [{miss.claim.key}]")


def indicator_of(order: IndicatorOrder, known: Indicator) -> Indicator:
    """An indicator with what was typed of it; what was not is as it was.

    Raises:
        SettingsError: if a word is none of those that can be used.
    """
    said: dict[str, Any] = {
        "words": order.words,
        "actors": _listed(order.actors),
        "events": _chosen(order.events, EventType, "--event"),
        "places": _listed(order.places),
        "threshold": _threshold(order),
        "positions": _chosen(order.positions, PositionKind, "--position"),
        "ahead": order.ahead,
        "least_origins": order.origins,
        "window_days": _days(order.window, "--window"),
        "silence_days": _days(order.silence, "--silence"),
        "rest_days": _days(order.rest, "--rest"),
        "quiet": order.quiet,
        "importance": importance_of(order.importance) if order.importance else None,
    }
    return replace(known, **{name: value for name, value in said.items() if value is not None})


def importance_of(words: str) -> Importance:
    """The importance that a word stands for.

    Raises:
        SettingsError: if it is none.
    """
    return _one_of(words, Importance, "--importance")


def _nothing(order: IndicatorOrder) -> Indicator:
    """An indicator that says nothing yet but its name."""
    name = order.name or order.words or ""
    if not name:
        raise SettingsError("an indicator without words needs a name", key="--name")
    return Indicator(key=indicator_key(name), name=name, since=datetime.now(UTC))


def _threshold(order: IndicatorOrder) -> Threshold | None:
    if order.counted is None:
        if order.at_least is not None or order.at_most is not None:
            raise SettingsError("say what is counted", key="--counted")
        return None
    return Threshold(counted=order.counted, least=order.at_least, most=order.at_most)


def _days(words: str | None, option: str) -> float | None:
    return None if words is None else seconds_of(words, option=option) / _DAY_S


def _listed(words: list[str] | None) -> tuple[str, ...] | None:
    return None if words is None else tuple(words)


def _chosen(words: list[str] | None, kinds: type[Word], option: str) -> tuple[Word, ...] | None:
    return None if words is None else tuple(_one_of(each, kinds, option) for each in words)


def _one_of(words: str, kinds: type[Word], option: str) -> Word:
    for kind in kinds:
        if kind.value.casefold() == words.strip().casefold():
            return kind
    raise SettingsError(f"'{words}' is none of these", key=option, mend=f"use {', '.join(kinds)}")


def _history(view: View, key: str) -> tuple[list[Alert], list[Sighting]]:
    return list(each_alert(view, indicator=key)), list(each_sighting(view, key))


def _row(indicator: Indicator, alerts: Sequence[Alert], sightings: int) -> tuple[Text, ...]:
    cells = (
        indicator.key,
        status_of(alerts).value,
        (turned_at(alerts) or "")[:10],
        f"{sightings:,}",
        f"{len(alerts):,}",
        indicator.name,
        described(indicator),
    )
    return tuple(Text(one_line(cell)) for cell in cells)
