"""A consequence is tied to its condition or its cause, by the words that tie them."""

import pytest
from case_files import composed, read

from watchword.engines import ReadingEngine


@pytest.mark.parametrize(
    ("text", "condition", "consequence", "cue"),
    [
        (
            "If the talks fail, the army will return, the envoy said.",
            "If the talks fail",
            "the army will return",
            "if",
        ),
        (
            "The army will return unless the talks succeed.",
            "unless the talks succeed",
            "The army will return",
            "unless",
        ),
        (
            "A blockade would lead to famine, the envoy said.",
            "A blockade",
            "to famine",
            "would lead",
        ),
    ],
)
def test_an_implication_has_its_two_sides(
    text: str, condition: str, consequence: str, cue: str, engine: ReadingEngine
) -> None:
    extraction = read(composed(text), engine)
    (implication,) = extraction.implications
    assert implication.claim == extraction.claims[0].key
    assert implication.condition.quote == condition
    assert implication.consequence.quote == consequence
    assert implication.cue == cue


def test_a_plain_claim_implies_nothing(engine: ReadingEngine) -> None:
    assert read(composed("The army returned on Monday."), engine).implications == ()
