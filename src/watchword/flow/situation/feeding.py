"""Adding feeds: an address as a user gives it, looked at once, and lists of feeds in and out."""

from dataclasses import replace
from pathlib import Path
from urllib.parse import urlsplit

from watchword.collect.discovery import look_for_feeds
from watchword.collect.feeds import WEB_KINDS, make_feed
from watchword.collect.fetch import Fetcher
from watchword.collect.limits import Limits
from watchword.collect.schedule import first_state
from watchword.errors import BusyError, RefusedError, UnreadableError
from watchword.flow.situation.choosing import choose_one
from watchword.model.feed import Feed, FeedKind
from watchword.net.addresses import checked_hosts
from watchword.store import Store
from watchword.store.feeds import add_feed, each_feed, remove_feed


def find_feed(kind: FeedKind, address: str, limits: Limits) -> tuple[Feed, str]:
    """The feed that an address stands for: itself, or the one that a page there announces.

    An address that does not answer is taken as it is; its visits will tell.

    Args:
        kind: what stands behind it.
        address: as the user gives it.
        limits: the bounds.

    Returns:
        The feed, and what is to be told of it, empty where nothing is.

    Raises:
        RefusedError: if the address is none of its kind, may not be fetched, or is of a page that
            announces no feed, or several.
    """
    made = make_feed(kind, str(Path(address).resolve()) if kind is FeedKind.FOLDER else address)
    if kind is not FeedKind.FEED:
        return made, ""
    try:
        with Fetcher(limits) as fetcher:
            found = look_for_feeds(made.address, fetcher, limits)
    except BusyError as error:
        return made, f"it asks to be left alone now ({error.args[0]})"
    except UnreadableError as error:
        return made, f"it does not answer now ({error.args[0]}); it will be tried again"
    feeds = [each for each in found if each.kind is FeedKind.FEED] or list(found)
    if len(feeds) == 1:
        told = "" if feeds[0].key == made.key else f"found on the page: {feeds[0].address}"
        return feeds[0], told
    if not feeds:
        raise RefusedError(
            "this is a page that announces no feed",
            key=made.address,
            mend="give the feed's own address, or `watchword add page`",
        )
    listed = ", ".join(each.address for each in feeds)
    raise RefusedError(
        "this page announces several feeds", key=made.address, mend=f"add one of them: {listed}"
    )


def find_public_feed(kind: FeedKind, address: str, limits: Limits) -> tuple[Feed, str]:
    """The feed that an address stands for, given by somebody who may not be at this machine.

    Folders and mailboxes are none of theirs: they read this machine's files and passwords.

    Args:
        kind: what stands behind it.
        address: as it is given.
        limits: the bounds.

    Returns:
        The feed, and what is to be told of it, empty where nothing is.

    Raises:
        RefusedError: if the address is none of its kind, lies inside a private network, may not be
            fetched, or is of a page that announces no feed, or several.
    """
    if kind not in WEB_KINDS:
        raise RefusedError(
            f"a {kind.value} is added on the machine itself",
            key=address,
            mend=f"watchword add {kind.value}",
        )
    parts = urlsplit(make_feed(kind, address).address)
    try:
        checked_hosts(parts.hostname or "", parts.port or 443, allow_private=limits.allow_private)
    except UnreadableError as error:
        raise RefusedError(str(error.args[0]), key=address, mend="see how it is written") from error
    except RefusedError as error:
        raise RefusedError(
            f"{error.args[0]}, and nothing is fetched from there",
            key=address,
            mend="give an address on the public internet",
        ) from error
    return find_feed(kind, address, limits)


def keep_feeds(store: Store, feeds: list[Feed]) -> int:
    """Add feeds to the record, and give how many were new or are told otherwise now."""
    with store.writing() as writing:
        return sum(add_feed(writing, each, first_state(each, store.now())) for each in feeds)


def drop_feed(store: Store, name: str) -> Feed:
    """Visit a feed no more.

    Args:
        store: the record.
        name: its key or the beginning of it, its address or its name.

    Raises:
        RefusedError: if there is no such feed, or several.
    """
    found = choose_feed(store, name)
    with store.writing() as writing:
        remove_feed(writing, found.key)
    return found


def pause_feed(store: Store, name: str, *, paused: bool) -> Feed:
    """Leave a feed alone, or visit it again.

    Raises:
        RefusedError: if there is no such feed, or several.
    """
    changed = replace(choose_feed(store, name), paused=paused)
    keep_feeds(store, [changed])
    return changed


def choose_feed(store: Store, name: str) -> Feed:
    """The feed that a user means by its key, address or name.

    Raises:
        RefusedError: if there is no such feed, or several.
    """
    with store.viewing() as view:
        return choose_one(
            each_feed(view),
            name,
            ("feed", "feeds"),
            called=lambda each: (each.address, each.name),
            mend="see `watchword feeds`",
        )
