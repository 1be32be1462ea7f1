"""Scenarios at the desk: built from what is claimed, computed, changed, taken back, exchanged."""

import pytest

from watchword.desk.desk import Desk
from watchword.desk.entries import Uploaded
from watchword.errors import InvalidScenarioError, RefusedError, SettingsError
from watchword.model.principal import whoever_is_here

OWNER = whoever_is_here("Ana")


def looked(desk: Desk, name: str, **asked: object) -> dict[str, object]:
    answer = desk.look(OWNER, "troops", name, asked)
    assert answer is not None
    return dict(answer.record)


def act(desk: Desk, name: str, **given: object) -> dict[str, object]:
    return dict(desk.act(OWNER, "troops", name, given))


def beliefs(desk: Desk, key: object, **asked: object) -> dict[str, float]:
    outlook = looked(desk, "scenario", key=key, **asked)["outlook"]
    assert isinstance(outlook, dict)
    return {each["node"]: each["now"][-1] for each in outlook["beliefs"]}


def small(desk: Desk) -> object:
    """A scenario of two states of affairs and an arrow."""
    key = act(desk, "new-scenario", title="What it leads to")["key"]
    act(desk, "put-node", key=key, id="fight", text="North Korean units fight")
    act(desk, "put-node", key=key, id="weapons", text="Seoul sends weapons to Kyiv")
    act(desk, "set-chance", key=key, id="fight", chance="50%", why="units were seen")
    act(desk, "draw-arrow", key=key, cause="fight", effect="weapons", chance="40%")
    return key


def test_a_scenario_is_built_of_suggested_arrows_that_lead_to_their_claims(own_desk: Desk) -> None:
    arrows = looked(own_desk, "scenario-suggestions")["arrows"]
    assert isinstance(arrows, list)
    assert len(arrows) > 10
    picked = [each["name"] for each in arrows[:2]]
    key = act(own_desk, "new-scenario", title="Two arrows", arrows=picked)["key"]
    scenario = looked(own_desk, "scenario", key=key)["scenario"]
    assert isinstance(scenario, dict)
    assert sorted(each["name"] for each in scenario["arrows"]) == sorted(picked)
    assert all(one["claim"] for each in scenario["arrows"] for one in each["claimed"])
    with pytest.raises(SettingsError, match="none of these arrows"):
        act(own_desk, "new-scenario", title="None", arrows=["no:such::leads"])


def test_what_if_is_computed_and_what_it_hangs_on_is_told(own_desk: Desk) -> None:
    key = small(own_desk)
    assert beliefs(own_desk, key)["weapons"] < beliefs(own_desk, key, seen="fight=yes")["weapons"]
    assert beliefs(own_desk, key, done="fight=no")["weapons"] < 0.1
    outlook = looked(own_desk, "scenario", key=key)["outlook"]
    assert isinstance(outlook, dict)
    assert outlook["target"]["node"] == "weapons"
    assert outlook["target"]["sensitivity"]
    with pytest.raises(SettingsError, match="no such state of affairs"):
        beliefs(own_desk, key, seen="peace=yes")


def test_each_change_has_who_and_is_taken_back(own_desk: Desk) -> None:
    key = small(own_desk)
    before = beliefs(own_desk, key)
    done = act(own_desk, "add-evidence", key=key, id="weapons", ratio="9", why="hints")
    assert beliefs(own_desk, key)["weapons"] > before["weapons"]
    act(own_desk, str(done["undo_by"]), decision=done["decision"])
    told = looked(own_desk, "scenario", key=key)
    assert beliefs(own_desk, key) == before
    history = told["history"]
    assert isinstance(history, list)
    assert {each["by"] for each in history} == {"Ana"}
    with pytest.raises(RefusedError, match="something later stands"):
        act(own_desk, "take-back", decision=done["decision"])


def test_claims_are_attached_with_their_credibility(own_desk: Desk) -> None:
    key = small(own_desk)
    hits = looked(own_desk, "claims", q="fighting Kursk")["hits"]
    assert isinstance(hits, list)
    act(own_desk, "add-evidence", key=key, id="fight", claims=hits[0]["claim"])
    scenario = looked(own_desk, "scenario", key=key)["scenario"]
    assert isinstance(scenario, dict)
    assert hits[0]["claim"] in scenario["evidence"][0]["claims"]
    assert scenario["evidence"][0]["credibility"]


def test_a_circle_is_told_and_can_be_cut(own_desk: Desk) -> None:
    key = small(own_desk)
    act(own_desk, "draw-arrow", key=key, cause="weapons", effect="fight", chance="10%")
    told = looked(own_desk, "scenario", key=key)
    assert told["outlook"] is None
    assert told["circles"]
    act(own_desk, "leave-arrow-out", key=key, cause="weapons", effect="fight")
    assert looked(own_desk, "scenario", key=key)["outlook"]


@pytest.mark.parametrize("form", ["json", "xdsl", "bif"])
def test_a_scenario_goes_out_as_a_file_and_comes_back(own_desk: Desk, form: str) -> None:
    key = small(own_desk)
    made = own_desk.make(OWNER, "troops", f"scenario.{form}", {"key": key})
    file = Uploaded(name=made.name, content=made.content)
    again = act(own_desk, "import-scenario", file=file, title="Again")["key"]
    assert beliefs(own_desk, again) == pytest.approx(beliefs(own_desk, key))


def test_a_file_that_holds_no_scenario_is_refused(own_desk: Desk) -> None:
    file = Uploaded(name="evil.xdsl", content=b"<!DOCTYPE x [<!ENTITY a 'b'>]><smile>&a;</smile>")
    with pytest.raises(InvalidScenarioError):
        act(own_desk, "import-scenario", file=file, title="Evil")


def test_a_scenario_that_is_removed_is_brought_back(own_desk: Desk) -> None:
    key = small(own_desk)
    done = act(own_desk, "remove-scenario", key=key)
    assert looked(own_desk, "scenarios")["scenarios"] == []
    act(own_desk, "take-back", decision=done["decision"])
    listed = looked(own_desk, "scenarios")["scenarios"]
    assert isinstance(listed, list)
    assert [each["key"] for each in listed] == [key]
