"""A visit to a sitemap: pages changed since the last one, oldest first, each fetched and read.

The cursor is the time of change up to which every page has been dealt with. What a first visit
finds may be a site's whole archive: only the latest pages are taken then, and the rest is told.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

from watchword.collect.answer import Answer, Query, charset
from watchword.collect.dates import version_label
from watchword.collect.entry_keys import listing_key, text_key, try_key
from watchword.collect.formats.gzipped import MAGIC
from watchword.collect.piece import Draft
from watchword.collect.sitemaps import Listed, Sitemap, read_sitemap
from watchword.collect.unpacking import unpack
from watchword.collect.visits.feed import TRIES
from watchword.collect.visits.page_reading import NoPage, get_page, report_of, with_entry
from watchword.collect.visits.terms import (
    Errand,
    Steps,
    ending_with,
    ending_without_content,
    first_query,
)
from watchword.errors import RefusedError, UnreadableError
from watchword.model.feed import Arrival
from watchword.model.report import Unread

MOST_SITEMAPS = 50
"""Sitemaps of an index that one visit reads, those changed last first."""

MOST_PAGES = 200_000
"""Pages listed by all of them that one visit holds."""

OVERLAP = timedelta(days=2)
"""A page may stand in its sitemap so much later than its time of change says."""

_DEPTH = 2
_NEVER = datetime(1, 1, 1, tzinfo=UTC)


@dataclass(slots=True)
class _Progress:
    """How far a visit has come.

    Attributes:
        now: when the visit began; a time of change after it is not believed.
        dealt: the latest time of change up to which nothing was left.
        left: whether something was left for the next visit, which stops `dealt` there.
        waiting: whether it was left only because this visit took enough.
        unread: what could not be read on the way.
    """

    now: datetime
    dealt: datetime
    left: bool = False
    waiting: bool = False
    unread: list[Unread] = field(default_factory=list)

    def settle(self, at: datetime | None) -> None:
        """Note that a page changed at a time has been dealt with."""
        if at is not None and not self.left:
            self.dealt = max(self.dealt, min(at, self.now))


def visit_sitemap(errand: Errand) -> Steps:
    """Visit one sitemap, or index of sitemaps."""
    answer = errand.ask(first_query(errand, errand.means.limits.max_feed_bytes))
    ending = ending_without_content(errand, answer)
    if ending is not None:
        return ending
    since = _cursor(errand.state.cursor)
    progress = _Progress(now=errand.means.now(), dealt=since)
    pages = _all_pages(errand, answer, since, progress)
    for told in progress.unread:
        yield Arrival(found=told)
    wanted = _wanted(errand, pages, since)
    most = errand.means.limits.max_pages
    if since == _NEVER and not errand.state.answered_at and len(wanted) > most:
        yield _passed_over(errand, wanted[:-most])
        wanted = wanted[-most:]
    for number, listed in enumerate(wanted):
        if number >= most or errand.is_long():
            progress.waiting = True
            break
        yield from _each_arrival(errand, listed, progress)
    left = progress.left or progress.waiting
    cursor = "" if progress.dealt == _NEVER else progress.dealt.isoformat()
    return replace(ending_with(answer, cursor=cursor, more=left), more=progress.waiting)


def _passed_over(errand: Errand, older: list[Listed]) -> Arrival:
    """Tell of pages that a first visit leaves, and remember those that no cursor will pass."""
    reason = "older pages of a sitemap that is visited for the first time"
    told = Unread(found_at=errand.feed.address, reason=reason, count=len(older))
    keys = (listing_key(one.address, one.changed) for one in older if one.at is None)
    return Arrival(found=told, entries=tuple(keys))


def _cursor(words: str) -> datetime:
    try:
        at = datetime.fromisoformat(words)
    except ValueError:
        return _NEVER
    return at if at.tzinfo else _NEVER


def _wanted(errand: Errand, pages: list[Listed], since: datetime) -> list[Listed]:
    """Pages not dealt with, oldest first; those without a time come last, in their order."""
    fresh = []
    begin = _overlapped(since)
    for listed in pages:
        old = listed.until is not None and listed.until < begin
        if old or errand.knows(listing_key(listed.address, listed.changed)):
            errand.count.known += 1
        else:
            fresh.append(listed)
    return sorted(fresh, key=lambda one: (one.at is None, one.at or _NEVER))


def _all_pages(
    errand: Errand, answer: Answer, since: datetime, progress: _Progress
) -> list[Listed]:
    """Pages of a sitemap and of the sitemaps below it that may have changed."""
    pages: dict[str, Listed] = {}
    first = _read(errand, answer, progress)
    waiting = [(listed, 1) for listed in _changed(first.sitemaps, since)]
    pages.update((listed.address, listed) for listed in first.pages)
    asked = {errand.feed.address}
    while waiting and len(asked) <= MOST_SITEMAPS and len(pages) < MOST_PAGES:
        if errand.is_long():
            break
        listed, depth = waiting.pop(0)
        if listed.address in asked:
            continue
        asked.add(listed.address)
        below = _read_below(errand, listed, progress)
        pages.update((page.address, page) for page in below.pages)
        if depth < _DEPTH:
            waiting += [(deeper, depth + 1) for deeper in _changed(below.sitemaps, since)]
    if waiting:
        reason = f"sitemaps beyond the {MOST_SITEMAPS} that one visit reads"
        told = Unread(found_at=errand.feed.address, reason=reason, count=len(waiting))
        progress.unread.append(told)
    return list(pages.values())


def _overlapped(since: datetime) -> datetime:
    return since if since == _NEVER else since - OVERLAP


def _changed(listed: tuple[Listed, ...], since: datetime) -> list[Listed]:
    begin = _overlapped(since)
    kept = [one for one in listed if one.until is None or one.until >= begin]
    return sorted(kept, key=lambda one: one.at or _NEVER, reverse=True)


def _read_below(errand: Errand, listed: Listed, progress: _Progress) -> Sitemap:
    query = Query(
        address=listed.address, most_bytes=errand.means.limits.max_feed_bytes, may_be_cut=True
    )
    try:
        answer = errand.ask(query)
        if answer.status == 200:
            return _read(errand, answer, progress)
        reason = f"the server answered {answer.status}"
    except (UnreadableError, RefusedError) as error:
        reason = str(error.args[0])
    progress.left = True
    progress.unread.append(Unread(found_at=listed.address, reason=reason))
    return Sitemap()


def _read(errand: Errand, answer: Answer, progress: _Progress) -> Sitemap:
    limits = errand.means.limits
    content, cut = answer.content, answer.cut
    if content.startswith(MAGIC):
        content, beyond = unpack(
            content, "gzip", most=limits.max_feed_bytes, ratio=limits.max_ratio, may_be_cut=True
        )
        cut = cut or beyond
    sitemap = read_sitemap(content, charset=charset(answer.headers))
    if cut:
        reason = f"what lies beyond {limits.max_feed_bytes:,} bytes of a sitemap"
        progress.unread.append(Unread(found_at=answer.address, reason=reason))
    for reason, count in (
        ("addresses in a sitemap that are none", sitemap.improper),
        ("addresses beyond those that a sitemap may list", sitemap.beyond),
    ):
        if count:
            progress.unread.append(Unread(found_at=answer.address, reason=reason, count=count))
    return sitemap


def _each_arrival(errand: Errand, listed: Listed, progress: _Progress) -> Iterator[Arrival]:
    key = listing_key(listed.address, listed.changed)
    page = get_page(errand, listed.address)
    if isinstance(page, NoPage):
        tried = sum(errand.knows(try_key(key, number)) for number in range(1, TRIES))
        again = page.passing and tried + 1 < TRIES
        progress.left = progress.left or again
        remembered = try_key(key, tried + 1) if again else key
        told = Unread(found_at=listed.address, reason=page.reason)
        yield Arrival(found=told, entries=(remembered,))
    else:
        draft = with_entry(page.draft, _entry(listed))
        said = text_key(draft.address, draft.title, draft.text)
        if errand.knows(said):
            errand.count.known += 1
            yield Arrival(found=None, entries=(key,))
        else:
            yield Arrival(found=report_of(errand, draft, page.piece), entries=(key, said))
    progress.settle(listed.at)


def _entry(listed: Listed) -> Draft:
    return Draft(
        text="",
        outlet=listed.outlet,
        credited=bool(listed.outlet),
        title=listed.title,
        published=listed.published,
        version=version_label(listed.changed, listed.published),
        language=listed.language,
        address=listed.address,
    )
