"""What people assess: forecast questions, predictions and answers, as rows that are added."""

from collections.abc import Iterator
from enum import StrEnum
from typing import TypeVar

import sqlalchemy as sa

from watchword.model.forecast import ForecastQuestion, Prediction, Resolution
from watchword.model.review import ReviewNote
from watchword.store.codec import from_plain, to_plain
from watchword.store.tables import assessment
from watchword.store.transactions import View, Writing

Assessed = TypeVar("Assessed", ForecastQuestion, Prediction, Resolution, ReviewNote)


class AssessmentKind(StrEnum):
    """What sort of assessment a row is."""

    QUESTION = "question"
    PREDICTION = "prediction"
    RESOLUTION = "resolution"
    REVIEW_NOTE = "review note"


_KINDS = {
    ForecastQuestion: AssessmentKind.QUESTION,
    Prediction: AssessmentKind.PREDICTION,
    Resolution: AssessmentKind.RESOLUTION,
    ReviewNote: AssessmentKind.REVIEW_NOTE,
}


def add_assessment(
    writing: Writing, made: ForecastQuestion | Prediction | Resolution | ReviewNote, *, by: str
) -> None:
    """Add what somebody assesses.

    Args:
        writing: the transaction.
        made: what it is.
        by: whose it is.
    """
    subject = made.key if isinstance(made, ForecastQuestion) else made.question
    kind = _KINDS[type(made)].value
    row = {"kind": kind, "subject": subject, "payload": to_plain(made), "by": by}
    writing.connection.execute(assessment.insert(), {**row, "known_at": writing.at})


def each_assessment(view: View, kind: type[Assessed]) -> Iterator[Assessed]:
    """What was assessed of one kind, in the order it was added."""
    query = (
        sa.select(assessment.c.payload)
        .where(assessment.c.known_at <= view.as_of, assessment.c.kind == _KINDS[kind].value)
        .order_by(assessment.c.id)
    )
    for row in view.connection.execute(query):
        yield from_plain(kind, row.payload)
