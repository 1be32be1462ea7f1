"""Hypotheses at the desk: opened, held against evidence, rated, taken back."""

import pytest

from watchword.desk.desk import Desk
from watchword.errors import MissingError, RefusedError, SettingsError
from watchword.model.principal import Membership, Principal, Role, whoever_is_here

OWNER = whoever_is_here("Ana")
BEN = Principal(name="Ben", memberships=(Membership(situation="troops", role=Role.ANALYST),))
SENT = "North Korean troops were sent to Russia.\nNo North Korean troops were sent to Russia."


def act(desk: Desk, name: str, who: Principal = OWNER, **given: object) -> dict[str, object]:
    return dict(desk.act(who, "troops", name, given))


def looked(desk: Desk, name: str, **asked: object) -> dict[str, object]:
    answer = desk.look(OWNER, "troops", name, asked)
    assert answer is not None
    return dict(answer.record)


def cell(desk: Desk, key: object, hypothesis: str, piece: str = "E1") -> dict[str, object]:
    matrix = looked(desk, "hypothesis", key=key)["matrix"]
    assert isinstance(matrix, dict)
    row = next(each for each in matrix["evidence"] if each["id"] == piece)
    return dict(row["cells"][hypothesis])


@pytest.fixture
def matrix(own_desk: Desk) -> object:
    """A matrix of two hypotheses with an assumption in it."""
    key = act(own_desk, "open-matrix", title="Were troops sent?", hypotheses=SENT)["key"]
    act(own_desk, "take-evidence", key=key, text="Images show arrivals", grade="B2")
    return key


def test_a_suggested_claim_is_taken_as_evidence_and_parts_the_hypotheses(own_desk: Desk) -> None:
    key = act(own_desk, "open-matrix", title="Were troops sent?", hypotheses=SENT)["key"]
    suggestions = looked(own_desk, "hypothesis-suggestions", key=key)["suggestions"]
    assert isinstance(suggestions, list)
    claims = ",".join(suggestions[0]["claims"])
    act(own_desk, "take-evidence", key=key, claims=claims)
    told = looked(own_desk, "hypothesis", key=key)
    matrix = told["matrix"]
    assert isinstance(matrix, dict)
    assert matrix["leads"] == ["H1"]
    assert matrix["evidence"][0]["diagnosticity"] > 0
    assert told["trials"]
    with pytest.raises(RefusedError, match="evidence already"):
        act(own_desk, "take-evidence", key=key, claims=claims)


def test_a_cell_is_rated_and_the_rating_is_taken_back(own_desk: Desk, matrix: object) -> None:
    done = act(own_desk, "rate-cells", key=matrix, cells=["E1 H2 II"], because="they show it")
    assert cell(own_desk, matrix, "H2")["value"] == "II"
    act(own_desk, "rate-cells", key=matrix, cells=["E1 H2 I"])
    act(own_desk, str(done["undo_by"]), decision=done["decision"])
    assert cell(own_desk, matrix, "H2")["basis"] == "open"


def test_people_who_differ_are_shown_side_by_side_and_never_averaged(
    own_desk: Desk, matrix: object
) -> None:
    act(own_desk, "rate-cells", key=matrix, cells=["E1 H1 CC", "E1 H2 II"])
    act(own_desk, "rate-cells", BEN, key=matrix, cells=["E1 H1 II"])
    assert cell(own_desk, matrix, "H1")["basis"] == "disputed"
    told = looked(own_desk, "hypothesis", key=matrix)["dissent"]
    assert isinstance(told, dict)
    assert [each["hypothesis"] for each in told["differences"]] == ["H1"]


def test_a_hypothesis_that_was_dropped_comes_back_with_what_people_said(
    own_desk: Desk, matrix: object
) -> None:
    act(own_desk, "rate-cells", BEN, key=matrix, cells=["E1 H2 II"])
    done = act(own_desk, "drop-hypothesis", key=matrix, id="H2")
    act(own_desk, "take-back-in-matrix", decision=done["decision"])
    ratings = cell(own_desk, matrix, "H2")["ratings"]
    assert isinstance(ratings, list)
    assert [(each["by"], each["consistency"]) for each in ratings] == [("Ben", "II")]


def test_evidence_is_left_out_and_counts_again(own_desk: Desk, matrix: object) -> None:
    done = act(own_desk, "leave-out-evidence", key=matrix, id="E1", why="a rumour")
    told = looked(own_desk, "hypothesis", key=matrix)["matrix"]
    assert isinstance(told, dict)
    assert told["evidence"] == []
    act(own_desk, "take-back-in-matrix", decision=done["decision"])
    assert cell(own_desk, matrix, "H1")["basis"] == "open"


def test_a_matrix_is_shown_beside_what_it_was(own_desk: Desk, matrix: object) -> None:
    before = looked(own_desk, "hypothesis", key=matrix, before="2024-10-20")["before"]
    assert isinstance(before, dict)
    assert before["verdict"] is None


@pytest.mark.parametrize("cells", ["E1 H1", "E1 H1 XX", "nonsense"])
def test_what_says_nothing_of_a_cell_is_refused(own_desk: Desk, matrix: object, cells: str) -> None:
    with pytest.raises(SettingsError, match="says nothing of a cell"):
        act(own_desk, "rate-cells", key=matrix, cells=cells)


def test_a_change_that_is_not_there_is_missing(own_desk: Desk, matrix: object) -> None:
    with pytest.raises(MissingError):
        act(own_desk, "take-back-in-matrix", decision=f"{matrix}:{'0' * 16}")
