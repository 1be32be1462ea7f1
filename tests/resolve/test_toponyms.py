"""Toponyms are found by what the model marks, by wide names, by shape, and again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.resolve.marked import Marks, reading_of

from watchword.model.toponym import ToponymUse
from watchword.resolve.toponyms import find_toponyms


def words_in(text: str, marks: Marks | None = None) -> list[str]:
    return [each.words for each in find_toponyms(text, [reading_of(text, marks or {})])]


def test_what_the_model_marks_as_a_place_is_a_toponym_known_or_not() -> None:
    text = "The convoy halted at Vetrivka, near Kursk."
    marks = {"names": {"Vetrivka": "location"}, "domain": {"Kursk": "polity"}}
    assert words_in(text, marks) == ["Vetrivka", "Kursk"]


def test_wide_names_need_no_witness() -> None:
    text = "Dutch and European envoys met Texas officials in Peru."
    assert words_in(text) == ["Dutch", "European", "Texas", "Peru"]


def test_a_country_inside_a_persons_name_is_no_toponym() -> None:
    text = "Ellen Jordan spoke for Chad Holm."
    marks = {"names": {"Ellen Jordan": "person", "Chad Holm": "person"}}
    assert words_in(text, marks) == []


def test_a_country_taken_for_a_person_is_a_toponym_unless_somebody_bears_its_name() -> None:
    marks = {"names": {"Chad": "person"}}
    assert words_in("Chad closed its border.", marks) == ["Chad"]
    assert words_in("Chad fell. Idris Chad rose.", {"names": {"Idris Chad": "person"}}) == ["Chad"]
    both = {"names": {"Jordan": "person", "Ellen Jordan": "person"}}
    assert words_in("Jordan spoke, Ellen Jordan that is.", both) == []


@pytest.mark.parametrize("words", ["Catholic", "Republican"])
def test_a_creed_or_party_is_no_toponym_though_it_is_marked_as_a_nationality(words: str) -> None:
    text = f"The {words} vote fell."
    assert words_in(text, {"domain": {words: "nationality"}}) == []


def test_a_name_found_once_is_found_wherever_it_stands() -> None:
    text = "Shells fell on Orikhiv. Before noon Orikhiv was quiet. Orikhivka is elsewhere."
    assert words_in(text, {"names": {"Orikhiv": "location"}}) == ["Orikhiv", "Orikhiv"]


def test_article_and_possessive_are_no_part_of_the_name() -> None:
    text = "It left the Donbas's mines."
    assert words_in(text, {"names": {"the Donbas's": "location"}}) == ["Donbas"]


def test_an_alliance_is_no_place() -> None:
    assert words_in("NATO met.", {"domain": {"NATO": "polity"}}) == []


def test_uses_are_told_apart() -> None:
    text = "Pyongyang sent North Korean guns to a depot in Pyongyang."
    reading = reading_of(text, {"names": {}}, {"Pyongyang": ("nsubj", "sent")})
    marks = {"names": {"Pyongyang": "location"}}
    marked = reading_of(text, marks, {"Pyongyang": ("nsubj", "sent")})
    assert find_toponyms(text, [reading])[0].words == "North Korean"
    assert [(each.words, each.use) for each in find_toponyms(text, [marked])] == [
        ("Pyongyang", ToponymUse.GOVERNMENT),
        ("North Korean", ToponymUse.PEOPLE),
        ("Pyongyang", ToponymUse.PLACE),
    ]


@given(st.text(alphabet="US, Fargo-N.D.'s(Peru)\n", max_size=60))
def test_toponyms_lie_in_the_text_apart_and_in_order(text: str) -> None:
    last = 0
    for each in find_toponyms(text, [reading_of(text, {})]):
        assert last <= each.start < each.end <= len(text)
        assert text[each.start : each.end] == each.words
        last = each.end


def test_a_name_is_found_again_by_itself_and_not_within_a_word_or_a_handle() -> None:
    marks = {"names": {"Vetrivka": "location"}}
    text = "Vetrivka fell. Vetrivkans left, @Vetrivka posted; Vetrivka's mayor saw West-Vetrivka."
    found = find_toponyms(text, [reading_of(text, marks)])
    assert [each.start for each in found] == [0, text.index("Vetrivka's"), text.rindex("Vetrivka")]
