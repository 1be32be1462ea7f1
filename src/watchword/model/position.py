"""What an actor holds on a question: what it intends, demands, refuses, allows or reviews."""

from dataclasses import dataclass
from enum import StrEnum

from watchword.model.span import Span


class PositionKind(StrEnum):
    """What an actor does with the question: one value a position.

    A negation is in the kind: who "will not send" refuses, who "does not rule out" reviews.
    """

    INTENDS = "intends"
    """It will do it: vows, plans, has decided, offers, threatens."""
    DEMANDS = "demands"
    """It asks it of somebody else: demands, urges, calls for, insists on."""
    REFUSES = "refuses"
    """It will not do it or have it: refuses, rejects, rules out."""
    ALLOWS = "allows"
    """It gives leave, or takes what is offered: lets, approves, accepts, lifts a ban."""
    REVIEWS = "reviews"
    """It weighs it or leaves it open: considers, reviews, does not rule out."""
    SUPPORTS = "supports"
    """It is for it: supports, prefers, proposes, welcomes."""
    OPPOSES = "opposes"
    """It is against what others do or want: opposes, condemns."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """What an actor holds on a question, as a claim tells it.

    Attributes:
        key: content key.
        claim: key of the claim that tells it, with its chain, its modality and its time.
        holder: whose position it is, as the claim's chain or its actor names it.
        kind: what the holder does with the question.
        matter: the words of the question ("sending weapons to Ukraine"); a "not" that belongs
            to what is demanded is in them ("not to send weapons").
        toward: of whom it is demanded or to whom it is allowed; None where nobody is named.
        cue: the words that show it ("did not rule out").
        condition: the words of the condition it hangs on; None: none.
        made_by: name and version of what found it.
    """

    key: str
    claim: str
    holder: str
    kind: PositionKind
    matter: Span
    toward: Span | None
    cue: Span
    condition: Span | None
    made_by: str
