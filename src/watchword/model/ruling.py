"""What a person decided about identities: it is obeyed for good, until that person takes it back.

Invariant: nothing is overwritten. To undo a ruling is a further ruling that names it.
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from hashlib import sha256


class RulingKind(StrEnum):
    """What is ruled."""

    SAME = "same"
    """`other` is `identity`: from now on both answer to the key `identity`."""
    APART = "apart"
    """`other` is not `identity`, whatever they are called."""
    ALIAS = "alias"
    """`words` mean `identity`."""
    NO_ALIAS = "no alias"
    """`words` do not mean `identity`."""
    TENURE = "tenure"
    """`identity` holds the office `words` of `other`, since and until the days given, if any."""
    NO_TENURE = "no tenure"
    """`identity` does not hold the office `words` of `other`."""
    PARENT = "parent"
    """`identity` is part of `other`."""
    NO_PARENT = "no parent"
    """`identity` is not part of `other`."""
    ACTOR = "actor"
    """The actor of a report whose key is `words` is `identity`."""
    NO_ACTOR = "no actor"
    """The actor of a report whose key is `words` is not `identity`."""
    UNDO = "undo"
    """The ruling whose key is `identity` counts no more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruling:
    """One decision of a person.

    Attributes:
        kind: what is ruled.
        identity: key of the identity that it is about; for an undo key of the ruling undone.
        other: key of the other identity, None where there is none.
        words: the alias, the office, or the key of an actor; empty where it is about none.
        by: who decided.
        at: when, aware UTC.
        since: for a tenure, its first day, None where not known.
        until: for a tenure, its last day, None where it is not known to have ended.
    """

    kind: RulingKind
    identity: str
    other: str | None = None
    words: str = ""
    by: str
    at: datetime
    since: date | None = None
    until: date | None = None

    @property
    def key(self) -> str:
        """Content key: what was ruled, by whom and when."""
        ends = (
            f"{self.identity}|{self.other or ''}|{self.words}|{self.since or ''}|{self.until or ''}"
        )
        seal = f"ruling|{self.kind}|{ends}|{self.by}|{self.at.isoformat()}"
        return sha256(seal.encode()).hexdigest()[:16]
