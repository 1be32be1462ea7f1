"""That somebody has seen an alert and answers for it."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Acknowledgement:
    """An alert taken note of; the last on an alert holds.

    Attributes:
        alert: key of the alert.
        by: who has seen it.
        at: when, aware UTC.
        why: what they say of it, empty without a word.
        is_taken_back: whether it is to be looked at again.
    """

    alert: str
    by: str
    at: datetime
    why: str = ""
    is_taken_back: bool = False
