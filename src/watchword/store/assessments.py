"""What people say as rows that are added: forecasts, matrices, comments, marks, editions."""

from collections.abc import Iterator
from enum import StrEnum
from typing import TypeVar

import sqlalchemy as sa

from watchword.model.acknowledgement import Acknowledgement
from watchword.model.comment import Assignment, Comment
from watchword.model.edition import Edition, EditionWithdrawal
from watchword.model.forecast import ForecastQuestion, Prediction, Resolution
from watchword.model.marking import Marking
from watchword.model.matrix_change import MatrixChange
from watchword.model.review import ReviewNote
from watchword.model.revision import Revision
from watchword.model.saved_search import SavedSearch
from watchword.store.codec import from_plain, to_plain
from watchword.store.tables import assessment
from watchword.store.transactions import View, Writing

Made = (
    ForecastQuestion
    | Prediction
    | Resolution
    | MatrixChange
    | ReviewNote
    | Marking
    | Comment
    | Assignment
    | Revision
    | Acknowledgement
    | Edition
    | EditionWithdrawal
    | SavedSearch
)
Assessed = TypeVar(
    "Assessed",
    ForecastQuestion,
    Prediction,
    Resolution,
    MatrixChange,
    ReviewNote,
    Marking,
    Comment,
    Assignment,
    Revision,
    Acknowledgement,
    Edition,
    EditionWithdrawal,
    SavedSearch,
)


class AssessmentKind(StrEnum):
    """What sort of assessment a row is."""

    QUESTION = "question"
    PREDICTION = "prediction"
    RESOLUTION = "resolution"
    MATRIX = "matrix"
    REVIEW_NOTE = "review note"
    MARKING = "marking"
    COMMENT = "comment"
    ASSIGNMENT = "assignment"
    REVISION = "revision"
    ACKNOWLEDGEMENT = "acknowledgement"
    EDITION = "edition"
    EDITION_WITHDRAWAL = "edition withdrawal"
    SAVED_SEARCH = "saved search"


_KINDS = {
    ForecastQuestion: AssessmentKind.QUESTION,
    Prediction: AssessmentKind.PREDICTION,
    Resolution: AssessmentKind.RESOLUTION,
    MatrixChange: AssessmentKind.MATRIX,
    ReviewNote: AssessmentKind.REVIEW_NOTE,
    Marking: AssessmentKind.MARKING,
    Comment: AssessmentKind.COMMENT,
    Assignment: AssessmentKind.ASSIGNMENT,
    Revision: AssessmentKind.REVISION,
    Acknowledgement: AssessmentKind.ACKNOWLEDGEMENT,
    Edition: AssessmentKind.EDITION,
    EditionWithdrawal: AssessmentKind.EDITION_WITHDRAWAL,
    SavedSearch: AssessmentKind.SAVED_SEARCH,
}
_SUBJECTS = {
    ForecastQuestion: "key",
    MatrixChange: "matrix",
    Marking: "subject",
    Comment: "subject",
    Assignment: "subject",
    Revision: "subject",
    Acknowledgement: "alert",
    Edition: "brief",
    EditionWithdrawal: "edition",
    SavedSearch: "key",
}
"""The field that tells what a row is on; `question` where none is named."""


def add_assessment(writing: Writing, made: Made, *, by: str) -> None:
    """Add what somebody assesses.

    Args:
        writing: the transaction.
        made: what it is.
        by: whose it is.
    """
    kind = _KINDS[type(made)].value
    row = {"kind": kind, "subject": _subject(made), "payload": to_plain(made), "by": by}
    writing.connection.execute(assessment.insert(), {**row, "known_at": writing.at})


def each_assessment(
    view: View, kind: type[Assessed], subject: str | None = None
) -> Iterator[Assessed]:
    """What was assessed of one kind, in the order it was added.

    Args:
        view: the record, as known at an instant.
        kind: which kind.
        subject: on this subject alone, on all where None.
    """
    query = (
        sa.select(assessment.c.payload)
        .where(assessment.c.known_at <= view.as_of, assessment.c.kind == _KINDS[kind].value)
        .order_by(assessment.c.id)
    )
    if subject is not None:
        query = query.where(assessment.c.subject == subject)
    for row in view.connection.execute(query):
        yield from_plain(kind, row.payload)


def noun_of(kind: str) -> type | None:
    """The noun that rows of a kind hold, None for a kind that is not known."""
    return next((noun for noun, each in _KINDS.items() if each.value == kind), None)


def _subject(made: Made) -> str:
    return str(getattr(made, _SUBJECTS.get(type(made), "question")))
