"""What is done to feeds: added, paused, removed, visited, taken from a list; files that are sent.

Whoever manages a situation need not be at the machine: folders, mailboxes and names of passwords
are added there alone.
"""

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from watchword.collect.mapping import parse_mapping
from watchword.collect.opml import read_opml
from watchword.desk.ask import Ask, Key, Line
from watchword.desk.entries import Action, Doing, Uploaded
from watchword.errors import RefusedError
from watchword.flow.running import limits_of
from watchword.flow.situation.collecting import want_collecting
from watchword.flow.situation.feeding import (
    choose_feed,
    drop_feed,
    find_public_feed,
    keep_feeds,
    pause_feed,
)
from watchword.flow.situation.uploading import Sent, add_sent
from watchword.flow.span_records import Record
from watchword.model.feed import Feed, FeedKind
from watchword.model.principal import Right
from watchword.model.report import Unread

TOLD = 5
"""Reasons that are told of what could not be read, at most."""


def _files(value: object) -> object:
    """One file or several as a list of them; a field without a file is left out."""
    given = value if isinstance(value, list | tuple) else [value]
    return [each for each in given if isinstance(each, Uploaded) and (each.name or each.content)]


def _nothing(value: object) -> object:
    return None if value == "" else value


MOST_FILES = 500
"""Files that are taken at once; how many bytes they have is bounded by the server."""
Files = Annotated[tuple[Uploaded, ...], BeforeValidator(_files), Field(max_length=MOST_FILES)]
Minutes = Annotated[Annotated[float, Field(gt=0, le=100_000)] | None, BeforeValidator(_nothing)]


class AddFeedAsk(Ask):
    """A feed that is added.

    Attributes:
        kind: what stands behind the address: feed, sitemap or page.
        address: its address; of a feed, that of a page that announces it will do.
        name: what to call it, empty for nothing.
        outlet: who publishes it, empty to take its word.
        every: minutes between visits, None to follow how often it gives something new.
        full_text: whether the pages of entries that are only a lead are fetched.
        language: BCP 47 code of its reports where they do not say, empty where not known.
    """

    kind: FeedKind = FeedKind.FEED
    address: Key
    name: Line = ""
    outlet: Line = ""
    every: Minutes = None
    full_text: bool = False
    language: Line = ""


class FeedKeyAsk(Ask):
    """The feed that something is done to.

    Attributes:
        key: its key.
    """

    key: Key


class SentAsk(Ask):
    """Files that are sent.

    Attributes:
        files: the files.
    """

    files: Files


class SentReportsAsk(SentAsk):
    """Files with reports.

    Attributes:
        columns: names of columns of a table, as `watchword read --columns` takes them.
    """

    columns: Line = ""


def add_feed(doing: Doing, ask: AddFeedAsk) -> Record:
    """Add a feed."""
    feed, told = find_public_feed(ask.kind, ask.address, limits_of(doing.seen.settings))
    said = replace(
        feed,
        name=ask.name or feed.name,
        outlet=ask.outlet or None,
        every_s=None if ask.every is None else ask.every * 60,
        full_text=ask.full_text,
        language=ask.language or None,
    )
    keep_feeds(doing.bench.store, [said])
    want_collecting(doing.bench.store, feed=said.key)
    beside = f"; {told}" if told else ""
    return {"said": f"added: {said.name or said.address}{beside}", "at": f"/feeds/{said.key}"}


def pause(doing: Doing, ask: FeedKeyAsk) -> Record:
    """Leave a feed alone until somebody says otherwise."""
    return _told("left alone", pause_feed(doing.bench.store, ask.key, paused=True))


def resume(doing: Doing, ask: FeedKeyAsk) -> Record:
    """Visit a feed again that was left alone."""
    return _told("visited again", pause_feed(doing.bench.store, ask.key, paused=False))


def remove(doing: Doing, ask: FeedKeyAsk) -> Record:
    """Visit a feed no more; its reports stay."""
    dropped = drop_feed(doing.bench.store, ask.key)
    return {**_told("visited no more, its reports stay", dropped), "at": "/feeds"}


def visit(doing: Doing, ask: FeedKeyAsk) -> Record:
    """Visit a feed now."""
    feed = choose_feed(doing.bench.store, ask.key)
    want_collecting(doing.bench.store, feed=feed.key)
    return _told("visited as soon as may be", feed)


def collect(doing: Doing, _ask: Ask) -> Record:
    """Visit what is due and read what waits, now."""
    want_collecting(doing.bench.store)
    return {"said": "collecting begins", "at": "/feeds/collecting"}


def take_list(doing: Doing, ask: SentAsk) -> Record:
    """Take the feeds of an OPML list."""
    if not ask.files:
        raise RefusedError("there is no list in what was sent", mend="choose an OPML file")
    found = [each for file in ask.files for each in read_opml(file.content)]
    feeds = [each for each in found if isinstance(each, Feed)]
    left = [each for each in found if isinstance(each, Unread)]
    new = keep_feeds(doing.bench.store, [replace(each, secret="") for each in feeds])
    told = [f"{new:,} {'feed' if new == 1 else 'feeds'} added"]
    told += [f"{len(feeds) - new:,} known already"] if len(feeds) > new else []
    told += [f"{len(left):,} not taken: {_reasons(left)}"] if left else []
    return {"said": ", ".join(told), "at": "/feeds"}


def add_reports(doing: Doing, ask: SentReportsAsk) -> Record:
    """Add the reports that files hold, in any format that is read."""
    columns = parse_mapping(ask.columns) if ask.columns else None
    sent = [Sent(name=each.name, content=each.content) for each in ask.files]
    came, unread = add_sent(doing.bench.store, sent, limits_of(doing.seen.settings), columns)
    if came.new:
        want_collecting(doing.bench.store)
    told = [f"{came.new:,} new {'report' if came.new == 1 else 'reports'}"]
    told += [f"{came.known:,} known already"] if came.known else []
    told += [f"{came.unread:,} not read: {_reasons(unread)}"] if unread else []
    return {"said": ", ".join(told), "at": "/feeds"}


def _reasons(left: Iterable[Unread]) -> str:
    reasons = dict.fromkeys(f"{each.found_at}: {each.reason}" for each in left)
    shown = list(reasons)[:TOLD]
    more = f"; and {len(reasons) - TOLD:,} more" if len(reasons) > TOLD else ""
    return "; ".join(each[:160] for each in shown) + more


def _told(what: str, feed: Feed) -> Record:
    return {"said": f"{what}: {feed.name or feed.address}"}


def _action(name: str, summary: str, asks: type[Ask], do: Callable[[Doing, Any], Record]) -> Action:
    return Action(name=name, summary=summary, asks=asks, do=do, right=Right.MANAGE)


FEED_ACTIONS: tuple[Action, ...] = (
    _action("add-feed", "Add a feed", AddFeedAsk, add_feed),
    _action("pause-feed", "Leave a feed alone", FeedKeyAsk, pause),
    _action("resume-feed", "Visit a feed again", FeedKeyAsk, resume),
    _action("remove-feed", "Visit a feed no more", FeedKeyAsk, remove),
    _action("visit-feed", "Visit a feed now", FeedKeyAsk, visit),
    _action("collect", "Visit what is due and read what waits, now", Ask, collect),
    _action("import-feeds", "Take the feeds of an OPML list", SentAsk, take_list),
    _action("add-reports", "Add the reports that files hold", SentReportsAsk, add_reports),
)
