"""What an actor holds on a question: the rules by name, and what always holds.

Whole reports with their positions are in `cases/positions.txt`.
"""

import pytest
from case_files import composed, read
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from watchword.engines import ReadingEngine
from watchword.model.position import Position

HOLDERS = ("Seoul", "The rebels", "President Ana Lopes", "The pilots' union", "It", "The law")
WORDS = (
    "may consider",
    "will not",
    "refused to",
    "was urged to",
    "has yet to decide whether to",
    "agreed not to",
    "threatened Oslo with a blockade and vowed to",
    "is open to talks if neighbours",
)
DEEDS = (
    "send arms to Kyiv",
    "leave, the envoy said",
    "let Oslo use \u201cthe base\u201d",
    "strike",
)
AROUND = ("{}.", "\u201c{},\u201d the minister said.", "Analysts said {}.", "Caf\u00e9 talk: {}!")


def held(text: str, engine: ReadingEngine) -> list[tuple[str, str, str]]:
    found = read(composed(text), engine).positions
    return [(each.holder, each.kind.value, each.matter.quote) for each in found]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.sampled_from(HOLDERS),
    st.sampled_from(WORDS),
    st.sampled_from(DEEDS),
    st.sampled_from(AROUND),
)
def test_every_span_stands_in_the_report_and_in_its_claims_sentence(
    holder: str, words: str, deed: str, around: str
) -> None:
    text = around.format(f"{holder} {words} {deed}") + " Nobody knew why."
    extraction = read(composed(text), SHARED)
    sentences = {claim.key: claim.sentence for claim in extraction.claims}
    for position in extraction.positions:
        sentence = sentences[position.claim]
        for span in spans_of(position):
            assert text[span.start : span.end] == span.quote
            assert span.quote.strip() == span.quote != ""
            assert sentence.start <= span.start < span.end <= sentence.end


SHARED = ReadingEngine()


def spans_of(position: Position) -> list:
    return [each for each in (position.matter, position.cue, position.toward) if each is not None]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Oslo supports the plan.", "supports"),
        ("Oslo does not support the plan.", "opposes"),
        ("Oslo no longer supports the plan.", "opposes"),
        ("Oslo opposes the plan.", "opposes"),
        ("Oslo does not oppose the plan.", "allows"),
        ("Oslo refused to rule out a strike.", "reviews"),
        ("Oslo did not rule out a strike.", "reviews"),
        ("Oslo will not allow a strike.", "refuses"),
        ("Oslo vowed not to join the war.", "refuses"),
        ("Oslo is not considering a strike.", "refuses"),
    ],
)
def test_a_negation_is_in_the_kind(text: str, kind: str, engine: ReadingEngine) -> None:
    assert [found for _, found, _ in held(text, engine)] == [kind]


@pytest.mark.parametrize(
    "text",
    [
        "Analysts said Seoul will send shells.",
        "Analysts believe that Seoul will refuse to send shells.",
        "Kyiv said Moscow plans to attack the port.",
        "The lawmaker, citing the spy agency, said Pyongyang plans to send more troops.",
        "The president is expected to sign the bill.",
        "The minister did not say whether Seoul would send shells.",
    ],
)
def test_what_others_foresee_is_nobodys_position(text: str, engine: ReadingEngine) -> None:
    assert held(text, engine) == []


def test_what_was_done_openly_may_be_told_by_others(engine: ReadingEngine) -> None:
    text = "Kyiv said Moscow refused to release the prisoners."
    extraction = read(composed(text), engine)
    (position,) = extraction.positions
    assert position.holder == "Moscow"
    assert [link.name for link in extraction.claims[0].attribution.links] == ["Kyiv"]


@pytest.mark.parametrize(
    "text",
    [
        "Seoul sent 500 shells to Kyiv in May.",
        "Mali's army had planned to retake the town.",
        "The bank initially refused to release the funds.",
        "Prices will rise, the minister said.",
        "The prime minister dismissed the general.",
        "The report backs the claim.",
        "Dmitry Peskov told reporters that the story was wrong.",
        "The ship sank after the captain refused to turn back.",
    ],
)
def test_deeds_plans_that_were_dropped_and_judgements_are_none(
    text: str, engine: ReadingEngine
) -> None:
    assert held(text, engine) == []


def test_it_is_the_body_that_speaks(engine: ReadingEngine) -> None:
    text = "Hamas said it would not disarm."
    assert held(text, engine) == [("Hamas", "refuses", "disarm")]


def test_we_is_the_speakers_state_where_that_is_told(engine: ReadingEngine) -> None:
    text = (
        "\u201cWe demand that Israel open the crossing,\u201d the Egyptian foreign minister said."
    )
    assert held(text, engine) == [("Egypt", "demands", "open the crossing")]


def test_a_condition_stays_with_the_position(engine: ReadingEngine) -> None:
    text = "The bloc will impose new sanctions if the vote goes ahead, its top diplomat said."
    (position,) = read(composed(text), engine).positions
    assert position.condition is not None
    assert position.condition.quote == "if the vote goes ahead"
    assert position.matter.quote == "impose new sanctions"


def test_each_position_has_a_key_and_a_claim_of_its_report(engine: ReadingEngine) -> None:
    text = "The senator supports sending engineers, but opposes closing the port."
    extraction = read(composed(text), engine)
    keys = [each.key for each in extraction.positions]
    assert len(keys) == len(set(keys)) == 2
    assert {each.claim for each in extraction.positions} <= {each.key for each in extraction.claims}
