"""What a person does to a matrix: hypotheses, evidence, ratings, each with who and why."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from watchword.assess.hypotheses.changing import find_piece
from watchword.cli.hypothesis_place import MatrixPlace, change, scales_for
from watchword.cli.hypothesis_words import each_suggestion_line
from watchword.cli.screen import many, tell
from watchword.config import read_settings
from watchword.errors import SettingsError
from watchword.flow.situation.hypothesis_deeds import (
    deed_of,
    own_word,
    put_up,
    rated,
    taken,
    weighed,
)
from watchword.flow.situation.hypothesis_weighing import take_claims, weigh_piece
from watchword.model.hypothesis import Consistency, Rating
from watchword.model.matrix import Matrix
from watchword.model.matrix_change import MatrixChange, MatrixDeed
from watchword.model.piece import PieceKind, Relevance


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
    return tuple(put_up(name, text, by, why) for name, text in pairs)


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
        kind = PieceKind.NOTE if order.note is not None else PieceKind.ASSUMPTION
        scales, piece = None, own_word(kind, order.note or order.assumption or "", order.grade)
    piece = replace(piece, relevance=order.relevance, why=order.why)
    by = read_settings().user
    matrix = change(order.place, lambda now: (taken(now, piece, scales, by),), scales)
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
        return tuple(map(rated, ratings))

    change(order.place, changes)
    told = ", ".join(_told(each) for each in ratings)
    tell(f"{order.piece} by {by}: {told}")


def _told(rating: Rating) -> str:
    return f"{rating.hypothesis} {rating.consistency.value if rating.consistency else 'taken back'}"


def _each_edit(order: EditOrder, by: str) -> Iterator[MatrixChange]:
    for name in order.dropped:
        yield deed_of(MatrixDeed.DROPPED, by, order.why, subject=name)
    yield from hypotheses_of(order.hypotheses, by, order.why)
    for name in order.left_out:
        yield deed_of(MatrixDeed.LEFT_OUT, by, order.why, subject=name)
    for name in order.taken_back:
        yield deed_of(MatrixDeed.TAKEN_BACK, by, order.why, subject=name)
    for typed in order.relevance:
        name, told = _pair(typed, "--relevance", "PIECE=high, medium, low or none")
        if told not in {*Relevance, "none"}:
            raise SettingsError(
                f"'{told}' is no relevance", key="--relevance", mend="use high, medium, low, none"
            )
        relevance = None if told == "none" else Relevance(told)
        yield weighed(name, relevance, by, order.why)


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


def _pair(typed: str, option: str, form: str) -> tuple[str, str]:
    before, sign, after = (part.strip() for part in typed.partition("="))
    if not (before and sign and after):
        raise SettingsError(f"'{typed}' is not {form}", key=option)
    return before, after
