"""Names of countries, continents and states stand for places wherever they are."""

from watchword.text.geonames import Kind
from watchword.text.wide_names import find_wide_names, short_divisions, wide_names


def test_countries_adjectives_and_peoples_are_wide() -> None:
    assert [place.country for place in wide_names()["Peru"].places] == ["PE"]
    assert wide_names()["Peruvian"].tells_people
    assert not wide_names()["Peru"].tells_people
    assert wide_names()["Europeans"].tells_people
    assert not wide_names()["EU"].tells_people


def test_every_wide_name_has_a_place() -> None:
    assert [words for words, wide in wide_names().items() if not wide.places] == []


def test_a_state_that_is_also_a_woman_is_not_wide() -> None:
    assert "Victoria" not in wide_names()
    assert "Louisiana" in wide_names()


def test_seas_and_lands_are_wide_but_for_those_with_a_plain_name() -> None:
    assert [place.name for place in wide_names()["Strait of Hormuz"].places] == ["Strait of Hormuz"]
    assert "Amazon" not in wide_names()


def test_short_forms_mean_divisions() -> None:
    assert short_divisions()["La."].name == "Louisiana"
    assert {place.kind for place in short_divisions().values()} == {Kind.FIRST}


def test_the_longest_name_is_found_at_word_edges_and_in_compounds() -> None:
    text = "US-Korean and South Korean aid; Perugia; @Peru; Niger."
    assert [match[0] for match in find_wide_names(text)] == ["US", "South Korean", "Niger"]
