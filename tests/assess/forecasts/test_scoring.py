"""Scores are proper: nobody does better by saying other than what they hold likely."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from watchword.assess.forecasts.scoring import brier_score, log_score, quantile_score

SHARES = st.floats(min_value=0.01, max_value=0.99)


def test_certainty_that_is_right_scores_nothing_and_wrong_scores_all() -> None:
    assert brier_score((1.0, 0.0), came_about=0) == 0
    assert brier_score((1.0, 0.0), came_about=1) == 1
    assert brier_score((0.0, 1.0, 0.0), came_about=2) == 1
    assert log_score((1.0, 0.0), came_about=0) == 0
    assert log_score((1.0, 0.0), came_about=1) == math.inf


@given(held=SHARES, said=SHARES)
def test_what_is_held_likely_is_the_best_thing_to_say(held: float, said: float) -> None:
    def expected(score: object, share: float) -> float:
        shares = (share, 1 - share)
        return held * score(shares, 0) + (1 - held) * score(shares, 1)  # type: ignore[operator]

    for score in (brier_score, log_score):
        assert expected(score, held) <= expected(score, said) + 1e-12


def test_a_number_is_scored_by_how_far_its_quantiles_are_on_either_side() -> None:
    levels = [(0.1, 2.0), (0.5, 10.0), (0.9, 30.0)]
    right = quantile_score(levels, 10.0)
    assert right == pytest.approx((2 * 0.1 * 8 + 0 + 2 * 0.1 * 20) / 3)
    assert right < quantile_score(levels, 50.0)
    assert right < quantile_score(levels, -10.0)
