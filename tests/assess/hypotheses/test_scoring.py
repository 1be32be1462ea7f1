"""The score of a hypothesis: weights, each origin once, and what is open or disputed."""

from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.assess.hypotheses.conftest import matrix_of, piece, rated, teller

from watchword.assess.hypotheses.scoring import count_once, judge
from watchword.assess.hypotheses.weights import weight_of
from watchword.model.matrix import Matrix
from watchword.model.piece import Relevance
from watchword.model.verdict import Basis, HypothesisScore, Verdict


def score_of(verdict: Verdict, name: str) -> HypothesisScore:
    return next(each for each in verdict.scores if each.hypothesis == name)


def test_a_weight_is_the_product_of_parcs_steps() -> None:
    root = 2**0.5
    assert weight_of(piece("E1", grade="C3")) == 1
    assert weight_of(piece("E1", grade="A1")) == pytest.approx(root * root)
    assert weight_of(piece("E1", grade="E5")) == pytest.approx(1 / 2)
    assert weight_of(piece("E1", grade="B4")) == pytest.approx(1)
    high = replace(piece("E1", grade="A3"), relevance=Relevance.HIGH)
    assert weight_of(high) == pytest.approx(2)
    low = replace(piece("E1", grade="C3"), relevance=Relevance.LOW)
    assert weight_of(low) == pytest.approx(1 / root)


def test_what_is_unknown_weighs_as_the_worst_and_is_marked() -> None:
    unknown, worst = piece("E1", teller("x", "o"), grade="F6"), piece("E2", grade="E5")
    assert weight_of(unknown) == weight_of(worst)
    assert weight_of(unknown, best=True) == weight_of(piece("E3", grade="A1"))
    (weight,) = judge(matrix_of([unknown])).weights
    assert weight.unknown == ("reliability", "credibility")


def test_scores_are_those_computed_by_hand() -> None:
    pieces = [
        piece("E1", teller("Seoul", "wire"), grade="A1"),
        piece("E2", teller("Kyiv", "post"), grade="C3"),
        piece("E3", teller("Moscow", "agency"), grade="E5"),
    ]
    verdict = judge(
        matrix_of(
            pieces,
            rated("E1", {"H1": "C", "H2": "II"}),
            rated("E2", {"H1": "I", "H2": "I"}),
            rated("E3", {"H1": "II", "H2": "CC"}),
        )
    )
    # E1 weighs 2, E2 1, E3 1/2: H1 = 1·1 + 1/2·2, H2 = 2·2 + 1·1.
    assert score_of(verdict, "H1").score == pytest.approx(2)
    assert score_of(verdict, "H2").score == pytest.approx(5)
    assert verdict.ranking == (("H1",), ("H2",))
    assert verdict.is_settled


def test_what_is_consistent_proves_nothing() -> None:
    told = rated("E1", {"H1": "CC", "H2": "N"})
    verdict = judge(matrix_of([piece("E1", teller("x", "o"))], told))
    assert [each.score for each in verdict.scores] == [0, 0]
    assert verdict.ranking == (("H1", "H2"),)
    assert not verdict.is_settled


def test_of_two_rows_of_one_origin_the_heavier_counts_and_parcs_sum_stands_beside() -> None:
    pieces = [
        piece("E1", teller("Seoul", "wire"), grade="C3"),
        piece("E2", teller("Seoul", "wire"), grade="A1"),
    ]
    told = [rated(name, {"H1": "I", "H2": "C"}) for name in ("E1", "E2")]
    score = score_of(judge(matrix_of(pieces, *told)), "H1")
    assert (score.score, score.every_row) == (pytest.approx(2), pytest.approx(3))
    counted = [(each.evidence, each.origin) for each in score.counted]
    assert counted == [("E2", "wire"), ("E1", None)]


