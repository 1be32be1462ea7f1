"""Lists of feeds, in and out, and hostile ones."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as some

from watchword.collect.feeds import make_feed
from watchword.collect.opml import read_opml, write_opml
from watchword.errors import RefusedError, UnreadableError
from watchword.model.feed import Feed, FeedKind
from watchword.model.report import Unread

words = some.text(min_size=1, max_size=40).map(
    lambda text: " ".join("".join(c for c in text if c.isprintable()).split())
)
addresses = some.sampled_from(
    (
        (FeedKind.FEED, "https://news.example/rss?a=1&b=2"),
        (FeedKind.SITEMAP, "https://news.example/sitemap.xml"),
        (FeedKind.PAGE, "https://news.example/toll"),
        (FeedKind.FOLDER, "/srv/reports"),
        (FeedKind.MAILBOX, "imaps://reader%40news.example@mail.example/INBOX"),
    )
)
feeds = some.builds(
    lambda place, **parts: replace(make_feed(*place), **parts),
    addresses,
    name=words.filter(lambda text: not text.startswith(("http", "/", "imap"))),
    outlet=some.none() | words.filter(bool),
    every_s=some.none() | some.floats(1, 1e6),
    full_text=some.booleans(),
    archive=some.booleans(),
    language=some.none() | some.sampled_from(("en", "uk", "ko")),
    secret=some.sampled_from(("", "MAIL_PASSWORD")),
)


@given(some.lists(feeds, max_size=5, unique_by=lambda feed: feed.key))
def test_what_is_written_is_read_back(listed: list[Feed]) -> None:
    assert list(read_opml(write_opml(listed).encode(), trusted=True)) == listed


def test_feeds_are_found_however_deeply_they_are_nested_and_each_once() -> None:
    listed = b"""<opml version="1.0"><body><outline text="World"><outline text="Asia">
        <outline text="The Example" type="rss" xmlUrl="https://news.example/rss"/>
        <OUTLINE text="Twice" xmlUrl="HTTPS://NEWS.EXAMPLE/rss"/></outline></outline>
        <outline text="No address"/><outline type="atom" xmlUrl="feed://other.example/a"/>
        </body></opml>"""
    first, second = read_opml(listed)
    assert isinstance(first, Feed)
    assert isinstance(second, Feed)
    assert (first.name, first.address) == ("The Example", "https://news.example/rss")
    assert (second.name, second.address) == ("", "https://other.example/a")


def test_a_strangers_list_brings_no_folder_mailbox_or_improper_address() -> None:
    listed = b"""<opml><body><outline type="folder" xmlUrl="/etc"/>
        <outline type="mailbox" xmlUrl="imaps://a@mail.example/INBOX"/>
        <outline type="rss" xmlUrl="file:///etc/passwd"/>
        <outline type="rss" xmlUrl="javascript:alert(1)"/>
        <outline type="rss" xmlUrl="https://me:pass@news.example/"/>
        <outline type="wormhole" xmlUrl="https://news.example/"/></body></opml>"""
    found = read_opml(listed)
    assert len(found) == 6
    assert all(isinstance(one, Unread) and one.reason for one in found)


@pytest.mark.parametrize(
    "content", [b"", b"  ", b"<html></html>", b"not xml", b"\0\xff\xfe", b"<opml", b"{}"]
)
def test_what_is_no_list_is_told(content: bytes) -> None:
    if content == b"<opml":
        assert read_opml(b"<opml/>") == ()
    else:
        with pytest.raises(UnreadableError):
            read_opml(content)


def test_a_list_that_is_a_trap_is_refused() -> None:
    bomb = b'<!DOCTYPE o [<!ENTITY a "aaaa">]><opml><body>&a;</body></opml>'
    with pytest.raises(RefusedError, match="entities"):
        read_opml(bomb)
    with pytest.raises(RefusedError, match="larger"):
        read_opml(b" " * 10_000_001)


def test_a_list_nested_without_end_or_cut_short_is_read_as_far_as_it_goes() -> None:
    deep = b"<opml><body>" + b"<outline text='a'>" * 100_000
    assert read_opml(deep) == ()
    cut = b'<opml><body><outline xmlUrl="https://news.example/a"/><outline xmlUrl="https://ne'
    (feed,) = read_opml(cut)
    assert isinstance(feed, Feed)
