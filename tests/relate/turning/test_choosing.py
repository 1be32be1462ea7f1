"""How many turns there are follows from what is left and from what turns cost."""

from dataclasses import replace

import numpy as np
import pytest

from watchword.relate.turning import find_turns
from watchword.relate.turning.choosing import PRICES, choose, move_turns
from watchword.relate.turning.segments import Shape, Stretches
from watchword.relate.turning.series import Scale, as_table, lay_out


def stepped(height: float, each: int = 20) -> list[float]:
    shakes = np.random.default_rng(5).standard_normal(2 * each)
    return [float(shake) + height * (time >= each) for time, shake in enumerate(shakes)]


def stretches_of(values: list[float], shape: Shape = Shape.LEVEL) -> Stretches:
    return Stretches(lay_out(as_table([values])), shape)


def test_a_turn_has_to_bring_its_price() -> None:
    values = stepped(2.5)
    assert len(find_turns(values)) == 1
    assert find_turns(values, prices=replace(PRICES, place=20.0)) == ()


def test_a_small_turn_in_little_noise_is_within_the_floor() -> None:
    smooth = [float(np.exp(time / 25)) for time in range(60)]
    assert find_turns(smooth) == ()
    assert find_turns(smooth, prices=replace(PRICES, floor=0.001, scales=(Scale.PLAIN,))) != ()


def test_values_that_go_together_say_less() -> None:
    chance = np.random.default_rng(0)
    drift = [0.0]
    for shake in chance.standard_normal(199):
        drift.append(0.9 * drift[-1] + float(shake))
    heedless = find_turns(drift, prices=replace(PRICES, kinship=0.0))
    assert len(find_turns(drift)) < len(heedless)


def test_a_turn_is_moved_to_where_it_fits_best() -> None:
    stretches = stretches_of(stepped(5))
    assert move_turns(stretches, (16,), least=3) == (20,)


def test_a_turn_that_has_no_room_stays() -> None:
    assert move_turns(stretches_of([0.0, 1.0, 2.0]), (1,), least=3) == (1,)


def test_a_turn_that_is_not_worth_it_is_taken_away() -> None:
    stretches = stretches_of(stepped(6))
    chosen = choose([(stretches, (8, 20))], PRICES)
    assert chosen.turns == (20,)
    assert chosen.gains[0] > 0


@pytest.mark.parametrize(("periods", "least"), [(40, 3), (149, 3), (200, 4), (1000, 20)])
def test_a_stretch_has_three_periods_and_two_of_a_hundred(periods: int, least: int) -> None:
    assert PRICES.least(periods, Shape.LEVEL) == least
    assert PRICES.least(periods, Shape.LINE) == least + 1
