"""How far series are from a level, or from a line, over a stretch of periods.

Invariant: a stretch takes the same time however long it is, by sums that are taken once.
"""

from collections.abc import Sequence
from enum import StrEnum
from itertools import pairwise

import numpy as np

from watchword.relate.turning.series import Floats, Laid


class Shape(StrEnum):
    """What a series is told by between two turns."""

    LEVEL = "level"
    LINE = "line"

    @property
    def numbers(self) -> int:
        """How many numbers tell a stretch of one series."""
        return 1 if self is Shape.LEVEL else 2


class Stretches:
    """Squared errors of stretches of series."""

    def __init__(self, laid: Laid, shape: Shape) -> None:
        """Take the sums.

        Args:
            laid: the series.
            shape: what stretches are told by.
        """
        self.laid = laid
        self.values = laid.values
        self.shape = shape
        self._times = laid.times
        self._series = [_sums(column, laid.times) for column in laid.values.T]

    def __len__(self) -> int:
        """How many periods there are."""
        return len(self.values)

    def error(self, start: int, end: int) -> float:
        """The squared error of a stretch, end excluded, over all series."""
        return sum(self._error(sums, start, end) for sums in self._series)

    def errors(self, turns: Sequence[int]) -> list[float]:
        """For each series, its squared error where it is parted at some turns."""
        edges = (0, *turns, len(self))
        return [
            sum(self._error(sums, start, end) for start, end in pairwise(edges))
            for sums in self._series
        ]

    def residuals(self, turns: Sequence[int]) -> Floats:
        """What is left of the series where each stretch is told; NaN where missing."""
        left = np.full_like(self.values, np.nan)
        for start, end in pairwise((0, *turns, len(self))):
            for number in range(self.values.shape[1]):
                stretch = self.values[start:end, number]
                fitted = fit_stretch(stretch, self._times[start:end], self.shape)
                left[start:end, number] = stretch - fitted
        return left

    def _error(self, sums: list[list[float]], start: int, end: int) -> float:
        count, total, square = (each[end] - each[start] for each in sums[:3])
        if count <= 0:
            return 0.0
        error = square - total * total / count
        if self.shape is Shape.LINE:
            time, times, product = (each[end] - each[start] for each in sums[3:])
            across = times - time * time / count
            along = product - time * total / count
            error -= along * along / across if across > 0 else 0.0
        return max(error, 0.0)


def fit_stretch(values: Floats, times: Floats, shape: Shape) -> Floats:
    """The level or line nearest to the values of a stretch; NaN where nothing is known."""
    known = np.isfinite(values)
    if not known.any():
        return np.full_like(values, np.nan)
    slope = slope_of(values, times) if shape is Shape.LINE else 0.0
    fitted: Floats = values[known].mean() + slope * (times - times[known].mean())
    return fitted


def slope_of(values: Floats, times: Floats) -> float:
    """Change a period of the line nearest to the values; 0 where fewer than two are known."""
    known = np.isfinite(values)
    if known.sum() < 2:
        return 0.0
    about = times[known] - times[known].mean()
    return float(about @ values[known] / (about @ about))


def _sums(column: Floats, times: Floats) -> list[list[float]]:
    """Sums up to each period: of ones, values, their squares, times, their squares, products."""
    known = np.isfinite(column)
    values = np.where(known, column, 0.0)
    # times about their middle, one unit long, lose fewest digits in differences of sums
    unit = (times - times.mean()) / max(float(np.ptp(times)), 1.0)
    told = np.where(known, unit, 0.0)
    terms = (known * 1.0, values, values**2, told, told**2, told * values)
    return [np.concatenate(([0.0], np.cumsum(term))).tolist() for term in terms]
