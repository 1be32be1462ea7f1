"""A visit to an RSS, Atom or JSON feed: entries that are new, their pages where it has only leads.

Entries come out last first, so that what happened first is read first.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from watchword.collect.answer import Answer
from watchword.collect.entry_keys import entry_key, text_key, try_key
from watchword.collect.feed_pace import FeedPace, read_feed_pace
from watchword.collect.feeds import FEED_FORMS
from watchword.collect.fetch import piece_of
from watchword.collect.piece import Draft, Found, Piece, new_terms
from watchword.collect.sniff import recognise
from watchword.collect.visits.page_reading import (
    NoPage,
    Page,
    get_page,
    lacks_entry,
    report_of,
    with_entry,
)
from watchword.collect.visits.terms import (
    Ending,
    Errand,
    Steps,
    ending_with,
    ending_without_content,
    first_query,
)
from watchword.errors import UnreadableError
from watchword.model.feed import Arrival, VisitOutcome
from watchword.model.report import Unread

TRIES = 3
"""So many visits try to get an entry's page before its lead is left to stand for it."""

WHOLE_CHARACTERS = 2_000
"""An entry that brings so much text is no lead, whatever its feed calls it; chosen, not tuned."""


@dataclass(slots=True)
class _Left:
    """What this visit leaves for the next one."""

    pages: int
    waiting: int = 0
    failed: int = 0


def visit_feed(errand: Errand) -> Steps:
    """Visit one feed."""
    limits = errand.means.limits
    answer = errand.ask(first_query(errand, limits.max_feed_bytes))
    ending = ending_without_content(errand, answer)
    if ending is not None:
        return ending
    piece = _feed_piece(errand, answer)
    found = read_entries(errand, piece)
    if answer.cut:
        reason = f"what lies beyond {limits.max_feed_bytes:,} bytes of its feed"
        yield Arrival(found=Unread(found_at=errand.feed.address, reason=reason))
    left = _Left(pages=limits.max_pages)
    for entry in reversed(found):
        if isinstance(entry, Draft):
            yield from _each_arrival(errand, entry, piece, left)
        elif isinstance(entry, Unread):
            yield Arrival(found=entry)
    return _ending(answer, left, read_feed_pace(piece.content))


def read_entries(errand: Errand, piece: Piece) -> list[Found]:
    """Read a feed's entries, at most as many as one visit looks at."""
    bounded = replace(errand.means.limits, max_members=errand.means.limits.max_entries)
    return list(errand.means.parser.read(piece, bounded))


def _feed_piece(errand: Errand, answer: Answer) -> Piece:
    piece = piece_of(answer, found_at=errand.feed.address)
    form = recognise(piece, new_terms(errand.means.limits, None))
    if form not in FEED_FORMS:
        raise UnreadableError(f"what lies at this address is no feed, but {form}")
    return replace(piece, form=form)


def _ending(answer: Answer, left: _Left, pace: FeedPace) -> Ending:
    """More waits at once only where pages did; a failed page waits for the usual next visit."""
    ending = ending_with(answer, more=bool(left.waiting or left.failed))
    return replace(
        ending,
        more=bool(left.waiting),
        pace_s=max(filter(None, (ending.pace_s, pace.pace_s)), default=None),
        closed_hours=pace.closed_hours,
        closed_days=pace.closed_days,
        outcome=VisitOutcome.OK,
    )


def _each_arrival(errand: Errand, entry: Draft, piece: Piece, left: _Left) -> Iterator[Arrival]:
    key = entry_key(entry)
    if errand.knows(key):
        errand.count.known += 1
    elif not _wants_page(errand, entry):
        yield Arrival(found=report_of(errand, entry, piece), entries=(key,))
    elif left.pages <= 0 or errand.is_long():
        left.waiting += 1
    else:
        left.pages -= 1
        yield from _each_page_arrival(errand, entry, piece, left)


def _wants_page(errand: Errand, entry: Draft) -> bool:
    whole = not entry.lead and len(entry.text) >= WHOLE_CHARACTERS
    return errand.feed.full_text and bool(entry.address) and not whole


def _each_page_arrival(
    errand: Errand, entry: Draft, piece: Piece, left: _Left
) -> Iterator[Arrival]:
    key = entry_key(entry)
    page = get_page(errand, entry.address)
    if isinstance(page, Page):
        lacking = lacks_entry(page, entry)
        if not lacking:
            yield _page_arrival(errand, entry, page, key)
            return
        page = NoPage(reason=lacking)
    tried = sum(errand.knows(try_key(key, number)) for number in range(1, TRIES))
    again = page.passing and tried + 1 < TRIES
    left.failed += again
    remembered = try_key(key, tried + 1) if again else key
    if tried:
        yield Arrival(found=None, entries=(remembered,))
        return
    note = f"only the feed's lead: {page.reason}" if entry.lead else ""
    lead = report_of(errand, replace(entry, note=entry.note or note), piece)
    yield Arrival(found=lead, entries=(remembered,))


def _page_arrival(errand: Errand, entry: Draft, page: Page, key: str) -> Arrival:
    draft = with_entry(page.draft, entry)
    said = text_key(draft.address, draft.title, draft.text)
    if errand.knows(said):
        errand.count.known += 1
        return Arrival(found=None, entries=(key,))
    return Arrival(found=report_of(errand, draft, page.piece), entries=(key, said))
