import pytest

from watchword.text.similarity import (
    containment,
    quotations,
    resemblance,
    shingles,
    stem,
    weighted_overlap,
    without_quotations,
    words_in,
)

TEXT = "one two three four five six seven eight nine ten"


def test_a_text_resembles_itself_and_contains_its_half() -> None:
    whole, half = shingles(TEXT), shingles(TEXT[:28])
    assert resemblance(whole, whole) == 1
    assert containment(half, whole) == 1
    assert 0 < resemblance(half, whole) < 1


def test_marks_and_case_do_not_part_two_wordings() -> None:
    assert shingles("One, two; THREE four - five.") == shingles("one two three four five")


def test_an_empty_text_is_like_nothing() -> None:
    assert shingles("") == frozenset()
    assert resemblance(shingles(""), shingles("")) == 0
    assert containment(shingles(""), shingles(TEXT)) == 0


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("deployed", "deployment"),
        ("dispatched", "dispatching"),
        ("supplies", "supply"),
        ("sent", "sends"),
        ("killed", "kills"),
        ("troops", "troop"),
        ("Kim's", "Kim"),
        ("stopped", "stop"),
        ("died", "death"),
    ],
)
def test_forms_of_one_word_share_a_stem(one: str, other: str) -> None:
    assert stem(one) == stem(other)


def test_long_quotations_can_be_taken_out_and_read_apart() -> None:
    quoted = "these are many words that somebody else has said before"
    text = f'He said: "{quoted}" and then a "short" one.'
    assert quoted not in without_quotations(text)
    assert "short" in without_quotations(text)
    assert quotations(text) == quoted


def test_rare_words_weigh_more_in_an_overlap() -> None:
    one, other = frozenset({"rare", "common"}), frozenset({"rare", "else"})
    assert weighted_overlap(one, other, {"rare": 3.0}) == pytest.approx(0.75)
    assert weighted_overlap(frozenset(), frozenset(), {}) == 0


def test_numbers_stay_whole() -> None:
    assert words_in("1,500 troops, 2.5 tonnes") == ["1,500", "troops", "2.5", "tonnes"]
