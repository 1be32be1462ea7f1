"""How far something may be handed on, as a person has marked it."""

from dataclasses import dataclass
from datetime import datetime

from watchword.model.tlp import Tlp


@dataclass(frozen=True, slots=True, kw_only=True)
class Marking:
    """One mark; the last on a subject holds.

    Attributes:
        subject: key of a report or of a kept brief.
        tlp: the mark.
        by: who set it.
        why: the reason given, empty without one.
        at: from when it is known, aware UTC.
    """

    subject: str
    tlp: Tlp
    by: str
    why: str = ""
    at: datetime
