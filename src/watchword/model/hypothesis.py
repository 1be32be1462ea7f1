"""One explanation among several that compete, and how well a piece of evidence goes with it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Consistency(StrEnum):
    """How well a piece of evidence goes with a hypothesis, were the hypothesis true."""

    VERY_CONSISTENT = "CC"
    CONSISTENT = "C"
    NEUTRAL = "N"
    """It can be read either way."""
    INCONSISTENT = "I"
    VERY_INCONSISTENT = "II"
    NOT_APPLICABLE = "NA"


@dataclass(frozen=True, slots=True, kw_only=True)
class Hypothesis:
    """One of several explanations, of which at most one is meant to be so.

    Attributes:
        id: short name ("H1"), a letter first.
        text: the hypothesis in words, as a whole sentence.
        by: who put it up; empty where that is not told.
        at: when, aware UTC; None where that is not told.
    """

    id: str
    text: str
    by: str = ""
    at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """What the machine proposes for one cell.

    Attributes:
        hypothesis: id of the hypothesis.
        consistency: what is proposed; None: it cannot tell, which is not the same as neutral.
        why: the reason in words.
        made_by: name and version of what proposes.
    """

    hypothesis: str
    consistency: Consistency | None
    why: str
    made_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Rating:
    """What a person says of one cell; a later one of the same person replaces it.

    Attributes:
        evidence: id of the piece of evidence.
        hypothesis: id of the hypothesis.
        consistency: what the person says; None: takes back what they said before.
        by: who.
        at: when, aware UTC; None where that is not told.
        because: the reason; empty where none is given.
    """

    evidence: str
    hypothesis: str
    consistency: Consistency | None
    by: str
    at: datetime | None = None
    because: str = ""
