"""Getting the page behind an address and reading it, and what an entry's own words make of it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from watchword.collect.answer import Answer, Query
from watchword.collect.fetch import piece_of
from watchword.collect.finish import finish
from watchword.collect.formats.register import FORMATS
from watchword.collect.piece import Draft, Found, Piece, new_terms
from watchword.collect.sniff import recognise
from watchword.collect.visits.terms import Errand
from watchword.errors import BusyError, RefusedError, UnreadableError
from watchword.model.report import Report, Unread

FAILURES_OF_A_HOST = 3
"""After so many pages of a host that failed in one visit, its others are not asked for: each costs
a long wait."""

_PASSING = frozenset((408, 425, 429, 500, 502, 503, 504))
_PAGE_FORMS = frozenset(("html", "pdf", "docx", "text", "markdown"))
_LONG_WORD = re.compile(r"[^\W\d_]{5,}")
_FEWEST_WORDS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page that was read: its bytes, and the draft of the one report in it."""

    piece: Piece
    draft: Draft


@dataclass(frozen=True, slots=True, kw_only=True)
class NoPage:
    """Why there is no page.

    Attributes:
        reason: in words for a user.
        passing: whether another try may succeed.
    """

    reason: str
    passing: bool = False


def get_page(errand: Errand, address: str) -> Page | NoPage:
    """Fetch and read a page, but not from a host that failed again and again in this visit."""
    host = urlsplit(address).netloc
    if errand.failures[host] >= FAILURES_OF_A_HOST:
        return NoPage(reason="its site has failed to answer before", passing=True)
    page = _fetched_page(errand, address)
    if isinstance(page, NoPage) and page.passing:
        errand.failures[host] += 1
    return page


def page_in(errand: Errand, answer: Answer, address: str) -> Page | NoPage:
    """Read the page that a server answered with."""
    if answer.status != 200:
        reason = f"the server answered {answer.status}"
        return NoPage(reason=reason, passing=answer.status in _PASSING)
    try:
        piece = piece_of(answer, found_at=address)
        piece = replace(piece, form=recognise(piece, new_terms(errand.means.limits, None)))
        if piece.form not in _PAGE_FORMS:
            return NoPage(reason=f"no page, but {piece.form}")
        drafts = [found for found in read_piece(errand, piece) if isinstance(found, Draft)]
    except (UnreadableError, RefusedError) as error:
        return NoPage(reason=str(error.args[0]))
    if len(drafts) != 1 or not drafts[0].text.strip():
        return NoPage(reason="no words in it")
    return Page(piece=piece, draft=drafts[0])


def read_piece(errand: Errand, piece: Piece) -> Iterator[Found]:
    """Read a piece whose form is known, in the parser process where its parser may hang."""
    known = FORMATS[piece.form]
    if known.apart:
        yield from errand.means.parser.read(piece)
    else:
        yield from known.reader(piece, new_terms(errand.means.limits, None))


def lacks_entry(page: Page, entry: Draft) -> str:
    """Why a page is not that of an entry, in words; empty where it may be.

    A page for consent or for logging in is longer than a lead too, but has none of its title's
    longer words; this can be told only of titles that have some.
    """
    text = page.draft.text
    if len(text) < len(entry.text):
        return "the page holds less than its entry"
    words = {word.lower() for word in _LONG_WORD.findall(entry.title)}
    shown = f"{page.draft.title}\n{text}".lower()
    if len(words) >= _FEWEST_WORDS and not any(word in shown for word in words):
        return "the page has none of the words of its headline"
    return ""


def with_entry(page: Draft, entry: Draft) -> Draft:
    """Give a page's draft what the entry that led to it says; the entry's word stands first."""
    return replace(
        page,
        report_id=entry.report_id or entry.address,
        outlet=entry.outlet or page.outlet,
        title=entry.title or page.title,
        bylines=entry.bylines or page.bylines,
        published=entry.published or page.published,
        language=entry.language or page.language,
        address=entry.address or page.address,
        note=entry.note or page.note,
        version=entry.version or page.version,
        credited=entry.credited,
    )


def report_of(errand: Errand, draft: Draft, piece: Piece) -> Report | Unread:
    """Finish a draft, with what the feed's keeper says of its outlet and language."""
    feed = errand.feed
    outlet = draft.outlet if draft.credited else feed.outlet or draft.outlet
    language = draft.language or feed.language or ""
    settled = replace(draft, outlet=outlet or feed.name, language=language)
    return finish(settled, piece, errand.means.limits)


def _fetched_page(errand: Errand, address: str) -> Page | NoPage:
    try:
        answer = errand.ask(Query(address=address, most_bytes=errand.means.limits.max_bytes))
    except BusyError as error:
        return NoPage(reason=str(error.args[0]), passing=True)
    except RefusedError as error:
        return NoPage(reason=str(error.args[0]))
    except UnreadableError as error:
        return NoPage(reason=str(error.args[0]), passing=True)
    return page_in(errand, answer, address)
