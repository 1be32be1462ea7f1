"""The desk writes each thing once, and only what passes the check."""

import sys
from dataclasses import replace
from importlib import import_module
from pathlib import Path

import pytest

from watchword.brief.material import Desk, Material
from watchword.model.sentence import Sentence

sys.path.insert(0, str(Path(__file__).parent / "situations"))
situations = import_module("situation_files")


@pytest.fixture
def desk() -> Desk:
    return Desk(situations.material_of("sahel-convoy"))


def key_of(material: Material, words: str) -> str:
    return next(key for key, claim in material.claims.items() if words in claim.sentence.quote)


def test_a_claim_is_told_once_unless_asked_again(desk: Desk) -> None:
    key = key_of(desk.material, "200 troops")
    assert desk.tell([key]) is not None
    assert desk.tell([key]) is None
    assert desk.tell([key], again=True) is not None
    assert key in desk.used


def test_the_first_wording_that_passes_is_taken(desk: Desk) -> None:
    key = key_of(desk.material, "200 troops")
    wrong = Sentence(text="Mali has sent 900 troops to the border.", claims=(key,))
    right = desk.tell([key], again=True)
    assert right is not None
    assert desk.first_sound(iter([wrong, right])) == right
    assert desk.refused == {}


def test_a_sentence_that_no_wording_saves_is_refused_with_its_reasons(desk: Desk) -> None:
    key = key_of(desk.material, "200 troops")
    wrong = Sentence(text="Mali has sent 900 troops to the border.", claims=(key,))
    assert desk.first_sound(iter([wrong])) is None
    assert any("900" in reason for reason in desk.refused[wrong.text].reasons)


def test_no_claims_tell_nothing(desk: Desk) -> None:
    assert desk.tell([]) is None


def test_an_echo_from_another_origin_is_cited_beside_the_lead() -> None:
    material = situations.material_of("sahel-convoy")
    lead = next(f for f in material.findings if len(f.supports) == 1)
    alone = Desk(replace(material, echoes={})).tell(lead.supports)
    assert alone is None or alone.claims == lead.supports
