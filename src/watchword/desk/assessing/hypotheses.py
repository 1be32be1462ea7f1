"""Competing hypotheses: the matrices of a record, one weighed, and what may be evidence."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Annotated

from pydantic import Field

from watchword.assess.hypotheses.filing import plain_piece
from watchword.assess.hypotheses.scoring import judge
from watchword.assess.hypotheses.sheets import LEGEND, grade_of, sources_of, words_of
from watchword.assess.hypotheses.trying import find_dissent, find_trials
from watchword.desk.ask import Ask, Instant, Line
from watchword.desk.assessing.fields import OneAsk
from watchword.desk.entries import DeskFile, DeskView, Made
from watchword.desk.scoping import over_window
from watchword.desk.seen import Seen
from watchword.errors import MissingError
from watchword.flow.hypothesis_files import bytes_of
from watchword.flow.hypothesis_records import (
    dissent_record,
    head_record,
    matrix_record,
    trial_record,
    verdict_record,
)
from watchword.flow.situation.hypotheses import choose_matrix, matrices_of
from watchword.flow.situation.hypothesis_deeds import change_key, changes_in, told
from watchword.flow.situation.hypothesis_weighing import (
    Scales,
    set_scales,
    suggest_pieces,
    weigh_matrix,
)
from watchword.flow.span_records import Record
from watchword.model.hypothesis import Consistency
from watchword.model.matrix import Matrix
from watchword.model.matrix_change import MatrixChange
from watchword.model.piece import Piece
from watchword.model.verdict import Trial

_MEDIA = {
    "json": "application/json",
    "csv": "text/csv; charset=utf-8",
    "md": "text/markdown; charset=utf-8",
    "html": "text/html; charset=utf-8",
}


class HypothesisAsk(OneAsk):
    """Which matrix is asked for.

    Attributes:
        by: as this person alone rates it; as everybody does where empty.
        before: an earlier instant whose ranking stands beside it.
    """

    by: Line = ""
    before: Instant = None


class SuggestionAsk(OneAsk):
    """For which matrix evidence is suggested.

    Attributes:
        limit: how many suggestions at most.
    """

    limit: Annotated[int, Field(ge=1, le=100)] = 12


def find_all(seen: Seen, _ask: Ask) -> Record:
    """Every matrix, with what leads as people and the record's last weighing have it."""
    with seen.view() as view:
        found = matrices_of(view)
    return {"matrices": [_listed(each) for each in found]}


def find_one(seen: Seen, ask: HypothesisAsk) -> Record:
    """A matrix: every cell, the scores, what parts the hypotheses, what would change the ranking.

    Raises:
        MissingError: if there is no such matrix.
    """
    matrix, _ = _weighed(seen, ask.key)
    verdict = judge(matrix, ask.by or None)
    trials = find_trials(matrix, ask.by or None) if verdict.cells else ()
    with seen.view() as view:
        changes = changes_in(view, matrix.key)
    people = sorted({each.by for each in matrix.ratings})
    told: Record = {
        "key": matrix.key,
        "matrix": matrix_record(matrix, verdict),
        "told": {each.id: _told(each) for each in matrix.pieces},
        "trials": [_trial(each) for each in trials if each.order_changes],
        "tried": len(trials),
        "dissent": dissent_record(matrix, find_dissent(matrix)) if len(people) > 1 else None,
        "people": people,
        "values": [each.value for each in Consistency],
        "legend": LEGEND,
        "before": _before(seen, ask),
        "history": [_change(each) for each in reversed(changes)],
    }
    return over_window(told, seen.window())


def find_suggestions(seen: Seen, ask: SuggestionAsk) -> Record:
    """Claims that may be taken as evidence, with what each does to the hypotheses.

    Raises:
        MissingError: if there is no such matrix, or it has no hypotheses.
    """
    matrix, scales = _weighed(seen, ask.key)
    if not matrix.hypotheses:
        raise MissingError("the matrix has no hypotheses yet", key=matrix.title)
    pieces, left = suggest_pieces(matrix, scales, ask.limit)
    told: Record = {
        "key": matrix.key,
        "title": matrix.title,
        "suggestions": [{**plain_piece(each), **_told(each)} for each in pieces],
        "more": left,
    }
    return over_window(told, seen.window())


def _weighed(seen: Seen, key: str) -> tuple[Matrix, Scales]:
    with seen.view() as view:
        bare = choose_matrix(view, key)
    scales = set_scales(bare, seen.known(), seen.engine())
    return weigh_matrix(bare, scales), scales


def _before(seen: Seen, ask: HypothesisAsk) -> Record | None:
    """The ranking as of an earlier instant, of the matrix as it was then."""
    if ask.before is None or ask.before >= seen.as_of:
        return None
    then = replace(seen, as_of=ask.before)
    try:
        matrix, _ = _weighed(then, ask.key)
    except MissingError:
        return {"as_of": ask.before.isoformat(), "verdict": None}
    texts = {each.id: each.text for each in matrix.hypotheses}
    verdict = judge(matrix, ask.by or None)
    return {"as_of": ask.before.isoformat(), "verdict": verdict_record(verdict, texts)}


def _listed(matrix: Matrix) -> Record:
    return {
        **head_record(matrix),
        "hypotheses": [{"id": each.id, "text": each.text} for each in matrix.hypotheses],
        "evidence": sum(each.counts for each in matrix.pieces),
        "ratings": len(matrix.ratings),
        "people": sorted({each.by for each in matrix.ratings}),
    }


def _told(piece: Piece) -> Record:
    return {"words": words_of(piece), "grade": grade_of(piece), "sources": sources_of(piece)}


def _trial(trial: Trial) -> Record:
    return trial_record(trial)


def _change(change: MatrixChange) -> Record:
    return {
        "key": change_key(change),
        "said": told(change),
        "by": change.by,
        "at": change.at.isoformat(),
        "why": change.why,
        "deed": change.deed.value,
    }


def _files() -> Iterable[DeskFile]:
    for form, media in _MEDIA.items():
        yield _file(form, media)


def _file(form: str, media: str) -> DeskFile:
    def make(seen: Seen, ask: HypothesisAsk) -> Made:
        matrix, _ = _weighed(seen, ask.key)
        name = f"matrix-{matrix.key}.{form}"
        content = bytes_of(matrix, judge(matrix, ask.by or None), name)
        return Made(content=content, media=media, name=name)

    return DeskFile(
        name=f"hypothesis.{form}",
        summary=f"A matrix of hypotheses as {form.upper()}",
        asks=HypothesisAsk,
        make=make,
    )


HYPOTHESES = DeskView(
    name="hypotheses",
    summary="Questions with competing hypotheses, and how much evidence each has",
    asks=Ask,
    find=find_all,
)
HYPOTHESIS = DeskView(
    name="hypothesis",
    summary="A matrix: every cell, what parts the hypotheses most, scores, what they hang on",
    asks=HypothesisAsk,
    find=find_one,
    is_heavy=True,
    is_awaited=True,
)
SUGGESTIONS = DeskView(
    name="hypothesis-suggestions",
    summary="Claims that may be taken as evidence, with what each does to the hypotheses",
    asks=SuggestionAsk,
    find=find_suggestions,
    is_heavy=True,
    is_awaited=True,
)
MATRIX_FILES = tuple(_files())
