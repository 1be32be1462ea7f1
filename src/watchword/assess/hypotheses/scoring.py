"""How much speaks against each hypothesis, each origin once.

A cell counts x = 2 where it is very inconsistent (II), 1 where it is inconsistent (I), else 0; a
row r counts w(r)·x(r, h) points against a hypothesis h, w as `weight_of` gives it. PARC's weighted
inconsistency score is the sum over the rows; it is given as `every_row`. The score by which the
hypotheses are ranked is the largest sum of rows of which each has an origin of its own:

    score(h) = max Σ w(r)·x(r, h)  over sets of rows that can be matched with distinct origins

so that one report that tells five things against a hypothesis counts by the heaviest of them, and
further prints of it change nothing. Such sets are the independent sets of a transversal matroid:
taking rows from the heaviest down, each that still finds an origin, gives the maximum (Edmonds).

The lowest score leads: a hypothesis is kept not for what agrees with it, which may agree with
others as well, but for what little speaks against it (Heuer, Psychology of Intelligence Analysis,
1999, chapter 8). A score is no probability.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from math import fsum

from watchword.assess.hypotheses.cells import bounds_of, find_cells, spread_of
from watchword.assess.hypotheses.matching import count_once
from watchword.assess.hypotheses.weights import unknown_of, weight_of
from watchword.model.matrix import Matrix
from watchword.model.piece import Piece
from watchword.model.verdict import (
    Basis,
    Cell,
    Counted,
    HypothesisScore,
    PieceWeight,
    Verdict,
)

MADE_BY = "hypotheses 1"
"""Name and version of what scores here; raised where scores change."""

DIGITS = 9
"""Digits after the point by which two scores are told apart: more would be the machine's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """What a piece counts against a hypothesis, before its weight.

    Attributes:
        basis: where that comes from.
        least: what it counts at least.
        most: what it counts at most.
    """

    basis: Basis
    least: int
    most: int


Columns = Mapping[str, Mapping[str, Held]]
"""For each hypothesis, in their order, what each piece counts against it, by the piece's id."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    id: str
    weight: float
    origins: tuple[str, ...]


def judge(
    matrix: Matrix, by: str | None = None, *, settled: bool = False, best: bool = False
) -> Verdict:
    """What a matrix comes to.

    Args:
        matrix: the matrix.
        by: whose ratings are taken: one person's, nobody's where empty, everybody's where None.
        settled: whether the person's ratings only settle what everybody's leave disputed.
        best: whether unknown grades are read as the best.
    """
    cells = find_cells(matrix, by, settled=settled)
    return Verdict(
        by=by,
        cells=cells,
        weights=_weights(matrix.pieces, cells, best=best),
        scores=score_pieces(matrix.pieces, columns_of(matrix, cells), best=best),
        made_by=MADE_BY,
    )


def columns_of(matrix: Matrix, cells: Iterable[Cell]) -> Columns:
    """What each piece counts against each hypothesis, before its weight."""
    columns: dict[str, dict[str, Held]] = {each.id: {} for each in matrix.hypotheses}
    for cell in cells:
        least, most = bounds_of(cell)
        held = Held(basis=cell.basis, least=least, most=most)
        columns[cell.hypothesis][cell.evidence] = held
    return columns


def score_pieces(
    pieces: Iterable[Piece], columns: Columns, *, best: bool = False, every_row: bool = False
) -> tuple[HypothesisScore, ...]:
    """The score of each hypothesis by some pieces, the lowest first.

    Args:
        pieces: the evidence; what does not count is passed over.
        columns: what each counts against each hypothesis.
        best: whether unknown grades are read as the best.
        every_row: whether the hypotheses are ranked by counting rows of one origin each.
    """
    rows = [
        _Row(id=each.id, weight=weight_of(each, best=best), origins=each.origins)
        for each in pieces
        if each.counts
    ]
    scores = [_score(hypothesis, rows, held) for hypothesis, held in columns.items()]
    return _ranked(scores, every_row=every_row)


def _score(hypothesis: str, rows: Sequence[_Row], held: Mapping[str, Held]) -> HypothesisScore:
    origins = {row.id: row.origins for row in rows}
    least = {row.id: row.weight * held[row.id].least for row in rows}
    most = {row.id: row.weight * held[row.id].most for row in rows}
    once, at_most = count_once(least, origins), count_once(most, origins)
    against = sorted((row for row in least if least[row] > 0), key=lambda row: (-least[row], row))
    told = Counter(held[row.id].basis for row in rows)
    return HypothesisScore(
        hypothesis=hypothesis,
        rank=1 if told.total() > told[Basis.OPEN] else None,
        score=fsum(sorted(least[row] for row in once)),
        at_most=fsum(sorted(most[row] for row in at_most)),
        every_row=fsum(sorted(least.values())),
        inconsistent=len(against),
        cells=tuple((basis, told[basis]) for basis in Basis if told[basis]),
        counted=tuple(
            Counted(evidence=row, points=least[row], origin=once.get(row)) for row in against
        ),
    )


def _ranked(scores: Sequence[HypothesisScore], *, every_row: bool) -> tuple[HypothesisScore, ...]:
    points = {
        each.hypothesis: round(each.every_row if every_row else each.score, DIGITS)
        for each in scores
        if each.rank is not None
    }
    placed = [
        replace(each, rank=1 + sum(other < points[each.hypothesis] for other in points.values()))
        if each.hypothesis in points
        else each
        for each in scores
    ]
    return tuple(sorted(placed, key=lambda each: (each.rank is None, each.rank or 0)))


def _weights(
    pieces: Iterable[Piece], cells: Iterable[Cell], *, best: bool
) -> tuple[PieceWeight, ...]:
    by_row: dict[str, list[Cell]] = {}
    for cell in cells:
        by_row.setdefault(cell.evidence, []).append(cell)
    weights = []
    for piece in pieces:
        if not piece.counts:
            continue
        weight, spread = weight_of(piece, best=best), spread_of(by_row.get(piece.id, []))
        weights.append(
            PieceWeight(
                evidence=piece.id,
                weight=weight,
                unknown=unknown_of(piece),
                spread=spread,
                diagnosticity=None if spread is None else spread * weight,
            )
        )
    # Python's sort keeps the order of the matrix among equals.
    return tuple(sorted(weights, key=lambda each: -(each.diagnosticity or 0.0)))
