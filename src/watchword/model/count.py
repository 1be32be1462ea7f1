"""How much a record holds, for a page that shows its state."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordCount:
    """How much was known at an instant.

    Attributes:
        reports: reports.
        read: of these, those that a reader has read.
        failed: those that no reader could read, though one tried.
        waiting: those that no reader has come to.
        claims: what the latest reading of each report claims.
        stories: stories that have reports.
        feeds: feeds that are told and were not removed.
        outlets: outlets that published the reports.
        unread: what was met that is no report.
        since: when the first report came to be known, None without any.
        earliest: when the oldest report was published, None where no report tells.
        latest: when the newest one was.
    """

    reports: int
    read: int
    failed: int
    waiting: int
    claims: int
    stories: int
    feeds: int
    outlets: int
    unread: int
    since: datetime | None
    earliest: datetime | None
    latest: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TableSize:
    """How much room a table takes with its indexes.

    Attributes:
        table: its name; a full-text index has its own.
        size: in bytes.
    """

    table: str
    size: int
