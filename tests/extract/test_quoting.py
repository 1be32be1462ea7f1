"""A quotation says how the words are given, and goes on after its sentence."""

import pytest
from case_files import composed, read

from watchword.engines import ReadingEngine
from watchword.model.attribution import Voice


@pytest.mark.parametrize(
    ("text", "voice"),
    [
        ("\u201cThe bridge has fallen into the river,\u201d the mayor said.", "direct"),
        ('"The bridge has fallen into the river," the mayor said.', "direct"),
        ("The mayor said the bridge had \u201cfallen like a toy\u201d on Monday.", "mixed"),
        ("The mayor said the bridge had fallen.", "indirect"),
        ("The bridge was closed on Monday.", "own"),
    ],
)
def test_the_voice_is_how_the_words_are_given(text: str, voice: str, engine: ReadingEngine) -> None:
    (claim,) = read(composed(text), engine).claims
    assert claim.attribution.voice is Voice(voice)


def test_a_quotation_goes_on_with_the_same_speaker(engine: ReadingEngine) -> None:
    text = (
        "\u201cThe bridge has fallen,\u201d Mayor Aline Joseph said. "
        "\u201cThe road is closed. The market burned down on Monday.\u201d It rained in Goma."
    )
    chains = [
        [link.name for link in claim.attribution.links]
        for claim in read(composed(text), engine).claims
    ]
    assert chains == [["Aline Joseph"]] * 3 + [[]]


@pytest.mark.parametrize(
    ("text", "chains"),
    [
        (
            (
                "\u201cThe road is closed. The market burned down on Monday,\u201d "
                "Mayor Aline Joseph said."
            ),
            [["Aline Joseph"]] * 2,
        ),
        (
            (
                "Mayor Aline Joseph spoke. \u201cThe bridge has fallen. The road is closed,\u201d "
                "General Omar Haddad said."
            ),
            [["Omar Haddad"]] * 2,
        ),
        (
            (
                "\u201cWe have closed the road,\u201d Mayor Aline Joseph said. "
                "\u201cThe army says it "
                "will rebuild the bridge. I said the market was safe.\u201d"
            ),
            [["Aline Joseph"], ["Aline Joseph", "army"], ["Aline Joseph"]],
        ),
    ],
)
def test_a_quotation_is_its_speakers_from_end_to_end(
    text: str, chains: list[list[str]], engine: ReadingEngine
) -> None:
    claims = read(composed(text), engine).claims
    found = [[link.name for link in claim.attribution.links] for claim in claims]
    assert found[-len(chains) :] == chains
