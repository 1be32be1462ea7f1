"""A record's own words tell what of it is about the situation."""

from watchword.brief.salience import FEW, LEAST, own_words, salience_of

WAR = "troops crossed the border near the bridge and shelled the town"
OTHER = "the minister opened a school with a choir"


def test_words_that_stand_in_it_oftener_than_in_news_are_its_own() -> None:
    own = own_words([WAR] * FEW + [OTHER])
    assert "troop" in own
    assert salience_of(WAR, own) > salience_of(OTHER, own) >= LEAST


def test_a_small_situation_is_wholly_about_itself() -> None:
    own = own_words([WAR] * 10)
    assert own == frozenset()
    assert salience_of(OTHER, own) == 1.0
