"""Where an actor stands on a question over time, and when that moved."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from watchword.model.position import PositionKind
from watchword.model.question import Question
from watchword.model.span import Span


class Stand(StrEnum):
    """Where somebody stands: on what is asked, or on whether it is so at all.

    The first five stand on one scale, from against it to doing it; the last three on another, of
    what is admitted.
    """

    AGAINST = "against"
    """It refuses or opposes it, or asks for the contrary."""
    REVIEW = "under review"
    """It weighs it, or leaves it open."""
    FOR = "for"
    """It allows, supports or demands it."""
    INTENDS = "intends"
    """It will do it."""
    DOES = "does"
    """It has done it, or does it now."""
    DENIES = "denies"
    """It says that it is not so."""
    SILENT = "says nothing"
    """It neither confirms nor denies, does not know of it, or does not answer."""
    DEFENDS = "defends"
    """It calls it lawful, or nobody else's matter."""


class Footing(StrEnum):
    """Who tells it: what an actor says itself weighs more than what is said of it."""

    OWN = "own"
    """The actor itself, or a named official or office of it."""
    TOLD = "told"
    """An outlet, in its own voice."""
    ANONYMOUS = "anonymous"
    """An official of it who is not named."""
    OTHERS = "others"
    """Somebody else: another state, an analyst, the one who asks."""


class Shift(StrEnum):
    """How a stand moved."""

    HARDENED = "hardened"
    """Firmer on the side it was on, or out of review onto a side it had not left."""
    SOFTENED = "softened"
    """Less firm, without changing sides: from a plain no to one with a condition."""
    REVERSED = "reversed"
    """From one side to the other."""
    REVIEW = "under review"
    """From a side to weighing it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """What an actor says, or is said to hold, on a question.

    Attributes:
        key: content key.
        stand: where that puts the actor.
        footing: who tells it.
        kind: what the actor does with the question; None where a claim tells it that takes no
            position by itself, such as a denial or a deed.
        speaker: who says it for the actor, empty for the outlet's own voice.
        words: the words of the question that it is about, or of the whole claim.
        cue: the words that show it; None where the claim's own are all there is.
        condition: the words of the condition it hangs on; None: none.
        said_at: when it was said, aware UTC; None where that is not known.
        told_at: when it was published; None where that is not known.
        recalled: whether it was said some time before it was published: an old statement that
            is told again.
        claims: keys of the claims that tell it; the words are of the first.
        origins: keys of the origins that print it, each once.
    """

    key: str
    stand: Stand
    footing: Footing
    kind: PositionKind | None
    speaker: str
    words: Span
    cue: Span | None
    condition: Span | None
    said_at: datetime | None
    told_at: datetime | None
    recalled: bool
    claims: tuple[str, ...]
    origins: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StandTurn:
    """A shift of an actor's stand.

    Attributes:
        shift: how it moved.
        at: when the later statement was made.
        before: key of the statement that stood until then.
        after: key of the statement that shows the shift.
        words: the shift in words, with what stood and what stands.
        claims: keys of the claims of both, the earlier ones first.
    """

    shift: Shift
    at: datetime
    before: str
    after: str
    words: str
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StandLine:
    """An actor's position on a question over time.

    Attributes:
        key: content key.
        question: the question.
        actor: what makes actors one: a country's code after "@", else a folded name.
        name: the actor's name.
        stand: where it stands now; None where only others tell of it.
        standing: key of the statement that says so; None without one.
        footing: who tells what stands; None without it.
        statements: everything said, in the order of time.
        turns: when it moved, in the order of time.
        made_by: name and version of what found it.
    """

    key: str
    question: Question
    actor: str
    name: str
    stand: Stand | None
    standing: str | None
    footing: Footing | None
    statements: tuple[Statement, ...]
    turns: tuple[StandTurn, ...]
    made_by: str