def test_a_row_of_two_origins_gives_way_to_one_that_has_no_other() -> None:
    points = {"E1": 2.0, "E2": 1.0}
    assert count_once(points, {"E1": ["a", "b"], "E2": ["a"]}) == {"E1": "b", "E2": "a"}


def test_nameless_sources_bring_no_origin_where_one_counts() -> None:
    named, nameless = teller("Seoul", "wire"), teller("officials", "post", counts=False)
    pieces = [piece("E1", named, nameless), piece("E2", teller("Seoul", "wire"))]
    told = [rated(name, {"H1": "I", "H2": "C"}) for name in ("E1", "E2")]
    assert score_of(judge(matrix_of(pieces, *told)), "H1").score == 1


def test_a_persons_own_word_is_an_origin_of_its_own() -> None:
    pieces = [piece("E1"), piece("E2")]
    told = [rated(name, {"H1": "I", "H2": "C"}) for name in ("E1", "E2")]
    assert score_of(judge(matrix_of(pieces, *told)), "H1").score == 2


def test_what_is_open_counts_nothing_and_shows_how_far_the_score_may_rise() -> None:
    told = rated("E1", {"H1": "I"})
    verdict = judge(matrix_of([piece("E1", teller("x", "a")), piece("E2", teller("x", "b"))], told))
    score = score_of(verdict, "H1")
    assert (score.score, score.at_most, score.count(Basis.OPEN)) == (1, 3, 1)
    assert score_of(verdict, "H2").rank is None
    assert verdict.leads == ("H1",)
    assert not verdict.is_settled


def test_people_who_differ_are_not_averaged() -> None:
    verdict = judge(
        matrix_of(
            [piece("E1", teller("x", "o"))],
            rated("E1", {"H1": "I", "H2": "C"}),
            rated("E1", {"H1": "II"}, by="ben"),
        )
    )
    cell = verdict.cell("E1", "H1")
    assert cell is not None
    assert (cell.basis, cell.value) == (Basis.DISPUTED, None)
    score = score_of(verdict, "H1")
    assert (score.score, score.at_most) == (1, 2)


def test_a_persons_word_stands_before_the_proposal_which_stays_beside_it() -> None:
    proposed = piece("E1", teller("x", "o"), proposed={"H1": "II", "H2": ""})
    before = judge(matrix_of([proposed]))
    assert score_of(before, "H1").score == 2
    after = judge(matrix_of([proposed], rated("E1", {"H1": "N"})))
    cell = after.cell("E1", "H1")
    assert cell is not None
    assert (cell.basis, cell.value and cell.value.value) == (Basis.PERSON, "N")
    assert cell.proposal == proposed.proposals[0]
    assert score_of(after, "H1").score == 0
    back = judge(matrix_of([proposed], rated("E1", {"H1": "N"}), rated("E1", {"H1": ""})))
    assert score_of(back, "H1") == score_of(before, "H1")


def test_one_persons_ratings_and_the_machines_are_judged_alone() -> None:
    proposed = piece("E1", teller("x", "o"), proposed={"H1": "I"})
    ratings = (rated("E1", {"H1": "II"}), rated("E1", {"H2": "II"}, by="ben"))
    made = matrix_of([proposed], *ratings)
    assert score_of(judge(made, "ana"), "H1").score == 2
    assert score_of(judge(made, "ana"), "H2").rank is None
    assert score_of(judge(made, "ben"), "H1").score == 1
    assert score_of(judge(made, ""), "H1").score == 1


def test_a_row_that_is_alike_for_all_parts_nothing_and_stands_last() -> None:
    pieces = [piece("E1", teller("x", "a")), piece("E2", teller("x", "b"), grade="A1")]
    verdict = judge(
        matrix_of(
            pieces,
            rated("E1", {"H1": "CC", "H2": "II", "H3": "NA"}),
            rated("E2", {"H1": "C", "H2": "C", "H3": "C"}),
            count=3,
        )
    )
    assert [(each.evidence, each.spread) for each in verdict.weights] == [("E1", 1.0), ("E2", 0.0)]
    assert [each.diagnosticity for each in verdict.weights] == [1.0, 0.0]


