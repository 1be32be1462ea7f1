"""How much happens between two, with the ups and downs of reporting taken out.

Two measures, each with an effect for every outlet, so that one that comes or goes moves nothing:
how many happenings the same outlets tell in a period, and how many against what else they print.
More feeds move neither. An outlet that prints more of everything moves the first alone, a great
story elsewhere the second alone; what is happening between the two moves both. A level counts only
as far from its mean as both measures have it.

The effects of outlets and periods are those of a Poisson regression with both as factors, found by
turns, each held towards its mean by a little; the ratios are Mantel and Haenszel's over outlets
(Mantel and Haenszel, 1959; Robins, Breslow and Greenland, 1986).
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from watchword.relate.relations.panel import Numbers

Flags = NDArray[np.bool_]

HELD = 0.5
"""Happenings that hold a period's or an outlet's effect to its mean: half of one, as Jeffreys has
it for a count."""
STEADY = 2.0
"""Other texts a period that hold an outlet's volume to its mean, so that few tell no volume."""
LEAST_SEEN = 0.25
"""Share of what a mean period would tell that a period's outlets must be able to tell: the first
and last days of a record are seldom whole periods."""
ROUNDS = 40
LEAST_TELLING = 1.0
"""Variance below which the share tells nothing: the outlets print too little else."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Exposure:
    """What happenings of one series are set against.

    Attributes:
        told: happenings, by outlet and period.
        texts: texts that tell any.
        time: how much an outlet was printing.
        others: texts that tell nothing of the two.
    """

    told: Numbers
    texts: Numbers
    time: Numbers
    others: Numbers


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """How much more the outlets that were there before and after tell after.

    Attributes:
        ratio: after to before; None where that cannot be told.
        sigmas: how far beyond chance, in standard deviations; below 0 for less.
    """

    ratio: float | None
    sigmas: float


def levels_of(exposure: Exposure, counts: Numbers) -> Numbers:
    """Happenings a period on the scale of the counts, not a number where nobody printed.

    Args:
        exposure: the series and what it is set against.
        counts: happenings in each period, as counted.
    """
    shape = _shape(exposure, _is_seen(exposure))
    total = np.nansum(shape)
    return shape * (counts[~np.isnan(shape)].sum() / total) if total else shape


def levels_between(
    exposure: Exposure, counts: Numbers, edges: Sequence[int]
) -> tuple[float | None, ...]:
    """The levels of stretches between steps, each as one: what is rare is not held to the mean.

    Args:
        exposure: the series and what it is set against.
        counts: happenings in each period, as counted.
        edges: first periods of the stretches, and the number of periods.
    """
    if not len(counts):
        return ()
    starts = np.array(edges[:-1])
    lengths = np.diff(np.array(edges))
    merged = Exposure(
        told=np.add.reduceat(exposure.told, starts, axis=1),
        texts=np.add.reduceat(exposure.texts, starts, axis=1),
        time=np.add.reduceat(exposure.time, starts, axis=1),
        others=np.add.reduceat(exposure.others, starts, axis=1),
    )
    shape = _shape(merged, merged.time.sum(axis=0) > 0)
    total = np.nansum(shape * lengths)
    seen = ~np.isnan(shape)
    scale = np.add.reduceat(counts, starts)[seen].sum() / total if total else 1.0
    return tuple(None if np.isnan(each) else round(float(each * scale), 2) for each in shape)


def step_by_outlet(exposure: Exposure, before: slice, after: slice) -> Step:
    """What the same outlets tell in as much time."""
    here = exposure.time[:, before].sum(axis=1)
    there = exposure.time[:, after].sum(axis=1)
    told_here = exposure.told[:, before].sum(axis=1)
    told_there = exposure.told[:, after].sum(axis=1)
    both = (here > 0) & (there > 0)
    if not both.any():
        return Step(ratio=None, sigmas=0.0)
    here, there, total = here[both], there[both], here[both] + there[both]
    told_here, told_there = told_here[both], told_there[both]
    share = there / total
    expected = (told_here + told_there) * share
    variance = (expected * (1 - share)).sum()
    gained = (told_there - expected).sum()
    ratio = _ratio((told_there * here / total).sum(), (told_here * there / total).sum())
    return Step(ratio=ratio, sigmas=float(gained / np.sqrt(variance)) if variance > 0 else 0.0)


def step_by_share(exposure: Exposure, before: slice, after: slice) -> Step:
    """How large a share of their texts the same outlets give to it."""
    b, a = exposure.texts[:, before].sum(axis=1), exposure.texts[:, after].sum(axis=1)
    d, c = exposure.others[:, before].sum(axis=1), exposure.others[:, after].sum(axis=1)
    total = a + b + c + d
    both = (a + c > 0) & (b + d > 0) & (total > 1)
    if not both.any():
        return Step(ratio=None, sigmas=0.0)
    a, b, c, d, total = a[both], b[both], c[both], d[both], total[both]
    expected = (a + b) * (a + c) / total
    variance = ((a + b) * (c + d) * (a + c) * (b + d) / (total**2 * (total - 1))).sum()
    if variance < LEAST_TELLING:
        return Step(ratio=None, sigmas=0.0)
    ratio = _ratio((a * d / total).sum(), (b * c / total).sum())
    return Step(ratio=ratio, sigmas=float((a - expected).sum() / np.sqrt(variance)))


def spread_of(exposure: Exposure, before: slice, after: slice) -> float:
    """How many times as much as by chance the counts vary from period to period; at least 1."""
    squares: list[float] = []
    for part in (before, after):
        time, told = exposure.time[:, part], exposure.told[:, part]
        rate = told.sum(axis=1) / np.maximum(time.sum(axis=1), 1e-9)
        due, seen = (rate[:, None] * time).sum(axis=0), told.sum(axis=0)
        squares += ((seen - due)[due > 0] ** 2 / np.maximum(due[due > 0], 0.5)).tolist()
    return max(1.0, float(np.mean(squares))) if squares else 1.0


def _shape(exposure: Exposure, seen: Flags) -> Numbers:
    """Each period against the mean, as far from it as both measures have it; NaN where unseen."""
    by_outlet = _effects(exposure.told, exposure.time)
    nearer = by_outlet
    if _tells_share(exposure):
        by_share = _effects(exposure.told, _volume(exposure))
        least = np.minimum(np.abs(by_outlet), np.abs(by_share))
        nearer = np.where(by_outlet * by_share > 0, np.sign(by_outlet) * least, 0.0)
    return np.where(seen, np.exp(nearer), np.nan)


def _is_seen(exposure: Exposure) -> Flags:
    """Whether those who tell of the two printed enough in a period to tell how much passed."""
    due = exposure.time.sum(axis=1)
    rates = exposure.told.sum(axis=1) / np.maximum(due, 1e-9)
    expected: Numbers = rates @ exposure.time
    printing = exposure.time.sum(axis=0) > 0
    if not expected.size:  # no period at all
        return np.asarray(printing)
    return np.asarray(printing & (expected >= LEAST_SEEN * expected.mean()))


def _ratio(more: float, less: float) -> float:
    return float((more + HELD / 2) / (less + HELD / 2))


def _volume(exposure: Exposure) -> Numbers:
    """How much else an outlet prints in a period against its mean, where it prints."""
    time = exposure.time
    mean = exposure.others.sum(axis=1) / np.maximum(time.sum(axis=1), 1e-9)
    volume: Numbers = (exposure.others + STEADY * time) / (mean[:, None] + STEADY)
    return np.where(time > 0, volume, 0.0)


def _tells_share(exposure: Exposure) -> bool:
    """Whether the outlets that tell of the two print anything else to speak of."""
    telling = exposure.told.sum(axis=1) > 0
    return bool(exposure.others[telling].sum() >= exposure.texts.sum() * 0.1)


def _effects(told: Numbers, exposure: Numbers) -> Numbers:
    """The logarithm of each period's effect, around a mean effect of 1."""
    due = exposure.sum(axis=1)
    pooled = told.sum() / max(due.sum(), 1e-9)
    if pooled <= 0:
        return np.zeros(told.shape[1])
    by_period, by_outlet = told.sum(axis=0), told.sum(axis=1)
    prior = HELD / pooled
    effects = np.ones(told.shape[1])
    for _ in range(ROUNDS):
        rates = (by_outlet + HELD) / (exposure @ effects + prior)
        fitted = rates @ exposure
        effects = (by_period + HELD) / (fitted + HELD)
        mean = (effects * fitted).sum() / max(fitted.sum(), 1e-9)
        effects /= mean
    return np.log(effects)
