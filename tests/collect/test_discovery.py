"""Feeds that a page announces."""

from collections.abc import Iterator

import made_files as made
import pytest
from loopback import Served, gives, serving

from watchword.collect import Limits
from watchword.collect.discovery import find_feeds, look_for_feeds
from watchword.collect.fetch import Fetcher
from watchword.model.feed import FeedKind

HOME = "https://news.example/world/"


def test_the_feeds_of_a_home_page_are_found_with_their_names() -> None:
    page = b"""<html><head>
        <link rel="alternate" type="application/rss+xml" title=" World  news " href="/rss">
        <link rel="ALTERNATE home" type="application/atom+xml; charset=utf-8" href="atom.xml">
        <link rel="alternate" type="application/feed+json" href="https://cdn.example/feed.json">
        <link rel="sitemap" type="application/xml" href="/sitemap.xml">
        <link rel="alternate" hreflang="fr" type="text/html" href="/fr">
        <link rel="stylesheet" href="/a.css"></head></html>"""
    found = [(feed.kind, feed.address, feed.name) for feed in find_feeds(page, HOME)]
    assert found == [
        (FeedKind.FEED, "https://news.example/rss", "World news"),
        (FeedKind.FEED, "https://news.example/world/atom.xml", ""),
        (FeedKind.FEED, "https://cdn.example/feed.json", ""),
        (FeedKind.SITEMAP, "https://news.example/sitemap.xml", ""),
    ]


def test_links_are_joined_to_the_base_that_a_page_names() -> None:
    page = b"<base href='https://other.example/x/'><link rel=alternate type=text/xml href=rss>"
    (feed,) = find_feeds(page, HOME)
    assert feed.address == "https://other.example/x/rss"


def test_a_page_without_feeds_or_with_improper_ones_gives_none() -> None:
    for page in (
        b"", b"\0\0", b"<p>hello", b"<link rel=alternate type=text/xml>",
        b"<link rel=alternate type=application/rss+xml href='javascript:alert(1)'>",
        b"<link rel=alternate type=application/rss+xml href='http://[::1'>",
        b"<link rel=alternate type=application/rss+xml href='file:///etc/passwd'>",
    ):  # fmt: skip
        assert find_feeds(page, HOME) == ()


def test_a_feed_is_found_once_and_not_without_end() -> None:
    link = "<link rel=alternate type=application/rss+xml href=/{}>"
    page = link.format("rss") * 9 + "".join(link.format(number) for number in range(500))
    assert len(find_feeds(page.encode(), HOME)) == 50


@pytest.fixture
def site() -> Iterator[Served]:
    with serving() as served:
        yield served


def test_an_address_may_be_a_feed_a_sitemap_or_a_page_that_leads_to_some(site: Served) -> None:
    page = b"<html><head><link rel=alternate type=application/rss+xml href=/rss></head></html>"
    site.answers["/"] = gives(page)
    site.answers["/rss"] = gives(made.rss(), "text/html")
    site.answers["/feed.json"] = gives(made.json_feed(), "application/json")
    site.answers["/sitemap.xml"] = gives(b"<?xml version='1.0'?><urlset></urlset>", "text/xml")
    site.answers["/about"] = gives(made.html())
    limits = Limits(allow_private=True, host_gap_s=0)
    with Fetcher(limits) as fetcher:
        found = {
            path: [(feed.kind, feed.address.removeprefix(site.address)) for feed in feeds]
            for path in site.answers
            for feeds in [look_for_feeds(f"{site.address}{path}", fetcher, limits)]
        }
    assert found == {
        "/": [(FeedKind.FEED, "/rss")],
        "/rss": [(FeedKind.FEED, "/rss")],
        "/feed.json": [(FeedKind.FEED, "/feed.json")],
        "/sitemap.xml": [(FeedKind.SITEMAP, "/sitemap.xml")],
        "/about": [],
    }
