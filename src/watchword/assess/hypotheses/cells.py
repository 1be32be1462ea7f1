"""What stands in each cell of a matrix: what people say, else what the machine proposes."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from math import inf

from watchword.model.hypothesis import Consistency, Proposal, Rating
from watchword.model.matrix import Matrix
from watchword.model.verdict import Basis, Cell

AGAINST: Mapping[Consistency, int] = {
    Consistency.VERY_CONSISTENT: 0,
    Consistency.CONSISTENT: 0,
    Consistency.NEUTRAL: 0,
    Consistency.INCONSISTENT: 1,
    Consistency.VERY_INCONSISTENT: 2,
    Consistency.NOT_APPLICABLE: 0,
}
"""What a cell counts against its hypothesis (PARC): what is consistent proves nothing (Heuer)."""

MOST_AGAINST = 2

SCALE: Mapping[Consistency, int] = {
    Consistency.VERY_CONSISTENT: 2,
    Consistency.CONSISTENT: 1,
    Consistency.NEUTRAL: 0,
    Consistency.INCONSISTENT: -1,
    Consistency.VERY_INCONSISTENT: -2,
}
"""Where a cell stands between the ends; what is not applicable stands nowhere."""


def find_cells(matrix: Matrix, by: str | None = None, *, settled: bool = False) -> tuple[Cell, ...]:
    """The cells of the evidence that counts, row by row.

    Args:
        matrix: the matrix.
        by: whose ratings are taken: one person's, nobody's where empty, everybody's where None.
        settled: whether the person's ratings only settle what everybody's leave open or disputed.
    """
    said = {
        cell: _taken(ratings, by, settled=settled) for cell, ratings in last_ratings(matrix).items()
    }
    return tuple(_each_cell(matrix, said))


def last_ratings(matrix: Matrix) -> Mapping[tuple[str, str], tuple[Rating, ...]]:
    """What people say now of each cell: the last of each who has not taken it back, by name."""
    last: dict[tuple[str, str], dict[str, Rating]] = {}
    for rating in matrix.ratings:
        last.setdefault((rating.evidence, rating.hypothesis), {})[rating.by] = rating
    return {
        cell: tuple(said[name] for name in sorted(said) if said[name].consistency is not None)
        for cell, said in last.items()
    }


def raters(matrix: Matrix) -> tuple[str, ...]:
    """Who says something of a cell now, by name."""
    said = last_ratings(matrix).values()
    return tuple(sorted({rating.by for ratings in said for rating in ratings}))


def bounds_of(cell: Cell) -> tuple[int, int]:
    """What a cell counts against its hypothesis at least and at most."""
    if cell.basis is Basis.OPEN:
        return 0, MOST_AGAINST
    values = [AGAINST[each] for each in _values(cell)]
    return min(values), max(values)


def spread_of(cells: Sequence[Cell]) -> float | None:
    """How far apart the cells of one row are, from 0 to 1; None of fewer than two values.

    Of a disputed cell the value counts that parts the row least.
    """
    told = [{SCALE[value] for value in _values(cell) if value in SCALE} for cell in cells]
    told = [places for places in told if places]
    if len(told) < 2:
        return None
    ends = SCALE[Consistency.VERY_CONSISTENT] - SCALE[Consistency.VERY_INCONSISTENT]
    return min(map(partial(_reach, told), set().union(*told))) / ends


def _reach(told: Sequence[set[int]], low: int) -> float:
    """How far above a place the cells reach that stand at it or above, each as low as it can."""
    lowest = [min((place for place in places if place >= low), default=None) for places in told]
    reached = [place for place in lowest if place is not None]
    return max(reached) - low if len(reached) == len(told) else inf


def _values(cell: Cell) -> list[Consistency]:
    if cell.value is not None:
        return [cell.value]
    return [each.consistency for each in cell.ratings if each.consistency is not None]


def _taken(ratings: tuple[Rating, ...], by: str | None, *, settled: bool) -> tuple[Rating, ...]:
    if by is None:
        return ratings
    own = tuple(each for each in ratings if each.by == by)
    return own or ratings if settled else own


def _each_cell(
    matrix: Matrix, said: Mapping[tuple[str, str], tuple[Rating, ...]]
) -> Iterator[Cell]:
    for piece in matrix.pieces:
        if not piece.counts:
            continue
        proposals = {each.hypothesis: each for each in piece.proposals}
        for hypothesis in matrix.hypotheses:
            taken = said.get((piece.id, hypothesis.id), ())
            proposal = proposals.get(hypothesis.id)
            basis, value = _value_of(taken, proposal)
            yield Cell(
                evidence=piece.id,
                hypothesis=hypothesis.id,
                basis=basis,
                value=value,
                ratings=taken,
                proposal=proposal,
            )


def _value_of(
    ratings: Sequence[Rating], proposal: Proposal | None
) -> tuple[Basis, Consistency | None]:
    values = {each.consistency for each in ratings}
    if len(values) > 1:
        return Basis.DISPUTED, None
    if values:
        return Basis.PERSON, values.pop()
    if proposal is None or proposal.consistency is None:
        return Basis.OPEN, None
    return Basis.PROPOSED, proposal.consistency
