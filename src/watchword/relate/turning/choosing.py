"""How many turns there are, and whether lines tell a series better than levels: one criterion.

The criterion is an information criterion with unknown noise (Yao, 1988; Zhang and Siegmund, 2007):
what is left of each series, on a logarithmic scale, and a price for each turn. Where what is left
goes with its neighbour, it counts for less: values that go together say less than their number.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from watchword.relate.turning.segments import Shape, Stretches
from watchword.relate.turning.series import Floats, Scale


@dataclass(frozen=True, slots=True, kw_only=True)
class Prices:
    """What turns have to bring; the constants of the method.

    They were chosen by `benchmarks/turns.py`, on simulated series alone. The mean of cover and F1
    there is 0.905, with a third of a turn in a series that has none; 0.895 on the plain scale
    alone, 0.885 with kinship 0, 0.873 with floor 0.03, 0.873 by lines alone, 0.832 by levels alone,
    0.815 for means whose noise is taken from all values. Prices a little higher or lower do as
    well; of those the ones with fewer turns where there are none were taken.

    Attributes:
        place: price of a turn's place, in logarithms of the number of periods.
        number: price of each number that tells a stretch of one series.
        line: price, once a series, of telling it by lines where levels could do.
        curve: price, once a series, of looking at it on a curved scale.
        floor: share of its standard deviation that is taken as noise in any case: turns within
            it are too small to be told.
        share: share of the periods that a stretch has at least.
        fewest: how many periods it has at least in any case.
        most: how many turns there are at most.
        kinship: how much of the kinship of neighbours counts, 0 to 1.
        shapes: what a series may be told by.
        scales: the scales on which it may be looked at.
        keep_spikes: whether lone spikes are left as they are.
    """

    place: float = 2.0
    number: float = 0.75
    line: float = 3.0
    curve: float = 1.0
    floor: float = 0.2
    share: float = 0.02
    fewest: int = 3
    most: int = 20
    kinship: float = 1.0
    shapes: tuple[Shape, ...] = (Shape.LEVEL, Shape.LINE)
    scales: tuple[Scale, ...] = (Scale.PLAIN, Scale.CURVED)
    keep_spikes: bool = False

    def least(self, periods: int, shape: Shape) -> int:
        """Fewest periods of a stretch."""
        return max(self.fewest, int(self.share * periods)) + shape.numbers - 1


PRICES = Prices()
_CLOSEST = 0.9
"""The most that neighbours are taken to go together, so that something is left to judge by."""


class Criterion:
    """Judges partings of series; less is better."""

    def __init__(self, values: Floats, prices: Prices) -> None:
        """Set up.

        Args:
            values: periods by series, each with variance 1 or 0, NaN where missing.
            prices: what turns have to bring.
        """
        self._prices = prices
        self._log = float(np.log(len(values)))
        self._counts = np.isfinite(values).sum(axis=0).astype(float)
        self._weights = self._counts

    def heed_kinship(self, residuals: Floats) -> None:
        """Count each series for as many values as it would have if they did not go together."""
        kin = np.array([_kinship(column) for column in residuals.T]) * self._prices.kinship
        kin = np.clip(kin, 0.0, _CLOSEST)
        self._weights = self._counts * (1 - kin) / (1 + kin)

    def of(self, stretches: Stretches, turns: Sequence[int]) -> float:
        """The criterion of a parting."""
        told = self._of_errors(stretches.errors(turns)) + 2 * self._of_units(stretches)
        once = self._prices.line if stretches.shape is Shape.LINE else 0.0
        once += self._prices.curve if stretches.laid.scale is Scale.CURVED else 0.0
        return told + self._log * (once * len(self._counts) + len(turns) * self.price(stretches))

    def price(self, stretches: Stretches) -> float:
        """Price of one turn, in logarithms of the number of periods."""
        numbers = len(self._counts) * stretches.shape.numbers
        return self._prices.place + self._prices.number * numbers

    def _of_units(self, stretches: Stretches) -> float:
        return float(self._weights @ stretches.laid.units)

    def _of_errors(self, errors: Sequence[float]) -> float:
        floor = self._prices.floor**2
        return sum(
            float(weight * np.log(error / count + floor))
            for weight, count, error in zip(self._weights, self._counts, errors, strict=True)
            if count
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Parting:
    """Series parted at turns.

    Attributes:
        stretches: the series.
        turns: first period of each stretch but the first.
        gains: for each turn, by how much the criterion is worse without it.
    """

    stretches: Stretches
    turns: tuple[int, ...]
    gains: tuple[float, ...]


def choose(partings: Sequence[tuple[Stretches, tuple[int, ...]]], prices: Prices) -> Parting:
    """The best of some partings, with its turns where they fit best, and none that is not worth it.

    Args:
        partings: what to choose from, at least one.
        prices: what turns have to bring.
    """
    criterion = Criterion(partings[0][0].values, prices)

    def judge(parting: tuple[Stretches, tuple[int, ...]]) -> float:
        return criterion.of(*parting)

    stretches, turns = min(partings, key=judge)
    criterion.heed_kinship(stretches.residuals(turns))
    stretches, turns = min(partings, key=judge)
    least = prices.least(len(stretches), stretches.shape)
    turns = move_turns(stretches, turns, least)
    gains = _gains(criterion, stretches, turns)
    while turns and min(gains) <= 0:
        worst = gains.index(min(gains))
        turns = move_turns(stretches, turns[:worst] + turns[worst + 1 :], least)
        gains = _gains(criterion, stretches, turns)
    return Parting(stretches=stretches, turns=turns, gains=gains)


def move_turns(stretches: Stretches, turns: tuple[int, ...], least: int) -> tuple[int, ...]:
    """Turns, each moved between its neighbours to where the error is least, in one round.

    A turn that was placed before its neighbours were known may stand a little off.
    """
    moved = list(turns)
    for number in range(len(moved)):
        before, here, after = [0, *moved, len(stretches)][number : number + 3]
        places = range(before + least, after - least + 1)
        errors = {
            place: stretches.error(before, place) + stretches.error(place, after)
            for place in places
        }
        moved[number] = min(errors, key=lambda place: (errors[place], place)) if errors else here
    return tuple(moved)


def _gains(criterion: Criterion, stretches: Stretches, turns: tuple[int, ...]) -> tuple[float, ...]:
    whole = criterion.of(stretches, turns)
    return tuple(criterion.of(stretches, without) - whole for without in _each_without_one(turns))


def _each_without_one(turns: tuple[int, ...]) -> Iterator[tuple[int, ...]]:
    for number in range(len(turns)):
        yield turns[:number] + turns[number + 1 :]


def _kinship(residuals: Floats) -> float:
    """How much neighbours go together: correlation with the value one period before."""
    left = residuals[np.isfinite(residuals)]
    square = float(left @ left)
    if square <= 1e-9 * max(1, len(left)):
        return 0.0
    return max(0.0, float(sum(one * other for one, other in pairwise(left.tolist()))) / square)
