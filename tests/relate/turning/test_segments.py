"""Errors of stretches are what least squares gives, by sums that are taken once."""

import numpy as np
import pytest

from watchword.relate.turning.segments import Shape, Stretches, fit_stretch, slope_of
from watchword.relate.turning.series import Floats, as_table, lay_out

VALUES = [float(value) for value in np.random.default_rng(3).standard_normal(40)]


def error_by_fitting(values: Floats, times: Floats, shape: Shape) -> float:
    left = values - fit_stretch(values, times, shape)
    return float(np.nansum(left**2))


@pytest.mark.parametrize("shape", list(Shape))
@pytest.mark.parametrize(("start", "end"), [(0, 40), (5, 9), (20, 21)])
def test_errors_are_those_of_the_fit(shape: Shape, start: int, end: int) -> None:
    holed: list[float | None] = [*VALUES]
    holed[7] = holed[30] = None
    laid = lay_out(as_table([holed, VALUES]))
    expected = sum(
        error_by_fitting(laid.values[start:end, number], laid.times[start:end], shape)
        for number in range(2)
    )
    assert Stretches(laid, shape).error(start, end) == pytest.approx(expected, abs=1e-9)


def test_a_stretch_of_which_nothing_is_known_has_no_error_and_no_fit() -> None:
    laid = lay_out(as_table([[1, 2, None, None], [1, 2, 3, 4]]))
    stretches = Stretches(laid, Shape.LEVEL)
    assert stretches.errors((2,))[0] == pytest.approx(2), "two values, one each side of 0"
    assert np.isnan(stretches.residuals((2,))[2:, 0]).all()


def test_a_line_leaves_nothing_of_a_line_even_with_gaps_in_time() -> None:
    laid = lay_out(as_table([[0, 1, None, None, 4, 5, None, 7, 8]]))
    assert Stretches(laid, Shape.LINE).error(0, len(laid.times)) == pytest.approx(0, abs=1e-12)


def test_the_slope_is_a_change_a_period_and_0_where_it_is_not_known() -> None:
    times = np.arange(4.0)
    assert slope_of(np.array([1.0, 3.0, np.nan, 7.0]), times) == pytest.approx(2)
    assert slope_of(np.array([1.0, np.nan, np.nan, np.nan]), times) == 0
