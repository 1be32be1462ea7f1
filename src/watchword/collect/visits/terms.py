"""What the visits of every kind share: what they are given, and how they end."""

from collections import Counter
from collections.abc import Callable, Generator
from dataclasses import dataclass, field, replace
from datetime import datetime

from watchword.collect.answer import Answer, Exchange, Query, max_age_s, retry_after_s
from watchword.collect.fetch import Fetcher
from watchword.collect.imap import Mailbox
from watchword.collect.limits import Limits
from watchword.collect.parser_process import ParserProcess
from watchword.model.feed import Arrival, Feed, FeedState, VisitOutcome

IsKnown = Callable[[str], bool]
"""Whether an `Arrival.entries` key is remembered from an earlier visit."""

Keep = Callable[[tuple[Exchange, ...]], None]
"""Keeps exchanges in an archive."""

Password = Callable[[Feed], str]
"""Gives the password of a mailbox."""

_REFUSING = frozenset((401, 403, 407, 429, 451))


@dataclass(frozen=True, slots=True, kw_only=True)
class Means:
    """What a visit works with.

    Attributes:
        limits: the bounds.
        fetcher: gets web addresses.
        parser: reads formats whose parsers may hang.
        now: tells the time, aware UTC.
        keep: archives exchanges; None where nothing is archived.
        password: gives a mailbox's password.
        open_mailbox: connects to a mailbox with its password.
    """

    limits: Limits
    fetcher: Fetcher
    parser: ParserProcess
    now: Callable[[], datetime]
    keep: Keep | None
    password: Password
    open_mailbox: Callable[[Feed, str], Mailbox]


@dataclass(slots=True, kw_only=True)
class Count:
    """What a visit counts as it goes."""

    known: int = 0
    bytes: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Errand:
    """One visit on its way.

    Attributes:
        feed: the feed.
        state: its state before.
        is_known: tells what earlier visits gave.
        means: what it works with.
        begun_at: when it began, aware UTC.
        count: what it counts.
        given: keys of what this visit gave.
        failures: pages that failed for now, by host.
    """

    feed: Feed
    state: FeedState
    is_known: IsKnown
    means: Means
    begun_at: datetime
    count: Count = field(default_factory=Count)
    given: set[str] = field(default_factory=set)
    failures: Counter[str] = field(default_factory=Counter)

    def knows(self, key: str) -> bool:
        """Whether an earlier visit, or this one, gave what a key stands for."""
        return key in self.given or self.is_known(key)

    def is_long(self) -> bool:
        """Whether it has taken so long that it fetches no further page."""
        taken = self.means.now() - self.begun_at
        return taken.total_seconds() >= self.means.limits.visit_s

    def ask(self, query: Query) -> Answer:
        """Ask a server, count what comes, and archive it where the feed wants that."""
        keep = self.means.keep if self.feed.archive else None
        answer = self.means.fetcher.ask(replace(query, keep=keep is not None))
        self.count.bytes += answer.received
        if keep is not None:
            keep(answer.exchanges)
        return answer


@dataclass(frozen=True, slots=True, kw_only=True)
class Ending:
    """How a visit ended; the attributes are those of `Visit`."""

    outcome: VisitOutcome = VisitOutcome.OK
    reason: str = ""
    etag: str = ""
    last_modified: str = ""
    cursor: str = ""
    moved_to: str = ""
    wait_s: float | None = None
    pace_s: float | None = None
    closed_hours: tuple[int, ...] = ()
    closed_days: tuple[int, ...] = ()
    more: bool = False


Steps = Generator[Arrival, None, Ending]
"""A visit: gives what it finds, and ends."""


def first_query(errand: Errand, most_bytes: int) -> Query:
    """Ask for the feed itself, and only if it has changed; of a large one, the beginning."""
    return Query(
        address=errand.state.moved_to or errand.feed.address,
        etag=errand.state.etag,
        last_modified=errand.state.last_modified,
        most_bytes=most_bytes,
        may_be_cut=True,
    )


def ending_without_content(errand: Errand, answer: Answer) -> Ending | None:
    """How the visit ends where the answer has no content to read; None where it has."""
    status = answer.status
    if status == 200:
        return None
    if status == 304:
        state = errand.state
        return Ending(
            outcome=VisitOutcome.UNCHANGED,
            etag=answer.headers.get("etag", state.etag),
            last_modified=answer.headers.get("last-modified", state.last_modified),
            cursor=state.cursor,
            pace_s=max_age_s(answer.headers),
        )
    outcome = VisitOutcome.REFUSED if status in _REFUSING else VisitOutcome.FAILED
    return Ending(
        outcome=VisitOutcome.GONE if status == 410 else outcome,
        reason=f"the server answered {status}",
        wait_s=retry_after_s(answer.headers, errand.means.now()),
    )


def ending_with(answer: Answer, *, cursor: str = "", more: bool = False) -> Ending:
    """How a visit ends that read what was answered.

    Where it left something for the next visit it remembers no validators, so that the next one
    is given the content again.
    """
    whole = not more
    return Ending(
        etag=answer.headers.get("etag", "") if whole else "",
        last_modified=answer.headers.get("last-modified", "") if whole else "",
        cursor=cursor,
        moved_to=answer.moved_to,
        pace_s=max_age_s(answer.headers),
        more=more,
    )
