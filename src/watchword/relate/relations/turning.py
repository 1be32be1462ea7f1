"""When a relation turned: shifts in what passes between two that more or other feeds cannot make.

A finder looks for steps in each series of levels. A step counts where the outlets that were there
both before and after it tell it, in both measures of `rates.py`, beyond what chance makes of
counts that vary as these do. Steps of several series at one time are one turn.

Invariant: outlets that came or went at a step have no part in it.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from math import log, sqrt
from typing import Protocol

import numpy as np

from watchword.model.relation import Line, Quad, Shift, Way
from watchword.relate.relations.rates import (
    Exposure,
    Flags,
    levels_between,
    spread_of,
    step_by_outlet,
    step_by_share,
)

BEYOND = 1.0
"""Share of the universal threshold from which a step is more than chance: as many standard
deviations as the largest of so many chance values as there are periods and series reaches, 3.4 for
36 weeks and 3.9 for 240 days (Donoho and Johnstone, 1994). `benchmarks/feeds.py`: no false turn in
90 worlds of changing feeds and 59 of 60 changes seen; at 0.6 with a ratio of 1.2, four false."""
BEYOND_IN_SHARE = 2.0
"""Standard deviations of the second measure, which has only to bear the first out."""
LEAST_RATIO = 1.5
"""How many times as much, or as little, must be told after a step."""
FEWEST = 5
"""Happenings that the fuller side of a step needs, told by outlets of both sides."""
NEAR = 1
"""Periods apart in which steps of two series are one turn."""

Series = tuple[Way, Quad]


class FoundTurn(Protocol):
    """A step that a finder found in a series."""

    @property
    def at(self) -> int:
        """Index of the first observation of the new level."""


Finder = Callable[[Sequence[float | None]], Sequence[FoundTurn]]
"""Finds steps in a series; what was not observed is None."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Steps:
    """The steps of all series.

    Attributes:
        kept: by period, what moved there, the strongest first.
        outlets: by period, how many outlets were there before and after.
        feeds_only: periods at which counts step that the same outlets do not bear out.
    """

    kept: Mapping[int, tuple[Shift, ...]]
    outlets: Mapping[int, int]
    feeds_only: tuple[int, ...]


def find_steps(lines: Sequence[Line], exposures: Mapping[Series, Exposure], find: Finder) -> Steps:
    """Look for steps in the levels of every series and keep those that are borne out.

    Args:
        lines: counts and levels of each series.
        exposures: what each series is set against.
        find: finds steps in a series.
    """
    found: dict[int, list[Shift]] = {}
    outlets: dict[int, int] = {}
    feeds: set[int] = set()
    for line in lines:
        exposure = exposures[line.way, line.quad]
        if sum(line.counts) < FEWEST:
            continue
        kept = _levelled(_kept(_candidates(line.levels, find), line, exposure), line, exposure)
        for at, shift in kept.items():
            found.setdefault(at, []).append(shift)
            sides = _around(at, sorted(kept), line)
            outlets[at] = max(outlets.get(at, 0), int(_on_both_sides(exposure, *sides).sum()))
        counted = _candidates([float(count) for count in line.counts], find)
        feeds |= {
            at
            for at in counted
            if not _is_near(at, kept) and _moves(line, *_around(at, counted, line))
        }
    merged = _merged(found)
    return Steps(
        kept=merged,
        outlets={at: max(outlets[each] for each in outlets if _near(each, at)) for at in merged},
        feeds_only=tuple(sorted(at for at in feeds if not _is_near(at, merged))),
    )


def _candidates(values: Sequence[float | None], find: Finder) -> list[int]:
    """Where a finder sees steps; roots of counts, whose chance is the same at every level."""
    roots = [None if value is None else 2 * float(np.sqrt(value + 0.375)) for value in values]
    return sorted({turn.at for turn in find(roots) if 0 < turn.at < len(values)})


def _kept(candidates: Sequence[int], line: Line, exposure: Exposure) -> dict[int, Shift]:
    """The candidates that hold; the weakest that does not goes first, and its sides are one."""
    places = list(candidates)
    while places:
        shifts = {at: _shift(line, exposure, *_around(at, places, line)) for at in places}
        failing = [at for at, (_, holds) in shifts.items() if not holds]
        if not failing:
            return {at: shift for at, (shift, _) in shifts.items()}
        places.remove(min(failing, key=lambda at: (shifts[at][0].gain, at)))
    return {}


