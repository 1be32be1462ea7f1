"""Series with turns that are known, because chance made them here: a shape, and noise upon it.

A turn is where the shape changes its level or its direction for good. Steady trends, growth,
seasons, random walks, lone spikes and changes of noise are none. The same seed gives the same
series.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Chance = np.random.Generator
Shaped = tuple[Floats, list[int]]
Shape = Callable[[Chance, int], Shaped]
Noise = Callable[[Chance, Floats], Floats]

LENGTHS = (16, 24, 40, 60, 100, 150, 220, 320, 500)
"""Periods of the series of each family."""


PAIR_LENGTHS = (150, 300, 600, 1000, 1300)
"""Periods of relations."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SimulatedPair:
    """What two sides do to each other, and when that turns.

    Attributes:
        columns: one number a period for each direction.
        turns: first period after each turn.
    """

    columns: list[list[float]]
    turns: list[int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Simulated:
    """A series and its turns.

    Attributes:
        family: its shape and noise.
        values: one number a period.
        turns: first period after each turn.
    """

    family: str
    values: list[float]
    turns: list[int]


def each_simulated(seed: int) -> Iterator[Simulated]:
    """Yield one series of each family and length."""
    for number, (family, (shape, noise)) in enumerate(FAMILIES.items()):
        for length in LENGTHS:
            chance = np.random.default_rng([seed, number, length])
            levels, turns = shape(chance, length)
            yield Simulated(family=family, values=noise(chance, levels).tolist(), turns=turns)


def each_pair(seed: int, count: int) -> Iterator[SimulatedPair]:
    """Yield relations: up to five turns of hostility, of kindness or of both, some of which fade.

    Events come in bursts that both directions share but for their size; each weighs something, so
    that sums go from a few to some hundreds.
    """
    for number in range(count):
        chance = np.random.default_rng([seed, number])
        length = int(chance.choice(PAIR_LENGTHS))
        turns = _places(chance, length, int(chance.integers(0, 6)), max(8, length // 15))
        hostile = np.full(length, chance.uniform(-0.3, 1.5))
        kind = np.full(length, chance.uniform(-0.3, 1.0))
        for turn in turns:
            which = chance.choice(["hostile", "hostile", "kind", "both"])
            change = chance.uniform(0.7, 2.0) * _signs(chance, 1) * _lasting(chance, length - turn)
            hostile[turn:] += change if which != "kind" else 0.0
            kind[turn:] -= 0.7 * change if which != "hostile" else 0.0
        columns = [_direction(chance, hostile, kind).tolist() for _ in range(2)]
        yield SimulatedPair(columns=columns, turns=turns)


def flat(chance: Chance, length: int) -> Shaped:
    """No turn at all."""
    return np.full(length, chance.uniform(-2, 2)), []


def steps(chance: Chance, length: int) -> Shaped:
    """One to five levels, 1 to 8 standard deviations of the noise apart."""
    turns = _places(chance, length, int(chance.integers(1, 2 + min(4, length // 40))))
    height = chance.uniform(1.5, 5)
    jumps = np.zeros(length)
    jumps[turns] = height * chance.uniform(0.7, 1.6, len(turns)) * _signs(chance, len(turns))
    return np.cumsum(jumps), turns


def ramps(chance: Chance, length: int) -> Shaped:
    """Levels that are reached within two to seven periods."""
    levels, turns = steps(chance, length)
    width = int(chance.integers(2, 8))
    padded = np.pad(levels * 1.3, (width - 1, 0), mode="edge")
    return np.convolve(padded, np.ones(width) / width, "valid"), turns


def pulse(chance: Chance, length: int) -> Shaped:
    """Up, or down, and back again."""
    start = int(chance.integers(length // 5, length // 2))
    end = start + int(chance.integers(max(5, length // 12), max(6, length // 4)))
    levels = np.zeros(length)
    levels[start:end] = chance.uniform(2.5, 6) * _signs(chance, 1)
    return levels, [start, end]


def burst(chance: Chance, length: int) -> Shaped:
    """One jump or two, each followed by a slow way back."""
    turns = _places(chance, length, int(chance.integers(1, 3)), length // 4)
    lasting = chance.uniform(0.08, 0.3) * length
    levels = np.zeros(length)
    for turn in turns:
        fading = np.exp(-np.arange(length - turn) / lasting)
        levels[turn:] += chance.uniform(3, 7) * _signs(chance, 1) * fading
    return levels, turns


def trend(chance: Chance, length: int) -> Shaped:
    """A steady way up or down, without a turn."""
    return _way(length) * chance.uniform(3, 60) * _signs(chance, 1), []


def trend_steps(chance: Chance, length: int) -> Shaped:
    """Levels upon a trend."""
    levels, turns = steps(chance, length)
    return levels * 1.3 + _way(length) * chance.uniform(3, 10) * _signs(chance, 1), turns


def bends(chance: Chance, length: int) -> Shaped:
    """A trend that changes its direction once or twice, without a jump."""
    turns = _places(chance, length, int(chance.integers(1, 3)), max(6, length // 5))
    change = np.zeros(length)
    change[0] = chance.uniform(-6, 6)
    change[turns] = chance.uniform(12, 80, len(turns)) * _signs(chance, len(turns))
    return np.cumsum(np.cumsum(change)) / length, turns


def growth(chance: Chance, length: int) -> Shaped:
    """Growth by a share of what is there, without a turn."""
    grown = np.exp(chance.uniform(1, 4) * _way(length))
    return (grown - 1) / (grown[-1] - 1) * chance.uniform(10, 40), []


def saturation(chance: Chance, length: int) -> Shaped:
    """A smooth way from one level to another, over a good part of the series, without a turn."""
    middle, width = chance.uniform(0.3, 0.7), chance.uniform(0.08, 0.25)
    way = 1 / (1 + np.exp(-(_way(length) - middle) / width))
    return chance.uniform(8, 60) * _signs(chance, 1) * way, []


def season(chance: Chance, length: int) -> Shaped:
    """Ups and downs of one length, without a turn."""
    period = int(chance.choice([4, 7, 12, 52] if length >= 160 else [4, 7, 12][: 1 + length // 40]))
    phases = 2 * np.pi * (np.arange(length) / period + chance.random())
    return np.sin(phases) * chance.uniform(1, 3) + 0.7 * np.sin(2 * phases), []


def season_steps(chance: Chance, length: int) -> Shaped:
    """Levels upon a season."""
    levels, turns = steps(chance, length)
    return levels * 1.6 + season(chance, length)[0], turns


def walk(chance: Chance, length: int) -> Shaped:
    """A random walk, without a turn."""
    return np.cumsum(chance.standard_normal(length)), []


def walk_steps(chance: Chance, length: int) -> Shaped:
    """Levels upon a random walk, some 5 to 30 of its steps apart."""
    levels, turns = steps(chance, length)
    return levels * chance.uniform(3, 6) + walk(chance, length)[0], turns


def white(chance: Chance, levels: Floats) -> Floats:
    """Normal noise, each value for itself."""
    return levels + chance.standard_normal(len(levels))


def kindred(chance: Chance, levels: Floats) -> Floats:
    """Noise whose values go with their neighbours."""
    return levels + _kindred(chance, len(levels), chance.uniform(0.2, 0.8))


def heavy(chance: Chance, levels: Floats) -> Floats:
    """Noise with many far values (Student's t with three degrees)."""
    return levels + chance.standard_t(3, len(levels)) / np.sqrt(3)


def spiky(chance: Chance, levels: Floats) -> Floats:
    """Normal noise and, three times in a hundred, a spike."""
    noisy = white(chance, levels)
    at = chance.random(len(levels)) < 0.03
    noisy[at] += chance.uniform(6, 20, at.sum()) * _signs(chance, int(at.sum()))
    return noisy


def rounded(chance: Chance, levels: Floats) -> Floats:
    """No noise: whole numbers."""
    del chance
    return np.round(levels)


def swinging(chance: Chance, levels: Floats) -> Floats:
    """Noise that is the larger the larger the value."""
    return np.exp(0.35 * (levels + _kindred(chance, len(levels), chance.uniform(0, 0.4))))


def stormy(chance: Chance, levels: Floats) -> Floats:
    """Noise that slowly grows and falls."""
    calm = np.exp(1.6 * np.cumsum(chance.standard_normal(len(levels))) / np.sqrt(len(levels)))
    return levels * calm.mean() + calm * _kindred(chance, len(levels), chance.uniform(0, 0.5))


def counts(chance: Chance, levels: Floats) -> Floats:
    """Counts of events, in bursts."""
    return chance.poisson(_intensity(chance, levels)).astype(np.float64)


def sums(chance: Chance, levels: Floats) -> Floats:
    """Sums over events of what each weighs, most below 0, as of Goldstein's scale."""
    events = chance.poisson(_intensity(chance, levels))
    hostile = [
        -(chance.gamma(2, 2.2, count) * (chance.random(count) < 0.8)).sum() for count in events
    ]
    kind = [(chance.gamma(2, 1, count) * (chance.random(count) < 0.3)).sum() for count in events]
    return np.array(hostile) + np.array(kind)


FAMILIES: dict[str, tuple[Shape, Noise]] = {
    f"{shape.__name__}, {noise.__name__}": (shape, noise)
    for shape, noises in (
        (flat, (white, kindred, heavy, spiky, rounded, stormy, counts, sums)),
        (steps, (white, kindred, heavy, spiky, rounded, swinging, stormy, counts, sums)),
        (ramps, (kindred,)),
        (pulse, (white, kindred)),
        (burst, (white, kindred, sums)),
        (trend, (white, kindred)),
        (trend_steps, (kindred,)),
        (bends, (white, kindred)),
        (growth, (kindred, swinging)),
        (saturation, (kindred,)),
        (season, (white, kindred)),
        (season_steps, (white,)),
        (walk, (white,)),
        (walk_steps, (white,)),
    )
    for noise in noises
}
"""By name, what a series is made of."""


def _way(length: int) -> Floats:
    return np.arange(length) / length


def _signs(chance: Chance, count: int) -> Floats:
    return chance.choice([-1.0, 1.0], count)


def _places(chance: Chance, length: int, count: int, least: int = 0) -> list[int]:
    """Turns, with room between them and at both ends."""
    least = least or max(4, length // 15)
    while count > 1 and length < (count + 1) * least:
        count -= 1
    free = np.sort(chance.integers(0, length - (count + 1) * least + 1, count))
    return [int(place + number * least) for number, place in enumerate(free, start=1)]


def _kindred(chance: Chance, length: int, kinship: float) -> Floats:
    fresh = chance.standard_normal(length)
    noise = np.empty(length)
    noise[0] = fresh[0]
    for period in range(1, length):
        noise[period] = kinship * noise[period - 1] + np.sqrt(1 - kinship**2) * fresh[period]
    return noise


def _intensity(chance: Chance, levels: Floats) -> Floats:
    """Events a period: what the levels say, the higher the more, in bursts."""
    bursts = chance.uniform(0, 0.6) * _kindred(chance, len(levels), chance.uniform(0.2, 0.7))
    return np.exp(np.clip(chance.uniform(-0.5, 2.5) + 0.4 * levels + bursts, -3, 5))


def _lasting(chance: Chance, length: int) -> Floats:
    """A change that stays or, four times in ten, fades."""
    if chance.random() < 0.6:
        return np.ones(length)
    return np.exp(-np.arange(length) / (chance.uniform(0.1, 0.4) * max(length, 50)))


def _direction(chance: Chance, hostile: Floats, kind: Floats) -> Floats:
    length, share = len(hostile), chance.uniform(-0.7, 0.7)
    bursts = chance.uniform(0.3, 0.9) * _kindred(chance, length, chance.uniform(0.2, 0.7))
    blows = chance.poisson(np.exp(np.clip(hostile + share + bursts, -3, 5)))
    favours = chance.poisson(np.exp(np.clip(kind + share + 0.5 * bursts, -3, 5)))
    weighed = [
        chance.gamma(2, 1.2, good).sum() - chance.gamma(3, 2.2, bad).sum()
        for good, bad in zip(favours, blows, strict=True)
    ]
    return np.array(weighed)