def test_a_disputed_cell_parts_a_row_by_the_value_that_parts_it_least() -> None:
    made = matrix_of(
        [piece("E1", teller("x", "a")), piece("E2", teller("x", "b"))],
        rated("E1", {"H1": "I", "H2": "C", "H3": "C"}),
        rated("E1", {"H1": "N"}, by="ben"),
        rated("E2", {"H1": "II", "H2": "CC", "H3": "II"}),
        rated("E2", {"H1": "CC", "H2": "I"}, by="ben"),
        count=3,
    )
    # E1: N against C is a quarter. E2: II, and I or CC, and II: I stands nearest, a quarter, too.
    assert [each.spread for each in judge(made).weights] == [0.25, 0.25]


def test_left_out_and_withdrawn_rows_leave_the_scores() -> None:
    gone = [
        replace(piece("E1", teller("x", "a")), left_out="ana: old"),
        replace(piece("E2", teller("x", "b")), withdrawn="its report was withdrawn"),
    ]
    told = [rated(name, {"H1": "II", "H2": "I"}) for name in ("E1", "E2")]
    verdict = judge(matrix_of(gone, *told))
    assert (verdict.cells, verdict.weights, verdict.leads) == ((), (), ())


ORIGINS = ("a", "b", "c")
ROWS = st.lists(
    st.tuples(
        st.sets(st.sampled_from(ORIGINS), min_size=1),
        st.sampled_from(("CC", "N", "I", "II")),
        st.sampled_from(("A1", "C3", "E5", "F6")),
    ),
    min_size=1,
    max_size=5,
)


def drawn(rows: list[tuple[set[str], str, str]]) -> Matrix:
    pieces = [
        piece(f"E{number}", teller("x", *sorted(origins)), grade=grade)
        for number, (origins, _, grade) in enumerate(rows, start=1)
    ]
    told = [rated(f"E{n}", {"H1": value}) for n, (_, value, _) in enumerate(rows, start=1)]
    return matrix_of(pieces, *told, count=1)


@settings(max_examples=80, deadline=None)
@given(rows=ROWS)
def test_further_prints_of_an_origin_change_nothing(rows: list[tuple[set[str], str, str]]) -> None:
    made = drawn(rows)
    twice = [
        replace(each, tellers=(*each.tellers, *(replace(t, source="y") for t in each.tellers)))
        for each in made.pieces
    ]
    assert judge(replace(made, pieces=tuple(twice))).scores == judge(made).scores


@settings(max_examples=80, deadline=None)
@given(rows=ROWS)
def test_the_score_is_the_largest_sum_in_which_each_row_has_its_own_origin(
    rows: list[tuple[set[str], str, str]],
) -> None:
    made = drawn(rows)
    points = {
        each.evidence: each.points for each in judge(made).scores[0].counted if each.points > 0
    }
    origins = {each.id: set(each.origins) for each in made.pieces}
    best = max(
        sum(points[row] for row in chosen)
        for size in range(len(points) + 1)
        for chosen in combinations(points, size)
        # Hall: every part of the choice has as many origins as rows.
        if all(
            len(set().union(*(origins[row] for row in part))) >= len(part)
            for count in range(1, size + 1)
            for part in combinations(chosen, count)
        )
    )
    assert judge(made).scores[0].score == pytest.approx(best)


@settings(max_examples=60, deadline=None)
@given(rows=ROWS)
def test_leaving_a_row_out_never_raises_a_score(rows: list[tuple[set[str], str, str]]) -> None:
    made = drawn(rows)
    whole = judge(made).scores[0].score
    for left in made.pieces:
        pieces = tuple(replace(p, left_out="x") if p is left else p for p in made.pieces)
        assert judge(replace(made, pieces=pieces)).scores[0].score <= whole + 1e-9
