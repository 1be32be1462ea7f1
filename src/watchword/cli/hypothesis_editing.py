"""What a person does to a matrix: hypotheses, evidence, ratings, each with who and why."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from watchword.assess.hypotheses.changing import find_piece, next_id
from watchword.assess.hypotheses.sheets import grade_of
from watchword.cli.hypothesis_place import MatrixPlace, change, scales_for
from watchword.cli.hypothesis_words import each_suggestion_line
from watchword.cli.screen import many, tell
from watchword.config import read_settings
from watchword.errors import RefusedError, SettingsError
from watchword.flow.situation.hypothesis_weighing import (
    Scales,
    find_same,
    take_claims,
    weigh_piece,
)
from watchword.model.hypothesis import Consistency, Hypothesis, Rating
from watchword.model.matrix import Matrix
from watchword.model.matrix_change import MatrixChange, MatrixDeed
from watchword.model.piece import Piece, PieceKind, Relevance
from watchword.model.source import Credibility, Reliability

_GRADE = re.compile(r"([A-Fa-f])([1-6])")
_UNDATED = datetime.min.replace(tzinfo=UTC)
"""Of a change that is not made yet; whoever makes it gives its instant."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AddOrder:
    """What is taken as evidence, as typed: claims, a note, or an assumption.

    Attributes:
        place: where the matrix is.
        claims: keys of claims, one piece together.
        note: what a person knows; None for none.
        assumption: what a person takes for granted; None for none.
        grade: of the person's own word, as B2; None where not graded.
        relevance: how much it has to do with the question; None where not said.
        why: the reason.
    """

    place: MatrixPlace
    claims: Sequence[str] = ()
    note: str | None = None
    assumption: str | None = None
    grade: str | None = None
    relevance: Relevance | None = None
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class EditOrder:
    """What is changed, as typed.

    Attributes:
        place: where the matrix is.
        hypotheses: ID=TEXT to put up.
        dropped: ids of hypotheses to take off.
        left_out: ids of pieces to leave out.
        taken_back: ids of pieces that count again.
        relevance: PIECE=high, medium, low or none.
        why: the reason for all of it.
    """

    place: MatrixPlace
    hypotheses: Sequence[str] = ()
    dropped: Sequence[str] = ()
    left_out: Sequence[str] = ()
    taken_back: Sequence[str] = ()
    relevance: Sequence[str] = ()
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SetOrder:
    """What somebody says of the cells of one row, as typed.

    Attributes:
        place: where the matrix is.
        piece: id of the piece.
        cells: HYPOTHESIS=VALUE of each cell, or HYPOTHESIS where what was said is taken back.
        by: who says so; the user where None.
        because: the reason.
        undo: whether what was said is taken back.
    """

    place: MatrixPlace
    piece: str
    cells: Sequence[str]
    by: str | None = None
    because: str = ""
    undo: bool = False


def hypotheses_of(typed: Sequence[str], by: str, why: str = "") -> tuple[MatrixChange, ...]:
    """The hypotheses that a user puts up.

    Raises:
        SettingsError: if one is not ID=TEXT.
    """
    pairs = (_pair(each, "--hypothesis", "ID=TEXT") for each in typed)
    return tuple(
        replace(
            _change(MatrixDeed.HYPOTHESIS, by, why, subject=name),
            hypothesis=Hypothesis(id=name, text=text),
        )
        for name, text in pairs
    )


def add(order: AddOrder) -> None:
    """Take a piece of evidence, and print it with what it does to the hypotheses."""
    given = [bool(order.claims), order.note is not None, order.assumption is not None]
    if sum(given) != 1:
        told = "name claims, a note or an assumption, and only one of them"
        raise SettingsError(told, key="--claim, --note, --assumption")
    if order.claims:
        _, scales = scales_for(order.place)
        piece = take_claims(order.claims, scales.known)
    else:
        scales, piece = None, _own_word(order)
    piece = replace(piece, relevance=order.relevance, why=order.why)
    by = read_settings().user
    matrix = change(order.place, lambda now: (_taken(now, piece, scales, by),), scales)
    made = matrix.pieces[-1]
    for line in each_suggestion_line(weigh_piece(made, scales) if scales else made):
        tell(line)


def edit(order: EditOrder) -> None:
    """Change hypotheses and evidence; nothing is kept where one change does not fit."""
    by = read_settings().user
    changes = tuple(_each_edit(order, by))
    if not changes and not order.place.view.sources:
        raise SettingsError("no change is named", key=order.place.name, mend="see --help")
    change(order.place, lambda _: changes)
    tell(f"{order.place.name}: {many(len(changes), 'change')}")


