"""ROUGE, worked by hand on sentences of our own."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from watchword.ledger.rouge import NOTHING, cut_at, mean_rouge, rouge, rouge_words

WRITTEN = "The convoy left the harbour on Friday"


def test_the_same_words_score_one_in_any_case() -> None:
    found = rouge(WRITTEN.upper(), [WRITTEN])
    assert (found.words, found.pairs, found.order) == (1.0, 1.0, 1.0)


def test_words_pairs_and_order_are_counted_apart() -> None:
    found = rouge("On Friday the convoy left", [WRITTEN])
    assert found.words == pytest.approx(2 * 5 / (5 + 7))
    assert found.pairs == pytest.approx(2 * 3 / (4 + 6))
    assert found.order == pytest.approx(2 * 3 / (5 + 7))


def test_a_word_told_twice_counts_as_often_as_the_other_has_it() -> None:
    assert rouge("Friday Friday", ["Friday"]).words == pytest.approx(2 / 3)


def test_of_several_people_the_mean_is_taken() -> None:
    one, other = "The convoy left", "Nobody came"
    assert rouge(one, [one, other]).words == pytest.approx(0.5)


def test_without_anybody_to_compare_with_nothing_is_shared() -> None:
    assert rouge(WRITTEN, []) == NOTHING
    assert mean_rouge([]) == NOTHING


def test_numbers_are_cut_at_their_marks() -> None:
    assert rouge_words("1,500 troops, by-passed") == ["1", "500", "troops", "by", "passed"]


def test_a_text_is_cut_at_a_word() -> None:
    assert cut_at("one two three", 2) == "one two"


@given(st.text(alphabet="ab c", max_size=30), st.text(alphabet="ab c", max_size=30))
def test_no_score_leaves_its_range_and_order_never_beats_words(one: str, other: str) -> None:
    found = rouge(one, [other])
    assert 0 <= found.pairs <= 1
    assert 0 <= found.order <= found.words <= 1
    assert found == rouge(other, [one])
