"""A consequence is tied to its condition or its cause, by the words that tie them."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from case_files import composed, read

from watchword.engines import ReadingEngine
from watchword.model.reading import Reading, Word


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


class Crossing:
    """An engine whose first word hangs from the reason, so that the reason reaches everywhere."""

    def __init__(self, engine: ReadingEngine) -> None:
        self._engine = engine
        self.name = engine.name

    def read(self, sentences: Sequence[Sequence[Word]]) -> tuple[Reading, ...]:
        """Read, and hang the first word of each sentence elsewhere."""
        return tuple(map(self._crossed, self._engine.read(sentences)))

    def _crossed(self, reading: Reading) -> Reading:
        first, *others = reading.tokens
        reason = next(index for index, each in enumerate(reading.tokens) if each.text == "closed")
        return replace(reading, tokens=(replace(first, head=reason, relation="obl"), *others))


def test_a_reason_that_reaches_around_its_verb_costs_nothing(engine: ReadingEngine) -> None:
    text = "Exports will fall because the port is closed."
    (implication,) = read(composed(text), Crossing(engine)).implications
    assert implication.consequence.quote == "Exports will fall"
    assert implication.condition.quote == "the port is closed"


def test_a_plain_claim_implies_nothing(engine: ReadingEngine) -> None:
    assert read(composed("The army returned on Monday."), engine).implications == ()


@pytest.mark.parametrize(
    ("text", "horizon", "hedge"),
    [
        ("A blockade would lead to famine within months.", "within months", "would"),
        (
            "A cut in supplies is likely to trigger blackouts by the end of the year.",
            "by the end of the year",
            "likely",
        ),
        (
            "If the recruits see combat, they could be a threat on their return.",
            "on their return",
            "could",
        ),
        ("If the dam breaks, the valley will flood.", None, None),
        ("If fuel runs out by Friday, the clinic will close.", None, None),
    ],
)
def test_an_implication_tells_when_and_how_softly(
    text: str, horizon: str | None, hedge: str | None, engine: ReadingEngine
) -> None:
    (implication,) = read(composed(text), engine).implications
    assert (implication.horizon.words if implication.horizon else None) == horizon
    assert (implication.hedge.quote if implication.hedge else None) == hedge


@pytest.mark.parametrize(
    ("text", "condition", "consequence"),
    [
        (
            "Without a truce, the hospital will run out of fuel within days.",
            "Without a truce",
            "the hospital will run out of fuel within days",
        ),
        (
            "Because the port is closed, grain exports will fall next month.",
            "the port is closed",
            "grain exports will fall next month",
        ),
        ("Prices may rise because of the strike.", "the strike", "Prices may rise"),
        (
            "The envoy warned that the pullout would leave the border open.",
            "the pullout",
            "the border open",
        ),
    ],
)
def test_what_the_tree_or_the_model_ties_is_found(
    text: str, condition: str, consequence: str, engine: ReadingEngine
) -> None:
    (implication,) = read(composed(text), engine).implications
    assert implication.condition.quote == condition
    assert implication.consequence.quote == consequence


@pytest.mark.parametrize(
    "text",
    [
        "The army returned because the talks failed.",
        "Had the dam held, the town would not have flooded.",
        "The president will visit Delhi so that the deal can be signed.",
        "The army will stay until the threat is gone.",
        "A truce would not lead to peace, the envoy said.",
        "Kyiv would allow the convoy to pass.",
        "Djibouti will not allow its territory to be used for attacks, its foreign minister said.",
    ],
)
def test_reasons_purposes_and_leave_imply_nothing(text: str, engine: ReadingEngine) -> None:
    assert read(composed(text), engine).implications == ()
