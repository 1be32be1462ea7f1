"""What somebody ties to a condition: "if A then B", "A would lead to B"."""

from dataclasses import dataclass

from watchword.model.moment import Moment
from watchword.model.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Implication:
    """A consequence that a source ties to a condition or a cause.

    Attributes:
        key: content key.
        claim: key of the claim that carries the consequence, its chain and its modality.
        condition: the words of the condition or cause.
        consequence: the words of what would follow.
        cue: the words that tie them ("if", "would lead to", "depending on").
        horizon: when the consequence would come; None where that is not told.
        hedge: the word that softens it ("could", "likely", "would"); None: none.
    """

    key: str
    claim: str
    condition: Span
    consequence: Span
    cue: str
    horizon: Moment | None = None
    hedge: Span | None = None
