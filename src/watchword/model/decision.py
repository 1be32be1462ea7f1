"""What a person decided about something the machine found: a row of its own, that can be undone."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from hashlib import sha256


class DecisionKind(StrEnum):
    """What a decision is about."""

    GRADE = "grade"
    """The reliability of a source: a letter from A to F."""
    COPY = "copy"
    """A report prints another one's text."""
    NOT_COPY = "not_copy"
    """A report prints no other one's text, or not that one's."""
    SAME_STORY = "same_story"
    """Two reports, or two stories, are on one happening."""
    OTHER_STORY = "other_story"
    """Two reports, or two stories, are on different happenings."""
    SAME_ACTOR = "same_actor"
    """Two names, or two identities, are one actor."""
    OTHER_ACTOR = "other_actor"
    """Two names, or two identities, are different actors."""
    ACCEPT = "accept"
    """A proposal holds."""
    REFUSE = "refuse"
    """A proposal does not hold."""
    WITHDRAW = "withdraw"
    """A report counts no more, as if its publisher had withdrawn it."""
    CORRECT = "correct"
    """A field of a claim is otherwise than the machine found: "field=value"."""
    QUESTION = "question"
    """A question that actors hold positions on, to be followed."""
    UNDO = "undo"
    """An earlier decision holds no more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """One decision.

    Attributes:
        key: content key.
        kind: what it is about.
        subject: what it is on: the name of a source, the key of a report, claim, story or
            identity, a question's words.
        value: what is decided of it: a letter, another key, an actor, a field and its value; None
            where the kind says all.
        by: who decided.
        why: the reason given, empty without one.
        at: from when it is known.
        undoes: key of the decision that it undoes, None unless it is an undoing.
    """

    key: str
    kind: DecisionKind
    subject: str
    value: str | None = None
    by: str
    why: str = ""
    at: datetime
    undoes: str | None = None


def decision_key(kind: DecisionKind, subject: str, value: str | None, at: datetime) -> str:
    """Content key of a decision."""
    parts = "\n".join((kind.value, subject, value or "", at.isoformat()))
    return sha256(parts.encode()).hexdigest()[:16]