def _levelled(kept: Mapping[int, Shift], line: Line, exposure: Exposure) -> Mapping[int, Shift]:
    """The kept steps with the levels of the stretches between them."""
    if not kept:
        return kept
    edges = [0, *sorted(kept), len(line.counts)]
    levels = levels_between(exposure, np.array(line.counts, dtype=float), edges)
    return {
        at: replace(kept[at], before=levels[place], after=levels[place + 1])
        for place, at in enumerate(sorted(kept))
    }


def _around(at: int, places: Sequence[int], line: Line) -> tuple[slice, slice]:
    """The stretches before and after a step, to the steps beside it."""
    before = max((place for place in places if place < at), default=0)
    after = min((place for place in places if place > at), default=len(line.counts))
    return slice(before, at), slice(at, after)


def _shift(line: Line, exposure: Exposure, before: slice, after: slice) -> tuple[Shift, bool]:
    spread = float(np.sqrt(spread_of(exposure, before, after)))
    by_outlet = step_by_outlet(exposure, before, after)
    by_share = step_by_share(exposure, before, after)
    sigmas = by_outlet.sigmas / spread
    shift = Shift(
        way=line.way,
        quad=line.quad,
        before=None,
        after=None,
        counted_before=_mean(line.counts[before]),
        counted_after=_mean(line.counts[after]),
        by_outlet=by_outlet.ratio or 1.0,
        by_share=by_share.ratio,
        gain=abs(sigmas),
    )
    both = _on_both_sides(exposure, before, after)
    fuller = max(float(exposure.told[both, part].sum()) for part in (before, after))
    holds = (
        abs(sigmas) >= _chance(line)
        and _is_large(shift.by_outlet)
        and fuller >= FEWEST
        and _bears_out(by_share.ratio, by_share.sigmas / spread, sigmas)
    )
    return shift, holds


def _bears_out(ratio: float | None, sigmas: float, wanted: float) -> bool:
    """Whether the share moves the same way; what it cannot tell it does not gainsay."""
    if ratio is None:
        return True
    return sigmas * wanted > 0 and abs(sigmas) >= BEYOND_IN_SHARE and _is_large(ratio)


def _is_large(ratio: float) -> bool:
    return ratio >= LEAST_RATIO or ratio <= 1 / LEAST_RATIO


def _on_both_sides(exposure: Exposure, before: slice, after: slice) -> Flags:
    """Which outlets printed both before and after."""
    here, there = exposure.time[:, before].sum(axis=1), exposure.time[:, after].sum(axis=1)
    return np.asarray((here > 0) & (there > 0))


def _moves(line: Line, before: slice, after: slice) -> bool:
    """Whether what is counted differs from before to after by more than chance."""
    here, there = line.counts[before], line.counts[after]
    told = sum(here) + sum(there)
    share = len(there) / max(1, len(here) + len(there))
    variance = told * share * (1 - share)
    return variance > 0 and abs(sum(there) - told * share) >= _chance(line) * variance**0.5


def _chance(line: Line) -> float:
    """Standard deviations that chance alone reaches somewhere in so many periods and series."""
    return BEYOND * sqrt(2 * log(len(Way) * len(Quad) * max(2, len(line.counts))))


def _mean(values: Sequence[int]) -> float:
    return round(float(np.mean(values)), 2)


def _merged(found: Mapping[int, Sequence[Shift]]) -> dict[int, tuple[Shift, ...]]:
    """Steps of several series near one another under the period of the strongest."""
    merged: dict[int, list[Shift]] = {}
    strongest = sorted(found, key=lambda at: (-max(shift.gain for shift in found[at]), at))
    for at in strongest:
        home = next((other for other in merged if _near(other, at)), at)
        merged.setdefault(home, []).extend(found[at])
    return {
        at: tuple(sorted(shifts, key=lambda each: (-each.gain, each.way, each.quad)))
        for at, shifts in merged.items()
    }


def _near(one: int, other: int) -> bool:
    return abs(one - other) <= NEAR


def _is_near(at: int, places: Mapping[int, object]) -> bool:
    return any(_near(at, place) for place in places)
