"""The commands on competing hypotheses; the work behind each is loaded when it is asked for."""

from typing import TYPE_CHECKING

import typer

from watchword.cli import options_hypotheses, options_record, options_views

if TYPE_CHECKING:
    from watchword.cli.hypothesis_place import MatrixPlace


def hypotheses(
    context: typer.Context,
    *,
    as_of: options_record.AsOf = None,
    as_json: options_record.LinesAsJson = False,
    store: options_record.Store = None,
) -> None:
    """Print the matrices of competing hypotheses, or open one, weigh evidence, rate, compare."""
    if context.invoked_subcommand is None:
        from watchword.cli import hypotheses as shown  # noqa: PLC0415 - slow import

        shown.show_list(store, as_of, as_json=as_json)


def new(
    title: options_hypotheses.Title,
    *,
    hypothesis: options_hypotheses.Hypotheses = None,
    output: options_hypotheses.Output = None,
    store: options_record.Store = None,
) -> None:
    """Open a matrix of competing hypotheses, in the record or as a file."""
    from watchword.cli import hypotheses as shown  # noqa: PLC0415 - slow import

    shown.new(
        shown.NewOrder(title=title, hypotheses=tuple(hypothesis or ()), output=output, store=store)
    )


def keep_matrix(file: options_hypotheses.MatrixFile, *, store: options_record.Store = None) -> None:
    """Keep a matrix of a file in the record, where it is weighed by what comes to be known."""
    from watchword.cli import hypotheses as shown  # noqa: PLC0415 - slow import

    shown.keep(file, store)


def suggest_evidence(  # noqa: PLR0913 - each is an option of the command
    matrix: options_hypotheses.InMatrix,
    *,
    paths: options_views.From = None,
    limit: options_views.Shown = 20,
    as_of: options_record.AsOf = None,
    as_json: options_record.LinesAsJson = False,
    store: options_record.Store = None,
) -> None:
    """Suggest claims as evidence, with what each does to each hypothesis, and why."""
    from watchword.cli import hypotheses as shown  # noqa: PLC0415 - slow import

    shown.suggest(_place(matrix, paths, as_of, store, as_json=as_json), limit)


def add_evidence(  # noqa: PLR0913 - each is an option of the command
    matrix: options_hypotheses.InMatrix,
    *,
    claim: options_hypotheses.Claims = None,
    note: options_hypotheses.Note = None,
    assumption: options_hypotheses.Assumption = None,
    grade: options_hypotheses.Grade = None,
    relevance: options_hypotheses.RelevanceOption = None,
    why: options_record.Why = "",
    paths: options_views.From = None,
    store: options_record.Store = None,
) -> None:
    """Take claims, a note of your own, or an assumption as a piece of evidence."""
    from watchword.cli import hypothesis_editing  # noqa: PLC0415 - slow import

    hypothesis_editing.add(
        hypothesis_editing.AddOrder(
            place=_place(matrix, paths, None, store),
            claims=tuple(claim or ()),
            note=note,
            assumption=assumption,
            grade=grade,
            relevance=relevance,
            why=why,
        )
    )


def edit_matrix(  # noqa: PLR0913 - each is an option of the command
    matrix: options_hypotheses.InMatrix,
    *,
    hypothesis: options_hypotheses.Hypotheses = None,
    drop: options_hypotheses.Dropped = None,
    leave_out: options_hypotheses.LeftOut = None,
    take_back: options_hypotheses.TakenBack = None,
    relevance: options_hypotheses.Relevances = None,
    why: options_record.Why = "",
    paths: options_views.From = None,
    store: options_record.Store = None,
) -> None:
    """Put up or take off hypotheses, leave out evidence, say how relevant it is."""
    from watchword.cli import hypothesis_editing  # noqa: PLC0415 - slow import

    hypothesis_editing.edit(
        hypothesis_editing.EditOrder(
            place=_place(matrix, paths, None, store),
            hypotheses=tuple(hypothesis or ()),
            dropped=tuple(drop or ()),
            left_out=tuple(leave_out or ()),
            taken_back=tuple(take_back or ()),
            relevance=tuple(relevance or ()),
            why=why,
        )
    )


