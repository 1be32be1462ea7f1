"""Decisions that any page may ask for: a grade of a source, and the undoing of a decision."""

from typing import Literal

from watchword.desk.ask import Ask, Key, Line
from watchword.desk.entries import Action, Doing
from watchword.flow.situation.deciding import Wish
from watchword.flow.span_records import Record
from watchword.model.decision import Decision, DecisionKind


class GradeAsk(Ask):
    """A grade that is given.

    Attributes:
        source: name of the source.
        grade: its reliability.
        why: the reason, empty without one.
    """

    source: Key
    grade: Literal["A", "B", "C", "D", "E", "F"]
    why: Line = ""


class UndoAsk(Ask):
    """A decision that is taken back.

    Attributes:
        decision: its key.
        why: the reason, empty without one.
    """

    decision: Key
    why: Line = ""


def grade(doing: Doing, ask: GradeAsk) -> Record:
    """Say how reliable a source is."""
    made = _decide(doing, DecisionKind.GRADE, ask.source, value=ask.grade, why=ask.why)
    return {"said": f"{ask.source} is graded {ask.grade}", "decision": made.key}


def undo(doing: Doing, ask: UndoAsk) -> Record:
    """Take a decision back."""
    made = _decide(doing, DecisionKind.UNDO, ask.decision, why=ask.why)
    return {"said": "undone", "decision": made.key}


def _decide(
    doing: Doing, kind: DecisionKind, subject: str, *, value: str | None = None, why: str
) -> Decision:
    return make_decision(doing, Wish(kind=kind, subject=subject, value=value, by=doing.by, why=why))


def make_decision(doing: Doing, wish: Wish) -> Decision:
    """Write down what somebody decides.

    Raises:
        RefusedError: if it is on something that is not there.
        SettingsError: if it says too little, or what cannot be.
    """
    return doing.bench.carry_out(wish)[0]


GRADE = Action(name="grade", summary="Say how reliable a source is", asks=GradeAsk, do=grade)
UNDO = Action(name="undo", summary="Take a decision back", asks=UndoAsk, do=undo)
