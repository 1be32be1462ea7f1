"""Words are in order, do not overlap, and leave out only white space."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from watchword.text.words import find_words


def pieces(text: str) -> list[str]:
    return [word.text for word in find_words(text)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Haiti's gangs", ["Haiti", "'s", "gangs"]),
        ("Haiti\u2019s gangs", ["Haiti", "\u2019s", "gangs"]),
        ("They didn't go.", ["They", "did", "n't", "go", "."]),
        ("We'll see", ["We", "'ll", "see"]),
        ("a pro-government militia", ["a", "pro-government", "militia"]),
        ("the U.S. envoy", ["the", "U.S.", "envoy"]),
        ("Mr. Okello left.", ["Mr.", "Okello", "left", "."]),
        ("1,200 men and 3.5 tons", ["1,200", "men", "and", "3.5", "tons"]),
        ("see https://example.org/a?b=1 now", ["see", "https://example.org/a?b=1", "now"]),
        ("write to desk@example.org", ["write", "to", "desk@example.org"]),
        ("wait\u2026 what--no", ["wait", "\u2026", "what", "--", "no"]),
        ("", []),
    ],
)
def test_words_are_cut_as_treebanks_cut_them(text: str, words: list[str]) -> None:
    assert pieces(text) == words


@given(st.text(max_size=300))
def test_only_white_space_is_left_out(text: str) -> None:
    at = 0
    for word in find_words(text):
        assert text[word.start : word.end] == word.text
        assert at <= word.start < word.end
        assert not text[at : word.start].strip()
        at = word.end
    assert not text[at:].strip()


@given(st.text(max_size=60), st.text(max_size=60))
def test_a_stretch_is_cut_within_its_bounds(before: str, inside: str) -> None:
    text = before + inside
    for word in find_words(text, len(before), len(text)):
        assert len(before) <= word.start < word.end <= len(text)
