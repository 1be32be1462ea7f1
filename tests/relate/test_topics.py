"""A claim is about a question by words and meaning, and passes between two that it names."""

import sys
from importlib import import_module
from pathlib import Path

import numpy as np
import pytest

from watchword.model.claim import Claim
from watchword.relate.topics import closeness, passes_between, topic_of

sys.path.insert(0, str(Path(__file__).parents[1] / "brief" / "situations"))
report_texts = import_module("report_texts")

ARMS = "Will Sweden send weapons to Ukraine?"


def claim_of(text: str) -> Claim:
    _, claims = report_texts.read_text(text)
    assert claims
    return claims[0]


def towards(*numbers: float) -> bytes:
    return np.array(numbers, "<f2").tobytes()


SENDING = "Sweden will send weapons to Ukraine, the minister said."
POLISH = "Poland will send weapons to Ukraine, the minister in Warsaw said."
FISHING = "Sweden has opened its waters to Danish trawlers, the fisheries agency said."


@pytest.mark.parametrize(("text", "about"), [(SENDING, True), (POLISH, False), (FISHING, False)])
def test_words_alone_tell_where_there_is_no_direction(text: str, *, about: bool) -> None:
    assert (closeness(topic_of(ARMS), claim_of(text)) > 0) is about


def test_another_country_s_deed_is_another_thing_however_alike() -> None:
    topic = topic_of(ARMS, towards(1, 0))
    assert closeness(topic, claim_of(SENDING), towards(1, 0))
    assert not closeness(topic, claim_of(POLISH), towards(1, 0))


def test_what_means_something_else_needs_more_of_the_words() -> None:
    claim = claim_of("Sweden has promised weapons, the minister said.")
    topic = topic_of(ARMS, towards(1, 0))
    assert closeness(topic, claim, towards(1, 0))
    assert not closeness(topic, claim, towards(0, 1))


def test_a_question_whose_words_nobody_uses_is_not_answered_by_meaning_alone() -> None:
    assert not closeness(topic_of("Quo vadis?", towards(1, 0)), claim_of(FISHING), towards(1, 0))


@pytest.mark.parametrize(
    ("text", "passes"),
    [
        ("Sweden has sold ten boats to Denmark, the ministry said.", True),
        ("Stockholm and Copenhagen have signed a treaty.", True),
        ("Sweden has sold ten boats to Finland, the ministry said.", False),
        (FISHING.replace("Danish ", ""), False),
    ],
)
def test_what_names_both_passes_between_them(text: str, *, passes: bool) -> None:
    assert passes_between(claim_of(text), "Denmark", "Sweden") is passes
    assert passes_between(claim_of(text), "Sweden", "Denmark") is passes
