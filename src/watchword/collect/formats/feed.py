"""Saved RSS and Atom feeds: one report an entry, its full content rather than its summary."""

import io
import re
from collections.abc import Iterator
from typing import Any

from watchword.collect.formats.json_text import canonical
from watchword.collect.formats.markup import plain_words
from watchword.collect.formats.quiet import quiet
from watchword.collect.piece import Draft, Found, Piece, Terms
from watchword.errors import RefusedError, UnreadableError

MOST_FEED_BYTES = 20_000_000
_ENTITIES = re.compile(rb"<!(?:DOCTYPE[^>\[]{0,2000}\[|ENTITY)", re.IGNORECASE)
_WIDE_ENTITIES = re.compile(rb"<\0?!\0?(?:D\0?O\0?C\0?T\0?Y\0?P\0?E|E\0?N\0?T\0?I)", re.IGNORECASE)


def read_feed(piece: Piece, terms: Terms) -> Iterator[Found]:
    """Read the entries of a feed; an entry's own source stands before the feed as outlet."""
    if len(piece.content) > MOST_FEED_BYTES:
        raise RefusedError(f"a feed larger than {MOST_FEED_BYTES:,} bytes")
    if _ENTITIES.search(piece.content) or b"\0" in piece.content[:8]:
        _refuse_entities(piece.content)
    quiet("feedparser")
    import feedparser  # noqa: PLC0415 - slow import

    parsed = feedparser.parse(
        io.BytesIO(piece.content),
        sanitize_html=False,
        resolve_relative_uris=False,
        response_headers={"content-location": piece.address} if piece.address else None,
    )
    if not parsed.entries:
        raise UnreadableError("a feed without a single entry that can be read")
    if len(parsed.entries) > terms.limits.max_members:
        raise RefusedError(f"a feed of more than {terms.limits.max_members:,} entries")
    for number, entry in enumerate(parsed.entries, start=1):
        yield _draft(entry, parsed.feed, number)


def _refuse_entities(content: bytes) -> None:
    if _ENTITIES.search(content) or _WIDE_ENTITIES.search(content):
        raise RefusedError("XML that defines entities of its own, which can be a trap")


def _draft(entry: Any, feed: Any, number: int) -> Draft:  # noqa: ANN401 - feedparser's, untyped
    contents = [_said(part, "value") for part in entry.get("content") or []]
    marked = max([*contents, _said(entry, "summary")], key=len)
    link = _said(entry, "link")
    source = entry.get("source") or {}
    said = {
        "id": _said(entry, "id") or link,
        "outlet": _said(source, "title") or _said(feed, "title"),
        "title": _said(entry, "title"),
        "published": _said(entry, "published") or _said(entry, "updated"),
        "language": _language(entry, feed),
        "link": link,
        "text": marked,
    }
    return Draft(
        text=plain_words(marked),
        raw=canonical(said),
        place=f"!{number}",
        report_id=said["id"],
        outlet=said["outlet"],
        title=plain_words(said["title"]),
        bylines=tuple(_said(author, "name") for author in entry.get("authors") or []),
        published=said["published"],
        language=said["language"],
        address=link,
    )


def _said(part: Any, key: str) -> str:  # noqa: ANN401 - feedparser's, untyped
    """Words under a key; feedparser leaves None or worse there for damaged feeds."""
    value = part.get(key)
    return value if isinstance(value, str) else ""


def _language(entry: Any, feed: Any) -> str:  # noqa: ANN401 - feedparser's, untyped
    contents = entry.get("content") or [{}]
    return _said(contents[0], "language") or _said(feed, "language")
