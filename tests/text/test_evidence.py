"""Which sentences could bear out a sentence, and how many of its words they have."""

from hypothesis import given
from hypothesis import strategies as st

from watchword.text.evidence import choose_evidence, telling_words, weight_of, words_covered

PAGE = [
    ["The", "weather", "was", "mild", "."],
    ["Two", "ferries", "left", "Odesa", "on", "Friday", "."],
    ["Nobody", "was", "hurt", "."],
    ["The", "ferries", "carried", "grain", "."],
]
WORDS = st.lists(st.text(max_size=8), max_size=8)


def test_a_word_is_met_in_another_form() -> None:
    assert telling_words(["deployed"]) == telling_words(["deployment"])


def test_words_that_say_nothing_weigh_nothing_and_a_name_weighs_more_than_a_common_word() -> None:
    assert weight_of("the") == weight_of("--") == 0
    assert weight_of("Odesa") > weight_of("people") > 0


def test_all_none_and_some_words_are_covered() -> None:
    sentence = ["Ferries", "left", "Odesa", "."]
    assert words_covered(sentence, PAGE) == 1
    assert words_covered(sentence, []) == 0
    assert words_covered([], PAGE) == 0
    assert 0 < words_covered(["Ferries", "left", "Mariupol"], PAGE) < 1


def test_what_covers_most_is_chosen_first_and_given_in_the_order_of_the_page() -> None:
    asked = ["Ferries", "with", "grain", "left", "Odesa", "on", "Friday"]
    assert choose_evidence(asked, PAGE, 7) == (1,)
    assert choose_evidence(asked, PAGE, 12) == (1, 3)


def test_what_is_left_of_the_room_goes_to_neighbours() -> None:
    assert choose_evidence(["Odesa"], PAGE, 12) == (0, 1)


def test_one_sentence_is_chosen_even_where_there_is_no_room_and_none_where_there_is_none() -> None:
    assert choose_evidence(["Odesa"], PAGE, 1) == (1,)
    assert choose_evidence(["Odesa"], [], 100) == ()


@given(WORDS, st.lists(WORDS, max_size=6), st.integers(0, 30))
def test_what_is_chosen_has_room_and_is_there_once(
    sentence: list[str], evidence: list[list[str]], room: int
) -> None:
    chosen = choose_evidence(sentence, evidence, room)
    assert list(chosen) == sorted(set(chosen))
    assert len(chosen) <= 1 or sum(len(evidence[place]) for place in chosen) <= room
    assert bool(chosen) == bool(evidence)
