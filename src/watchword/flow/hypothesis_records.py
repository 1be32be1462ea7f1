"""What a matrix comes to, as the plain records that `watchword hypotheses … --json` prints."""

from watchword.assess.hypotheses.filing import plain_piece, plain_proposal, plain_rating
from watchword.flow.span_records import Record
from watchword.model.matrix import Matrix
from watchword.model.verdict import (
    Basis,
    Cell,
    Difference,
    Dissent,
    HypothesisScore,
    PieceWeight,
    Trial,
    Verdict,
)

DIGITS = 6
"""Digits after the point that are printed: more would be the machine's, and nobody's."""


def matrix_record(matrix: Matrix, verdict: Verdict) -> Record:
    """The record of a matrix with everything that its scores rest on."""
    pieces = {each.id: each for each in matrix.pieces}
    texts = {each.id: each.text for each in matrix.hypotheses}
    return {
        **head_record(matrix),
        **verdict_record(verdict, texts),
        "evidence": [
            {
                **plain_piece(pieces[weight.evidence]),
                "counted_origins": list(pieces[weight.evidence].origins),
                **_weight(weight),
                "cells": {
                    each.id: _cell(cell)
                    for each in matrix.hypotheses
                    if (cell := verdict.cell(weight.evidence, each.id)) is not None
                },
            }
            for weight in verdict.weights
        ],
        "not_counted": [plain_piece(each) for each in matrix.pieces if not each.counts],
        "ratings": [plain_rating(each) for each in matrix.ratings],
    }


def head_record(matrix: Matrix) -> Record:
    """What a matrix is, without its evidence."""
    return {
        "matrix_id": matrix.key,
        "title": matrix.title,
        "by": matrix.by,
        "at": matrix.at.isoformat() if matrix.at else None,
        "as_of": matrix.as_of.isoformat() if matrix.as_of else None,
    }


def verdict_record(verdict: Verdict, texts: dict[str, str]) -> Record:
    """The scores of a verdict.

    Args:
        verdict: the verdict.
        texts: the words of each hypothesis, by its id.
    """
    return {
        "ratings_of": verdict.by,
        "ranking": [list(group) for group in verdict.ranking],
        "leads": list(verdict.leads),
        "settled": verdict.is_settled,
        "hypotheses": [_score(each, texts) for each in verdict.scores],
        "made_by": verdict.made_by,
    }


def trial_record(trial: Trial) -> Record:
    """The record of what a matrix comes to with something left out or read otherwise."""
    return {
        "without": trial.without.value,
        "name": trial.name,
        "evidence": list(trial.pieces),
        "leads_change": trial.leads_change,
        "order_changes": trial.order_changes,
        "ranking": [list(group) for group in trial.ranking],
        "scores": {name: _round(score) for name, score in trial.scores},
    }


def dissent_record(matrix: Matrix, dissent: Dissent) -> Record:
    """The record of several people's matrices side by side."""
    texts = {each.id: each.text for each in matrix.hypotheses}
    return {
        **head_record(matrix),
        "leads_differ": dissent.leads_differ,
        "people": [verdict_record(each, texts) for each in dissent.verdicts],
        "settled_by": [verdict_record(each, texts) for each in dissent.settled],
        "machine": verdict_record(dissent.machine, texts),
        "differences": [_difference(each) for each in dissent.differences],
    }


def _score(score: HypothesisScore, texts: dict[str, str]) -> Record:
    return {
        "hypothesis": score.hypothesis,
        "text": texts.get(score.hypothesis, ""),
        "rank": score.rank,
        "score": _round(score.score),
        "score_at_most": _round(score.at_most),
        "every_row": _round(score.every_row),
        "inconsistent_rows": score.inconsistent,
        "cells": {basis.value: score.count(basis) for basis in Basis},
        "counted": [
            {"evidence": each.evidence, "points": _round(each.points), "by_origin": each.origin}
            for each in score.counted
        ],
    }


def _weight(weight: PieceWeight) -> Record:
    return {
        "weight": _round(weight.weight),
        "unknown": list(weight.unknown),
        "spread": None if weight.spread is None else _round(weight.spread),
        "diagnosticity": None if weight.diagnosticity is None else _round(weight.diagnosticity),
    }


def _cell(cell: Cell) -> Record:
    return {
        "value": cell.value.value if cell.value else None,
        "basis": cell.basis.value,
        "ratings": [plain_rating(each) for each in cell.ratings],
        "proposal": plain_proposal(cell.proposal) if cell.proposal else None,
    }


def _difference(difference: Difference) -> Record:
    return {
        "evidence": difference.evidence,
        "hypothesis": difference.hypothesis,
        "ratings": [plain_rating(each) for each in difference.ratings],
        "proposal": plain_proposal(difference.proposal) if difference.proposal else None,
        "points": _round(difference.points),
    }


def _round(value: float) -> float:
    # A negative zero would be another text for the same number.
    return round(value, DIGITS) + 0.0
