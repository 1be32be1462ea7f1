"""What a ranking hangs on: each piece, origin and source left out, and what is unknown read anew.

Where a source or an origin is left out, a piece that others tell too stays, its reliability the
best of theirs and its credibility no better than they still allow. A piece that nobody else tells
goes.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace

from watchword.assess.hypotheses.cells import AGAINST, last_ratings, raters
from watchword.assess.hypotheses.scoring import judge
from watchword.assess.hypotheses.weights import best_reliability, capped, weight_of
from watchword.model.matrix import Matrix
from watchword.model.piece import Piece, PieceKind, Teller
from watchword.model.verdict import Difference, Dissent, Trial, Verdict, Without

_GONE = "left out to see what hangs on it"
Cut = Callable[[Teller], Teller | None]


def find_trials(matrix: Matrix, by: str | None = None) -> tuple[Trial, ...]:
    """What the matrix comes to without each piece, origin and source, and read otherwise.

    What changes who leads comes first, then what changes the order.

    Args:
        matrix: the matrix.
        by: whose ratings are taken, as in `judge`.
    """
    verdict = judge(matrix, by)
    trials = [
        *(_trial(without, name, pieces, tried, verdict, matrix)
          for without, name, pieces, tried in _each_tried(matrix, by)),
    ]
    return tuple(sorted(trials, key=lambda each: (not each.leads_change, not each.order_changes)))


def find_dissent(matrix: Matrix) -> Dissent:
    """Everybody's matrix side by side, and where they differ."""
    weights = {each.id: weight_of(each) for each in matrix.pieces if each.counts}
    machine = judge(matrix, "")
    found = []
    for (evidence, hypothesis), ratings in last_ratings(matrix).items():
        values = {each.consistency for each in ratings if each.consistency is not None}
        cell = machine.cell(evidence, hypothesis)
        if len(values) < 2 or cell is None:
            continue
        points = [weights[evidence] * AGAINST[value] for value in values]
        found.append(
            Difference(
                evidence=evidence,
                hypothesis=hypothesis,
                ratings=ratings,
                proposal=cell.proposal,
                points=max(points) - min(points),
            )
        )
    return Dissent(
        verdicts=tuple(judge(matrix, name) for name in raters(matrix)),
        machine=machine,
        differences=tuple(sorted(found, key=lambda d: (-d.points, d.evidence, d.hypothesis))),
    )


def _each_tried(
    matrix: Matrix, by: str | None
) -> Iterator[tuple[Without, str, tuple[str, ...], Verdict]]:
    counting = [each for each in matrix.pieces if each.counts]
    for piece in counting:
        kind = Without.ASSUMPTION if piece.kind is PieceKind.ASSUMPTION else Without.PIECE
        yield kind, piece.id, (piece.id,), judge(_without_piece(matrix, piece), by)
    tellers = [teller for piece in counting for teller in piece.tellers]
    for name in dict.fromkeys(origin for teller in tellers for origin in teller.origins):
        touched = tuple(p.id for p in counting if any(name in t.origins for t in p.tellers))
        yield Without.ORIGIN, name, touched, judge(_cut(matrix, _off_origin(name)), by)
    for name in dict.fromkeys(teller.source for teller in tellers):
        touched = tuple(p.id for p in counting if any(name == t.source for t in p.tellers))
        yield Without.SOURCE, name, touched, judge(_cut(matrix, _off_source(name)), by)
    every = tuple(each.id for each in counting)
    yield Without.UNKNOWN, "", every, judge(matrix, by, best=True)
    yield Without.EVERY_ROW, "", every, judge(matrix, by, every_row=True)


def _trial(  # noqa: PLR0913 - what was tried, and what it is held against
    without: Without,
    name: str,
    pieces: tuple[str, ...],
    tried: Verdict,
    verdict: Verdict,
    matrix: Matrix,
) -> Trial:
    every = without is Without.EVERY_ROW
    scores = {e.hypothesis: e.every_row if every else e.score for e in tried.scores}
    return Trial(
        without=without,
        name=name,
        pieces=pieces,
        ranking=tried.ranking,
        scores=tuple((each.id, scores[each.id]) for each in matrix.hypotheses),
        leads_change=tried.leads != verdict.leads,
        order_changes=tried.ranking != verdict.ranking,
    )


def _without_piece(matrix: Matrix, piece: Piece) -> Matrix:
    pieces = (replace(p, left_out=_GONE) if p is piece else p for p in matrix.pieces)
    return replace(matrix, pieces=tuple(pieces))


def _off_origin(name: str) -> Cut:
    def cut(teller: Teller) -> Teller | None:
        left = tuple(origin for origin in teller.origins if origin != name)
        return replace(teller, origins=left) if left else None

    return cut


def _off_source(name: str) -> Cut:
    return lambda teller: None if teller.source == name else teller


def _cut(matrix: Matrix, cut: Cut) -> Matrix:
    return replace(matrix, pieces=tuple(_cut_piece(each, cut) for each in matrix.pieces))


def _cut_piece(piece: Piece, cut: Cut) -> Piece:
    left = tuple(kept for teller in piece.tellers if (kept := cut(teller)) is not None)
    if left == piece.tellers:
        return piece
    if not left:
        return replace(piece, tellers=(), left_out=_GONE)
    return replace(
        piece,
        tellers=left,
        reliability=best_reliability(left),
        credibility=capped(piece.credibility, left),
    )
