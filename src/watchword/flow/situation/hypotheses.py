"""Matrices of competing hypotheses in a record: each change a row, read together as of an instant.

Invariant: a change is looked at and added in one transaction, so that two people never take one id.
"""

from collections.abc import Callable
from dataclasses import replace

from watchword.assess.hypotheses.changing import changed, fold, matrix_key, opened
from watchword.errors import RefusedError
from watchword.flow.situation.choosing import choose_one
from watchword.model.matrix import Matrix
from watchword.model.matrix_change import MatrixChange, MatrixDeed
from watchword.store import Store, View
from watchword.store.assessments import add_assessment, each_assessment

MEND = "see `watchword hypotheses`"
Changes = Callable[[Matrix], tuple[MatrixChange, ...]]
"""Gives what is to be done to a matrix as it stands."""


def matrices_of(view: View) -> tuple[Matrix, ...]:
    """Every matrix as known in a view, in the order they were opened, with nothing weighed yet."""
    rows: dict[str, list[MatrixChange]] = {}
    for change in each_assessment(view, MatrixChange):
        rows.setdefault(change.matrix, []).append(change)
    return tuple(matrix for changes in rows.values() if (matrix := fold(changes)) is not None)


def choose_matrix(view: View, name: str) -> Matrix:
    """The matrix that a user means by its key, the beginning of one, or its title.

    Raises:
        RefusedError: if there is none, or there are several.
    """
    return choose_one(
        matrices_of(view),
        name,
        ("matrix", "matrices"),
        called=lambda each: (each.title,),
        mend=MEND,
    )


def open_matrix(store: Store, title: str, changes: Changes, *, by: str) -> Matrix:
    """Open a matrix, and make first changes of it.

    Raises:
        InvalidMatrixError: if it has no title, or a change does not fit.
        RefusedError: if there is one of this title.
    """
    with store.writing() as writing:
        seen = View(connection=writing.connection, as_of=writing.at)
        if any(each.title == title for each in matrices_of(seen)):
            raise RefusedError("there is a matrix of this title", key=title, mend=MEND)
        first = MatrixChange(matrix="", deed=MatrixDeed.OPENED, by=by, at=writing.at, subject=title)
        first = replace(first, matrix=matrix_key(first))
        matrix = opened(first)
        add_assessment(writing, first, by=by)
        for change in changes(matrix):
            made = replace(change, matrix=matrix.key, at=writing.at)
            matrix = changed(matrix, _dated(made))
            add_assessment(writing, _dated(made), by=made.by)
    return matrix


def change_matrix(store: Store, name: str, changes: Changes) -> Matrix:
    """Change a matrix; nothing is kept where one of the changes does not fit.

    Args:
        store: the record.
        name: its key, the beginning of it, or its title.
        changes: gives what is to be done.

    Raises:
        InvalidMatrixError: if a change does not fit.
        RefusedError: if there is no such matrix, or there are several.
    """
    with store.writing() as writing:
        seen = View(connection=writing.connection, as_of=writing.at)
        matrix = choose_matrix(seen, name)
        for change in changes(matrix):
            made = _dated(replace(change, matrix=matrix.key, at=writing.at))
            matrix = changed(matrix, made)
            add_assessment(writing, made, by=made.by)
    return matrix


def _dated(change: MatrixChange) -> MatrixChange:
    """A change whose rating bears its instant, too."""
    if change.rating is None:
        return change
    return replace(change, rating=replace(change.rating, at=change.at))
