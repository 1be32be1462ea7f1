"""Sitemaps (https://www.sitemaps.org/protocol.html), indexes of them, and news sitemaps."""

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from watchword.collect.dates import parse_given
from watchword.collect.formats.xml_text import xml_text
from watchword.errors import RefusedError, UnreadableError
from watchword.net.addresses import check_address

MOST_LISTED = 50_000
"""Addresses that one sitemap may list by the protocol."""

_ROOT = re.compile(r"<(?:\w{1,20}:)?(urlset|sitemapindex)\b", re.IGNORECASE)
_ONE_DAY = timedelta(days=1)
_HEAD_CHARACTERS = 4_000
_FIELDS = {
    "loc": "address", "lastmod": "changed", "name": "outlet", "language": "language",
    "title": "title", "publication_date": "published",
}  # fmt: skip
_NOT_OURS = frozenset(("image", "video"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """One address in a sitemap, in the sitemap's own words; empty where it does not say.

    Attributes:
        address: the address of a page, or of a further sitemap.
        changed: when it was last changed.
        outlet: the publication it belongs to (news sitemaps).
        language: its language (likewise).
        title: its headline (likewise).
        published: when it was published (likewise).
        at: when it was changed, or else published: aware UTC, None where that is not known.
        until: the same, at the end of its day where only the day is known.
    """

    address: str
    changed: str = ""
    outlet: str = ""
    language: str = ""
    title: str = ""
    published: str = ""
    at: datetime | None = None
    until: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sitemap:
    """What a sitemap lists.

    Attributes:
        pages: its pages; empty for an index.
        sitemaps: the sitemaps of an index.
        improper: addresses that are none, or that would not be fetched.
        beyond: addresses beyond the most that a sitemap may list.
    """

    pages: tuple[Listed, ...] = ()
    sitemaps: tuple[Listed, ...] = ()
    improper: int = 0
    beyond: int = 0


def is_sitemap(content: bytes) -> bool:
    """Whether bytes begin as a sitemap in XML does."""
    return bool(_ROOT.search(content[:_HEAD_CHARACTERS].decode("latin-1")))


def read_sitemap(content: bytes, *, charset: str = "") -> Sitemap:
    """Read a sitemap, as far as it is whole.

    Args:
        content: XML, unpacked, or plain text with one address a line.
        charset: character set that the server names, else empty.

    Raises:
        RefusedError: if it defines entities of its own.
        UnreadableError: if it is no sitemap.
    """
    text = xml_text(content, charset=charset)
    root = _ROOT.search(text[:_HEAD_CHARACTERS])
    if root is None and text.lstrip().startswith(("http://", "https://")):
        return _sorted([Listed(address=line) for line in text.split()], is_index=False)
    if root is None:
        raise UnreadableError("what lies at this address is no sitemap")
    return _sorted(list(_each_listed(text)), is_index=root[1].lower() == "sitemapindex")


def _sorted(listed: list[Listed], *, is_index: bool) -> Sitemap:
    taken = listed[:MOST_LISTED]
    good = [one for one in taken if _is_proper(one.address)]
    proper = tuple(dict.fromkeys(map(_timed, good)))
    counted = Sitemap(improper=len(taken) - len(good), beyond=len(listed) - len(taken))
    return replace(counted, sitemaps=proper) if is_index else replace(counted, pages=proper)


def _timed(listed: Listed) -> Listed:
    known = parse_given(listed.changed) or parse_given(listed.published)
    if known is None or known.at is None:
        return listed
    return replace(listed, at=known.at, until=known.at + _ONE_DAY * known.day_only)


def _is_proper(address: str) -> bool:
    try:
        check_address(address)
    except RefusedError:
        return False
    return True


def _each_listed(text: str) -> Iterator[Listed]:
    from lxml import etree  # noqa: PLC0415 - slow import

    steps = etree.iterparse(
        io.BytesIO(text.encode()), events=("end",), recover=True, resolve_entities=False,
        no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True,
    )  # fmt: skip
    try:
        for _event, node in steps:
            if _name(node) in {"url", "sitemap"}:
                said = _said(node)
                node.clear()
                if said.address:
                    yield said
    except etree.XMLSyntaxError as error:
        raise UnreadableError("a sitemap of broken XML") from error


def _said(node: Any) -> Listed:  # noqa: ANN401 - lxml's element, untyped here
    said: dict[str, str] = {}
    for part in node.iter():
        field = _FIELDS.get(_name(part), "")
        owner = part.getparent()
        foreign = owner is not None and _name(owner) in _NOT_OURS
        if field and not foreign and part.text:
            said.setdefault(field, " ".join(part.text.split()))
    return replace(Listed(address=said.pop("address", "")), **said)  # type: ignore[arg-type]


def _name(node: Any) -> str:  # noqa: ANN401 - lxml's element, untyped here
    return node.tag.rpartition("}")[2].lower() if isinstance(node.tag, str) else ""
