"""What somebody did on a server, or tried to: a row that nobody changes."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Outcome(StrEnum):
    """What came of a deed."""

    DONE = "done"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditEntry:
    """One deed.

    Attributes:
        by: who did it: a name, or what was given as one at the sign-in.
        via: how they came in: "loopback", "session", "token", "terminal", or "" for nobody known.
        deed: what it was, a short word ("sign in", "export", "mark").
        subject: what it was done to: a person, a token's key, a report; empty without.
        outcome: what came of it.
        at: when, aware UTC.
    """

    by: str
    via: str = ""
    deed: str
    subject: str = ""
    outcome: Outcome
    at: datetime
