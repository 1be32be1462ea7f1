"""Feeds: how each is doing, what was brought, how collecting goes, and their list as a file."""

from watchword.collect.opml import write_opml
from watchword.desk.ask import Ask, Key
from watchword.desk.entries import DeskFile, DeskView, Made
from watchword.desk.seen import Seen
from watchword.flow.situation.collecting import collecting_of
from watchword.flow.situation.feed_pages import list_feeds, show_feed
from watchword.flow.span_records import Record
from watchword.flow.stamps import stamped
from watchword.store.feeds import each_feed


class FeedAsk(Ask):
    """Which feed is asked for.

    Attributes:
        key: its key.
    """

    key: Key


def find_all(seen: Seen, _ask: Ask) -> Record:
    """Every feed with its health, and how collecting goes."""
    with seen.view() as view:
        found = list_feeds(view, seen.store.now())
        return {**found, "collecting": stamped(collecting_of(view))}


def find_one(seen: Seen, ask: FeedAsk) -> Record:
    """One feed with its visits.

    Raises:
        MissingError: if there is none.
    """
    with seen.view() as view:
        return show_feed(view, ask.key, seen.store.now())


def find_collecting(seen: Seen, _ask: Ask) -> Record:
    """How collecting goes."""
    with seen.view() as view:
        return stamped(collecting_of(view))


def make_list(seen: Seen, _ask: Ask) -> Made:
    """The feeds as OPML."""
    with seen.view() as view:
        feeds = list(each_feed(view))
    content = write_opml(feeds, title=f"Feeds of {seen.name}").encode()
    return Made(content=content, media="text/x-opml; charset=utf-8", name=f"{seen.name}.opml")


FEEDS = DeskView(
    name="feeds",
    summary="Feeds with their health, how collecting goes, and what could not be read",
    asks=Ask,
    find=find_all,
    is_fresh=True,
)
FEED = DeskView(
    name="feed",
    summary="One feed: its visits, what it brought, what of it could not be read",
    asks=FeedAsk,
    find=find_one,
    is_fresh=True,
)
COLLECTING = DeskView(
    name="collecting",
    summary="How collecting goes: what it is at, when it goes on, what stopped it last",
    asks=Ask,
    find=find_collecting,
    is_fresh=True,
)
OPML = DeskFile(name="feeds.opml", summary="The feeds as OPML 2.0", asks=Ask, make=make_list)
