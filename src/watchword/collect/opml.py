"""Lists of feeds as OPML 2.0 (https://opml.org/spec2.opml), in and out."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any
from xml.sax.saxutils import quoteattr

from watchword.collect.feeds import WEB_KINDS, make_feed
from watchword.collect.formats.xml_text import xml_text
from watchword.errors import RefusedError, UnreadableError
from watchword.model.feed import Feed, FeedKind
from watchword.model.report import Unread

MOST_BYTES = 10_000_000
NAMESPACE = "https://watchword.invalid/opml"
"""Of the attributes that only Watchword knows; the name leads nowhere on purpose."""

_OWN = f"{{{NAMESPACE}}}"
_FEED_TYPES = frozenset(("", "rss", "atom", "feed", "json", "rdf", "pie"))


def read_opml(content: bytes, *, trusted: bool = False) -> tuple[Feed | Unread, ...]:
    """Read the feeds of a list, however deeply they are nested; each address once.

    Args:
        content: the file.
        trusted: whether folders and mailboxes in it are taken; in a list from somebody else
            they would read this machine's own files.

    Returns:
        Feeds, and outlines with an address that is not taken, with the reason.

    Raises:
        RefusedError: if it is too large, or defines entities of its own.
        UnreadableError: if it is no OPML.
    """
    if len(content) > MOST_BYTES:
        raise RefusedError(f"a list larger than {MOST_BYTES:,} bytes")
    found: dict[str, Feed | Unread] = {}
    for outline in _outlines(xml_text(content)):
        address = _said(outline, "xmlUrl")
        if not address:
            continue
        try:
            feed = _feed(outline, address, trusted=trusted)
        except RefusedError as error:
            found.setdefault(address, Unread(found_at=address, reason=str(error.args[0])))
        else:
            found.setdefault(feed.key, feed)
    return tuple(found.values())


def write_opml(feeds: Iterable[Feed], *, title: str = "Feeds") -> str:
    """Write feeds as a list that `read_opml` reads back, and other programs read too."""
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<opml version="2.0" xmlns:watchword="{NAMESPACE}">',
        f"  <head><title>{_escaped(title)}</title></head>",
        "  <body>",
        *(f"    <outline {_attributes(feed)}/>" for feed in feeds),
        "  </body>",
        "</opml>",
    ]
    return "\n".join(lines) + "\n"


def _outlines(text: str) -> Iterator[Any]:
    from lxml import etree  # noqa: PLC0415 - slow import

    parser = etree.XMLParser(
        recover=True, resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )
    tree = etree.fromstring(text.encode(), parser) if text.strip() else None
    if tree is None or not isinstance(tree.tag, str) or tree.tag.lower() != "opml":
        raise UnreadableError("no list of feeds (OPML)")
    return (node for node in tree.iter() if str(node.tag).lower() == "outline")


def _feed(outline: Any, address: str, *, trusted: bool) -> Feed:  # noqa: ANN401 - lxml, untyped
    kind = _kind(_said(outline, "type").lower())
    if kind not in WEB_KINDS and not trusted:
        raise RefusedError(f"a {kind} is not taken from a list")
    return replace(
        make_feed(kind, address),
        name=_name(outline, address),
        language=_said(outline, "language") or None,
        outlet=_said(outline, f"{_OWN}outlet") or None,
        every_s=_seconds(_said(outline, f"{_OWN}every")),
        full_text=_said(outline, f"{_OWN}fullText") == "true",
        archive=_said(outline, f"{_OWN}archive") == "true",
        secret=_said(outline, f"{_OWN}secret"),
    )


def _name(outline: Any, address: str) -> str:  # noqa: ANN401 - lxml's element, untyped here
    """Its title; its text too, which must be there, where that is more than the address."""
    text = _said(outline, "text")
    return _said(outline, "title") or ("" if text == address else text)


def _kind(words: str) -> FeedKind:
    if words in _FEED_TYPES:
        return FeedKind.FEED
    try:
        return FeedKind(words)
    except ValueError:
        raise RefusedError(f"'{words[:30]}' is no kind of feed") from None


def _seconds(words: str) -> float | None:
    try:
        seconds = float(words)
    except ValueError:
        return None
    return seconds if 0 < seconds < 1e9 else None


def _attributes(feed: Feed) -> str:
    kind = "rss" if feed.kind is FeedKind.FEED else str(feed.kind)
    said = {
        "type": kind,
        "text": feed.name or feed.address,
        "title": feed.name,
        "xmlUrl": feed.address,
        "language": feed.language or "",
        "watchword:outlet": feed.outlet or "",
        "watchword:every": "" if feed.every_s is None else repr(feed.every_s),
        "watchword:fullText": "true" if feed.full_text else "",
        "watchword:archive": "true" if feed.archive else "",
        "watchword:secret": feed.secret,
    }
    kept = {name: value for name, value in said.items() if value or name == "title"}
    return " ".join(f"{name}={_quoted(value)}" for name, value in kept.items())


def _said(outline: Any, name: str) -> str:  # noqa: ANN401 - lxml's element, untyped here
    return " ".join((outline.get(name) or "").split())


def _quoted(value: str) -> str:
    return quoteattr(_printable(value))


def _escaped(words: str) -> str:
    return _printable(words).replace("&", "&amp;").replace("<", "&lt;")


def _printable(words: str) -> str:
    return "".join(character if character.isprintable() else " " for character in words)
