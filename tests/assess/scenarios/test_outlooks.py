"""What a scenario says is what its tables say: published marginals, and plain enumeration."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import product
from math import isclose, log2

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.assess.scenarios.conftest import Beliefs, network, seen, told

from watchword.assess.scenarios.completing import each_full_table, with_defaults
from watchword.assess.scenarios.numbers import each_number
from watchword.assess.scenarios.outlooks import Supposed, look_ahead
from watchword.errors import InvalidScenarioError
from watchword.model.scenario import Arrow, Gate, Ground, Node, Scenario

Course = dict[str, str]


def each_course(scenario: Scenario, supposed: Supposed) -> Iterator[tuple[Course, float]]:
    """Every way that all nodes may stand, with its weight: the definition, line by line."""
    whole = with_defaults(scenario)
    tables = tuple(each_full_table(whole))
    states = {node.id: node.states for node in whole.nodes}
    for stand in product(*states.values()):
        course = dict(zip(states, stand, strict=True))
        weight = 1.0
        for table in tables:
            name = table.node.id
            if name in supposed.done:
                weight *= course[name] == supposed.done[name]
                continue
            line = list(product(*(states[cause] for cause in table.causes)))
            at = line.index(tuple(course[cause] for cause in table.causes))
            weight *= table.rows[at][states[name].index(course[name])]
        for each in whole.evidence:
            if each.node not in supposed.done:
                is_so = course[each.node] == each.state
                weight *= is_so if each.ratio is None else each.ratio if is_so else 1.0
        weight *= all(course[name] == state for name, state in supposed.observed.items())
        yield course, weight


def enumerated(scenario: Scenario, supposed: Supposed | None = None) -> dict[str, float]:
    courses = list(each_course(scenario, supposed or Supposed()))
    total = sum(weight for _, weight in courses)
    return {
        node.id: sum(w for course, w in courses if course[node.id] == node.states[-1]) / total
        for node in scenario.nodes
    }


def test_the_sprinkler_gives_the_published_numbers(sprinkler: Scenario, chances: Beliefs) -> None:
    assert chances(sprinkler)["wet"] == pytest.approx(0.6471)
    wet = chances(replace(sprinkler, evidence=(seen("wet"),)))
    assert wet["sprinkler"] == pytest.approx(0.4298, abs=5e-5)
    assert wet["rain"] == pytest.approx(0.7079, abs=5e-5)
    both = chances(replace(sprinkler, evidence=(seen("wet"), seen("rain"))))
    assert both["sprinkler"] == pytest.approx(0.1945, abs=5e-5)


def test_pearls_alarm_gives_the_published_numbers(burglary: Scenario, chances: Beliefs) -> None:
    called = chances(replace(burglary, evidence=(seen("john"), seen("mary"))))
    assert called["burglary"] == pytest.approx(0.284, abs=5e-4)
    assert chances(replace(burglary, evidence=(seen("john"),)))["burglary"] == pytest.approx(
        0.016, abs=5e-4
    )
    assert chances(burglary)["john"] == pytest.approx(0.0521, abs=5e-5)


def test_the_chest_clinic_gives_the_published_numbers(asia: Scenario, chances: Beliefs) -> None:
    before = chances(asia)
    published = {"tuberculosis": 0.0104, "cancer": 0.055, "bronchitis": 0.45, "xray": 0.1103}
    assert {name: round(before[name], 4) for name in published} == published
    assert before["dyspnoea"] == pytest.approx(0.4360, abs=5e-5)
    after = chances(replace(asia, evidence=(seen("asia"), seen("dyspnoea"))))
    assert after["tuberculosis"] == pytest.approx(0.0877, abs=5e-4)
    assert after["cancer"] == pytest.approx(0.0996, abs=5e-4)
    assert after["bronchitis"] == pytest.approx(0.8114, abs=5e-4)


@st.composite
def scenarios(draw: st.DrawFn) -> Scenario:
    """Small scenarios of every kind: tables, gates, prevention, defaults, evidence."""
    chance = st.integers(1, 19).map(lambda n: n / 20)
    size = draw(st.integers(2, 6))
    names = [f"n{number}" for number in range(size)]
    pairs = [(cause, effect) for at, effect in enumerate(names) for cause in names[:at]]
    arrows = [
        Arrow(
            cause=cause,
            effect=effect,
            when=draw(st.sampled_from([None, "no"])),
            prevents=draw(st.booleans()),
            weight=told(draw(chance)) if draw(st.booleans()) else None,
        )
        for cause, effect in pairs
        if draw(st.booleans())
    ]
    nodes = tuple(
        Node(
            id=name,
            text=name,
            chance=told(draw(chance)) if draw(st.booleans()) else None,
            gate=draw(st.sampled_from(list(Gate))),
        )
        for name in names
    )
    evidence = tuple(
        seen(
            name, draw(st.sampled_from(["no", "yes"])), ratio=draw(st.sampled_from([None, 0.5, 6]))
        )
        for name in names
        if draw(st.integers(0, 3)) == 0
    )
    return Scenario(title="made", nodes=nodes, arrows=tuple(arrows), evidence=evidence)


@settings(max_examples=60, deadline=None)
@given(scenario=scenarios(), data=st.data())
def test_every_answer_is_that_of_plain_enumeration(scenario: Scenario, data: st.DataObject) -> None:
    first = scenario.nodes[0].id
    supposed = data.draw(st.sampled_from([Supposed(), Supposed(done={first: "yes"})]))
    last = scenario.nodes[-1].id
    expected = enumerated(scenario, supposed)
    outlook = look_ahead(scenario, supposed, (last, "yes"))
    found = {each.node: each.now[-1] for each in outlook.beliefs}
    assert found == pytest.approx(expected, abs=1e-9)
    courses = list(each_course(scenario, supposed))
    total, most = sum(w for _, w in courses), max(w for _, w in courses)
    assert outlook.explanation_chance == pytest.approx(most / total, abs=1e-9)
    weight = next(w for course, w in courses if course == dict(outlook.explanation))
    assert weight == pytest.approx(most)
    focus = outlook.focus
    assert focus is not None
    for move in focus.moves:
        others = tuple(each for each in scenario.evidence if each is not move.evidence)
        without = enumerated(replace(scenario, evidence=others), supposed)
        assert move.without == pytest.approx(without[last], abs=1e-9)
    for worth in focus.worths:
        assert_worth(worth.node, last, courses, worth.information, worth.target_if)


def assert_worth(
    name: str,
    target: str,
    courses: list[tuple[Course, float]],
    information: float,
    target_if: tuple[float, ...],
) -> None:
    """Compare with the definition of mutual information, and of what each state would tell."""
    total = sum(w for _, w in courses)
    joint: Mapping[tuple[str, str], float] = {
        (a, b): sum(w for c, w in courses if c[name] == a and c[target] == b) / total
        for a, b in product(("no", "yes"), repeat=2)
    }
    bits = sum(
        p * log2(p / ((joint[a, "no"] + joint[a, "yes"]) * (joint["no", b] + joint["yes", b])))
        for (a, b), p in joint.items()
        if p > 0
    )
    assert information == pytest.approx(bits, abs=1e-8)
    for state, chance in zip(("no", "yes"), target_if, strict=True):
        known = joint[state, "no"] + joint[state, "yes"]
        if known > 0:
            assert chance == pytest.approx(joint[state, "yes"] / known, abs=1e-8)


@settings(max_examples=40, deadline=None)
@given(scenario=scenarios())
def test_a_swing_is_what_the_changed_scenario_says(scenario: Scenario) -> None:
    last = scenario.nodes[-1].id
    focus = look_ahead(scenario, target=(last, "yes")).focus
    assert focus is not None
    swings = {each.number: each for each in focus.swings}
    for number in each_number(with_defaults(scenario)):
        low, high = number.bounds
        ends = [enumerated(number.put(end))[last] for end in (low, high)]
        swing = swings.get(number.name)
        if swing is None:
            assert isclose(ends[0], ends[1], abs_tol=2e-6)
        else:
            assert (swing.target_low, swing.target_high) == pytest.approx(ends, abs=1e-8)


def test_evidence_moves_in_its_order_and_comes_to_the_same(asia: Scenario) -> None:
    scenario = replace(asia, evidence=(seen("xray", ratio=4.0), seen("smoking"), seen("dyspnoea")))
    outlook = look_ahead(scenario, target=("cancer", "yes"))
    assert outlook.focus is not None
    moves = outlook.focus.moves
    assert [each.evidence.node for each in moves] == ["xray", "smoking", "dyspnoea"]
    assert moves[0].before == pytest.approx(0.055)
    assert [each.after for each in moves[:-1]] == [each.before for each in moves[1:]]
    assert moves[-1].after == outlook.focus.probability


def test_seeing_a_thing_tells_of_its_causes_and_bringing_it_about_does_not(
    sprinkler: Scenario, chances: Beliefs
) -> None:
    before = chances(sprinkler)
    observed = chances(sprinkler, Supposed(observed={"sprinkler": "yes"}))
    done = chances(sprinkler, Supposed(done={"sprinkler": "yes"}))
    assert observed["cloudy"] == pytest.approx(1 / 6)
    assert done["cloudy"] == before["cloudy"]
    assert done["rain"] == before["rain"]
    assert done["wet"] == pytest.approx(0.5 * 0.9 + 0.5 * 0.99)


def test_evidence_on_what_is_brought_about_is_set_aside_and_told(sprinkler: Scenario) -> None:
    scenario = replace(sprinkler, evidence=(seen("sprinkler", "no"), seen("wet")))
    outlook = look_ahead(scenario, Supposed(done={"sprinkler": "yes"}))
    assert outlook.set_aside == (scenario.evidence[0],)
    assert outlook.beliefs[1].now == (0.0, 1.0)


def test_what_cannot_be_so_together_is_refused_with_its_nodes(sprinkler: Scenario) -> None:
    scenario = replace(
        sprinkler, evidence=(seen("wet"), seen("rain", "no"), seen("sprinkler", "no"))
    )
    with pytest.raises(
        InvalidScenarioError, match=r"wet, rain, sprinkler: .*cannot be so together"
    ):
        look_ahead(scenario)
    twice = replace(sprinkler, evidence=(seen("wet"), seen("wet", "no")))
    with pytest.raises(InvalidScenarioError, match="wet"):
        look_ahead(twice)


def test_a_node_cannot_be_seen_and_brought_about(sprinkler: Scenario) -> None:
    both = Supposed(observed={"rain": "yes"}, done={"rain": "yes"})
    with pytest.raises(InvalidScenarioError, match="choose one"):
        look_ahead(sprinkler, both)


def test_what_rests_on_nobodys_numbers_is_told_as_such() -> None:
    nodes = (Node(id="a", text="a"), Node(id="b", text="b"), Node(id="c", text="c"))
    arrows = (Arrow(cause="a", effect="b"),)
    scenario = Scenario(title="x", nodes=nodes, arrows=arrows)
    assert [each.is_untold for each in look_ahead(scenario).beliefs] == [True, True, True]
    known = replace(scenario, nodes=(replace(nodes[0], chance=told(0.2)), *nodes[1:]))
    beliefs = look_ahead(known).beliefs
    assert [(each.untold, each.numbers) for each in beliefs] == [(0, 1), (2, 3), (1, 1)]
    moved = look_ahead(replace(scenario, evidence=(seen("b", ratio=3.0),))).beliefs
    assert [each.is_untold for each in moved] == [False, False, True]


def test_pieces_of_evidence_on_one_node_weigh_together(
    sprinkler: Scenario, chances: Beliefs
) -> None:
    apart = replace(sprinkler, evidence=(seen("rain", ratio=2.0), seen("rain", ratio=3.0)))
    at_once = replace(sprinkler, evidence=(seen("rain", ratio=6.0),))
    assert chances(apart) == pytest.approx(chances(at_once))
    assert chances(at_once)["rain"] == pytest.approx(6 / 7)


def test_a_swing_of_a_number_in_words_goes_over_its_band() -> None:
    scenario = network({"a": ((), {(): 0.7})})
    plain = replace(scenario.nodes[0], table=(), chance=replace(told(0.675), words="likely"))
    focus = look_ahead(replace(scenario, nodes=(plain,)), target=("a", "yes")).focus
    assert focus is not None
    (swing,) = focus.swings
    assert (swing.low, swing.high) == (0.55, 0.8)
    assert swing.ground is Ground.PERSON
