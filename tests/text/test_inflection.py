"""Verbs go into the past as they are told again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from watchword.text.inflection import past_of


@pytest.mark.parametrize(
    ("verb", "past"),
    [
        ("says", "said"),
        ("denies", "denied"),
        ("said", "said"),
        ("vows", "vowed"),
        ("writes", "wrote"),
        ("told", "said"),
        ("according to", "said"),
        ("citing", "said"),
        ("could not confirm", "said"),
        ("d\u00e9clare", "said"),
    ],
)
def test_a_verb_is_told_in_the_past(verb: str, past: str) -> None:
    assert past_of(verb) == past


@given(st.text(max_size=20))
def test_any_words_give_some_verb(words: str) -> None:
    assert past_of(words)
