"""What a person says of a claim in place of what the machine found, and what that was."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class ClaimField(StrEnum):
    """What of a claim can be put right."""

    CLAIM = "claim"
    """Whether it is one: "no" strikes it out."""
    SOURCE = "source"
    """Who says so: the chain, outermost first, "a lawmaker < the spy agency"; empty for the
    outlet's own voice."""
    MODALITY = "modality"
    POLARITY = "polarity"
    ACTOR = "actor"
    ACTION = "action"
    RECIPIENT = "recipient"
    EVENT = "event"
    """PLOVER event type; empty for none."""
    FIGURE = "figure"
    """The main quantity and what it counts, "about 12,000 troops"; empty for none."""
    PLACE = "place"
    TIME = "time"


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """One field of a claim that a person put right.

    Attributes:
        decision: key of the decision, which undoes it.
        field: what was put right.
        value: what it is, as a person writes it.
        was: what the machine had found, written likewise; empty for nothing.
        by: who put it right.
        at: from when that is known, aware UTC.
        why: the reason given, empty without one.
    """

    decision: str
    field: ClaimField
    value: str
    was: str = ""
    by: str
    at: datetime
    why: str = ""
