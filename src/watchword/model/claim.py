"""What a report states, with who says it, how firmly, and where the words stand."""

from dataclasses import dataclass
from enum import StrEnum

from watchword.model.attribution import Attribution
from watchword.model.correction import Correction
from watchword.model.figure import Figure
from watchword.model.moment import Moment
from watchword.model.place import Place
from watchword.model.span import Span


class Modality(StrEnum):
    """How firmly, and in what mood, a claim is made: one value a claim."""

    ASSERTED = "asserted"
    REPORTED = "reported"
    ESTIMATED = "estimated"
    PLANNED = "planned"
    CONSIDERED = "considered"
    CONDITIONAL = "conditional"
    DENIED = "denied"
    UNCONFIRMED = "unconfirmed"


class MarkKind(StrEnum):
    """What a mark beside the modality does."""

    HEARSAY = "hearsay"
    HEDGE = "hedge"
    NEGATION = "negation"
    CONDITION = "condition"
    LIKELIHOOD = "likelihood"
    UNCONFIRMED = "unconfirmed"


class Polarity(StrEnum):
    """Whether the content is told as so or as not so."""

    AFFIRMED = "affirmed"
    NEGATED = "negated"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A word that softens, negates or conditions a claim: a claim may carry several.

    Attributes:
        kind: what it does.
        span: where it stands ("reportedly", "could", "if", "highly likely").
    """

    kind: MarkKind
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What a report states.

    Attributes:
        key: content key.
        report: key of the report.
        sentence: the whole sentence.
        content: the clause that is claimed, without the attribution.
        attribution: the chain and its cue.
        modality: how firmly it is made.
        marks: the words that soften, negate or condition it.
        polarity: told as so or not so.
        actor: who does or is it, canonical where known, else the words; None: not said.
        action: the deed as a short phrase headed by the verb's lemma ("send troops").
        verb: lemma of the clause's main verb, None for a clause without one.
        event: PLOVER 2022/23 event type of the deed, None where none fits.
        recipient: whom it is done to or for; None: not said.
        figures: quantities, the main one first.
        place: where; None: not said.
        time: when it happens (never when it was said); None: not said.
        condition: the words of the condition it hangs on; None: none.
        made_by: name and version of what found it.
        subject: the subject's words where they stand outside the content ("the North is
            preparing soldiers but *has not moved them*"); None where the content has its own.
        corrected: what people put right in it, in the order of the fields; empty where all of it
            is as the machine found it.
    """

    key: str
    report: str
    sentence: Span
    content: Span
    attribution: Attribution
    modality: Modality
    marks: tuple[Mark, ...]
    polarity: Polarity
    actor: str | None
    action: str
    verb: str | None
    event: str | None
    recipient: str | None
    figures: tuple[Figure, ...]
    place: Place | None
    time: Moment | None
    condition: Span | None
    made_by: str
    subject: Span | None = None
    corrected: tuple[Correction, ...] = ()
