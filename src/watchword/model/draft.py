"""What people change in a kept brief before it is published."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """One sentence or title worded anew, or struck; the composed words stay to be seen.

    Attributes:
        pointer: JSON pointer to the sentence or the title in the kept brief.
        text: the new words; None where it is struck.
        claims: keys of the claims that it cites; those of the composed sentence where empty.
        by: who changed it.
        at: when, aware UTC.
    """

    pointer: str
    text: str | None
    claims: tuple[str, ...] = ()
    by: str
    at: datetime
