"""A person picks, words and completes; what sources claim stays with its arrow."""

from dataclasses import replace

import pytest
from tests.assess.scenarios.conftest import node, seen, told
from tests.assess.scenarios.test_completing import claimed

from watchword.assess.scenarios import editing
from watchword.assess.scenarios.checking import check_scenario
from watchword.errors import InvalidScenarioError
from watchword.model.scenario import Arrow, Gate, Node, Scenario

LIKELY = claimed("1", "likely")
COULD = claimed("2", "")


@pytest.fixture
def scenario() -> Scenario:
    """Two wordings of fighting, each with what it is said to lead to."""
    names = ("fight", "combat", "threat", "targets")
    return Scenario(
        title="x",
        nodes=tuple(Node(id=name, text=name) for name in names),
        arrows=(
            Arrow(cause="fight", effect="threat", claimed=(LIKELY,)),
            Arrow(cause="combat", effect="threat", claimed=(COULD,)),
            Arrow(cause="combat", effect="targets"),
        ),
        evidence=(seen("combat", ratio=2.0),),
    )


def test_two_nodes_that_are_one_keep_the_arrows_claims_and_evidence_of_both(
    scenario: Scenario,
) -> None:
    joined = editing.join_nodes(scenario, "fight", "combat")
    assert [each.id for each in joined.nodes] == ["fight", "threat", "targets"]
    assert [(each.cause, each.effect) for each in joined.arrows] == [
        ("fight", "threat"),
        ("fight", "targets"),
    ]
    assert joined.arrows[0].claimed == (LIKELY, COULD)
    assert joined.evidence[0].node == "fight"
    check_scenario(joined)


def test_of_two_weights_that_meet_none_is_chosen(scenario: Scenario) -> None:
    one, other, *rest = scenario.arrows
    weighed = replace(
        scenario,
        arrows=(replace(one, weight=told(0.2)), replace(other, weight=told(0.8)), *rest),
    )
    assert editing.join_nodes(weighed, "fight", "combat").arrows[0].weight is None


def test_joining_cause_and_effect_makes_no_arrow_to_itself(scenario: Scenario) -> None:
    joined = editing.join_nodes(scenario, "threat", "fight")
    assert [(each.cause, each.effect) for each in joined.arrows] == [
        ("combat", "threat"),
        ("combat", "targets"),
    ]


def test_a_node_is_worded_added_and_removed_with_all_that_hangs_on_it(scenario: Scenario) -> None:
    worded = editing.add_node(scenario, "fight", "they fight in Kursk")
    assert worded.nodes[0].text == "they fight in Kursk"
    assert editing.add_node(scenario, "new", "something").nodes[-1].text == "something"
    removed = editing.remove_node(scenario, "combat")
    assert [each.id for each in removed.nodes] == ["fight", "threat", "targets"]
    assert (len(removed.arrows), removed.evidence) == (1, ())
    with pytest.raises(InvalidScenarioError, match="no such node"):
        editing.remove_node(scenario, "cat")


def test_a_line_of_a_table_is_set_and_set_again(scenario: Scenario) -> None:
    given = {"fight": "yes", "combat": "no"}
    once = editing.set_row(scenario, "threat", given, told(0.9))
    twice = editing.set_row(once, "threat", dict(reversed(given.items())), told(0.7))
    (row,) = twice.nodes[2].table
    assert (row.given, [each.value for each in row.chances]) == (("yes", "no"), [0.3, 0.7])
    check_scenario(twice)
    with pytest.raises(InvalidScenarioError, match="causes are fight, combat"):
        editing.set_row(scenario, "threat", {"fight": "yes"}, told(0.9))
    with pytest.raises(InvalidScenarioError, match="no such state"):
        editing.set_row(scenario, "threat", {**given, "combat": "maybe"}, told(0.9))


def test_a_table_goes_where_its_causes_change(scenario: Scenario) -> None:
    line = node("targets", {("yes",): 0.9}).table
    nodes = (*scenario.nodes[:3], replace(scenario.nodes[3], table=line))
    tabled = replace(scenario, nodes=nodes)
    for changed in (
        editing.add_arrow(tabled, Arrow(cause="fight", effect="targets")),
        editing.leave_out(tabled, "combat", "targets", "doubtful"),
        editing.remove_node(tabled, "combat"),
    ):
        found = changed.node("targets")
        assert found is not None
        assert found.table == ()
        check_scenario(changed)


def test_an_arrow_that_is_there_takes_the_weight_and_keeps_its_claims(scenario: Scenario) -> None:
    weighed = editing.add_arrow(scenario, Arrow(cause="fight", effect="threat", weight=told(0.4)))
    assert weighed.arrows[0] == replace(scenario.arrows[0], weight=told(0.4))
    out = editing.leave_out(weighed, "fight", "threat", "ana: doubtful")
    assert (out.arrows[0].left_out, out.arrows[0].claimed) == ("ana: doubtful", (LIKELY,))
    back = editing.add_arrow(out, Arrow(cause="fight", effect="threat"))
    assert back.arrows[0] == weighed.arrows[0]
    with pytest.raises(InvalidScenarioError, match="no such arrow"):
        editing.leave_out(scenario, "threat", "fight", "x")


def test_chances_and_gates_are_set(scenario: Scenario) -> None:
    changed = editing.set_gate(
        editing.set_chance(scenario, "threat", told(0.2)), "threat", Gate.AND
    )
    assert changed.nodes[2] == replace(scenario.nodes[2], chance=told(0.2), gate=Gate.AND)


def test_evidence_on_one_ground_stands_once_and_comes_off(scenario: Scenario) -> None:
    again = editing.add_evidence(scenario, seen("combat", ratio=3.0))
    assert [each.ratio for each in again.evidence] == [3.0]
    claimed_too = replace(seen("combat", ratio=6.0), claims=("1", "2"))
    both = editing.add_evidence(again, claimed_too)
    assert [each.ratio for each in both.evidence] == [3.0, 6.0]
    once = editing.add_evidence(both, replace(claimed_too, claims=("2", "3"), ratio=4.0))
    assert [each.ratio for each in once.evidence] == [3.0, 4.0]
    assert editing.remove_evidence(once, "combat").evidence == ()
    with pytest.raises(InvalidScenarioError, match="no evidence"):
        editing.remove_evidence(scenario, "fight")
