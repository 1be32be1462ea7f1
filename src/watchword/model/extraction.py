"""What was found in the text of one report."""

from dataclasses import dataclass

from watchword.model.claim import Claim
from watchword.model.implication import Implication
from watchword.model.position import Position


@dataclass(frozen=True, slots=True, kw_only=True)
class Extraction:
    """What was found in a report, in the order of its text.

    Attributes:
        claims: what it claims.
        implications: what follows from what, as claimed.
        positions: what actors hold on a question, each by its claim.
        too_long: how many sentences were left unread for their length.
    """

    claims: tuple[Claim, ...]
    implications: tuple[Implication, ...]
    positions: tuple[Position, ...] = ()
    too_long: int = 0
