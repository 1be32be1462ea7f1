"""Something that was added to a record, as a webhook tells it: by keys alone, never by words."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class HappeningKind(StrEnum):
    """What a channel can tell of, beside alerts."""

    REPORT = "report.added"
    """A report is in the record."""
    CLAIMS = "claims.added"
    """A report was read, and claims were found in it."""
    BRIEF = "brief.published"
    """An edition of a brief was published."""
    DECISION = "decision.made"
    """A person decided something, or took a decision back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """Something that was added to a record.

    It holds no words of reports and none of briefs, since how far they may be handed on is not for
    a channel to judge: whoever is told asks the server for them.

    Attributes:
        kind: what it is.
        number: its place among those of its kind, rising.
        key: key of what was added: a report, an edition, a decision.
        subject: key or name of what a decision is on; of anything else its key again.
        count: how many claims were found; 1 of anything else.
        at: since when it is known, aware UTC.
    """

    kind: HappeningKind
    number: int
    key: str
    subject: str
    count: int
    at: datetime
