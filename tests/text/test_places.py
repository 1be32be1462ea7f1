import time
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from watchword.model.place import PlaceKind
from watchword.text.aliases import find_aliases
from watchword.text.place_grammar import PHRASE, each_phrase, may_have_phrase
from watchword.text.place_phrases import _Coded, find_place_phrases
from watchword.text.places import (
    _FIRM,
    _FIRM_WORDS,
    _IDIOM,
    _LOOSE,
    _LOOSE_WORDS,
    _OBJECT,
    _OBJECT_OF_WAR,
    _last_words,
    _word_before,
    find_places,
)


def _names(text: str) -> list[str]:
    return [place.name for place in find_places(text)]


CASES = Path(__file__).with_name("places.tsv").read_text(encoding="utf-8").splitlines()[1:]


@pytest.mark.parametrize("case", CASES)
def test_a_place_keeps_its_words_and_gets_a_name(case: str) -> None:
    text, words, name, kind, country = case.split("\t")
    (place,) = find_places(text)
    assert place.words == words == text[place.start : place.end]
    assert (place.name, place.kind, place.country) == (name, PlaceKind(kind), country or None)


@pytest.mark.parametrize(
    "text",
    [
        "Pyongyang has sent more men.",
        "Seoul said it would not stay idle.",
        "Moscow's war goes on.",
        "They fight against Ukraine.",
        "North Korean troops train hard.",
        "Seoul may supply weapons to Ukraine.",
        "Help from Moscow is expected.",
        "Agreements between Moscow and Pyongyang exist.",
        "Sanctions on Russia were tightened.",
        "A rise in Russia defence spending",
        "It was a nice gesture, most said.",
        "They met in May and in Reading rooms.",
        "He spoke to Jordan Ellis.",
        "On the diplomatic side, the front page told of it.",
        "Talks on Kyiv's terms",
        "He died in a US drone strike.",
        "They met at the UK embassy.",
    ],
)
def test_a_government_or_recipient_is_no_place(text: str) -> None:
    assert find_places(text) == ()


def test_a_list_gives_one_place_for_each_name() -> None:
    text = "They stay in Vladivostok, Ussuriysk, Khabarovsk and Blagoveshchensk."
    assert _names(text) == ["Vladivostok", "Ussuriysk", "Khabarovsk", "Blagoveshchensk"]


def test_from_one_place_to_another_gives_both() -> None:
    assert _names("Five railcars travelled from Russia to North Korea.") == [
        "Russia",
        "North Korea",
    ]


def test_the_next_country_to_act_does_not_join_a_list() -> None:
    assert _names("Troops are in Russia, Ukraine said.") == ["Russia"]
    assert _names("Troops are in Russia and Seoul will respond.") == ["Russia"]


def test_the_front_is_a_place() -> None:
    assert _names("They will reach the front before long.") == ["front"]
    assert _names("Fighting on the front lines eased.") == ["front line"]
    assert _names("She stood in front of the camera.") == []


def test_movement_decides_whether_to_names_a_place() -> None:
    assert _names("Pyongyang sent 3,000 troops to Russia.") == ["Russia"]
    assert _names("Pyongyang offered shells to Russia.") == []


def test_only_the_stretch_asked_for_is_looked_at() -> None:
    text = "Troops are in Russia. Officers are in Ukraine."
    assert [place.words for place in find_places(text, 22)] == ["Ukraine"]
    assert [place.words for place in find_places(text, 0, 21)] == ["Russia"]


def test_characters_used_for_coding_do_no_harm() -> None:
    assert find_places("in \ue001 and near \ue005, \ue004 region") == ()


@given(
    st.text(alphabet=st.sampled_from("in to Ukraine's Kursk region, of the\n\u2019-"), max_size=80)
)
def test_places_stand_in_order_and_never_overlap(text: str) -> None:
    found = find_places(text)
    assert all(one.end <= other.start for one, other in pairwise(found))
    assert all(place.words == text[place.start : place.end] for place in found)


def test_a_flood_of_places_takes_no_flood_of_time() -> None:
    text = "Troops went to Ukraine, near Kursk and in Tripoli, but Russia's village of Xa " * 4000
    began = time.process_time()
    assert len(find_places(text)) > 8000
    assert time.process_time() - began < 20


def test_a_sort_of_place_is_enough_to_look_for_a_phrase_and_nothing_at_all_is_not() -> None:
    assert may_have_phrase("shells fell on the village of Novaya")
    assert may_have_phrase("shells fell on Ulyanka Province")
    assert may_have_phrase("shells fell on the frontline")
    assert not may_have_phrase("shells fell on a part of the road")


def _all_phrases(letters: str) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    match = PHRASE.search(letters)
    while match is not None:
        found.append(match.span())
        match = PHRASE.search(letters, match.start() + 1)
    return found


@pytest.mark.parametrize("text", [case.split("\t")[0] for case in CASES])
def test_no_phrase_begins_where_none_is_tried(text: str) -> None:
    letters = _Coded(text, 0, len(text), find_aliases(text)).letters
    assert [match.span() for match in each_phrase(letters)] == _all_phrases(letters)


@pytest.mark.parametrize("text", [case.split("\t")[0] for case in CASES])
def test_what_leads_to_a_place_is_told_by_its_last_words(text: str) -> None:
    for phrase in find_place_phrases(text, 0, len(text)):
        before = phrase.before.lower()
        word, near = _word_before(before), _last_words(before)
        assert word.endswith(_FIRM_WORDS) or not _FIRM.search(before)
        assert word.endswith(_LOOSE_WORDS) or not _LOOSE.search(before)
        for rule in (_IDIOM, _OBJECT, _OBJECT_OF_WAR):
            assert rule.search(before) is None or rule.search(before, near) is not None