def set_cells(  # noqa: PLR0913 - each is an option of the command
    matrix: options_hypotheses.InMatrix,
    piece: options_hypotheses.InPiece,
    cells: options_hypotheses.Cells,
    *,
    by: options_hypotheses.By = None,
    because: options_hypotheses.Because = "",
    undo: options_hypotheses.Undo = False,
    store: options_record.Store = None,
) -> None:
    """Say how well a piece of evidence goes with hypotheses; the proposal stays beside it."""
    from watchword.cli import hypothesis_editing  # noqa: PLC0415 - slow import

    hypothesis_editing.rate(
        hypothesis_editing.SetOrder(
            place=_place(matrix, None, None, store),
            piece=piece,
            cells=tuple(cells),
            by=by,
            because=because,
            undo=undo,
        )
    )


def show_matrix(  # noqa: PLR0913 - each is an option of the command
    matrix: options_hypotheses.InMatrix,
    *,
    by: options_hypotheses.OfOne = None,
    proposals: options_hypotheses.Proposed = False,
    paths: options_views.From = None,
    as_of: options_record.AsOf = None,
    as_json: options_record.AsJson = False,
    store: options_record.Store = None,
) -> None:
    """Print a matrix: cells, weights, what parts the hypotheses, what speaks against each."""
    from watchword.cli import hypotheses as shown  # noqa: PLC0415 - slow import

    place = _place(matrix, paths, as_of, store, as_json=as_json)
    shown.show(place, "" if proposals else by)


def sensitivity(  # noqa: PLR0913 - each is an option of the command
    matrix: options_hypotheses.InMatrix,
    *,
    by: options_hypotheses.OfOne = None,
    proposals: options_hypotheses.Proposed = False,
    paths: options_views.From = None,
    as_of: options_record.AsOf = None,
    as_json: options_record.LinesAsJson = False,
    store: options_record.Store = None,
) -> None:
    """Print what the ranking hangs on: each piece, origin and source left out, and what else."""
    from watchword.cli import hypotheses as shown  # noqa: PLC0415 - slow import

    place = _place(matrix, paths, as_of, store, as_json=as_json)
    shown.sensitivity(place, "" if proposals else by)


def dissent(
    matrix: options_hypotheses.InMatrix,
    *,
    paths: options_views.From = None,
    as_of: options_record.AsOf = None,
    as_json: options_record.AsJson = False,
    store: options_record.Store = None,
) -> None:
    """Print everybody's matrix side by side, and the cells of which they differ."""
    from watchword.cli import hypotheses as shown  # noqa: PLC0415 - slow import

    shown.dissent(_place(matrix, paths, as_of, store, as_json=as_json))


def export_matrix(  # noqa: PLR0913 - each is an option of the command
    matrix: options_hypotheses.InMatrix,
    output: options_hypotheses.Exported,
    *,
    by: options_hypotheses.OfOne = None,
    paths: options_views.From = None,
    as_of: options_record.AsOf = None,
    store: options_record.Store = None,
) -> None:
    """Write a matrix as .csv, .html, .md, or as the .json that these commands read."""
    from watchword.cli import hypotheses as shown  # noqa: PLC0415 - slow import

    shown.export(_place(matrix, paths, as_of, store), output, by)


def _place(
    matrix: str,
    paths: list[str] | None,
    as_of: str | None,
    store: str | None,
    *,
    as_json: bool = False,
) -> "MatrixPlace":
    from watchword.cli.hypothesis_place import MatrixPlace  # noqa: PLC0415 - slow import
    from watchword.cli.viewing import ViewOrder  # noqa: PLC0415 - slow import

    sources = tuple(paths or ())  # a matrix may rest on any claim, however old
    view = ViewOrder(store=store, sources=sources, as_of=as_of, newest=0, as_json=as_json)
    return MatrixPlace(name=matrix, view=view)
