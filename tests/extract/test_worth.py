"""Questions, greetings and headlines claim nothing."""

import pytest
from case_files import composed, read

from watchword.engines import ReadingEngine


@pytest.mark.parametrize(
    "text",
    [
        "Will the army leave the town by Monday?",
        "\u201cWill the army leave the town by Monday?\u201d",
        "Army leaves the town by night\n\n",
        "MR. ABE: Good afternoon, everybody, and thank you.",
        "MR. ABE: Okay, yeah, I think so, thanks.",
        "Rain again.",
        "A long night in the besieged town of Goma.",
    ],
)
def test_what_states_nothing_is_no_claim(text: str, engine: ReadingEngine) -> None:
    assert read(composed(text), engine).claims == ()


def test_talk_of_weight_is_a_claim(engine: ReadingEngine) -> None:
    text = "MR. ABE: The missiles were launched from the east coast."
    (claim,) = read(composed(text), engine).claims
    assert [link.name for link in claim.attribution.links] == ["Abe"]
