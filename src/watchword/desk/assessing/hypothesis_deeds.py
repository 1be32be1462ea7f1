"""Opening a matrix, putting hypotheses up, taking and rating evidence, and taking all that back."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from watchword.desk.ask import Ask, Key, Line, Text
from watchword.desk.assessing.fields import OneAsk, Parted
from watchword.desk.entries import Action, Doing
from watchword.errors import SettingsError
from watchword.flow.situation.hypotheses import (
    Changes,
    change_matrix,
    choose_matrix,
    open_matrix,
)
from watchword.flow.situation.hypothesis_deeds import (
    change_key,
    changes_in,
    deed_of,
    own_word,
    put_up,
    rated,
    take_back_change,
    taken,
    told,
    weighed,
)
from watchword.flow.situation.hypothesis_weighing import set_scales, take_claims
from watchword.flow.span_records import Record
from watchword.model.hypothesis import Consistency, Rating
from watchword.model.matrix import Matrix
from watchword.model.matrix_change import MatrixDeed
from watchword.model.piece import PieceKind, Relevance

UNDO = "take-back-in-matrix"
"""Name of the action that takes a change of a matrix back."""


def _cells(value: object) -> object:
    given = [value] if isinstance(value, str) else value
    return [each for each in given if each] if isinstance(given, list | tuple) else given


Cells = Annotated[tuple[Line, ...], BeforeValidator(_cells), Field(max_length=500)]


class OpenAsk(Ask):
    """A matrix that is to be opened.

    Attributes:
        title: the question that the hypotheses answer.
        hypotheses: one a line, as they are to be numbered.
    """

    title: Key
    hypotheses: Text = ""


class HypothesisSaid(OneAsk):
    """A hypothesis that is put up.

    Attributes:
        id: its short name; the next number where empty.
        text: the hypothesis, a whole sentence.
        why: the reason.
    """

    id: Line = ""
    text: Line
    why: Line = ""


class EvidenceAsk(OneAsk):
    """What is taken as evidence: claims, or a person's own word.

    Attributes:
        claims: keys of claims, one piece together, parted by commas.
        text: what a person knows or takes for granted.
        kind: which of the two.
        grade: of the person's own word, as B2.
        relevance: how much it has to do with the question.
        why: the reason.
    """

    claims: Parted = ()
    text: Line = ""
    kind: Literal["note", "assumption"] = "note"
    grade: Line = ""
    relevance: Literal["", "high", "medium", "low"] = ""
    why: Line = ""


class PieceAsk(OneAsk):
    """A piece of evidence, or a hypothesis, of a matrix.

    Attributes:
        id: its short name.
        why: the reason.
    """

    id: Key
    why: Line = ""


class RelevanceAsk(PieceAsk):
    """How relevant a piece is.

    Attributes:
        relevance: how much it has to do with the question; empty where not said.
    """

    relevance: Literal["", "high", "medium", "low"] = ""


class RateAsk(OneAsk):
    """What somebody says of cells.

    Attributes:
        cells: as "E1 H1 II"; "E1 H1 -" takes back what they said.
        because: the reason for all of them.
    """

    cells: Cells = ()
    because: Line = ""


class BackAsk(Ask):
    """A change of a matrix that is taken back.

    Attributes:
        decision: the matrix's key and the change's, with a colon between.
    """

    decision: Key


def open_one(doing: Doing, ask: OpenAsk) -> Record:
    """Open a matrix, with first hypotheses."""
    lines = [line.strip() for line in ask.hypotheses.splitlines() if line.strip()]
    changes = tuple(put_up(f"H{n}", line, doing.by) for n, line in enumerate(lines, 1))
    made = open_matrix(doing.bench.store, ask.title, lambda _: changes, by=doing.by)
    return {
        "said": f"“{made.title}” is opened",
        "key": made.key,
        "at": f"/hypotheses/{made.key}",
    }


def say_hypothesis(doing: Doing, ask: HypothesisSaid) -> Record:
    """Put a hypothesis up."""
    return _changed(
        doing, ask.key, lambda m: (put_up(_named(m, ask), ask.text, doing.by, ask.why),)
    )


def drop(doing: Doing, ask: PieceAsk) -> Record:
    """Take a hypothesis off."""
    return _deed(doing, ask, MatrixDeed.DROPPED)


def take(doing: Doing, ask: EvidenceAsk) -> Record:
    """Take claims, a note or an assumption as a piece of evidence.

    Raises:
        RefusedError: if a piece says the same already.
    """
    if bool(ask.claims) is bool(ask.text):
        raise SettingsError("name claims, or say something yourself", key="claims")
    relevance = Relevance(ask.relevance) if ask.relevance else None
    if not ask.claims:
        piece = own_word(PieceKind(ask.kind), ask.text, ask.grade)
        piece = replace(piece, relevance=relevance, why=ask.why)
        return _changed(doing, ask.key, lambda m: (taken(m, piece, None, doing.by),))
    with doing.seen.view() as view:
        bare = choose_matrix(view, ask.key)
    scales = set_scales(bare, doing.seen.known(), doing.seen.engine())
    piece = replace(take_claims(ask.claims, scales.known), relevance=relevance, why=ask.why)
    return _changed(doing, ask.key, lambda m: (taken(m, piece, scales, doing.by),))


def leave_out(doing: Doing, ask: PieceAsk) -> Record:
    """Leave a piece out; it stays to be seen."""
    return _deed(doing, ask, MatrixDeed.LEFT_OUT)


def count_again(doing: Doing, ask: PieceAsk) -> Record:
    """Let a piece that was left out count again."""
    return _deed(doing, ask, MatrixDeed.TAKEN_BACK)


def weigh(doing: Doing, ask: RelevanceAsk) -> Record:
    """Say how much a piece has to do with the question."""
    relevance = Relevance(ask.relevance) if ask.relevance else None
    return _changed(doing, ask.key, lambda _: (weighed(ask.id, relevance, doing.by, ask.why),))


def rate(doing: Doing, ask: RateAsk) -> Record:
    """Say how well pieces go with hypotheses, or take back what one said."""
    ratings = [_rating(each, doing.by, ask.because) for each in ask.cells]
    if not ratings:
        raise SettingsError("no cell is rated", key="cells", mend="choose a value in a cell")
    return _changed(doing, ask.key, lambda _: tuple(map(rated, ratings)))


def take_back(doing: Doing, ask: BackAsk) -> Record:
    """Take a change of a matrix back."""
    matrix, _, key = ask.decision.partition(":")
    undone = take_back_change(doing.bench.store, matrix, key, doing.by)
    return {"said": f"taken back: {told(undone)}", "key": matrix, "at": f"/hypotheses/{matrix}"}


def _deed(doing: Doing, ask: PieceAsk, deed: MatrixDeed) -> Record:
    made = deed_of(deed, doing.by, ask.why, subject=ask.id)
    return _changed(doing, ask.key, lambda _: (made,))


def _changed(doing: Doing, key: str, changes: Changes) -> Record:
    """Change a matrix, and tell the last change so that it can be taken back."""
    store = doing.bench.store
    matrix = change_matrix(store, key, changes)
    with store.viewing() as view:
        last = changes_in(view, matrix.key)[-1]
    return {
        "said": told(last),
        "decision": f"{matrix.key}:{change_key(last)}",
        "undo_by": UNDO,
        "key": matrix.key,
        "at": f"/hypotheses/{matrix.key}",
    }


def _named(matrix: Matrix, ask: HypothesisSaid) -> str:
    if ask.id:
        return ask.id
    known = {each.id for each in matrix.hypotheses}
    return next(name for name in _numbers() if name not in known)


def _numbers() -> Iterator[str]:
    number = 1
    while True:
        yield f"H{number}"
        number += 1


def _rating(words: str, by: str, because: str) -> Rating:
    parts = words.split()
    if len(parts) != 3 or parts[2] not in {*Consistency, "-"}:
        raise SettingsError(f"'{words}' says nothing of a cell", key="cells", mend="as E1 H1 II")
    value = None if parts[2] == "-" else Consistency(parts[2])
    return Rating(evidence=parts[0], hypothesis=parts[1], consistency=value, by=by, because=because)


OPEN = Action(
    name="open-matrix",
    summary="Open a matrix of competing hypotheses",
    asks=OpenAsk,
    do=open_one,
)
PUT_UP = Action(
    name="put-up-hypothesis", summary="Put a hypothesis up", asks=HypothesisSaid, do=say_hypothesis
)
DROP = Action(name="drop-hypothesis", summary="Take a hypothesis off", asks=PieceAsk, do=drop)
TAKE_EVIDENCE = Action(
    name="take-evidence",
    summary="Take claims, a note or an assumption as a piece of evidence",
    asks=EvidenceAsk,
    do=take,
)
LEAVE_OUT = Action(
    name="leave-out-evidence",
    summary="Leave a piece of evidence out; it stays to be seen",
    asks=PieceAsk,
    do=leave_out,
)
COUNT_AGAIN = Action(
    name="count-evidence-again",
    summary="Let a piece of evidence that was left out count again",
    asks=PieceAsk,
    do=count_again,
)
WEIGH = Action(
    name="weigh-evidence",
    summary="Say how much a piece of evidence has to do with the question",
    asks=RelevanceAsk,
    do=weigh,
)
RATE = Action(
    name="rate-cells",
    summary="Say how well pieces of evidence go with hypotheses",
    asks=RateAsk,
    do=rate,
)
BACK = Action(name=UNDO, summary="Take a change of a matrix back", asks=BackAsk, do=take_back)
MATRIX_ACTIONS = (
    OPEN,
    PUT_UP,
    DROP,
    TAKE_EVIDENCE,
    LEAVE_OUT,
    COUNT_AGAIN,
    WEIGH,
    RATE,
    BACK,
)
