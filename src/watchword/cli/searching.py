"""`watchword search` and `status`: what is in the record, and how much."""

import sys
from collections.abc import Iterator
from datetime import datetime

from rich.console import Console
from rich.text import Text

from watchword.cli.delivering import ailing_channels
from watchword.cli.screen import many, one_line, printable, put_lines, tell, tell_json, warn, width
from watchword.cli.search_order import SearchOrder
from watchword.config import read_settings
from watchword.errors import SettingsError
from watchword.flow.feed_records import health
from watchword.flow.hit_records import hit_record
from watchword.flow.situation.searching import Wanted
from watchword.model.claim import Modality
from watchword.model.count import RecordCount
from watchword.model.search import Hit, Query, Sought
from watchword.store import View
from watchword.store.counting import count_record, measure_tables
from watchword.store.dialect import size_of
from watchword.store.feeds import each_feed, state_of
from watchword.store.opening import title_of
from watchword.text.instants import moment_of
from watchword.workbench import Workbench


def search(order: SearchOrder) -> None:
    """Print what is found, best first."""
    settings = read_settings()
    wanted = Wanted(
        query=_query(order),
        actor=order.actor,
        by_meaning=not order.exact,
        as_of=None if order.as_of is None else moment_of(order.as_of),
    )
    with Workbench.open(order.store or settings.store, settings) as bench:
        found = bench.search(wanted)
    if order.as_json:
        put_lines(hit_record(hit) for hit in found)
        return
    console = Console(file=sys.stdout, width=width(), markup=False, highlight=False, emoji=False)
    for hit in found:
        console.print(_heading(hit))
        console.print(_snippet(hit))
    if not found:
        warn("nothing is found")


def status(store: str | None, as_of: str | None, *, as_json: bool) -> None:
    """Print how much the record holds, how much room that takes, and which feeds do badly."""
    settings = read_settings()
    instant = None if as_of is None else moment_of(as_of)
    with Workbench.open(store or settings.store, settings) as bench:
        title = title_of(bench.store)
        with bench.store.viewing(instant) as view:
            count = count_record(view)
            sizes = {each.table: each.size for each in measure_tables(view)}
            size = size_of(view.connection)
            ailing = dict(_each_ailing(view, bench.store.now()))
            unsent = ailing_channels(view)
    if as_json:
        counted = {name: _plain(getattr(count, name)) for name in count.__slots__}
        told = {"bytes": size, "tables": sizes, "ailing_feeds": list(ailing)}
        told["ailing_channels"] = unsent
        tell_json({"title": title, **counted, **told}, indent=2)
        return
    for line in _state_lines(title, count, size):
        tell(line)
    tell(f"{many(count.feeds, 'feed')}, {len(ailing):,} of them not well")
    for words in (*ailing.values(), *unsent):
        tell(f"  {one_line(words)}")


def _state_lines(title: str, count: RecordCount, size: int) -> Iterator[str]:
    yield f"{title or 'no title'}: {many(count.reports, 'report')}, {many(count.claims, 'claim')}"
    yield f"read {count.read:,}, waiting {count.waiting:,}, failed {count.failed:,}"
    yield f"{count.stories:,} stories, {count.outlets:,} outlets, {count.unread:,} inputs unread"
    if count.earliest and count.latest:
        yield f"published {count.earliest:%Y-%m-%d} to {count.latest:%Y-%m-%d}"
    each = f", {size // count.reports:,} a report" if count.reports else ""
    yield f"{size:,} bytes{each}"


def _each_ailing(view: View, now: datetime) -> Iterator[tuple[str, str]]:
    """The keys of the feeds that do badly, each with its name and what is wrong."""
    for feed in each_feed(view):
        told = health(state_of(view, feed.key), now)
        if told not in {"well", "not visited yet"}:
            yield feed.key, f"{feed.name or feed.address}: {told}"


def _query(order: SearchOrder) -> Query:
    return Query(
        words=" ".join(order.words),
        kind=Sought.REPORTS if order.reports else Sought.CLAIMS,
        places=(order.place,) if order.place else (),
        since=moment_of(f"{order.since}T00:00") if order.since else None,
        until=moment_of(order.until) if order.until else None,
        source=order.source,
        outlet=order.outlet,
        modality=_modality(order.modality),
        event=order.event.upper() if order.event else None,
        story=order.story,
        limit=order.limit,
    )


def _modality(words: str | None) -> Modality | None:
    if words is None:
        return None
    try:
        return Modality(words.lower())
    except ValueError as error:
        known = ", ".join(Modality)
        raise SettingsError(f"'{words}' is no modality", mend=f"use {known}") from error


def _heading(hit: Hit) -> Text:
    at = f"{hit.published:%Y-%m-%d}" if hit.published else "undated"
    parts = [hit.report, at, hit.outlet or "outlet not named", hit.title or ""]
    said = [f"{hit.source or 'outlet'}, {hit.modality.value}"] if hit.modality else []
    return Text(one_line("  ".join([*filter(None, parts), *said])), style="bold")


def _snippet(hit: Hit) -> Text:
    letters = printable(hit.snippet.quote).replace("\n", " ")  # as many letters as before
    shown = Text(letters)
    for mark in hit.marked:
        start = mark.start - hit.snippet.start
        shown.stylize("underline", start, start + mark.end - mark.start)
    return Text.assemble("  ", shown)


def _plain(value: object) -> object:
    stamp = getattr(value, "isoformat", None)
    return stamp() if stamp else value
