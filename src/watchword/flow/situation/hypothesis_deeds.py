"""What a person does to a matrix, as changes; and what takes each of them back."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from hashlib import sha256

from watchword.assess.hypotheses.changing import fold, next_id
from watchword.assess.hypotheses.sheets import grade_of
from watchword.errors import MissingError, RefusedError, SettingsError
from watchword.flow.situation.hypotheses import change_matrix
from watchword.flow.situation.hypothesis_weighing import Scales, find_same
from watchword.model.hypothesis import Consistency, Hypothesis, Rating
from watchword.model.matrix import Matrix
from watchword.model.matrix_change import MatrixChange, MatrixDeed
from watchword.model.piece import Piece, PieceKind, Relevance
from watchword.model.source import Credibility, Reliability
from watchword.store import Store, View
from watchword.store.assessments import each_assessment

_GRADE = re.compile(r"([A-Fa-f])([1-6])")
_UNDATED = datetime.min.replace(tzinfo=UTC)
"""Of a change that is not made yet; whoever makes it gives its instant."""


def deed_of(deed: MatrixDeed, by: str, why: str = "", *, subject: str) -> MatrixChange:
    """A change that is still to be made, of a matrix that is still to be named."""
    return MatrixChange(matrix="", deed=deed, by=by, at=_UNDATED, why=why, subject=subject)


def put_up(name: str, text: str, by: str, why: str = "") -> MatrixChange:
    """The change that puts a hypothesis up."""
    change = deed_of(MatrixDeed.HYPOTHESIS, by, why, subject=name)
    return replace(change, hypothesis=Hypothesis(id=name, text=text))


def rated(rating: Rating) -> MatrixChange:
    """The change that says something of a cell, or takes back what was said."""
    change = deed_of(MatrixDeed.RATED, rating.by, rating.because, subject=rating.evidence)
    return replace(change, rating=rating)


def weighed(piece: str, relevance: Relevance | None, by: str, why: str = "") -> MatrixChange:
    """The change that says how relevant a piece is."""
    return replace(deed_of(MatrixDeed.WEIGHED, by, why, subject=piece), relevance=relevance)


def own_word(kind: PieceKind, text: str, grade: str | None) -> Piece:
    """What a person knows or takes for granted, as a piece; its id is still to be given.

    Args:
        kind: a note or an assumption.
        text: what it says.
        grade: of the person's own word, as B2; None where not graded.

    Raises:
        SettingsError: if the grade is none.
    """
    reliability, credibility = Reliability.F, Credibility.CANNOT_BE_JUDGED
    if grade:
        found = _GRADE.fullmatch(grade.strip())
        if found is None:
            mend = "use a letter from A to F and a digit from 1 to 6, as B2"
            raise SettingsError(f"'{grade}' is no grade", key="grade", mend=mend)
        reliability, credibility = Reliability(found[1].upper()), Credibility(found[2])
    return Piece(id="", kind=kind, text=text, reliability=reliability, credibility=credibility)


def taken(matrix: Matrix, piece: Piece, scales: Scales | None, by: str) -> MatrixChange:
    """The change that takes a piece.

    Raises:
        RefusedError: if a piece of the matrix says the same.
    """
    same = find_same(piece, matrix, scales) if scales else None
    if same is not None:
        mend = f"an origin counts once; see {same.id}, of grade {grade_of(same)}"
        raise RefusedError("this is evidence already", key=piece.text, mend=mend)
    made = replace(piece, id=next_id(matrix))
    return replace(deed_of(MatrixDeed.TAKEN, by, piece.why, subject=made.id), piece=made)


def change_key(change: MatrixChange) -> str:
    """Content key of a change."""
    rating, hypothesis = change.rating, change.hypothesis
    cell = f"{rating.hypothesis} {rating.by} {rating.consistency}" if rating else ""
    parts = (
        change.matrix,
        change.deed.value,
        change.by,
        change.at.isoformat(),
        change.subject,
        cell,
        hypothesis.text if hypothesis else "",
    )
    return sha256("\n".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def changes_in(view: View, matrix: str) -> tuple[MatrixChange, ...]:
    """Every change of a matrix, by its key, in their order."""
    return tuple(each_assessment(view, MatrixChange, matrix))


def told(change: MatrixChange) -> str:
    """What was done, in words."""
    rating = change.rating
    if rating is not None:
        value = rating.consistency.value if rating.consistency else "taken back"
        return f"{change.subject} {rating.hypothesis} {value}"
    if change.hypothesis is not None:
        return f"{change.subject} put up: {change.hypothesis.text}"
    if change.piece is not None:
        return f"{change.subject} taken: {change.piece.text}"
    if change.deed is MatrixDeed.WEIGHED:
        relevance = change.relevance.value if change.relevance else "not said"
        return f"relevance of {change.subject}: {relevance}"
    return f"{change.deed.value}: {change.subject}"


def take_back_change(store: Store, matrix: str, key: str, by: str) -> MatrixChange:
    """Bring a matrix back to what it was before a change, as far as that one goes.

    Returns:
        The change that was taken back.

    Raises:
        MissingError: if there is no such change.
        RefusedError: if it is the opening of the matrix.
    """
    found: list[MatrixChange] = []

    def backward(_now: Matrix) -> tuple[MatrixChange, ...]:
        with store.viewing() as view:
            every = changes_in(view, matrix)
        at = next((n for n, each in enumerate(every) if change_key(each) == key), None)
        if at is None:
            raise MissingError("there is no such change", key=key)
        found.append(every[at])
        return tuple(_inverse(every[at], every[:at], by))

    change_matrix(store, matrix, backward)
    return found[0]


def _inverse(
    change: MatrixChange, before: Sequence[MatrixChange], by: str
) -> Iterator[MatrixChange]:
    stood = fold(before)
    if stood is None:
        raise RefusedError("a matrix that is opened stays", key=change.subject)
    yield from _INVERSES[change.deed](change, stood, by)


def _undo_hypothesis(change: MatrixChange, _stood: Matrix, by: str) -> Iterator[MatrixChange]:
    yield deed_of(MatrixDeed.DROPPED, by, subject=change.subject)


def _undo_drop(change: MatrixChange, stood: Matrix, by: str) -> Iterator[MatrixChange]:
    """Put a hypothesis up again, with what people said of its cells."""
    text = next(each.text for each in stood.hypotheses if each.id == change.subject)
    yield put_up(change.subject, text, by)
    last = {
        (each.evidence, each.by): each
        for each in stood.ratings
        if each.hypothesis == change.subject
    }
    for rating in last.values():
        if rating.consistency is not None:
            yield rated(rating)


def _undo_taking(change: MatrixChange, _stood: Matrix, by: str) -> Iterator[MatrixChange]:
    yield deed_of(MatrixDeed.LEFT_OUT, by, "taken back", subject=change.subject)


def _undo_leaving_out(change: MatrixChange, _stood: Matrix, by: str) -> Iterator[MatrixChange]:
    yield deed_of(MatrixDeed.TAKEN_BACK, by, subject=change.subject)


def _undo_rating(change: MatrixChange, stood: Matrix, _by: str) -> Iterator[MatrixChange]:
    rating = change.rating
    if rating is None:
        return
    cell = (rating.evidence, rating.hypothesis, rating.by)
    said = [e for e in stood.ratings if (e.evidence, e.hypothesis, e.by) == cell]
    value: Consistency | None = said[-1].consistency if said else None
    yield rated(replace(rating, consistency=value, because="taken back"))


def _undo_weighing(change: MatrixChange, stood: Matrix, by: str) -> Iterator[MatrixChange]:
    piece = next(each for each in stood.pieces if each.id == change.subject)
    yield weighed(change.subject, piece.relevance, by, "taken back")


_INVERSES: Mapping[MatrixDeed, Callable[[MatrixChange, Matrix, str], Iterator[MatrixChange]]] = {
    MatrixDeed.HYPOTHESIS: _undo_hypothesis,
    MatrixDeed.DROPPED: _undo_drop,
    MatrixDeed.TAKEN: _undo_taking,
    MatrixDeed.LEFT_OUT: _undo_leaving_out,
    MatrixDeed.TAKEN_BACK: _undo_taking,
    MatrixDeed.RATED: _undo_rating,
    MatrixDeed.WEIGHED: _undo_weighing,
}
