"""Something about identities that Watchword thinks, for a person to accept or refuse."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from hashlib import sha256


class ProposalKind(StrEnum):
    """What is proposed."""

    SAME = "same"
    """Two identities are one."""
    ALIAS = "alias"
    """An identity is also called by some words."""
    TENURE = "tenure"
    """An identity holds an office."""
    PARENT = "parent"
    """An identity is part of another."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A thought about identities, with its reasons.

    Attributes:
        kind: what is proposed.
        identity: key of the identity that it is about.
        other: key of the other identity: the same one, the parent, or whose the office is;
            None for an alias.
        words: the alias, or the office in normal form; empty for the same and for a parent.
        confidence: from 0 to 1.
        reasons: why, in words.
        seen: for a tenure, the day of the report that tells it.
        made_by: name and version of what proposes it.
    """

    kind: ProposalKind
    identity: str
    other: str | None = None
    words: str = ""
    confidence: float
    reasons: tuple[str, ...]
    seen: date | None = None
    made_by: str

    @property
    def key(self) -> str:
        """Content key: what is proposed of whom. A later one of the same key replaces it."""
        ends = (self.identity, self.other or "")
        one, other = sorted(ends) if self.kind is ProposalKind.SAME else ends
        return sha256(f"{self.kind}|{one}|{other}|{self.words}".encode()).hexdigest()[:16]
