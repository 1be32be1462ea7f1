"""RSS and Atom feeds: one report an entry, its full content rather than its summary."""

import io
import logging
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urljoin

from watchword.collect.dates import version_label
from watchword.collect.formats.feed_text import FeedText, cut_feed
from watchword.collect.formats.json_text import canonical
from watchword.collect.formats.markup import plain_words
from watchword.collect.formats.quiet import quiet
from watchword.collect.formats.xml_text import xml_text
from watchword.collect.piece import Draft, Found, Piece, Terms
from watchword.errors import RefusedError, UnreadableError
from watchword.model.report import Unread

MOST_FEED_BYTES = 20_000_000

_MAILED = re.compile(r"[^\s()]{1,200}@[^\s()]{1,200}\s{0,5}\(([^()]{1,200})\)")
_LOG = logging.getLogger(__name__)


def read_feed(piece: Piece, terms: Terms) -> Iterator[Found]:
    """Read the entries of a feed; an entry's own source stands before the feed as outlet.

    Broken XML is read as far as it goes. Entries that are lost, and those beyond the bound, are
    told with their count.
    """
    if len(piece.content) > MOST_FEED_BYTES:
        raise RefusedError(f"a feed larger than {MOST_FEED_BYTES:,} bytes")
    cut = cut_feed(xml_text(piece.content, charset=piece.charset), terms.limits.max_members)
    parsed = _parsed(cut.text)
    if not parsed.entries and (cut.entries or parsed.bozo or not parsed.feed):
        raise UnreadableError("a feed without a single entry that can be read")
    if parsed.bozo:
        _LOG.info("%s: XML that is not well-formed", piece.found_at)
    yield from _each_loss(cut, len(parsed.entries), piece.found_at)
    for number, entry in enumerate(parsed.entries, start=1):
        yield _draft(entry, parsed.feed, (number, piece.address))


def _parsed(text: str) -> Any:  # noqa: ANN401 - feedparser's, untyped
    """Parse a feed; its address is kept from the parser, which would make guids relative to it."""
    quiet("feedparser")
    import feedparser  # noqa: PLC0415 - slow import

    return feedparser.parse(
        io.BytesIO(text.encode()),
        sanitize_html=False,
        resolve_relative_uris=False,
        response_headers={"content-type": "application/xml; charset=utf-8"},
    )


def _each_loss(cut: FeedText, read: int, found_at: str) -> Iterator[Unread]:
    if cut.beyond:
        reason = f"beyond the first {cut.entries:,} entries of its feed"
        yield Unread(found_at=found_at, reason=reason, count=cut.beyond)
    if cut.entries > read:
        reason = "entries lost because the feed " + (
            "breaks off" if cut.broken_off else "is broken XML"
        )
        yield Unread(found_at=found_at, reason=reason, count=cut.entries - read)


def _draft(entry: Any, feed: Any, place: tuple[int, str]) -> Draft:  # noqa: ANN401 - feedparser's, untyped
    number, address = place
    contents = [_said(part, "value") for part in entry.get("content") or []]
    marked = max([*contents, _said(entry, "summary")], key=len)
    link = _joined(address, _said(entry, "link"))
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
    title = plain_words(said["title"])
    return Draft(
        text=plain_words(marked) or title,
        raw=canonical(said),
        place=f"!{number}",
        report_id=said["id"],
        outlet=said["outlet"],
        title=title,
        bylines=_bylines(entry),
        published=said["published"],
        language=said["language"],
        address=link,
        version=version_label(_said(entry, "updated"), said["published"]),
        lead=marked not in contents,
        credited=bool(_said(source, "title")),
    )


def _joined(address: str, link: str) -> str:
    try:
        return urljoin(address, link) if link else ""
    except ValueError:
        return ""


def _bylines(entry: Any) -> tuple[str, ...]:  # noqa: ANN401 - feedparser's, untyped
    """Names of authors; "mail@host (Name)", as RSS has it, is read here.

    feedparser cuts it wrongly where the host ends in more than four letters.
    """
    mailed = _MAILED.fullmatch(_said(entry, "author").strip())
    if mailed:
        return (mailed[1].strip(),)
    return tuple(_said(author, "name") for author in entry.get("authors") or [])


def _said(part: Any, key: str) -> str:  # noqa: ANN401 - feedparser's, untyped
    """Words under a key; feedparser leaves None or worse there for damaged feeds."""
    value = part.get(key)
    return value if isinstance(value, str) else ""


def _language(entry: Any, feed: Any) -> str:  # noqa: ANN401 - feedparser's, untyped
    contents = entry.get("content") or [{}]
    return _said(contents[0], "language") or _said(feed, "language")
