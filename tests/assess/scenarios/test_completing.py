"""What is missing in a scenario is filled by a named rule and marked as nobody's."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from tests.assess.scenarios.conftest import node, told

from watchword.assess.scenarios.completing import (
    ARROW_CONTESTED,
    ARROW_UNTOLD,
    full_table,
    weight_of,
    with_defaults,
)
from watchword.model.claim import Modality
from watchword.model.scenario import Arrow, Backing, Gate, Ground, Node, Scenario
from watchword.model.span import Span

WORDS = Span(report="r", start=0, end=2, quote="so")


def claimed(claim: str, likelihood: str) -> Backing:
    return Backing(
        implication=f"i{claim}",
        claim=claim,
        report="1",
        origin=claim,
        outlet="Gulf Post",
        published=datetime(2024, 10, 24, tzinfo=UTC),
        chain=(),
        modality=Modality.CONDITIONAL,
        hedge=likelihood,
        likelihood=likelihood,
        condition=WORDS,
        consequence=WORDS,
        made_by="test/1",
    )


def rain(gate: Gate, *arrows: Arrow) -> Scenario:
    nodes = (
        Node(id="a", text="a", chance=told(0.5)),
        Node(id="b", text="b", chance=told(0.5)),
        Node(id="e", text="e", chance=told(0.9 if gate is Gate.AND else 0.1), gate=gate),
    )
    return Scenario(title="x", nodes=nodes, arrows=arrows)


A = Arrow(cause="a", effect="e", weight=told(0.8))
B = Arrow(cause="b", effect="e", weight=told(0.5))


def yes(scenario: Scenario) -> list[float]:
    return [row[1] for row in full_table("e", with_defaults(scenario)).rows]


def test_causes_that_are_at_work_add_up_as_noisy_or() -> None:
    assert yes(rain(Gate.OR, A, B)) == pytest.approx([0.1, 0.55, 0.82, 0.91])


def test_causes_that_are_missing_take_away_as_noisy_and() -> None:
    assert yes(rain(Gate.AND, A, B)) == pytest.approx([0.09, 0.18, 0.45, 0.9])


def test_a_cause_that_prevents_takes_away_where_it_is_at_work() -> None:
    assert yes(rain(Gate.OR, A, replace(B, prevents=True))) == pytest.approx(
        [0.1, 0.05, 0.82, 0.41]
    )


def test_a_cause_may_be_at_work_where_it_is_not_so() -> None:
    assert yes(rain(Gate.OR, replace(A, when="no"))) == pytest.approx([0.82, 0.1])


def test_a_line_that_is_given_stands_before_the_gate() -> None:
    scenario = rain(Gate.OR, A)
    row = node("e", {("yes",): 0.3}).table
    nodes = (*scenario.nodes[:2], replace(scenario.nodes[2], table=row))
    table = full_table("e", with_defaults(replace(scenario, nodes=nodes)))
    assert [line[1] for line in table.rows] == pytest.approx([0.1, 0.3])
    assert table.grounds == (Ground.RULE, Ground.PERSON)


def test_a_weight_is_what_every_source_that_tells_a_degree_tells() -> None:
    arrow = Arrow(cause="a", effect="e", claimed=(claimed("1", "likely"), claimed("2", "")))
    weight = weight_of(arrow)
    assert (weight.value, weight.words, weight.ground) == (0.675, "likely", Ground.CLAIM)
    assert weight.claims == ("1",)


def test_sources_that_differ_are_not_averaged() -> None:
    both = (claimed("1", "likely"), claimed("2", "very unlikely"))
    weight = weight_of(Arrow(cause="a", effect="e", claimed=both))
    assert (weight.value, weight.ground, weight.by) == (0.5, Ground.DEFAULT, ARROW_CONTESTED)


def test_what_nobody_gave_is_marked_with_its_rule() -> None:
    nodes = (Node(id="a", text="a"), Node(id="e", text="e"))
    scenario = Scenario(title="x", nodes=nodes, arrows=(Arrow(cause="a", effect="e"),))
    whole = with_defaults(scenario)
    assert whole.arrows[0].weight is not None
    assert (whole.arrows[0].weight.value, whole.arrows[0].weight.by) == (0.5, ARROW_UNTOLD)
    assert [each.chance and each.chance.value for each in whole.nodes] == [0.5, 0.03]
    assert all(each.chance and each.chance.ground is Ground.DEFAULT for each in whole.nodes)


def test_an_arrow_that_is_left_out_does_not_count() -> None:
    assert yes(rain(Gate.OR, replace(A, left_out="not borne out"))) == pytest.approx([0.1])
