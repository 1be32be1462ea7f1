"""Changes of a matrix: each gives the matrix as it is after it.

Invariant: nothing that a person said is lost; a rating that is taken back, and a piece that is
left out, stay to be seen with who and when.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from hashlib import sha256

from watchword.errors import InvalidMatrixError
from watchword.model.hypothesis import Hypothesis, Rating
from watchword.model.matrix import Matrix
from watchword.model.matrix_change import MatrixChange, MatrixDeed
from watchword.model.piece import Piece

MOST_HYPOTHESES = 26
"""Hypotheses of one matrix at most; Heuer advises no more than seven."""

MOST_PIECES = 1_000
MOST_RATINGS = 20_000
_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_-]{0,15}")


def matrix_key(change: MatrixChange) -> str:
    """The content key of a matrix that a change opens."""
    told = f"matrix\n{change.subject}\n{change.by}\n{change.at.isoformat()}"
    return sha256(told.encode()).hexdigest()[:16]


def opened(change: MatrixChange) -> Matrix:
    """The matrix that a change opens.

    Raises:
        InvalidMatrixError: if the change opens none, or its title is empty.
    """
    if change.deed is not MatrixDeed.OPENED or not change.subject.strip():
        raise InvalidMatrixError("a matrix begins with its title", key=change.matrix)
    return Matrix(key=change.matrix, title=change.subject, by=change.by, at=change.at)


def fold(changes: Iterable[MatrixChange]) -> Matrix | None:
    """What some changes of one matrix come to, None where there are none.

    Raises:
        InvalidMatrixError: if they are not in order.
    """
    matrix: Matrix | None = None
    for change in changes:
        matrix = opened(change) if matrix is None else changed(matrix, change)
    return matrix


def changed(matrix: Matrix, change: MatrixChange) -> Matrix:
    """The matrix after a change.

    Raises:
        InvalidMatrixError: if the change does not fit it.
    """
    return _DEEDS[change.deed](matrix, change)


def next_id(matrix: Matrix) -> str:
    """The id of the piece that is taken next.

    >>> next_id(Matrix(key="k", title="Why?"))
    'E1'
    """
    known = {each.id for each in matrix.pieces}
    number = len(known) + 1
    while f"E{number}" in known:
        number += 1
    return f"E{number}"


def find_piece(matrix: Matrix, name: str) -> Piece:
    """The piece with this id.

    Raises:
        InvalidMatrixError: if there is none.
    """
    found = next((each for each in matrix.pieces if each.id == name), None)
    if found is None:
        known = ", ".join(each.id for each in matrix.pieces[:20]) or "none yet"
        raise InvalidMatrixError("there is no such piece of evidence", key=name, mend=known)
    return found


def find_hypothesis(matrix: Matrix, name: str) -> Hypothesis:
    """The hypothesis with this id.

    Raises:
        InvalidMatrixError: if there is none.
    """
    found = next((each for each in matrix.hypotheses if each.id == name), None)
    if found is None:
        known = ", ".join(each.id for each in matrix.hypotheses) or "none yet"
        raise InvalidMatrixError("there is no such hypothesis", key=name, mend=known)
    return found


def check_matrix(matrix: Matrix) -> None:
    """See that a matrix is whole: no id twice, no claim in two pieces, no cell that is not there.

    Raises:
        InvalidMatrixError: if it is not.
    """
    for most, told, noun in (
        (MOST_HYPOTHESES, matrix.hypotheses, "hypotheses"),
        (MOST_PIECES, matrix.pieces, "pieces of evidence"),
        (MOST_RATINGS, matrix.ratings, "ratings"),
    ):
        if len(told) > most:
            raise InvalidMatrixError(f"it has more than {most:,} {noun}", key=matrix.title)
    bare = replace(matrix, hypotheses=(), pieces=(), ratings=())
    for hypothesis in matrix.hypotheses:
        bare = _with_hypothesis(bare, hypothesis)
    for piece in matrix.pieces:
        bare = _with_piece(bare, piece)
    cells = {(p.id, h.id) for p in matrix.pieces for h in matrix.hypotheses}
    for rating in matrix.ratings:
        if (rating.evidence, rating.hypothesis) not in cells:
            key = f"{rating.evidence} {rating.hypothesis}"
            raise InvalidMatrixError("there is no such cell", key=key)


def _put_up(matrix: Matrix, change: MatrixChange) -> Matrix:
    if change.hypothesis is None:
        raise InvalidMatrixError("it names no hypothesis", key=change.subject)
    made = replace(change.hypothesis, by=change.by, at=change.at)
    return _with_hypothesis(matrix, made)


def _with_hypothesis(matrix: Matrix, made: Hypothesis) -> Matrix:
    if not _NAME.fullmatch(made.id):
        mend = "use a letter, then letters, digits, - and _, 16 at most, as H1"
        raise InvalidMatrixError("it is no name of a hypothesis", key=made.id, mend=mend)
    if not made.text.strip():
        raise InvalidMatrixError("a hypothesis says something", key=made.id)
    if any(each.id == made.id for each in matrix.hypotheses):
        raise InvalidMatrixError("there is a hypothesis of this name", key=made.id)
    if len(matrix.hypotheses) >= MOST_HYPOTHESES:
        raise InvalidMatrixError(f"it has {MOST_HYPOTHESES} hypotheses already", key=made.id)
    return replace(matrix, hypotheses=(*matrix.hypotheses, made))


def _drop(matrix: Matrix, change: MatrixChange) -> Matrix:
    """Take a hypothesis off, with what was said of its cells; the record keeps both as rows."""
    gone = find_hypothesis(matrix, change.subject)
    return replace(
        matrix,
        hypotheses=tuple(each for each in matrix.hypotheses if each is not gone),
        ratings=tuple(each for each in matrix.ratings if each.hypothesis != gone.id),
    )


def _take(matrix: Matrix, change: MatrixChange) -> Matrix:
    if change.piece is None:
        raise InvalidMatrixError("it names no evidence", key=change.subject)
    return _with_piece(matrix, replace(change.piece, by=change.by, at=change.at))


def _with_piece(matrix: Matrix, made: Piece) -> Matrix:
    if not _NAME.fullmatch(made.id):
        mend = "use a letter, then letters, digits, - and _, 16 at most, as E1"
        raise InvalidMatrixError("it is no name of a piece", key=made.id, mend=mend)
    if any(each.id == made.id for each in matrix.pieces):
        raise InvalidMatrixError("there is a piece of this name", key=made.id)
    if not made.text.strip() and not made.claims:
        raise InvalidMatrixError("a piece of evidence says something", key=made.id)
    other = next((p for p in matrix.pieces if set(p.claims) & set(made.claims)), None)
    if other is not None:
        key = min(set(other.claims) & set(made.claims))
        mend = f"it is {other.id}; what was left out is taken back with --take-back"
        raise InvalidMatrixError("this claim is evidence already", key=key, mend=mend)
    if len(matrix.pieces) >= MOST_PIECES:
        raise InvalidMatrixError(f"it has {MOST_PIECES:,} pieces already", key=made.id)
    return replace(matrix, pieces=(*matrix.pieces, made))


def _leave_out(matrix: Matrix, change: MatrixChange) -> Matrix:
    why = f"{change.by}: {change.why}" if change.why else f"left out by {change.by}"
    return _with_change(matrix, change, lambda piece: replace(piece, left_out=why))


def _take_back(matrix: Matrix, change: MatrixChange) -> Matrix:
    return _with_change(matrix, change, lambda piece: replace(piece, left_out=None))


def _weigh(matrix: Matrix, change: MatrixChange) -> Matrix:
    return _with_change(matrix, change, lambda piece: replace(piece, relevance=change.relevance))


def _with_change(
    matrix: Matrix, change: MatrixChange, change_of: Callable[[Piece], Piece]
) -> Matrix:
    wanted = find_piece(matrix, change.subject)
    pieces = tuple(change_of(each) if each is wanted else each for each in matrix.pieces)
    return replace(matrix, pieces=pieces)


def _rate(matrix: Matrix, change: MatrixChange) -> Matrix:
    rating = change.rating
    if rating is None:
        raise InvalidMatrixError("it says nothing of a cell", key=change.subject)
    find_piece(matrix, rating.evidence)
    find_hypothesis(matrix, rating.hypothesis)
    if rating.consistency is None and not _has_said(matrix, rating):
        key = f"{rating.evidence} {rating.hypothesis}"
        raise InvalidMatrixError(f"{rating.by} has said nothing of this cell", key=key)
    if len(matrix.ratings) >= MOST_RATINGS:
        raise InvalidMatrixError(f"it has {MOST_RATINGS:,} ratings already", key=rating.evidence)
    return replace(matrix, ratings=(*matrix.ratings, rating))


def _has_said(matrix: Matrix, rating: Rating) -> bool:
    cell = (rating.evidence, rating.hypothesis, rating.by)
    said = [each for each in matrix.ratings if (each.evidence, each.hypothesis, each.by) == cell]
    return bool(said) and said[-1].consistency is not None


def _open_again(matrix: Matrix, change: MatrixChange) -> Matrix:
    raise InvalidMatrixError("this matrix is opened already", key=change.subject or matrix.key)


_DEEDS: Mapping[MatrixDeed, Callable[[Matrix, MatrixChange], Matrix]] = {
    MatrixDeed.OPENED: _open_again,
    MatrixDeed.HYPOTHESIS: _put_up,
    MatrixDeed.DROPPED: _drop,
    MatrixDeed.TAKEN: _take,
    MatrixDeed.LEFT_OUT: _leave_out,
    MatrixDeed.TAKEN_BACK: _take_back,
    MatrixDeed.RATED: _rate,
    MatrixDeed.WEIGHED: _weigh,
}
