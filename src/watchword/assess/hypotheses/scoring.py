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
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from math import fsum

from watchword.assess.hypotheses.cells import bounds_of, find_cells, spread_of
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
class Row:
    """A piece with its weight.

    Attributes:
        piece: the piece.
        weight: what it weighs.
    """

    piece: Piece
    weight: float


def judge(
    matrix: Matrix,
    by: str | None = None,
    *,
    settled: bool = False,
    best: bool = False,
    every_row: bool = False,
) -> Verdict:
    """What a matrix comes to.

    Args:
        matrix: the matrix.
        by: whose ratings are taken: one person's, nobody's where empty, everybody's where None.
        settled: whether the person's ratings only settle what everybody's leave disputed.
        best: whether unknown grades are read as the best.
        every_row: whether rows of one origin are ranked by counting each.
    """
    cells = find_cells(matrix, by, settled=settled)
    rows = [Row(piece=p, weight=weight_of(p, best=best)) for p in matrix.pieces if p.counts]
    scores = [
        _score(each.id, rows, {c.evidence: c for c in cells if c.hypothesis == each.id})
        for each in matrix.hypotheses
    ]
    by_points: Callable[[HypothesisScore], float] = lambda score: round(  # noqa: E731
        score.every_row if every_row else score.score, DIGITS
    )
    return Verdict(
        by=by,
        cells=cells,
        weights=_weights(rows, cells),
        scores=_ranked(scores, by_points),
        made_by=MADE_BY,
    )


def count_once(points: Mapping[str, float], origins: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """The rows of the largest sum of which each has an origin of its own, with that origin.

    Args:
        points: of each row, by its id; rows of none are not taken.
        origins: of each row.

    >>> count_once({"E1": 2.0, "E2": 1.0}, {"E1": ["wire"], "E2": ["wire"]})
    {'E1': 'wire'}
    """
    taken: dict[str, str] = {}
    for row in sorted(points, key=lambda each: (-points[each], each)):
        if points[row] > 0:
            _finds_origin(row, origins, taken, set())
    return {row: origin for origin, row in taken.items()}


def _finds_origin(
    row: str, origins: Mapping[str, Sequence[str]], taken: dict[str, str], tried: set[str]
) -> bool:
    for origin in origins[row]:
        if origin in tried:
            continue
        tried.add(origin)
        if origin not in taken or _finds_origin(taken[origin], origins, taken, tried):
            taken[origin] = row
            return True
    return False


def _score(hypothesis: str, rows: Sequence[Row], cells: Mapping[str, Cell]) -> HypothesisScore:
    origins = {row.piece.id: row.piece.origins for row in rows}
    least, most = (
        {row.piece.id: row.weight * bounds_of(cells[row.piece.id])[end] for row in rows}
        for end in (0, 1)
    )
    once, at_most = count_once(least, origins), count_once(most, origins)
    against = sorted((row for row in least if least[row] > 0), key=lambda row: (-least[row], row))
    told = Counter(cell.basis for cell in cells.values())
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


def _ranked(
    scores: Sequence[HypothesisScore], points: Callable[[HypothesisScore], float]
) -> tuple[HypothesisScore, ...]:
    every = [points(each) for each in scores if each.rank is not None]
    placed = [
        each
        if each.rank is None
        else replace(each, rank=1 + sum(other < points(each) for other in every))
        for each in scores
    ]
    return tuple(sorted(placed, key=lambda each: (each.rank is None, each.rank or 0)))


def _weights(rows: Sequence[Row], cells: Sequence[Cell]) -> tuple[PieceWeight, ...]:
    by_row: dict[str, list[Cell]] = {}
    for cell in cells:
        by_row.setdefault(cell.evidence, []).append(cell)
    weights = []
    for row in rows:
        spread = spread_of(by_row.get(row.piece.id, []))
        weights.append(
            PieceWeight(
                evidence=row.piece.id,
                weight=row.weight,
                unknown=unknown_of(row.piece),
                spread=spread,
                diagnosticity=None if spread is None else spread * row.weight,
            )
        )
    # Python's sort keeps the order of the matrix among equals.
    return tuple(sorted(weights, key=lambda each: -(each.diagnosticity or 0.0)))
