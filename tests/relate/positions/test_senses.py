"""Which words stand for one thing: the whole hears its parts, a part hears only itself."""

import pytest

from watchword.relate.positions.senses import asked_by, family_of, senses_of, turns_round


def test_who_asks_about_arms_hears_of_missiles_and_who_asks_about_missiles_not_of_tanks() -> None:
    assert asked_by("weapons") in senses_of("missiles")
    assert asked_by("missiles") not in senses_of("tanks")
    assert asked_by("Taurus") not in senses_of("ATACMS")


@pytest.mark.parametrize("word", ["dispatch", "supplying", "delivered", "export", "donated"])
def test_what_is_sent_and_what_is_supplied_is_given(word: str) -> None:
    assert family_of(word) == "give"


@pytest.mark.parametrize("word", ["not", "never", "withdrawal", "stopped", "banning", "lift"])
def test_what_undoes_a_thing_turns_it_round(word: str) -> None:
    assert turns_round(word)


@pytest.mark.parametrize("word", ["limited", "sanctions", "talks"])
def test_a_limited_number_undoes_nothing(word: str) -> None:
    assert not turns_round(word)
