"""One change of a matrix of hypotheses: what a person did, who and when."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from watchword.model.hypothesis import Hypothesis, Rating
from watchword.model.piece import Piece, Relevance


class MatrixDeed(StrEnum):
    """What was done."""

    OPENED = "opened"
    HYPOTHESIS = "hypothesis"
    """A hypothesis was put up."""
    DROPPED = "dropped"
    """A hypothesis was taken off."""
    TAKEN = "taken"
    """A piece of evidence was taken."""
    LEFT_OUT = "left out"
    """A piece was left out; it stays to be seen."""
    TAKEN_BACK = "taken back"
    """A piece that was left out counts again."""
    RATED = "rated"
    WEIGHED = "weighed"
    """A person said how relevant a piece is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixChange:
    """A change; a matrix is what its changes come to, in their order.

    Attributes:
        matrix: key of the matrix.
        deed: what was done.
        by: who did it.
        at: when, aware UTC.
        why: the reason; empty where none is given.
        subject: the title of a new matrix; else the id of the hypothesis or the piece.
        hypothesis: what was put up, None for other deeds.
        piece: what was taken, None for other deeds.
        rating: what was said of a cell, None for other deeds.
        relevance: of a piece, None for other deeds, and where it is taken back.
    """

    matrix: str
    deed: MatrixDeed
    by: str
    at: datetime
    why: str = ""
    subject: str = ""
    hypothesis: Hypothesis | None = None
    piece: Piece | None = None
    rating: Rating | None = None
    relevance: Relevance | None = None
