"""A phrase is its things, its countries and which way round it is."""

import pytest

from watchword.relate.positions.phrases import (
    AT_WAR,
    asked_of,
    is_turned,
    only_describes,
    phrase_of,
    words_before,
)

ARMS = frozenset({"=arm"})


@pytest.mark.parametrize(
    "words",
    [
        "not to send weapons",
        "a ban on sending weapons",
        "stop sending arms to Israel",
        "an arms embargo",
        "against sending weapons",
        "no lethal arms to countries at war",
    ],
)
def test_a_phrase_on_the_contrary_is_turned(words: str) -> None:
    assert is_turned(phrase_of(words), ARMS)


@pytest.mark.parametrize(
    "words",
    [
        "send weapons",
        "lift the ban on sending weapons",
        "end a policy of not arming countries at war",
        "not to stop sending arms",
        "send weapons to end the war",
    ],
)
def test_two_contraries_are_none_and_what_comes_later_is_no_matter(words: str) -> None:
    assert not is_turned(phrase_of(words), ARMS)


def test_countries_at_war_are_told_in_several_wordings() -> None:
    for words in ("countries at war", "states in conflict", "a war zone", "parties in a war"):
        assert phrase_of(f"arms to {words}").countries == {AT_WAR}


def test_whose_troops_they_are_is_kept() -> None:
    assert ("KP", "=troop") in phrase_of("the withdrawal of North Korean troops").owning
    assert ("UA", "=membership") in asked_of("NATO membership of Ukraine").owning


def test_a_question_may_be_typed_in_small_letters() -> None:
    assert asked_of("arms to south korea") == asked_of("arms to South Korea")


def test_the_armed_forces_are_no_arms_and_force_is_no_troops() -> None:
    assert "=arm" not in phrase_of("support for the Armed Forces").things
    assert "=troop" not in phrase_of("take the town by force").things


def test_food_shortages_are_no_food_and_a_sanctions_package_is_sanctions() -> None:
    assert only_describes(phrase_of("prevent food shortages"), frozenset({"food"}))
    assert not only_describes(phrase_of("a sanctions package"), frozenset({"=sanction"}))


def test_adjectives_are_not_counted_as_things_before() -> None:
    assert words_before(phrase_of("much tougher sanctions"), frozenset({"=sanction"})) == 0
    assert words_before(phrase_of("an impact on our sanctions"), frozenset({"=sanction"})) == 1


def test_lethal_aid_is_arms_and_non_lethal_aid_is_not() -> None:
    assert "=arm" in asked_of("lethal aid to Ukraine").things
    assert phrase_of("non-lethal aid").apart
