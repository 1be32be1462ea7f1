"""Putting right what was found: a field of a claim, a report that counts, whose text it is."""

from watchword.desk.ask import Ask, Key, Line, OptionalKey
from watchword.desk.entries import Action, Doing
from watchword.desk.reading.deciding import make_decision
from watchword.flow.situation.deciding import Wish
from watchword.flow.span_records import Record
from watchword.model.correction import ClaimField
from watchword.model.decision import DecisionKind


class CorrectAsk(Ask):
    """A field of a claim that is put right.

    Attributes:
        claim: key of the claim.
        field: what is put right.
        value: what it is; empty for nothing.
        why: the reason, empty without one.
    """

    claim: Key
    field: ClaimField
    value: Line = ""
    why: Line = ""


class WithdrawAsk(Ask):
    """A report that counts no more.

    Attributes:
        report: its key.
        why: the reason, empty without one.
    """

    report: Key
    why: Line = ""


class CopyAsk(Ask):
    """Whose text a report prints.

    Attributes:
        report: its key.
        of: key of the report that it prints.
        why: the reason, empty without one.
    """

    report: Key
    of: Key
    why: Line = ""


class NotCopyAsk(Ask):
    """Whose text a report does not print.

    Attributes:
        report: its key.
        of: key of the report that it does not print; of none where it is left out.
        why: the reason, empty without one.
    """

    report: Key
    of: OptionalKey = None
    why: Line = ""


def correct(doing: Doing, ask: CorrectAsk) -> Record:
    """Put a field of a claim right."""
    value = f"{ask.field.value}={ask.value}"
    made = make_decision(doing, _wish(doing, DecisionKind.CORRECT, ask.claim, value, ask.why))
    if ask.field is ClaimField.CLAIM:
        said = "the claim is struck out" if ask.value == "no" else "the claim stands again"
    else:
        said = f"{ask.field.value} is now {ask.value or 'empty'}"
    return {"said": said, "decision": made.key}


def withdraw(doing: Doing, ask: WithdrawAsk) -> Record:
    """Let a report count no more."""
    made = make_decision(doing, _wish(doing, DecisionKind.WITHDRAW, ask.report, None, ask.why))
    return {"said": "the report counts no more", "decision": made.key}


def copy(doing: Doing, ask: CopyAsk) -> Record:
    """Say that a report prints another one's text."""
    made = make_decision(doing, _wish(doing, DecisionKind.COPY, ask.report, ask.of, ask.why))
    return {"said": "the report is held to be a copy", "decision": made.key}


def not_copy(doing: Doing, ask: NotCopyAsk) -> Record:
    """Say that a report prints no other one's text, or not that one's."""
    made = make_decision(doing, _wish(doing, DecisionKind.NOT_COPY, ask.report, ask.of, ask.why))
    return {"said": "the report is held to be a text of its own", "decision": made.key}


def _wish(doing: Doing, kind: DecisionKind, subject: str, value: str | None, why: str) -> Wish:
    return Wish(kind=kind, subject=subject, value=value, by=doing.by, why=why)


CORRECT = Action(
    name="correct", summary="Put a field of a claim right", asks=CorrectAsk, do=correct
)
WITHDRAW = Action(
    name="withdraw", summary="Let a report count no more", asks=WithdrawAsk, do=withdraw
)
COPY = Action(
    name="copy", summary="Say that a report prints another one's text", asks=CopyAsk, do=copy
)
NOT_COPY = Action(
    name="not-copy",
    summary="Say that a report prints no other one's text, or not that one's",
    asks=NotCopyAsk,
    do=not_copy,
)
