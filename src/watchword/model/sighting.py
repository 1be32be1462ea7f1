"""A claim that shows what an indicator watches for, or denies it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from hashlib import sha256

from watchword.model.span import Span


class Manner(StrEnum):
    """What a sighting does for its indicator."""

    SHOWS = "shows"
    """The claim tells it as so."""
    DENIES = "denies"
    """The claim tells it as not so."""
    WITHDRAWN = "withdrawn"
    """What showed it counts no more: its report was withdrawn, or a newer version has come."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sighting:
    """One claim seen through one indicator.

    Attributes:
        key: content key.
        indicator: key of the indicator.
        claim: key of the claim.
        report: key of the report.
        origin: key of the origin that the report prints.
        source: who the claim starts from, by name.
        voice: what makes sources one: the officials of one state speak with one voice.
        party: whether that source's country is a party to the claim.
        manner: what it does for the indicator.
        content: the words of the claim.
        outlet: who published it, None where the report does not say.
        address: where it can be read, None where the report does not say.
        said_at: when it was published, aware UTC, None where that is not known.
        seen_at: from when it counts: when it was said, or, where that is not known or lies ahead,
            when it was read.
        score: share of the indicator's words that the claim has, by their weight, from 0 to 1; 1
            where the indicator has no words.
        why: in words, why the claim shows the indicator.
        made_by: name and version of what found it.
    """

    key: str
    indicator: str
    claim: str
    report: str
    origin: str
    source: str
    voice: str
    party: bool
    manner: Manner
    content: Span
    outlet: str | None
    address: str | None
    said_at: datetime | None
    seen_at: datetime
    score: float
    why: str
    made_by: str


def sighting_key(indicator: str, claim: str, manner: Manner) -> str:
    """Content key of a sighting: a claim shows, denies or ceases to show an indicator once."""
    return sha256(f"{indicator}\n{claim}\n{manner.value}".encode()).hexdigest()[:16]
