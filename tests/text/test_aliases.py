"""Known names in a text: one pass over it, the same for a stretch as for a text of its own."""

from hypothesis import given
from hypothesis import strategies as st

from watchword.text.aliases import Alias, find_aliases

PIECES = st.sampled_from(
    ["the North", "the North Sea", "North Korea", "n", " ", "-", "'s", "US", "_", ",", "\n",
     "South Korean", "Kursk", "NATO", "#", "The ", "Korea", "Sea", "."]
)  # fmt: skip
MIXED = st.lists(PIECES, max_size=12).map("".join)


def found(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int, str]]:
    return [(alias.start, alias.end, alias.words) for alias in find_aliases(text, start, end)]


def test_the_longer_of_two_names_that_begin_at_one_place_is_found() -> None:
    assert found("They sailed the North Sea.") == [(16, 25, "North Sea")]
    assert found("He left North Korea.") == [(8, 19, "North Korea")]


def test_a_name_within_a_word_is_none() -> None:
    assert found("A Kurskish custom, in NATOland") == []


def test_an_alias_tells_all_that_it_may_mean() -> None:
    (alias,) = find_aliases("It is in Tripoli.")
    assert isinstance(alias, Alias)
    assert [site.country for site in alias.sites][:2] == ["LY", "LB"]


@given(MIXED, st.integers(0, 60), st.integers(0, 60))
def test_a_stretch_has_the_names_that_it_would_have_alone(text: str, one: int, other: int) -> None:
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    alone = [(start + first, start + last, words) for first, last, words in found(text[start:end])]
    assert found(text, start, end) == alone
