"""Hypotheses held against evidence: who says of which cell what."""

from dataclasses import dataclass
from datetime import datetime

from watchword.model.hypothesis import Hypothesis, Rating
from watchword.model.piece import Piece


@dataclass(frozen=True, slots=True, kw_only=True)
class Matrix:
    """A matrix of competing hypotheses.

    Attributes:
        key: content key of its title, who opened it and when.
        title: the question that the hypotheses answer.
        by: who opened it; empty where that is not told.
        at: when, aware UTC; None where that is not told.
        hypotheses: the explanations, in the order they were put up.
        pieces: the evidence, in the order it was taken, left-out pieces too.
        ratings: what people said of the cells, in the order they said it.
        as_of: the instant as of which the evidence was weighed, None where nothing weighed it.
        made_by: name and version of what weighed it; empty where nothing did.
    """

    key: str
    title: str
    by: str = ""
    at: datetime | None = None
    hypotheses: tuple[Hypothesis, ...] = ()
    pieces: tuple[Piece, ...] = ()
    ratings: tuple[Rating, ...] = ()
    as_of: datetime | None = None
    made_by: str = ""
