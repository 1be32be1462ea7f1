"""Series laid out for the search: what is known, without lone spikes, on one scale.

Invariant: what is missing stays missing; no value is made up for it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

_REACH = 2
"""Neighbours on each side whose median tells whether a value is a lone spike."""
_SPIKE = 4.0
"""Standard deviations of the noise off that median that make a spike."""
_NORMAL = 0.6745
"""Median of the absolute value of a standard normal variable."""
_SAME = 1e-12
"""Share of their size by which values differ at most that are taken as the same."""


class Scale(StrEnum):
    """On which scale series are looked at."""

    PLAIN = "plain"
    CURVED = "curved"


@dataclass(frozen=True, slots=True, kw_only=True)
class Laid:
    """Series laid out for the search.

    Attributes:
        times: of each period of which anything is known, its index in the series.
        values: periods by series, each series with mean 0 and variance 1, or all 0 where it never
            changes; NaN where it is missing.
        scale: the scale of the values.
        units: for each series the logarithm of how many of its units one unit of the values is, a
            mean over its values; by it, what is left on one scale is held against another.
    """

    times: Floats
    values: Floats
    scale: Scale
    units: Floats


def as_table(series: Sequence[Sequence[float | None]]) -> Floats:
    """Series side by side, periods by series; NaN for None and for what is not finite.

    Raises:
        ValueError: if one series is longer than another.
    """
    rows = zip(*series, strict=True)
    known = [[np.nan if value is None else value for value in row] for row in rows]
    table = np.array(known, dtype=np.float64).reshape(-1, len(series))
    table[~np.isfinite(table)] = np.nan
    return table


def lay_out(table: Floats, scale: Scale = Scale.PLAIN, *, keep_spikes: bool = False) -> Laid:
    """Lay series out for the search.

    Args:
        table: periods by series, NaN where missing.
        scale: the scale wanted. On the curved one a doubling of a large value is as far as of
            another, as suits what swings more the larger it is: counts, sums, money.
        keep_spikes: whether lone spikes are left as they are.
    """
    some = np.isfinite(table).any(axis=1)
    values = table[some]
    units = np.zeros(values.shape[1])
    for number in range(values.shape[1]):
        known = np.isfinite(values[:, number])
        told, units[number] = _on_scale(values[known, number], scale)
        told = told if keep_spikes else cut_spikes(told)
        values[known, number], spread = _on_one_scale(told)
        units[number] += np.log(spread)
    times = np.flatnonzero(some).astype(np.float64)
    return Laid(times=times, values=values, scale=scale, units=units)


def cut_spikes(values: Floats) -> Floats:
    """Values with lone spikes cut to where the noise ends.

    A spike of one or two periods is no turn, however high. Cut is what lies further from the
    median of five neighbours than the noise explains (a Hampel filter).
    """
    noise = _noise(values)
    if len(values) <= 2 * _REACH or noise == 0:
        return values
    padded = np.pad(values, _REACH, mode="reflect")
    windows = np.lib.stride_tricks.sliding_window_view(padded, 2 * _REACH + 1)
    middle = np.median(windows, axis=1)
    return np.clip(values, middle - _SPIKE * noise, middle + _SPIKE * noise)


def _noise(values: Floats) -> float:
    """Standard deviation of the noise, from steps between neighbours, which turns hardly touch."""
    steps = np.abs(np.diff(values))
    if len(steps) == 0:
        return 0.0
    middle = float(np.median(steps)) / _NORMAL
    # where most steps are none, as of rare events, their mean still tells of noise
    return (middle or float(steps.mean()) * float(np.sqrt(np.pi / 2)) / 2) / float(np.sqrt(2))


def _on_scale(values: Floats, scale: Scale) -> tuple[Floats, float]:
    """Values on a scale, and the mean logarithm of the units of the series to one of the scale."""
    sizes = np.abs(values)
    if scale is Scale.PLAIN or not sizes.any():
        return values, 0.0
    unit = max(float(np.median(sizes)) or float(sizes.mean()), _SAME * float(sizes.max()))
    curved = np.arcsinh(values / unit)
    return curved, float(np.log(unit) + np.log(np.hypot(1.0, values / unit)).mean())


def _on_one_scale(values: Floats) -> tuple[Floats, float]:
    """Values with mean 0 and variance 1, and the spread they were divided by."""
    spread = float(values.std()) if len(values) else 0.0
    if spread <= _SAME * max(1.0, float(np.abs(values).max(initial=0.0))):
        return np.zeros_like(values), 1.0
    return (values - values.mean()) / spread, spread
