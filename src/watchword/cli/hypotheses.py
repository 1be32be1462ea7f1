"""`watchword hypotheses`: a matrix of competing hypotheses, and what it comes to."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from rich.text import Text

from watchword.assess.hypotheses.changing import changes_of
from watchword.assess.hypotheses.filing import plain_piece
from watchword.assess.hypotheses.scoring import judge
from watchword.assess.hypotheses.trying import find_dissent, find_trials
from watchword.cli.hypothesis_editing import hypotheses_of
from watchword.cli.hypothesis_place import (
    MatrixPlace,
    load_matrix,
    new_file,
    read_matrix,
    scales_for,
)
from watchword.cli.hypothesis_words import (
    each_dissent_line,
    each_score_line,
    each_suggestion_line,
    each_trial_line,
    matrix_rows,
)
from watchword.cli.outputs import write_whole
from watchword.cli.printing import print_table
from watchword.cli.screen import many, one_line, put_lines, tell, tell_json, warn
from watchword.config import read_settings
from watchword.errors import SettingsError
from watchword.flow.hypothesis_files import bytes_of
from watchword.flow.hypothesis_records import (
    dissent_record,
    head_record,
    matrix_record,
    trial_record,
)
from watchword.flow.situation.hypotheses import matrices_of, open_matrix
from watchword.flow.situation.hypothesis_weighing import suggest_pieces
from watchword.flow.span_records import Record
from watchword.model.matrix import Matrix
from watchword.text.instants import moment_of
from watchword.workbench import Workbench


@dataclass(frozen=True, slots=True, kw_only=True)
class NewOrder:
    """What was asked for, as typed.

    Attributes:
        title: the question that the hypotheses answer.
        hypotheses: ID=TEXT of each.
        output: the file it is written to; None for the record.
        store: where the record is; the one of the settings where None.
    """

    title: str
    hypotheses: Sequence[str] = ()
    output: Path | None = None
    store: str | None = None


def show_list(store: str | None, as_of: str | None, *, as_json: bool) -> None:
    """Print every matrix of the record."""
    settings = read_settings()
    instant = None if as_of is None else moment_of(as_of)
    with (
        Workbench.open(store or settings.store, settings) as bench,
        bench.store.viewing(instant) as seen,
    ):
        found = matrices_of(seen)
    if as_json:
        put_lines(_listed(each) for each in found)
        return
    if not found:
        warn("there is no matrix yet: watchword hypotheses new 'Why …?' --hypothesis H1='…'")
        return
    names = ("key", "hypotheses", "evidence", "ratings", "title")
    print_table(names, ([Text(one_line(cell)) for cell in _row(each)] for each in found))


def new(order: NewOrder) -> None:
    """Open a matrix in the record, or as a file."""
    settings = read_settings()
    changes = hypotheses_of(order.hypotheses, settings.user)
    if order.output is not None:
        new_file(order.output, order.title, changes, by=settings.user)
        tell(f"{order.output}: {one_line(order.title)}")
        return
    with Workbench.open(order.store or settings.store, settings) as bench:
        made = open_matrix(bench.store, order.title, lambda _: changes, by=settings.user)
    tell(f"{made.key}: {one_line(made.title)}")


def keep(file: Path, store: str | None) -> None:
    """Keep a matrix of a file in the record, from now on."""
    matrix = load_matrix(file)
    settings = read_settings()
    by = settings.user
    with Workbench.open(store or settings.store, settings) as bench:
        changes = changes_of(matrix, by=by, at=bench.store.now())
        made = open_matrix(bench.store, matrix.title, lambda _: changes, by=matrix.by or by)
    tell(f"{made.key}: {one_line(made.title)}")


def suggest(place: MatrixPlace, limit: int) -> None:
    """Print claims that may be taken as evidence, with what each does to the hypotheses."""
    matrix, scales = scales_for(place)
    if not matrix.hypotheses:
        mend = "add one: watchword hypotheses edit MATRIX --hypothesis H1='…'"
        raise SettingsError("the matrix has no hypotheses", key=matrix.title, mend=mend)
    pieces, left = suggest_pieces(matrix, scales, limit)
    if place.view.as_json:
        put_lines(plain_piece(each) for each in pieces)
    else:
        for piece in pieces:
            for line in each_suggestion_line(piece):
                tell(line)
    more = f"; {many(left, 'claim')} more with --limit" if left else ""
    warn(f"{many(len(pieces), 'suggestion')}{more}")


def show(place: MatrixPlace, by: str | None) -> None:
    """Print a matrix: every cell, the scores, what parts the hypotheses most."""
    matrix, _ = read_matrix(place)
    verdict = judge(matrix, by)
    if place.view.as_json:
        tell_json(matrix_record(matrix, verdict), indent=2)
        return
    tell(one_line(matrix.title))
    if not verdict.cells:
        warn("no evidence counts yet: watchword hypotheses suggest MATRIX")
    else:
        names, rows = matrix_rows(matrix, verdict)
        print_table(names, ([Text(cell) for cell in row] for row in rows))
    for line in each_score_line(matrix, verdict):
        tell(line)


def sensitivity(place: MatrixPlace, by: str | None) -> None:
    """Print what the ranking hangs on."""
    matrix, _ = read_matrix(place)
    trials = find_trials(matrix, by)
    if place.view.as_json:
        put_lines(trial_record(each) for each in trials)
        return
    for line in each_trial_line(matrix, judge(matrix, by), trials):
        tell(line)


def dissent(place: MatrixPlace) -> None:
    """Print several people's matrices side by side."""
    matrix, _ = read_matrix(place)
    found = find_dissent(matrix)
    if place.view.as_json:
        tell_json(dissent_record(matrix, found), indent=2)
        return
    for line in each_dissent_line(matrix, found):
        tell(line)


def export(place: MatrixPlace, output: Path, by: str | None) -> None:
    """Write a matrix as a file for people or for other programs."""
    matrix, _ = read_matrix(place)
    write_whole(output, bytes_of(matrix, judge(matrix, by), output.name))


def _row(matrix: Matrix) -> tuple[str, ...]:
    ids = ", ".join(each.id for each in matrix.hypotheses)
    counts = str(sum(each.counts for each in matrix.pieces))
    return (matrix.key, ids, counts, str(len(matrix.ratings)), matrix.title)


def _listed(matrix: Matrix) -> Record:
    return {
        **head_record(matrix),
        "hypotheses": [{"id": each.id, "text": each.text} for each in matrix.hypotheses],
        "evidence": sum(each.counts for each in matrix.pieces),
        "ratings": len(matrix.ratings),
    }
