"""Web pages: the article's words without menus and teasers, and what its head says of it."""

import re
from collections.abc import Iterable, Iterator
from typing import Any
from urllib.parse import urlsplit

from watchword.collect.dates import parse_given
from watchword.collect.decode import decode
from watchword.collect.formats.markup import parse_markup, plain_words, tree_words
from watchword.collect.formats.quiet import quiet
from watchword.collect.front_matter import split_names
from watchword.collect.piece import Draft, Found, Piece, Terms
from watchword.errors import UnreadableError

_DECLARED = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?([\w.:-]{2,40})""", re.IGNORECASE)
_XML_DECLARED = re.compile(rb"""^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{2,40})""")
_HEAD_BYTES = 4096

_TIMES = (
    "article:published_time", "datepublished", "date", "pubdate", "publishdate", "publish-date",
    "dc.date", "dc.date.issued", "dcterms.issued", "dcterms.created", "parsely-pub-date",
    "sailthru.date", "og:published_time",
)  # fmt: skip
_NAMED = re.compile(r'"datePublished"\s*:\s*"([^"]{8,40})"')
_LATEST = "2100-01-01"


def read_page(piece: Piece, terms: Terms) -> Iterator[Found]:  # noqa: ARG001 - a reader's form
    """Read an HTML page: its main text, else every word on it."""
    html = decode(piece.content, declared=piece.charset or _declared(piece.content))
    tree = parse_markup(html)
    if tree is None:
        raise UnreadableError("no words in it")
    yield page_draft(html, tree, address=piece.address)


def mail_words(html: str) -> str:
    """Words of the HTML part of a mail, where no page stands around the text."""
    everything = plain_words(html)
    article = _article(html) if everything else None
    kept = article.text if article and article.text else ""
    return _paragraphs(kept) if 2 * len(kept) > len(everything) else everything


def page_draft(html: str, tree: Any, *, address: str) -> Draft:  # noqa: ANN401 - lxml, untyped
    """Make the draft of a page from its source and its parsed tree."""
    article = _article(html)
    facts = _facts(tree)
    found_address = _canonical(tree) or facts.get("og:url") or address
    text = _paragraphs(article.text) if article and article.text else tree_words(tree)
    return Draft(
        text=text,
        title=(article and article.title) or _first_text(tree, "//title"),
        outlet=facts.get("og:site_name") or (article and article.sitename) or _host(found_address),
        bylines=split_names(_author(facts) or (article and article.author) or ""),
        published=_published(facts, html, (article and article.date) or ""),
        language=_language(tree, facts),
        address=found_address,
    )


def _article(html: str) -> Any | None:  # noqa: ANN401 - trafilatura's document, untyped
    quiet("trafilatura", "htmldate", "courlan")
    import trafilatura  # noqa: PLC0415 - slow import

    return trafilatura.bare_extraction(
        html,
        favor_precision=True,
        include_comments=False,
        with_metadata=True,
        date_extraction_params={
            "original_date": True,
            "extensive_search": False,
            "max_date": _LATEST,
        },
    )


def _declared(content: bytes) -> str:
    head = content[:_HEAD_BYTES]
    match = _DECLARED.search(head) or _XML_DECLARED.search(head)
    return match[1].decode("ascii", errors="replace") if match else ""


def _facts(tree: Any) -> dict[str, str]:  # noqa: ANN401 - lxml's element, untyped here
    facts: dict[str, str] = {}
    for meta in tree.iterfind(".//meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop")
        content = meta.get("content")
        if name and content:
            facts.setdefault(name.strip().lower(), content.strip())
    return facts


def _published(facts: dict[str, str], html: str, guessed: str) -> str:
    named: Iterable[str] = (facts.get(name, "") for name in _TIMES)
    linked = (match[1] for match in _NAMED.finditer(html))
    for words in (*named, *linked, guessed):
        if words and parse_given(words):
            return words
    return ""


def _language(tree: Any, facts: dict[str, str]) -> str:  # noqa: ANN401 - lxml, untyped
    root = tree.getroottree().getroot()
    given = root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang")
    return given or facts.get("og:locale") or facts.get("language") or ""


def _canonical(tree: Any) -> str:  # noqa: ANN401 - lxml's element, untyped here
    for link in tree.iterfind(".//link"):
        if (link.get("rel") or "").lower() == "canonical":
            address = (link.get("href") or "").strip()
            return address if address.startswith(("http://", "https://")) else ""
    return ""


def _author(facts: dict[str, str]) -> str:
    named = facts.get("author", "")
    return "" if "://" in named else named


def _host(address: str) -> str:
    try:
        return (urlsplit(address).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def _first_text(tree: Any, path: str) -> str:  # noqa: ANN401 - lxml's element, untyped here
    node = tree.find(f".{path}")
    return "" if node is None else "".join(node.itertext())


def _paragraphs(text: str) -> str:
    return "\n\n".join(text.split("\n"))
