"""One state of something that people write, kept with who wrote it and what stood before."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from hashlib import sha256


class RevisionOf(StrEnum):
    """What is written."""

    INDICATOR = "indicator"
    CHANNEL = "channel"
    SCENARIO = "scenario"
    DRAFT = "draft"
    """What people changed in a kept brief."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """A state that something was brought to; the last one of a subject holds.

    Attributes:
        key: content key.
        of: what it is of.
        subject: key of the indicator, the channel, the scenario or the kept brief.
        said: what was done, in words.
        by: who did it.
        at: when, aware UTC.
        document: the state as JSON; None where it was removed.
        before: the state that stood before; None where there was none.
        undoes: key of the revision that is taken back, None for a change of its own.
    """

    key: str
    of: RevisionOf
    subject: str
    said: str
    by: str
    at: datetime
    document: str | None
    before: str | None = None
    undoes: str | None = None


def revision_key(of: RevisionOf, subject: str, at: datetime, said: str) -> str:
    """Content key of a revision."""
    words = f"{of.value}\n{subject}\n{at.isoformat()}\n{said}"
    return sha256(words.encode("utf-8", "surrogatepass")).hexdigest()[:16]
