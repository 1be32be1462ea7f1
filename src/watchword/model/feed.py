"""A feed: an address that yields reports; how it is doing; what one visit to it gave."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from watchword.model.report import Report, Unread

DAY_S = 86_400.0


class FeedKind(StrEnum):
    """What stands behind a feed's address."""

    FEED = "feed"
    """RSS 0.9 to 2.0, RDF, Atom or JSON Feed."""
    SITEMAP = "sitemap"
    """A sitemap, an index of sitemaps, a news sitemap; packed or not."""
    PAGE = "page"
    """One web page that is edited over time."""
    FOLDER = "folder"
    """A folder on this machine that files are put into."""
    MAILBOX = "mailbox"
    """A mailbox on an IMAP server."""


class VisitOutcome(StrEnum):
    """How a visit ended."""

    OK = "ok"
    """It answered."""
    UNCHANGED = "unchanged"
    """It answered that nothing has changed, or gave what is known already."""
    FAILED = "failed"
    """No proper answer; it is tried again, ever later."""
    REFUSED = "refused"
    """A rule forbids it: robots.txt, a private address, a wrong password, too many requests."""
    GONE = "gone"
    """It says that it is gone for good (HTTP 410); it is not tried again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """An address that yields reports.

    Attributes:
        key: content key, from the kind and the address.
        kind: what stands behind the address.
        address: a web address; a folder's path; `imaps://user@host/Mailbox` for a mailbox,
            never with a password in it.
        name: what people call it; empty where they have not said.
        outlet: who publishes it, put before what its entries say; None to take their word.
        every_s: seconds between visits; None to follow how often it gives something new.
        full_text: whether the pages of entries that are only a lead are fetched.
        archive: whether what is fetched is kept as WARC.
        language: BCP 47 code of its reports where they do not say; None where it is not known.
        secret: name of the environment variable that holds a mailbox's password, else empty.
        paused: whether it is left alone until a person says otherwise.
    """

    key: str
    kind: FeedKind
    address: str
    name: str = ""
    outlet: str | None = None
    every_s: float | None = None
    full_text: bool = False
    archive: bool = False
    language: str | None = None
    secret: str = ""
    paused: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedState:
    """A feed's health, and where the next visit goes on.

    Attributes:
        feed: the feed's key.
        etag: the server's label of what it last gave, else empty.
        last_modified: when the server says that was changed, in its own words, else empty.
        cursor: how far a sitemap or mailbox has been read, in the words of its visitor.
        due_at: when it is to be visited next; None once it is gone for good.
        begun_at: when it first answered.
        visited_at: when it was last visited.
        answered_at: when it last answered.
        yielded_at: when it last gave something new.
        failures: failed visits in a row.
        outcome: how the last visit ended; None before the first.
        reason: why the last visit failed, in words for a user, else empty.
        moved_to: the address that it has moved to for good, else empty.
        mean_gap_s: seconds between two new reports on average, as it was when the last came; None
            until it has given something after its first visit.
        watched_days: days of watching that the expected yield rests on, older ones counting
            less; days on which it could not be reached count once it answers.
        watched_new: new reports in those days, likewise.
    """

    feed: str
    etag: str = ""
    last_modified: str = ""
    cursor: str = ""
    due_at: datetime | None = None
    begun_at: datetime | None = None
    visited_at: datetime | None = None
    answered_at: datetime | None = None
    yielded_at: datetime | None = None
    failures: int = 0
    outcome: VisitOutcome | None = None
    reason: str = ""
    moved_to: str = ""
    mean_gap_s: float | None = None
    watched_days: float = 0.0
    watched_new: float = 0.0

    @property
    def reports_per_day(self) -> float | None:
        """Expected yield in new reports a day; None before it has been watched."""
        return self.watched_new / self.watched_days if self.watched_days > 0 else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """Something that a visit found.

    Attributes:
        found: a report, or what could not be read; None where only `entries` are to be
            remembered.
        entries: keys to remember once `found` is kept, so that the next visit knows it; empty
            where the next visit is to try again, or where other reports of it follow.
    """

    found: Report | Unread | None
    entries: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """One visit to a feed: what it gave, and what its next visit has to know.

    Attributes:
        feed: the feed's key.
        begun_at: when it began.
        ended_at: when it ended.
        outcome: how it ended.
        new: reports that were not known.
        known: entries that were known.
        unread: entries, pages, files or mails that could not be read.
        bytes: bytes received or read, as they came.
        reason: why it failed, in words for a user, else empty.
        etag: validator to send next time, else empty.
        last_modified: likewise.
        cursor: where the next visit goes on.
        moved_to: the address to which it has moved for good, else empty.
        wait_s: seconds for which the server asks to be left alone (Retry-After), else None.
        pace_s: seconds for which the feed itself says that its content holds (`ttl`,
            `sy:updatePeriod`, `max-age`), else None.
        closed_hours: hours of the day, UTC, in which the feed says that nothing is published.
        closed_days: days of the week likewise, Monday being 0.
        more: whether it has more to give at once than one visit takes.
    """

    feed: str
    begun_at: datetime
    ended_at: datetime
    outcome: VisitOutcome
    new: int = 0
    known: int = 0
    unread: int = 0
    bytes: int = 0
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
