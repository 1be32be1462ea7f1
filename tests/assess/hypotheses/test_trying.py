"""What a ranking hangs on, and how far people differ."""

import pytest
from tests.assess.hypotheses.conftest import matrix_of, piece, rated, teller

from watchword.assess.hypotheses.trying import find_dissent, find_trials
from watchword.assess.hypotheses.weights import capped
from watchword.model.matrix import Matrix
from watchword.model.piece import PieceKind
from watchword.model.source import Credibility
from watchword.model.verdict import Trial, Without


def trial_of(matrix: Matrix, without: Without, name: str = "") -> Trial:
    trials = find_trials(matrix)
    return next(each for each in trials if (each.without, each.name) == (without, name))


@pytest.fixture
def hung() -> Matrix:
    """H1 leads by one row of Seoul alone, which one text prints."""
    pieces = [
        piece("E1", teller("Seoul", "wire"), grade="C3"),
        piece("E2", teller("Seoul", "post"), teller("Kyiv", "gazette"), grade="C2"),
    ]
    return matrix_of(
        pieces,
        rated("E1", {"H1": "C", "H2": "II"}),
        rated("E2", {"H1": "I", "H2": "C"}),
    )


def test_the_piece_the_origin_and_the_source_that_a_ranking_hangs_on_come_first(
    hung: Matrix,
) -> None:
    trials = find_trials(hung)
    telling = [(each.without, each.name) for each in trials if each.leads_change]
    assert telling == [
        (Without.PIECE, "E1"),
        (Without.ORIGIN, "wire"),
        (Without.SOURCE, "Seoul"),
    ]
    assert [each.leads_change for each in trials] == sorted(
        (each.leads_change for each in trials), reverse=True
    )
    assert trial_of(hung, Without.PIECE, "E1").ranking == (("H2",), ("H1",))


def test_a_piece_that_another_tells_too_stays_with_what_that_one_allows(hung: Matrix) -> None:
    # E2 falls from credibility 2 to 3 where one source is left: from 2^¼ to 1.
    scores = dict(trial_of(hung, Without.SOURCE, "Kyiv").scores)
    assert scores["H1"] == pytest.approx(1)
    assert dict(trial_of(hung, Without.ORIGIN, "wire").scores)["H1"] == pytest.approx(2**0.25)


def test_one_source_alone_allows_three_two_allow_two_and_none_allow_nothing() -> None:
    one, two = teller("Seoul", "a"), teller("Kyiv", "b")
    assert capped(Credibility.CONFIRMED, [one]).value == "3"
    assert capped(Credibility.CONFIRMED, [one, two]).value == "2"
    assert capped(Credibility.CONFIRMED, [one, two, teller("Paris", "c")]).value == "1"
    assert capped(Credibility.IMPROBABLE, [one]).value == "5"
    assert capped(Credibility.CONFIRMED, [teller("x", "a", counts=False)]).value == "6"
    # Two sources in one text are one.
    assert capped(Credibility.CONFIRMED, [one, teller("Kyiv", "a")]).value == "3"


def test_an_assumption_that_decides_is_told_as_such() -> None:
    assumed = [piece("E1", teller("Seoul", "wire"), grade="C3"), piece("E2", grade="A1")]
    made = matrix_of(
        [assumed[0], type(assumed[1])(id="E2", kind=PieceKind.ASSUMPTION, text="as ever")],
        rated("E1", {"H1": "I", "H2": "C"}),
        rated("E2", {"H1": "C", "H2": "II"}),
    )
    # E2 is of unknown grade: 1/2, twice.
    assert trial_of(made, Without.ASSUMPTION, "E2").leads_change


def test_what_nobody_knows_is_read_as_the_best_to_see_whether_it_matters() -> None:
    made = matrix_of(
        [piece("E1", teller("a", "a"), grade="F6"), piece("E2", teller("b", "b"), grade="C3")],
        rated("E1", {"H1": "I", "H2": "C"}),
        rated("E2", {"H1": "C", "H2": "I"}),
    )
    trial = trial_of(made, Without.UNKNOWN)
    assert trial.leads_change
    assert dict(trial.scores) == pytest.approx({"H1": 2.0, "H2": 1.0})


def test_counting_every_row_shows_what_one_origin_would_do_many_times() -> None:
    pieces = [piece(name, teller("Seoul", "wire")) for name in ("E1", "E2", "E3")]
    made = matrix_of(
        [*pieces, piece("E4", teller("Kyiv", "post"))],
        *(rated(name, {"H1": "I", "H2": "C"}) for name in ("E1", "E2", "E3")),
        rated("E4", {"H1": "C", "H2": "II"}),
    )
    trial = trial_of(made, Without.EVERY_ROW)
    assert trial.leads_change
    assert dict(trial.scores) == {"H1": 3, "H2": 2}


def test_people_stand_side_by_side_and_what_they_differ_in_is_weighed() -> None:
    made = matrix_of(
        [piece("E1", teller("a", "a"), grade="A1"), piece("E2", teller("b", "b"))],
        rated("E1", {"H1": "C", "H2": "I"}),
        rated("E2", {"H1": "I", "H2": "N"}),
        rated("E1", {"H1": "II"}, by="ben"),
        rated("E2", {"H1": "I", "H2": "I"}, by="ben"),
    )
    dissent = find_dissent(made)
    assert [each.by for each in dissent.verdicts] == ["ana", "ben"]
    told = [(each.evidence, each.hypothesis, each.points) for each in dissent.differences]
    assert told == [("E1", "H1", pytest.approx(4)), ("E2", "H2", pytest.approx(1))]
    scores = [{s.hypothesis: s.score for s in each.scores} for each in dissent.settled]
    # By ana: H1 = 1 (E2), H2 = 2 (E1). By ben: H1 = 4 + 1, H2 = 2 + 1.
    assert scores == [pytest.approx({"H1": 1, "H2": 2}), pytest.approx({"H1": 5, "H2": 3})]
    assert dissent.leads_differ


def test_who_takes_a_rating_back_is_in_no_dissent() -> None:
    made = matrix_of(
        [piece("E1", teller("a", "a"))],
        rated("E1", {"H1": "C"}),
        rated("E1", {"H1": "II"}, by="ben"),
        rated("E1", {"H1": ""}, by="ben"),
    )
    dissent = find_dissent(made)
    assert dissent.differences == ()
    assert [each.by for each in dissent.verdicts] == ["ana"]
