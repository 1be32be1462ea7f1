"""A scenario in a brief leaves out what was not known, and says whose numbers it uses."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from tests.store.records import read_of

from watchword.flow.knowing import known_of
from watchword.flow.panels.rows import Before
from watchword.flow.panels.scenarios import scenario_panels
from watchword.model.known import Known
from watchword.model.scenario import Arrow, Chance, Evidence, Ground, Node, Scenario

pytest.importorskip("pyagrum")


def by_person(value: float) -> Chance:
    return Chance(value=value, ground=Ground.PERSON, by="ana")


SCENARIO = Scenario(
    title="A war and what follows",
    nodes=(
        Node(id="fight", text="the troops fight", chance=by_person(0.4)),
        Node(id="skill", text="the troops gain skill"),
        Node(id="threat", text="the troops are a threat"),
        Node(id="talks", text="there are talks"),
    ),
    arrows=(
        Arrow(cause="fight", effect="skill", weight=by_person(0.8)),
        Arrow(cause="skill", effect="threat", weight=by_person(0.7)),
        Arrow(cause="fight", effect="talks"),
    ),
)


@pytest.fixture(scope="module")
def known() -> Known:
    """What one report tells."""
    return known_of([read_of("Kyiv said that North Korean troops had fought near Kursk.")])


def shown(claim: str) -> Scenario:
    seen = Evidence(
        node="fight", state="yes", ratio=6.0, ground=Ground.RULE, by="rule", claims=(claim,)
    )
    return replace(SCENARIO, evidence=(seen,))


def test_the_end_with_most_behind_it_stands_first(known: Known) -> None:
    (panel,) = scenario_panels([SCENARIO], known)
    assert [row.cells[0] for row in panel.rows] == ["the troops are a threat", "there are talks"]
    assert "no evidence moves it" in panel.rows[0].cells


def test_evidence_moves_it_and_its_claims_are_cited(known: Known) -> None:
    claim = next(iter(known.claims))
    (plain,) = scenario_panels([SCENARIO], known)
    before = Before(as_of=datetime(2024, 1, 1, tzinfo=UTC), panels=(plain,))
    (panel,) = scenario_panels([shown(claim)], known, before)
    row = panel.rows[0]
    assert row.claims == (claim,)
    assert row.cells[3].startswith("evidence that the troops fight: from ")
    assert row.cells[-1] == f"was {plain.rows[0].cells[1]}"


def test_evidence_of_claims_that_are_not_known_is_set_aside_and_that_is_said(known: Known) -> None:
    (panel,) = scenario_panels([shown("0000000000000000")], known)
    (plain,) = scenario_panels([SCENARIO], known)
    assert panel.rows == plain.rows
    assert any("set aside" in note and note.endswith("1.") for note in panel.notes)


def test_a_number_of_a_claim_that_is_not_known_counts_as_given_by_nobody(known: Known) -> None:
    told = Chance(value=0.9, ground=Ground.CLAIM, claims=("0000000000000000",))
    first = replace(SCENARIO.nodes[0], chance=told)
    (panel,) = scenario_panels([replace(SCENARIO, nodes=(first, *SCENARIO.nodes[1:]))], known)
    assert "source's own words" not in panel.notes[0]
    assert "given by nobody" in panel.notes[0]


def test_states_of_affairs_are_named_in_words(known: Known) -> None:
    (panel,) = scenario_panels([SCENARIO], known)
    assert panel.rows[0].cells[2].endswith("“the troops fight”=yes (given by people)")
