"""How central a text is among others."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from watchword.text.centrality import centrality, telling_stems


def test_the_text_that_shares_most_words_is_the_most_central() -> None:
    texts = [
        telling_stems("The convoy left for Kursk"),
        telling_stems("Kursk awaits the convoy"),
        telling_stems("The convoy reached Kursk"),
        telling_stems("Bread costs more"),
    ]
    *near, apart = centrality(texts)
    assert min(near) > apart > 0


def test_a_text_without_words_is_not_central() -> None:
    assert centrality([[], ["kursk"]]) == [0.0, pytest.approx(1.0)]


def test_no_texts_give_nothing() -> None:
    assert centrality([]) == []


@given(st.lists(st.lists(st.sampled_from("abcdef"), max_size=6), max_size=6))
def test_centrality_lies_between_none_and_one(texts: list[list[str]]) -> None:
    assert all(0 <= each <= 1.000001 for each in centrality(texts))
