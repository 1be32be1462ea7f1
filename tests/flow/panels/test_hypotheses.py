"""A matrix in a brief tells what speaks against each hypothesis, and how firmly that is claimed."""

from datetime import UTC, datetime

import pytest
from tests.store.records import engine, read_of

from watchword.flow.knowing import known_of
from watchword.flow.panels import hypotheses_panel
from watchword.flow.panels.rows import LastBrief
from watchword.flow.situation.hypothesis_weighing import set_scales, weigh_matrix
from watchword.model.hypothesis import Consistency, Hypothesis, Rating
from watchword.model.known import Known
from watchword.model.matrix import Matrix
from watchword.model.panel import Panel
from watchword.model.piece import Piece, PieceKind
from watchword.model.plan import Part

SENT = "North Korean troops have been sent to Russia"
NOT_SENT = "No North Korean troops are in Russia"


@pytest.fixture(scope="module")
def known() -> Known:
    """One report says so, one denies it."""
    return known_of(
        [
            read_of("Moscow denied that North Korean troops had been sent to Russia."),
            read_of("Kyiv said that North Korean troops had been sent to Russia."),
        ]
    )


def panel(known: Known, ratings: tuple[Rating, ...], before: LastBrief | None = None) -> Panel:
    pieces = tuple(
        Piece(id=f"E{number}", kind=PieceKind.CLAIM, text=claim.content.quote, claims=(claim.key,))
        for number, claim in enumerate(known.claims.values(), 1)
    )
    matrix = Matrix(
        key="m",
        title="Were troops sent?",
        hypotheses=(Hypothesis(id="H1", text=SENT), Hypothesis(id="H2", text=NOT_SENT)),
        pieces=pieces,
        ratings=ratings,
    )
    made = hypotheses_panel(
        weigh_matrix(matrix, set_scales(matrix, known, engine())), known, before
    )
    assert made is not None
    return made


def rated(evidence: str, hypothesis: str, value: Consistency, by: str = "ana") -> Rating:
    return Rating(evidence=evidence, hypothesis=hypothesis, consistency=value, by=by)


def against(known: Known, *others: Rating) -> tuple[Rating, ...]:
    """The denial speaks against H1, whichever piece it is."""
    denial = next(
        number
        for number, claim in enumerate(known.claims.values(), 1)
        if claim.modality == "denied"
    )
    return (rated(f"E{denial}", "H1", Consistency.VERY_INCONSISTENT), *others)


def test_what_counts_against_a_hypothesis_is_told_as_firmly_as_it_is_claimed(known: Known) -> None:
    made = panel(known, against(known))
    assert (made.part, made.title) == (Part.HYPOTHESES, "Were troops sent?")
    rows = {row.cells[0]: row for row in made.rows}
    assert rows[SENT].cells[3].startswith("denied: ")
    assert rows[SENT].claims
    assert any("no probability" in note for note in made.notes)


def test_cells_on_which_people_differ_are_counted_and_not_averaged(known: Known) -> None:
    (first,) = against(known)
    other = rated(first.evidence, "H1", Consistency.CONSISTENT, by="ben")
    made = panel(known, (first, other))
    assert any(note.startswith("Cells on which people differ: 1;") for note in made.notes)


def test_a_rank_that_moved_is_marked(known: Known) -> None:
    plain = panel(known, against(known))
    before = LastBrief(as_of=datetime(2024, 1, 1, tzinfo=UTC), panels=(plain,))
    turned = tuple(
        rated(each.evidence, "H1", Consistency.CONSISTENT) for each in against(known)
    ) + tuple(rated(f"E{n}", "H2", Consistency.VERY_INCONSISTENT) for n in (1, 2))
    made = panel(known, turned, before)
    was = {row.cells[0]: row.cells[1] for row in plain.rows}
    marks = {row.cells[0]: (row.cells[1], row.cells[-1]) for row in made.rows}
    assert {rank for rank, _ in marks.values()} == {"1", "2"}
    assert all(
        mark == ("" if rank == was[name] else f"was {was[name]}")
        for name, (rank, mark) in marks.items()
    )
    assert any(mark for _, mark in marks.values())
