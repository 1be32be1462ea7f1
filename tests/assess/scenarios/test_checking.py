"""What cannot be computed is refused, and the refusal says what is wrong."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from tests.assess.scenarios.conftest import node, seen, told
from tests.assess.scenarios.test_completing import claimed

from watchword.assess.scenarios.checking import check_scenario
from watchword.assess.scenarios.network import Network
from watchword.errors import InvalidScenarioError
from watchword.model.scenario import Arrow, Node, Scenario

GOOD = Scenario(
    title="x",
    nodes=(Node(id="a", text="a"), Node(id="b", text="b")),
    arrows=(Arrow(cause="a", effect="b"),),
)
FAULTS: list[tuple[str, Callable[[Scenario], Scenario]]] = [
    ("1 to 500 nodes", lambda s: replace(s, nodes=())),
    ("more than once", lambda s: replace(s, nodes=(*s.nodes, s.nodes[0]))),
    ("is no name", lambda s: replace(s, nodes=(Node(id="a b", text="a"),), arrows=())),
    ("2 to 32 states", lambda s: replace(s, nodes=(Node(id="a", text="a", states=("a",)),))),
    ("no node c", lambda s: replace(s, arrows=(Arrow(cause="c", effect="b"),))),
    ("no such state", lambda s: replace(s, arrows=(Arrow(cause="a", effect="b", when="x"),))),
    ("more than once", lambda s: replace(s, arrows=(s.arrows[0], s.arrows[0]))),
    ("no such node", lambda s: replace(s, evidence=(seen("c"),))),
    ("ratio", lambda s: replace(s, evidence=(seen("a", ratio=0.0),))),
    ("ratio", lambda s: replace(s, evidence=(seen("a", ratio=float("nan")),))),
    (
        "from 0 to 1",
        lambda s: replace(s, nodes=(replace(s.nodes[0], chance=told(1.5)), s.nodes[1])),
    ),
    ("from 0 to 1", lambda s: replace(s, arrows=(replace(s.arrows[0], weight=told(-0.1)),))),
    ("does not fit", lambda s: replace(s, nodes=(s.nodes[0], node("b", {("no", "no"): 0.2})))),
    ("does not fit", lambda s: replace(s, nodes=(s.nodes[0], node("b", {("maybe",): 0.2})))),
]


def test_a_scenario_that_is_whole_passes() -> None:
    check_scenario(GOOD)
    assert Network(GOOD).order == ("a", "b")


@pytest.mark.parametrize(("told", "spoil"), FAULTS)
def test_a_fault_is_named(told: str, spoil: Callable[[Scenario], Scenario]) -> None:
    with pytest.raises(InvalidScenarioError, match=told):
        check_scenario(spoil(GOOD))


def test_a_line_that_does_not_come_to_one_is_refused() -> None:
    line = node("b", {("no",): 0.2}).table[0]
    spoilt = replace(line, chances=(told(0.2), told(0.2)))
    scenario = replace(GOOD, nodes=(GOOD.nodes[0], replace(GOOD.nodes[1], table=(spoilt,))))
    with pytest.raises(InvalidScenarioError, match=r"come to 0\.4, not 1"):
        check_scenario(scenario)


def test_a_circle_is_shown_with_who_claims_it_and_a_person_cuts_it() -> None:
    back = Arrow(cause="b", effect="a", claimed=(claimed("1", "likely"),))
    circle = replace(GOOD, arrows=(*GOOD.arrows, back))
    with pytest.raises(InvalidScenarioError, match=r"a > b > a: .*b:a is claimed by outlet"):
        check_scenario(circle)
    check_scenario(replace(circle, arrows=(GOOD.arrows[0], replace(back, left_out="too weak"))))


def test_a_node_of_several_states_needs_its_whole_table() -> None:
    three = Node(id="b", text="b", states=("low", "middle", "high"))
    with pytest.raises(InvalidScenarioError, match="no gate fills"):
        check_scenario(replace(GOOD, nodes=(GOOD.nodes[0], three)))
    with pytest.raises(InvalidScenarioError, match="one chance is not enough"):
        check_scenario(replace(GOOD, nodes=(GOOD.nodes[0], replace(three, chance=told(0.2)))))


def test_a_node_of_too_many_causes_is_refused() -> None:
    nodes = tuple(Node(id=f"n{number}", text="n") for number in range(20))
    arrows = tuple(Arrow(cause=each.id, effect="n0") for each in nodes[1:])
    with pytest.raises(InvalidScenarioError, match="too many causes"):
        check_scenario(Scenario(title="x", nodes=nodes, arrows=arrows))


def test_a_graph_that_is_too_entangled_is_refused_before_it_fills_the_memory() -> None:
    """Every pair of thirty nodes has an effect in common, so none can be summed away apart."""
    roots = [f"r{number}" for number in range(30)]
    pairs = [(a, b) for at, a in enumerate(roots) for b in roots[:at]]
    nodes = (*roots, *(f"{a}_{b}" for a, b in pairs))
    scenario = Scenario(
        title="x",
        nodes=tuple(Node(id=name, text=name) for name in nodes),
        arrows=tuple(Arrow(cause=c, effect=f"{a}_{b}") for a, b in pairs for c in (a, b)),
    )
    check_scenario(scenario)
    with pytest.raises(InvalidScenarioError, match="too entangled"):
        Network(scenario)
