"""Words into pieces: the vocabulary's own, each with the shape of its letters."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from watchword.engines.pieces import (
    END,
    LONGEST_WORD,
    PAD,
    SHAPES,
    START,
    UNKNOWN,
    pieces_of,
    shape_of,
    vocabulary,
)

ANY_TEXT = st.text(st.characters(), max_size=40)
"""Lone surrogates, control signs and unassigned places among the rest."""


def words_of(word: str) -> list[str]:
    """Name the pieces of a word."""
    named = {number: piece for piece, number in vocabulary().items()}
    return [named[number] for number, _ in pieces_of(word)]


def test_the_vocabulary_is_that_of_the_model() -> None:
    known = vocabulary()
    assert len(known) == 30522
    named = [known[name] for name in ("[PAD]", "[UNK]", "[CLS]", "[SEP]")]
    assert named == [PAD, UNKNOWN, START, END]


@pytest.mark.parametrize(
    ("word", "pieces"),
    [
        ("troops", ["troops"]),
        ("Kursk", ["ku", "##rsk"]),
        ("n't", ["n", "'", "t"]),
        ("15-hundred", ["15", "-", "hundred"]),
        ("D\u00fcsseldorf", ["dusseldorf"]),
        ("Du\u0308sseldorf", ["dusseldorf"]),
        ("\u5317\u671d", ["\u5317", "\u671d"]),
        ("[PAD]", ["[", "pad", "]"]),
        ("##ing", ["#", "#", "ing"]),
    ],
)
def test_a_word_is_cut_into_the_longest_known_pieces(word: str, pieces: list[str]) -> None:
    assert words_of(word) == pieces


def test_the_shape_tells_what_lower_case_loses() -> None:
    ways = ["us", "Us", "US", "uS"]
    assert len({pieces_of(word) for word in ways}) == len(ways)
    assert len({tuple(number for number, _ in pieces_of(word)) for word in ways}) == 1
    assert pieces_of("McCoy") != pieces_of("Mccoy")


def test_shapes_are_of_nine_kinds_at_the_head_and_within() -> None:
    kinds = ["a", "Ab", "AB", "A", "aB", "12", "a1", "-", "\u20ac"]
    head = [shape_of(letters, within=False) for letters in kinds]
    within = [shape_of(letters, within=True) for letters in kinds]
    assert [*head, *within] == list(range(1, SHAPES))


@pytest.mark.parametrize(
    "word",
    ["", " ", "\t\n", "\x00\x01", "\u200b", "\u2028", "\ud800", "\ufeff", "\ue000", "\u0301"],
)
def test_a_word_without_letters_is_one_unknown_piece(word: str) -> None:
    assert [number for number, _ in pieces_of(word)] == [UNKNOWN]


def test_a_run_of_letters_that_no_word_has_is_one_unknown_piece() -> None:
    assert [number for number, _ in pieces_of("x" * 1_000)] == [UNKNOWN]
    assert UNKNOWN not in [number for number, _ in pieces_of("x" * LONGEST_WORD)]
    assert [number for number, _ in pieces_of("\U0001f600")] == [UNKNOWN]


def test_each_mark_is_a_piece_of_its_own() -> None:
    assert words_of("." * 300) == ["."] * 300


@settings(deadline=None, max_examples=200)
@given(ANY_TEXT)
def test_any_word_gives_pieces_of_the_vocabulary_with_a_shape(word: str) -> None:
    found = pieces_of(word)
    assert found
    assert {number for number, _ in found}.isdisjoint({PAD, START, END})
    assert all(0 < number < 30522 and 0 < shape < SHAPES for number, shape in found)
    assert pieces_of(word) == found