def rate(order: SetOrder) -> None:
    """Say how well a piece goes with hypotheses, or take back what was said."""
    by = order.by or read_settings().user
    if not order.cells:
        raise SettingsError("no cell is named", key=order.piece, mend="as H1=II")
    ratings = tuple(_rating(each, order, by) for each in order.cells)

    def changes(matrix: Matrix) -> tuple[MatrixChange, ...]:
        find_piece(matrix, order.piece)
        return tuple(
            replace(
                _change(MatrixDeed.RATED, by, order.because, subject=order.piece), rating=rating
            )
            for rating in ratings
        )

    change(order.place, changes)
    told = ", ".join(_told(each) for each in ratings)
    tell(f"{order.piece} by {by}: {told}")


def _told(rating: Rating) -> str:
    return f"{rating.hypothesis} {rating.consistency.value if rating.consistency else 'taken back'}"


def _own_word(order: AddOrder) -> Piece:
    kind = PieceKind.NOTE if order.note is not None else PieceKind.ASSUMPTION
    reliability, credibility = Reliability.F, Credibility.CANNOT_BE_JUDGED
    if order.grade is not None:
        found = _GRADE.fullmatch(order.grade.strip())
        if found is None:
            mend = "use a letter from A to F and a digit from 1 to 6, as B2"
            raise SettingsError(f"'{order.grade}' is no grade", key="--grade", mend=mend)
        reliability, credibility = Reliability(found[1].upper()), Credibility(found[2])
    return Piece(
        id="",
        kind=kind,
        text=order.note or order.assumption or "",
        reliability=reliability,
        credibility=credibility,
    )


def _taken(matrix: Matrix, piece: Piece, scales: Scales | None, by: str) -> MatrixChange:
    """The change that takes a piece.

    Raises:
        RefusedError: if a piece of the matrix says the same.
    """
    same = find_same(piece, matrix, scales) if scales else None
    if same is not None:
        mend = f"an origin counts once; see {same.id}, of grade {grade_of(same)}"
        raise RefusedError("this is evidence already", key=piece.text, mend=mend)
    made = replace(piece, id=next_id(matrix))
    return replace(_change(MatrixDeed.TAKEN, by, piece.why, subject=made.id), piece=made)


def _each_edit(order: EditOrder, by: str) -> Iterator[MatrixChange]:
    for name in order.dropped:
        yield _change(MatrixDeed.DROPPED, by, order.why, subject=name)
    yield from hypotheses_of(order.hypotheses, by, order.why)
    for name in order.left_out:
        yield _change(MatrixDeed.LEFT_OUT, by, order.why, subject=name)
    for name in order.taken_back:
        yield _change(MatrixDeed.TAKEN_BACK, by, order.why, subject=name)
    for typed in order.relevance:
        name, told = _pair(typed, "--relevance", "PIECE=high, medium, low or none")
        if told not in {*Relevance, "none"}:
            raise SettingsError(
                f"'{told}' is no relevance", key="--relevance", mend="use high, medium, low, none"
            )
        relevance = None if told == "none" else Relevance(told)
        weighed = _change(MatrixDeed.WEIGHED, by, order.why, subject=name)
        yield replace(weighed, relevance=relevance)


def _rating(typed: str, order: SetOrder, by: str) -> Rating:
    """What is said of one cell.

    Raises:
        SettingsError: if it is not HYPOTHESIS=VALUE.
    """
    name, sign, told = (part.strip() for part in typed.partition("="))
    known = {each.value for each in Consistency}
    if order.undo is bool(sign) or (sign and told.upper() not in known):
        form = "H1, with --undo" if order.undo else f"H1=II, of {', '.join(Consistency)}"
        raise SettingsError(f"'{typed}' says nothing of a cell", key=order.piece, mend=form)
    return Rating(
        evidence=order.piece,
        hypothesis=name,
        consistency=Consistency(told.upper()) if sign else None,
        by=by,
        because=order.because,
    )


def _change(deed: MatrixDeed, by: str, why: str, *, subject: str) -> MatrixChange:
    return MatrixChange(matrix="", deed=deed, by=by, at=_UNDATED, why=why, subject=subject)


def _pair(typed: str, option: str, form: str) -> tuple[str, str]:
    before, sign, after = (part.strip() for part in typed.partition("="))
    if not (before and sign and after):
        raise SettingsError(f"'{typed}' is not {form}", key=option)
    return before, after
