"""Find the turns of a series, or of several at once: lay out, search, choose, tell."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

import numpy as np

from watchword.model.series_turn import JointTurn, SeriesTurn
from watchword.relate.turning.choosing import PRICES, Prices, choose
from watchword.relate.turning.searching import each_parting
from watchword.relate.turning.segments import Shape, Stretches, slope_of
from watchword.relate.turning.series import Floats, as_table, lay_out

TurnT = TypeVar("TurnT", SeriesTurn, JointTurn)


def find_turns(
    values: Sequence[float | None], *, prices: Prices = PRICES
) -> tuple[SeriesTurn, ...]:
    """Find where a series changes its level, or its direction, for good.

    A lone spike is no turn, nor is a steady trend, a season, or a change of noise alone.

    Args:
        values: one number a period, in order; None, and what is not finite, is missing.
        prices: what a turn has to bring; the same for every series unless a trial asks.

    Returns:
        The turns in order, none where nothing turned or too little is known to tell.

    Raises:
        MissingExtraError: if ruptures is not installed.

    >>> [turn.at for turn in find_turns([2, 3, 2, 1, 2, 3, 2, 9, 8, 9, 10, 8, 9])]
    [7]
    """
    table = as_table([values])
    found = _find(table, prices)
    times = np.arange(len(table), dtype=np.float64)
    return tuple(
        SeriesTurn(
            at=end,
            before=_means(table[start:end])[0] or 0.0,
            after=_means(table[end:stop])[0] or 0.0,
            slope_before=_slope(table, times, found.shape, slice(start, end)),
            slope_after=_slope(table, times, found.shape, slice(end, stop)),
            gain=gain,
        )
        for start, end, stop, gain in found.each_side(len(table))
    )


def find_joint_turns(
    series: Sequence[Sequence[float | None]], *, prices: Prices = PRICES
) -> tuple[JointTurn, ...]:
    """Find where several series turn at the same time, as both directions of a relation do.

    Args:
        series: one or more, as long as each other, with the same periods.
        prices: what a turn has to bring.

    Returns:
        The turns in order. A turn need not be one of every series.

    Raises:
        MissingExtraError: if ruptures is not installed.
        ValueError: if one series is longer than another.
    """
    table = as_table(series)
    found = _find(table, prices)
    return tuple(
        JointTurn(at=end, before=_means(table[start:end]), after=_means(table[end:stop]), gain=gain)
        for start, end, stop, gain in found.each_side(len(table))
    )


def rank_turns(turns: Iterable[TurnT]) -> tuple[TurnT, ...]:
    """Turns by gain, the greatest first; of equal ones the earlier first."""
    return tuple(sorted(turns, key=lambda turn: (-turn.gain, turn.at)))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """Turns as they were found, by index in the whole series."""

    turns: tuple[int, ...] = ()
    gains: tuple[float, ...] = ()
    shape: Shape = Shape.LEVEL

    def each_side(self, length: int) -> Iterator[tuple[int, int, int, float]]:
        """For each turn: the one before, itself, the one after, its gain."""
        edges = (0, *self.turns, length)
        yield from zip(edges, self.turns, edges[2:], self.gains, strict=False)


def _find(table: Floats, prices: Prices) -> _Found:
    every = [lay_out(table, scale, keep_spikes=prices.keep_spikes) for scale in prices.scales]
    if not every[0].values.any():
        return _Found()
    partings = [
        (stretches, turns)
        for stretches in (Stretches(laid, shape) for laid in every for shape in prices.shapes)
        for turns in each_parting(
            stretches, prices.least(len(stretches), stretches.shape), prices.most
        )
    ]
    chosen = choose(partings, prices)
    times = chosen.stretches.laid.times
    return _Found(
        turns=tuple(int(times[turn]) for turn in chosen.turns),
        gains=chosen.gains,
        shape=chosen.stretches.shape,
    )


def _means(stretch: Floats) -> tuple[float | None, ...]:
    columns = (column[np.isfinite(column)] for column in stretch.T)
    return tuple(float(known.mean()) if len(known) else None for known in columns)


def _slope(table: Floats, times: Floats, shape: Shape, stretch: slice) -> float:
    return slope_of(table[stretch, 0], times[stretch]) if shape is Shape.LINE else 0.0
