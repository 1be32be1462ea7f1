"""Turns are found where a level or a direction changed for good, and nowhere else."""

import sys
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from watchword.errors import MissingExtraError
from watchword.relate.turning import find_joint_turns, find_turns, rank_turns


def noise(count: int, seed: int = 7) -> list[float]:
    return [float(value) for value in np.random.default_rng(seed).standard_normal(count)]


def stepped(*levels: float, each: int = 30, seed: int = 7) -> list[float]:
    flat = [level for level in levels for _ in range(each)]
    return [level + jitter for level, jitter in zip(flat, noise(len(flat), seed), strict=True)]


def places(values: list[float | None]) -> list[int]:
    return [turn.at for turn in find_turns(values)]


def test_a_turn_stands_at_the_first_value_of_the_new_level() -> None:
    (turn,) = find_turns([1, 2, 1, 2, 1, 2, 1, 2, 11, 12, 11, 12, 11, 12, 11])
    assert turn.at == 8
    assert (turn.before, turn.after) == (1.5, pytest.approx(11.43, abs=0.01))
    assert turn.gain > 0


def test_up_and_down_again_are_two_turns() -> None:
    assert places([*stepped(0, 5, 0)]) == [30, 60]


def test_noise_alone_has_no_turn() -> None:
    found = [places([*noise(100, seed)]) for seed in range(20)]
    assert found == [[]] * 20


@pytest.mark.parametrize("values", [[], [3.0], [3.0, 9.0], [None] * 12, [4.0] * 50])
def test_what_is_short_unknown_or_never_changes_has_no_turn(values: list[float | None]) -> None:
    assert find_turns(values) == ()


def test_a_lone_spike_is_no_turn() -> None:
    values = noise(60)
    values[20], values[41] = 40.0, -35.0
    assert places([*values]) == []


def test_a_steady_trend_has_no_turn_and_its_bend_is_one() -> None:
    rise = [0.5 * time for time in range(60)]
    wobble = noise(120)
    steady = [0.25 * time + wobble[time] for time in range(120)]
    bent = [level + shake for level, shake in zip([*rise, *[30.0] * 60], wobble, strict=True)]
    assert places([*steady]) == []
    (turn,) = find_turns(bent)
    assert abs(turn.at - 60) <= 5
    assert turn.slope_before == pytest.approx(0.5, abs=0.05)
    assert turn.slope_after == pytest.approx(0, abs=0.05)


def test_a_season_has_no_turn() -> None:
    wobble = noise(144)
    season = [3 * float(np.sin(time * np.pi / 6)) + wobble[time] for time in range(144)]
    assert places([*season]) == []


def test_missing_values_are_left_out_and_places_still_count_the_whole_series() -> None:
    values: list[float | None] = [*stepped(0, 6)]
    for gone in (3, 4, 17, 29, 30, 31, 50):
        values[gone] = None
    (turn,) = find_turns(values)
    assert turn.at == 32, "the first that is known of the new level"


def test_what_is_not_finite_is_missing() -> None:
    values = stepped(0, 6)
    values[5], values[40] = float("nan"), float("inf")
    assert places([*values]) == [30]


def test_missing_is_not_zero() -> None:
    known = [8.0 + shake for shake in noise(40)]
    values: list[float | None] = [*known[:20], *[None] * 15, *known[20:]]
    assert places(values) == []


def test_scale_and_offset_change_no_place_and_no_gain() -> None:
    values = stepped(0, 3, 1)
    larger = find_turns([1e6 + 1e3 * value for value in values])
    plain = find_turns(values)
    assert [turn.at for turn in larger] == [turn.at for turn in plain]
    assert [turn.gain for turn in larger] == pytest.approx([turn.gain for turn in plain])


def test_the_larger_turn_has_the_larger_gain_and_is_named_first() -> None:
    first, second = find_turns(stepped(0, 3, 12))
    assert rank_turns([first, second]) == (second, first)


def test_turns_of_one_gain_are_named_in_order() -> None:
    (turn,) = find_turns(stepped(0, 6))
    assert rank_turns([turn, turn]) == (turn, turn)


def test_a_turn_that_both_directions_take_is_one_joint_turn() -> None:
    (turn,) = find_joint_turns([stepped(0, 2), stepped(5, -1, seed=8)])
    assert turn.at == 30
    assert turn.before == (pytest.approx(0, abs=0.5), pytest.approx(5, abs=0.5))
    assert turn.after == (pytest.approx(2, abs=0.5), pytest.approx(-1, abs=0.5))


def test_a_turn_of_one_series_is_found_beside_one_that_never_changes() -> None:
    (turn,) = find_joint_turns([stepped(0, 6), [2.0] * 60])
    assert (turn.at, turn.before[1], turn.after[1]) == (30, 2.0, 2.0)


def test_a_series_of_which_nothing_is_known_has_no_mean() -> None:
    (turn,) = find_joint_turns([stepped(0, 6), [None] * 60])
    assert (turn.before[1], turn.after[1]) == (None, None)


def test_joint_series_are_as_long_as_each_other() -> None:
    with pytest.raises(ValueError, match="zip"):
        find_joint_turns([[1, 2, 3], [1, 2]])


def test_without_ruptures_it_is_told_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "ruptures", None)
    with pytest.raises(MissingExtraError, match=r"watchword\[assess\]"):
        find_turns(stepped(0, 6))


numbers = st.floats(-1e6, 1e6, allow_nan=False) | st.integers(-3, 3).map(float) | st.none()


@settings(max_examples=60, deadline=None)
@given(st.lists(numbers, max_size=60))
def test_turns_are_in_order_within_the_series_on_known_values_and_worth_it(
    values: list[float | None],
) -> None:
    turns = find_turns(values)
    assert all(one.at < other.at for one, other in pairwise(turns))
    assert all(0 < turn.at < len(values) and values[turn.at] is not None for turn in turns)
    assert all(turn.gain > 0 for turn in turns)
    assert find_turns(values) == turns
