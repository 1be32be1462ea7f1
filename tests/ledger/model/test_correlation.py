"""Correlation and the area under the curve, by hand and by what always holds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from watchword.ledger.model.correlation import area_under_curve, mean_distance, pearson

SMALL = st.integers(-50, 50)


def test_correlation_by_hand() -> None:
    # From their means: (-1, 0, 1) and (-1, 1, 0): 1 over the root of 2 times 2.
    assert pearson([1, 2, 3], [1, 3, 2]) == pytest.approx(0.5)
    assert pearson([1, 2, 3], [3, 2, 1]) == pytest.approx(-1.0)


def test_what_does_not_vary_has_no_correlation() -> None:
    assert pearson([1, 2], [0.1, 0.1]) is None
    assert pearson([], []) is None


def test_the_mean_distance_by_hand() -> None:
    assert mean_distance([3, -3], [2, -1]) == pytest.approx(1.5)
    assert mean_distance([], []) is None


def test_a_tie_counts_half() -> None:
    # Of four pairs of one that is alike and one that is not, three are in order and one ties.
    assert area_under_curve([3, 2, 2, 1], [True, True, False, False]) == pytest.approx(3.5 / 4)
    assert area_under_curve([1, 1, 1], [True, False, True]) == 0.5


def test_pairs_of_one_sort_have_no_area() -> None:
    assert area_under_curve([1.0, 2.0], [True, True]) is None


def test_perfect_order_gives_one_and_its_reverse_nothing() -> None:
    assert area_under_curve([4, 3, 2, 1], [True, True, False, False]) == 1.0
    assert area_under_curve([1, 2, 3, 4], [True, True, False, False]) == 0.0


@given(st.lists(st.tuples(SMALL, st.booleans()), min_size=2, max_size=30))
def test_the_area_is_the_share_of_pairs_in_order(rows: list[tuple[int, bool]]) -> None:
    alike = [score for score, is_alike in rows if is_alike]
    others = [score for score, is_alike in rows if not is_alike]
    in_order = [(one > other) + 0.5 * (one == other) for one in alike for other in others]
    area = area_under_curve([score for score, _ in rows], [is_alike for _, is_alike in rows])
    if in_order:
        assert area == pytest.approx(sum(in_order) / len(in_order))
    else:
        assert area is None


@given(st.lists(SMALL, min_size=2, max_size=30))
def test_numbers_correlate_with_themselves_moved_and_stretched(numbers: list[int]) -> None:
    found = pearson(numbers, [2 * number + 7 for number in numbers])
    assert found is None if len(set(numbers)) == 1 else found == pytest.approx(1.0)
