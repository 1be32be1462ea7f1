"""A brief that was handed out: numbered, and never changed; it can be withdrawn."""

from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from watchword.model.tlp import Tlp


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """A published brief.

    Attributes:
        key: content key.
        brief: key of the kept brief that it was made from.
        number: which edition of the situation it is, from 1.
        title: what it is about.
        document: the brief as JSON, as it was handed out.
        tlp: how far it may be handed on.
        edits: how many sentences people changed or struck in what was composed.
        by: who published it.
        at: when, aware UTC.
    """

    key: str
    brief: str
    number: int
    title: str
    document: str
    tlp: Tlp
    edits: int
    by: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class EditionWithdrawal:
    """That an edition is not to be relied on any more; it stays to be seen.

    Attributes:
        edition: key of the edition.
        why: the reason, never empty.
        by: who withdrew it.
        at: when, aware UTC.
    """

    edition: str
    why: str
    by: str
    at: datetime


def edition_key(brief: str, number: int, document: str) -> str:
    """Content key of an edition."""
    return sha256(f"{brief}\n{number}\n{document}".encode()).hexdigest()[:16]
