"""Cover and F1 of turns, on cases that can be counted by hand and on those that were published."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from watchword.ledger.moves.partings import cover, f1, precision_recall

places = st.lists(st.integers(0, 59), max_size=6)


@pytest.mark.parametrize(
    ("marks", "turns", "published"),
    [
        ([[10, 20], [11, 20], [10], [0, 5]], [10, 20], 1.0),
        ([[], [10], [50]], [10], 0.9090909090909091),
        ([[], [10], [50]], [], 0.8),
    ],
)
def test_f1_is_as_its_authors_show_it(
    marks: list[list[int]], turns: list[int], published: float
) -> None:
    assert f1(marks, turns) == pytest.approx(published)


@pytest.mark.parametrize(
    ("marks", "turns", "published"),
    [
        ([[10, 20], [10], [0, 5]], [10, 20], 0.7962962962962963),
        ([[], [10], [40]], [10], 0.7954144620811286),
        ([[], [10], [40]], [], 0.8189300411522634),
    ],
)
def test_cover_is_as_its_authors_show_it(
    marks: list[list[int]], turns: list[int], published: float
) -> None:
    assert cover(marks, turns, 45) == pytest.approx(published)


def test_a_turn_answers_one_mark_only() -> None:
    precision, recall = precision_recall([[20, 23]], [21])
    assert (precision, recall) == (1.0, pytest.approx(2 / 3))


def test_the_beginning_is_a_turn_that_everybody_marked() -> None:
    assert precision_recall([[], []], []) == (1.0, 1.0)
    assert precision_recall([[], []], [30]) == (0.5, 1.0)


def test_five_periods_off_is_found_and_six_is_not() -> None:
    assert f1([[30]], [35]) == 1.0
    assert f1([[30]], [36]) == 0.5


def test_cover_of_halves_by_the_whole_is_a_half() -> None:
    assert cover([[30]], [], 60) == 0.5


@given(places)
def test_what_everybody_marked_is_found_wholly_by_itself(marks: list[int]) -> None:
    assert cover([marks], marks, 60) == 1.0
    assert f1([marks], marks) == 1.0


@given(st.lists(places, min_size=1, max_size=3), places)
def test_scores_are_shares(marks: list[list[int]], turns: list[int]) -> None:
    assert 0 < cover(marks, turns, 60) <= 1
    assert 0 < f1(marks, turns) <= 1
