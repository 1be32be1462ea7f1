"""Denials, silence, policies and deeds, told by claims that take no position."""

import pytest
from tests.relate.claims import KREMLIN, PYONGYANG, claim

from watchword.model.attribution import Link, LinkKind
from watchword.model.claim import Claim, Modality
from watchword.model.stand import Stand
from watchword.relate.positions.claimed import shown_by

BEIJING = Link(name="China", words="Beijing", kind=LinkKind.STATE, country="CN")


@pytest.mark.parametrize(
    ("told", "stand"),
    [
        (claim("c", "the claim looked like a fake", KREMLIN, modality=Modality.DENIED), "denies"),
        (claim("c", "China is not aware of the situation", BEIJING), "says nothing"),
        (claim("c", "any dispatch would accord with international law", PYONGYANG), "defends"),
        (claim("c", "it is their own matter", BEIJING), "defends"),
        (claim("c", "the policy was under review", BEIJING), "under review"),
        (claim("c", "Its policy is not to export arms", actor="Its policy"), "for"),
        (claim("c", "China has supplied drones", actor="China", verb="supply"), "does"),
    ],
)
def test_few_words_tell_each(told: Claim, stand: str) -> None:
    shown = shown_by(told)
    assert shown is not None
    assert shown.stand is Stand(stand)


@pytest.mark.parametrize(
    "told",
    [
        claim("c", "China will supply drones", actor="China", verb="supply"),
        claim("c", "the Ministry of Internal Affairs opened a base", KREMLIN),
        claim("c", "it is a matter of dialogue", BEIJING),
        claim("c", "Seoul is ending a policy of not arming others", actor="Seoul", verb="end"),
    ],
)
def test_what_is_to_come_and_what_only_sounds_alike_is_none(told: Claim) -> None:
    assert shown_by(told) is None


def test_of_a_policy_only_what_it_says_is_its_words() -> None:
    shown = shown_by(claim("c", "Its policy is not to export arms", actor="Its policy"))
    assert shown is not None
    assert shown.words.quote == "not to export arms"
