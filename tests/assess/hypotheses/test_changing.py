"""A matrix is what its changes come to, and a change that does not fit is refused."""

from dataclasses import replace

import pytest
from tests.assess.hypotheses.conftest import AT, matrix_of, piece, rated, teller

from watchword.assess.hypotheses.changing import (
    MOST_HYPOTHESES,
    MOST_PIECES,
    changed,
    check_matrix,
    fold,
    matrix_key,
    next_id,
    opened,
)
from watchword.errors import InvalidMatrixError
from watchword.model.hypothesis import Consistency, Hypothesis, Rating
from watchword.model.matrix import Matrix
from watchword.model.matrix_change import MatrixChange, MatrixDeed
from watchword.model.piece import Piece, PieceKind, Relevance

OPENED = MatrixChange(
    matrix="k", deed=MatrixDeed.OPENED, by="ana", at=AT, subject="What is going on?"
)


def done(deed: MatrixDeed, subject: str, by: str = "ana", why: str = "") -> MatrixChange:
    return MatrixChange(matrix="k", deed=deed, by=by, at=AT, subject=subject, why=why)


def put_up(name: str) -> MatrixChange:
    made = Hypothesis(id=name, text=f"What {name} says.")
    return replace(done(MatrixDeed.HYPOTHESIS, name), hypothesis=made)


def taken(name: str, *claims: str) -> MatrixChange:
    made = Piece(id=name, kind=PieceKind.CLAIM, text="words", claims=claims)
    return replace(done(MatrixDeed.TAKEN, name), piece=made)


def said(evidence: str, hypothesis: str, value: Consistency | None) -> MatrixChange:
    rating = Rating(evidence=evidence, hypothesis=hypothesis, consistency=value, by="ana", at=AT)
    return replace(done(MatrixDeed.RATED, evidence), rating=rating)


def folded(*changes: MatrixChange) -> Matrix:
    matrix = fold((OPENED, *changes))
    assert matrix is not None
    return matrix


def test_changes_in_their_order_make_a_matrix_with_who_and_when() -> None:
    made = folded(
        put_up("H1"), put_up("H2"), taken("E1", "c1"), said("E1", "H1", Consistency.INCONSISTENT)
    )
    assert [(each.id, each.by, each.at) for each in made.hypotheses] == [
        ("H1", "ana", AT),
        ("H2", "ana", AT),
    ]
    assert [(each.id, each.by) for each in made.pieces] == [("E1", "ana")]
    assert made.ratings[0].consistency is Consistency.INCONSISTENT
    assert fold([]) is None


def test_the_key_is_made_of_what_opened_it() -> None:
    assert matrix_key(OPENED) == matrix_key(replace(OPENED, matrix=""))
    assert len(matrix_key(OPENED)) == 16
    assert matrix_key(OPENED) != matrix_key(replace(OPENED, by="ben"))


def test_what_is_left_out_stays_with_who_and_why_and_is_taken_back() -> None:
    before = folded(put_up("H1"), taken("E1", "c1"))
    out = changed(before, done(MatrixDeed.LEFT_OUT, "E1", by="ben", why="a rumour"))
    assert out.pieces[0].left_out == "ben: a rumour"
    assert not out.pieces[0].counts
    assert next_id(out) == "E2"
    assert changed(out, done(MatrixDeed.TAKEN_BACK, "E1")) == before


def test_relevance_is_set_and_taken_back() -> None:
    before = folded(taken("E1", "c1"))
    weighed = replace(done(MatrixDeed.WEIGHED, "E1"), relevance=Relevance.LOW)
    assert changed(before, weighed).pieces[0].relevance is Relevance.LOW
    assert changed(changed(before, weighed), replace(weighed, relevance=None)) == before


def test_a_hypothesis_goes_with_what_was_said_of_it() -> None:
    made = folded(
        put_up("H1"), put_up("H2"), taken("E1", "c1"), said("E1", "H1", Consistency.NEUTRAL)
    )
    after = changed(made, done(MatrixDeed.DROPPED, "H1"))
    assert ([each.id for each in after.hypotheses], after.ratings) == (["H2"], ())


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (put_up("H1"), "there is a hypothesis of this name"),
        (put_up("1st"), "no name of a hypothesis"),
        (put_up("H" * 17), "no name of a hypothesis"),
        (done(MatrixDeed.HYPOTHESIS, "H3"), "names no hypothesis"),
        (taken("E1", "c2"), "there is a piece of this name"),
        (taken("E2", "c1"), "this claim is evidence already"),
        (done(MatrixDeed.TAKEN, "E2"), "names no evidence"),
        (done(MatrixDeed.LEFT_OUT, "E9"), "no such piece of evidence"),
        (done(MatrixDeed.DROPPED, "H9"), "no such hypothesis"),
        (said("E9", "H1", Consistency.NEUTRAL), "no such piece of evidence"),
        (said("E1", "H9", Consistency.NEUTRAL), "no such hypothesis"),
        (said("E1", "H1", None), "ana has said nothing of this cell"),
        (done(MatrixDeed.RATED, "E1"), "says nothing of a cell"),
        (OPENED, "opened already"),
    ],
)
def test_a_change_that_does_not_fit_is_refused(change: MatrixChange, told: str) -> None:
    matrix = folded(put_up("H1"), taken("E1", "c1"))
    with pytest.raises(InvalidMatrixError, match=told):
        changed(matrix, change)


def test_a_matrix_begins_with_a_title() -> None:
    with pytest.raises(InvalidMatrixError, match="begins with its title"):
        opened(replace(OPENED, subject=" "))
    with pytest.raises(InvalidMatrixError, match="begins with its title"):
        fold([put_up("H1")])


def test_a_matrix_that_is_not_whole_is_refused() -> None:
    whole = matrix_of([piece("E1", teller("x", "o"))], rated("E1", {"H1": "I"}))
    check_matrix(whole)
    twice = replace(whole, pieces=(*whole.pieces, replace(whole.pieces[0], id="E2")))
    with pytest.raises(InvalidMatrixError, match="evidence already"):
        check_matrix(twice)
    with pytest.raises(InvalidMatrixError, match="no such cell"):
        check_matrix(replace(whole, hypotheses=whole.hypotheses[1:]))
    many = tuple(Hypothesis(id=f"H{n}", text="x") for n in range(MOST_HYPOTHESES + 1))
    with pytest.raises(InvalidMatrixError, match="more than 26 hypotheses"):
        check_matrix(replace(whole, hypotheses=many))
    pieces = tuple(replace(whole.pieces[0], id=f"E{n}") for n in range(MOST_PIECES + 1))
    with pytest.raises(InvalidMatrixError, match="more than 1,000 pieces"):
        check_matrix(replace(whole, pieces=pieces))
