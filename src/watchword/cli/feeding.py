"""`watchword add`, `feeds` and `remove`: what is visited, and how it is doing."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from rich.text import Text

from watchword.cli.asking import seconds_of
from watchword.cli.printing import print_table
from watchword.cli.screen import one_line, put_lines, tell, warn
from watchword.collect.opml import read_opml, write_opml
from watchword.config import Settings, read_settings
from watchword.errors import SettingsError
from watchword.flow.feed_records import feed_record, health
from watchword.flow.running import limits_of
from watchword.flow.situation.feeding import drop_feed, find_feed, keep_feeds
from watchword.model.feed import Feed, FeedKind, FeedState
from watchword.model.report import Unread
from watchword.store import Store
from watchword.store.feeds import each_feed, state_of
from watchword.workbench import Workbench

OPML = "opml"


@dataclass(frozen=True, slots=True, kw_only=True)
class AddOrder:
    """What was asked for, as typed.

    Attributes:
        store: where the record is.
        kind: what stands behind the address.
        address: the address, or an OPML file.
        name: what the user calls it.
        outlet: who publishes it.
        every: time between visits.
        full_text: whether pages are fetched.
        archive: whether what is fetched is kept.
        language: language of its reports.
        secret: environment variable with a password.
    """

    store: str | None
    kind: str
    address: str
    name: str = ""
    outlet: str | None = None
    every: str | None = None
    full_text: bool = False
    archive: bool = False
    language: str | None = None
    secret: str = ""


def add(order: AddOrder) -> None:
    """Add a feed, or those of a list, and tell what was added."""
    settings = read_settings()
    with Workbench.open(order.store or settings.store, settings) as bench:
        found, told = _found(order, settings)
        feeds = [_said(each, order) for each in found]
        new = keep_feeds(bench.store, feeds)
    for words in told:
        warn(words)
    for each in feeds:
        tell(f"{each.key}  {each.kind.value}  {one_line(each.address)}")
    known = len(feeds) - new
    warn(f"{new:,} added" + (f", {known:,} known already" if known else ""))


def remove(store: str | None, name: str) -> None:
    """Visit a feed no more."""
    settings = read_settings()
    with Workbench.open(store or settings.store, settings) as bench:
        dropped = drop_feed(bench.store, name)
    tell(f"visited no more: {one_line(dropped.address)}; its reports stay")


def show(store: str | None, *, as_json: bool, as_opml: bool) -> None:
    """Print the feeds with their health, as a table, as JSON, or as OPML."""
    settings = read_settings()
    with Workbench.open(store or settings.store, settings) as bench:
        listed = list(_each_with_state(bench.store))
        now = bench.store.now()
    if as_opml:
        tell(write_opml([feed for feed, _ in listed]).rstrip())
    elif as_json:
        put_lines(feed_record(feed, state, now) for feed, state in listed)
    elif listed:
        names = ("feed", "kind", "address", "last answer", "last new", "a day", "next", "health")
        print_table(names, (_row(feed, state, now) for feed, state in listed))
    else:
        warn("no feeds yet; watchword add feed ADDRESS")


def _found(order: AddOrder, settings: Settings) -> tuple[list[Feed], list[str]]:
    if order.kind != OPML:
        feed, told = find_feed(_kind(order.kind), order.address, limits_of(settings))
        return [feed], [told] if told else []
    try:
        content = Path(order.address).read_bytes()
    except OSError as error:
        raise SettingsError(f"it cannot be read: {error.strerror}", key=order.address) from error
    found = read_opml(content)
    left = [each for each in found if isinstance(each, Unread)]
    return (
        [each for each in found if isinstance(each, Feed)],
        [f"not taken: {one_line(each.found_at)}: {each.reason}" for each in left],
    )


def _kind(words: str) -> FeedKind:
    try:
        return FeedKind(words)
    except ValueError as error:
        known = ", ".join([*FeedKind, OPML])
        raise SettingsError(f"'{words}' is no kind of feed", mend=f"use {known}") from error


def _said(feed: Feed, order: AddOrder) -> Feed:
    """A feed with what the user says of it; what is not said stays as it is."""
    every_s = seconds_of(order.every, option="--every") if order.every else feed.every_s
    return replace(
        feed,
        name=order.name or feed.name,
        outlet=order.outlet or feed.outlet,
        every_s=every_s,
        full_text=order.full_text or feed.full_text,
        archive=order.archive or feed.archive,
        language=order.language or feed.language,
        secret=order.secret or feed.secret,
    )


def _each_with_state(store: Store) -> Iterator[tuple[Feed, FeedState]]:
    with store.viewing() as view:
        for feed in each_feed(view):
            yield feed, state_of(view, feed.key)


def _row(feed: Feed, state: FeedState, now: datetime) -> tuple[Text, ...]:
    rate = state.reports_per_day
    cells = (
        feed.name or feed.key,
        feed.kind.value,
        feed.address,
        _clock(state.answered_at),
        _clock(state.yielded_at),
        "" if rate is None else f"{rate:,.1f}",
        _clock(state.due_at),
        health(state, now),
    )
    return tuple(Text(one_line(cell)) for cell in cells)


def _clock(at: datetime | None) -> str:
    return "" if at is None else f"{at:%Y-%m-%d %H:%M}"
