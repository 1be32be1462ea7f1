"""What a ranking hangs on: each piece, origin and source left out, and what is unknown read anew.

Where a source or an origin is left out, a piece that others tell too stays, its reliability the
best of theirs and its credibility no better than they still allow. A piece that nobody else tells
goes.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

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
    ids = [each.id for each in matrix.hypotheses]
    trials = (_trial(each, verdict, ids) for each in _each_tried(matrix, by))
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
        settled=tuple(judge(matrix, name, settled=True) for name in raters(matrix)),
        machine=machine,
        differences=tuple(sorted(found, key=lambda d: (-d.points, d.evidence, d.hypothesis))),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Tried:
    without: Without
    name: str
    pieces: tuple[str, ...]
    verdict: Verdict


def _each_tried(matrix: Matrix, by: str | None) -> Iterator[_Tried]:
    counting = [each for each in matrix.pieces if each.counts]
    for piece in counting:
        kind = Without.ASSUMPTION if piece.kind is PieceKind.ASSUMPTION else Without.PIECE
        verdict = judge(_without_piece(matrix, piece), by)
        yield _Tried(without=kind, name=piece.id, pieces=(piece.id,), verdict=verdict)
    for without, told, off in (
        (Without.ORIGIN, lambda teller: teller.origins, _off_origin),
        (Without.SOURCE, lambda teller: (teller.source,), _off_source),
    ):
        touched: dict[str, dict[str, None]] = {}
        for piece in counting:
            for name in (name for teller in piece.tellers for name in told(teller)):
                touched.setdefault(name, {})[piece.id] = None
        for name, pieces in touched.items():
            verdict = judge(_cut(matrix, off(name)), by)
            yield _Tried(without=without, name=name, pieces=tuple(pieces), verdict=verdict)
    every = tuple(each.id for each in counting)
    for without, verdict in (
        (Without.UNKNOWN, judge(matrix, by, best=True)),
        (Without.EVERY_ROW, judge(matrix, by, every_row=True)),
    ):
        yield _Tried(without=without, name="", pieces=every, verdict=verdict)


def _trial(tried: _Tried, verdict: Verdict, ids: Sequence[str]) -> Trial:
    every = tried.without is Without.EVERY_ROW
    scores = {e.hypothesis: e.every_row if every else e.score for e in tried.verdict.scores}
    return Trial(
        without=tried.without,
        name=tried.name,
        pieces=tried.pieces,
        ranking=tried.verdict.ranking,
        scores=tuple((each, scores[each]) for each in ids),
        leads_change=tried.verdict.leads != verdict.leads,
        order_changes=tried.verdict.ranking != verdict.ranking,
    )


def _without_piece(matrix: Matrix, piece: Piece) -> Matrix:
    pieces = (replace(p, left_out=_GONE) if p is piece else p for p in matrix.pieces)
    return replace(matrix, pieces=tuple(pieces))


def _off_origin(name: str) -> Cut:
    def cut(teller: Teller) -> Teller | None:
        told = zip(teller.origins, teller.outlets, strict=True)
        left = [(origin, outlet) for origin, outlet in told if origin != name]
        origins, outlets = zip(*left, strict=True) if left else ((), ())
        return replace(teller, origins=origins, outlets=outlets) if left else None

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
