"""Finding the feeds behind an address that somebody names: itself, or what its page announces.

Pages announce them by links in their head (RSS Advisory Board, RSS Autodiscovery).
"""

from dataclasses import replace
from typing import Any
from urllib.parse import urljoin

from watchword.collect.decode import decode
from watchword.collect.feeds import FEED_FORMS, make_feed
from watchword.collect.fetch import Fetcher
from watchword.collect.formats.markup import parse_markup
from watchword.collect.limits import Limits
from watchword.collect.piece import new_terms
from watchword.collect.sitemaps import is_sitemap
from watchword.collect.sniff import recognise
from watchword.errors import RefusedError
from watchword.model.feed import Feed, FeedKind

_TYPES = frozenset(
    ("application/rss+xml", "application/atom+xml", "application/feed+json", "application/rdf+xml",
     "application/json", "text/xml", "application/xml")
)  # fmt: skip
_HEAD_BYTES = 500_000
_MOST = 50


def look_for_feeds(address: str, fetcher: Fetcher, limits: Limits) -> tuple[Feed, ...]:
    """Fetch an address and tell which feeds it is or leads to; none where it is a mere page.

    Raises:
        RefusedError: if it may not be fetched.
        UnreadableError: if there is no proper answer.
    """
    piece = fetcher.get(address)
    if is_sitemap(piece.content):
        return (make_feed(FeedKind.SITEMAP, address),)
    if recognise(piece, new_terms(limits, None)) in FEED_FORMS:
        return (make_feed(FeedKind.FEED, address),)
    return find_feeds(piece.content, piece.address, charset=piece.charset)


def find_feeds(content: bytes, address: str, *, charset: str = "") -> tuple[Feed, ...]:
    """Find the feeds and sitemaps that a page's head links to, in its order, each once.

    Args:
        content: the page.
        address: where it was served from, for links that are relative.
        charset: character set that the server named, else empty.
    """
    tree = parse_markup(decode(content[:_HEAD_BYTES], declared=charset))
    if tree is None:
        return ()
    base = tree.find(".//base")
    start = _joined(address, (base.get("href") or "") if base is not None else "") or address
    found: dict[str, Feed] = {}
    for link in tree.iterfind(".//link"):
        if len(found) == _MOST:
            break
        feed = _feed(link, start)
        if feed is not None:
            found.setdefault(feed.key, feed)
    return tuple(found.values())


def _feed(link: Any, start: str) -> Feed | None:  # noqa: ANN401 - lxml's element, untyped here
    kind = _kind(link)
    target = (link.get("href") or "").strip()
    if kind is None or not target:
        return None
    try:
        feed = make_feed(kind, _joined(start, target))
    except RefusedError:
        return None
    return replace(feed, name=" ".join((link.get("title") or "").split())[:200])


def _kind(link: Any) -> FeedKind | None:  # noqa: ANN401 - lxml's element, untyped here
    relations = (link.get("rel") or "").lower().split()
    media_type = (link.get("type") or "").partition(";")[0].strip().lower()
    if "alternate" in relations and media_type in _TYPES:
        return FeedKind.FEED
    if "feed" in relations:
        return FeedKind.FEED
    return FeedKind.SITEMAP if "sitemap" in relations else None


def _joined(start: str, target: str) -> str:
    try:
        return urljoin(start, target)
    except ValueError:
        return ""
