"""Words of position: what they tell, and what a "not" makes of them."""

from watchword.model.position import PositionKind
from watchword.text.position_words import (
    BANS,
    LIFTING,
    MEASURES,
    NEGATED,
    disposing,
    opens_position,
)


def test_a_verb_and_its_particle_are_one_word() -> None:
    found = disposing("rule out")
    assert found is not None
    assert found.kind is PositionKind.REFUSES
    assert disposing("rule") is None


def test_what_is_in_the_mind_is_marked_as_inward() -> None:
    inward = {words for words in ("plan", "want", "consider", "vow", "refuse") if is_inward(words)}
    assert inward == {"plan", "want", "consider"}


def is_inward(words: str) -> bool:
    found = disposing(words)
    return found is not None and found.inward


def test_a_vow_that_is_not_made_tells_nothing() -> None:
    vow = disposing("vow")
    assert vow is not None
    assert vow.negated is None


def test_every_kind_but_a_demand_has_an_opposite() -> None:
    assert set(PositionKind) - NEGATED.keys() == {PositionKind.DEMANDS}


def test_measures_are_bans() -> None:
    assert MEASURES < BANS


def test_words_of_position_begin_with_a_verb_that_may_open_them() -> None:
    assert all(map(opens_position, ("rule", "call", "have", "be", "give", *LIFTING)))
    assert not any(map(opens_position, ("sink", "arrive", "rain")))
