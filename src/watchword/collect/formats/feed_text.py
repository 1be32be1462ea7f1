"""The source of a feed before it is parsed: how many entries it has, and where it is cut."""

import re
from dataclasses import dataclass, field

_ENTRY = re.compile(r"<(?:[A-Za-z_][\w.-]{0,20}:)?(?:item|entry)(?=[\s>])")
_ENTRY_END = re.compile(r"</((?:[A-Za-z_][\w.-]{0,20}:)?(?:item|entry))\s*>")
_ROOT = re.compile(r"<((?:[A-Za-z_][\w.-]{0,20}:)?(?:rss|feed|rdf))(?=[\s>])", re.IGNORECASE)
_TAIL_CHARACTERS = 2_000


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedText:
    """The source of a feed, cut where it has too many entries or breaks off.

    Attributes:
        text: XML that ends after an entry, closed, where it was cut.
        entries: entries that begin in `text`.
        beyond: entries left out because there are too many.
        broken_off: whether it ended before its root element did.
    """

    text: str = field(repr=False)
    entries: int
    beyond: int = 0
    broken_off: bool = False


def cut_feed(text: str, most: int) -> FeedText:
    """Cut a feed to its first entries, and before an entry that is not whole.

    >>> cut_feed("<rss><channel><item>a</item><item>b</ite", 9).text
    '<rss><channel><item>a</item></channel></rss>'
    """
    starts = [match.start() for match in _ENTRY.finditer(text)]
    root = _ROOT.search(text)
    if root is None or not starts:
        return FeedText(text=text, entries=len(starts))
    if len(starts) > most:
        kept = text[: starts[most]]
        return FeedText(text=_closed(kept, root[1]), entries=most, beyond=len(starts) - most)
    if f"</{root[1].lower()}" in text[-_TAIL_CHARACTERS:].lower():
        return FeedText(text=text, entries=len(starts))
    ends = [match.end() for match in _ENTRY_END.finditer(text)]
    kept = text[: ends[-1]] if ends else text
    return FeedText(text=_closed(kept, root[1]), entries=len(starts), broken_off=True)


def _closed(kept: str, root: str) -> str:
    channel = "<channel" in kept[:20_000] and "</channel>" not in kept
    return f"{kept}{'</channel>' if channel else ''}</{root}>"
