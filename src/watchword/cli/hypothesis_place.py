"""Where a matrix of hypotheses is: in a file that people edit, or in the record."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from watchword.assess.hypotheses.changing import changed, matrix_key, opened
from watchword.assess.hypotheses.filing import MOST_BYTES, to_json
from watchword.cli.asking import bytes_within
from watchword.cli.outputs import write_whole
from watchword.cli.viewing import ViewOrder, see
from watchword.config import read_settings
from watchword.errors import SettingsError
from watchword.flow.hypothesis_files import matrix_in
from watchword.flow.running import engine_of
from watchword.flow.situation.hypotheses import Changes, change_matrix, choose_matrix
from watchword.flow.situation.hypothesis_weighing import Scales, set_scales, weigh_matrix
from watchword.model.matrix import Matrix
from watchword.model.matrix_change import MatrixChange, MatrixDeed
from watchword.text.instants import moment_of
from watchword.workbench import Workbench


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixPlace:
    """Where a matrix is, and what it is weighed by, as typed.

    Attributes:
        name: a file that ends in .json; else the key or the title of a matrix of the record.
        view: what its evidence is weighed by.
    """

    name: str
    view: ViewOrder

    @property
    def is_file(self) -> bool:
        """Whether it is a file."""
        return self.name.lower().endswith(".json")

    @property
    def is_weighed(self) -> bool:
        """Whether its evidence is weighed anew: of a file, where it is told by what."""
        return not self.is_file or bool(self.view.sources or self.view.store)


def read_matrix(place: MatrixPlace) -> tuple[Matrix, Scales | None]:
    """A matrix with its evidence weighed, and what it was weighed with.

    A file's evidence stands as the file weighs it unless paths or a record are named.

    Raises:
        SettingsError: if the file cannot be read, or paths are named for a matrix of the record.
        InvalidMatrixError: if the file holds no matrix.
        RefusedError: if the record has no such matrix.
    """
    matrix = _bare(place)
    if not place.is_weighed:
        if place.view.as_of is not None:
            mend = "name what is looked at: --from or --store"
            raise SettingsError("the file is as of when it was written", key="--as-of", mend=mend)
        return matrix, None
    scales = set_scales(matrix, see(place.view), engine_of(read_settings()))
    return weigh_matrix(matrix, scales), scales


def scales_for(place: MatrixPlace) -> tuple[Matrix, Scales]:
    """A matrix with what it is weighed with; the record where nothing is named.

    Raises:
        StoreError: if there is no record.
    """
    matrix = _bare(place)
    scales = set_scales(matrix, see(place.view), engine_of(read_settings()))
    return weigh_matrix(matrix, scales), scales


def change(place: MatrixPlace, changes: Changes, scales: Scales | None = None) -> Matrix:
    """Change a matrix where it is; nothing is kept where a change does not fit.

    A file's evidence is weighed anew where it is told by what; a record's whenever it is shown.

    Args:
        place: where it is.
        changes: gives what is to be done to it.
        scales: what a file's evidence is weighed with, where that is at hand and no hypothesis
            changes.
    """
    settings = read_settings()
    if not place.is_file:
        with Workbench.open(place.view.store or settings.store, settings) as bench:
            return change_matrix(bench.store, place.name, changes)
    matrix = _bare(place)
    now = datetime.now(UTC)
    for each in changes(matrix):
        rating = replace(each.rating, at=now) if each.rating else None
        matrix = changed(matrix, replace(each, matrix=matrix.key, at=now, rating=rating))
    if scales is None and place.is_weighed:
        scales = set_scales(matrix, see(place.view), engine_of(read_settings()))
    if scales is not None:
        matrix = weigh_matrix(matrix, scales)
    write_whole(Path(place.name), to_json(matrix).encode())
    return matrix


def new_file(place: Path, title: str, changes: Sequence[MatrixChange], *, by: str) -> Matrix:
    """Write a new matrix as a file.

    Raises:
        SettingsError: if there is a file already, or its suffix is not .json.
        InvalidMatrixError: if a change does not fit.
    """
    if place.suffix.lower() != ".json":
        mend = "`watchword hypotheses export` writes others"
        raise SettingsError("a matrix is kept as .json", key=str(place), mend=mend)
    if place.exists():
        raise SettingsError("there is a file already", key=str(place), mend="name a new one")
    now = datetime.now(UTC)
    first = MatrixChange(matrix="", deed=MatrixDeed.OPENED, by=by, at=now, subject=title)
    matrix = opened(replace(first, matrix=matrix_key(first)))
    for each in changes:
        matrix = changed(matrix, replace(each, matrix=matrix.key, at=now))
    write_whole(place, to_json(matrix).encode())
    return matrix


def load_matrix(file: Path) -> Matrix:
    """Read a matrix's file.

    Raises:
        SettingsError: if it cannot be opened, or is too large.
        InvalidMatrixError: if it is no matrix.
    """
    return matrix_in(bytes_within(file, MOST_BYTES), file.name)


def _bare(place: MatrixPlace) -> Matrix:
    """The matrix with nothing weighed anew."""
    if place.is_file:
        return load_matrix(Path(place.name))
    if place.view.sources:
        told = "a matrix of the record is weighed by the record"
        raise SettingsError(told, key="--from", mend="name a file that ends in .json")
    settings = read_settings()
    instant = None if place.view.as_of is None else moment_of(place.view.as_of)
    with (
        Workbench.open(place.view.store or settings.store, settings) as bench,
        bench.store.viewing(instant) as seen,
    ):
        return choose_matrix(seen, place.name)
