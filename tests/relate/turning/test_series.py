"""Series are laid out for the search without anything being made up."""

import numpy as np
import pytest

from watchword.relate.turning.series import Scale, as_table, cut_spikes, lay_out


def test_what_is_missing_stays_missing_and_empty_periods_are_left_out() -> None:
    laid = lay_out(as_table([[1, None, 3, None], [4, None, None, 6]]))
    assert laid.times.tolist() == [0, 2, 3]
    assert np.isnan(laid.values).tolist() == [[False, False], [False, True], [True, False]]


def test_each_series_has_mean_0_and_variance_1() -> None:
    laid = lay_out(as_table([[1, 2, 3, 4], [100, 300, 100, 300]]))
    assert laid.values.mean(axis=0) == pytest.approx([0, 0])
    assert laid.values.std(axis=0) == pytest.approx([1, 1])


def test_a_series_that_never_changes_is_0() -> None:
    assert lay_out(as_table([[7e9] * 5])).values.tolist() == [[0.0]] * 5


def test_a_spike_is_cut_and_a_step_is_not() -> None:
    calm = [0.0, 1.0] * 10
    spiked = np.array([*calm[:9], 50.0, *calm[10:]])
    stepped = np.array([*calm, *[value + 50 for value in calm]])
    assert cut_spikes(spiked).max() < 10
    assert cut_spikes(stepped).tolist() == stepped.tolist()


def test_on_the_curved_scale_a_doubling_is_as_far_wherever_it_happens() -> None:
    values = lay_out(as_table([[100, 200, 400, 800, 1, 1, 1, 1, 1]]), Scale.CURVED).values[:4, 0]
    assert np.diff(values) == pytest.approx([values[1] - values[0]] * 3, rel=0.01)


def test_units_hold_one_scale_against_the_other() -> None:
    table = as_table([[1000 + value % 3 for value in range(30)]])
    plain, curved = (lay_out(table, scale).units[0] for scale in Scale)
    assert plain == pytest.approx(curved, abs=0.01), "nearly straight so far from 0"
