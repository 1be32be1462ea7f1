"""Numbers against numbers: correlation, distance, and how well one tells two sorts apart."""

import numpy as np
from numpy.typing import ArrayLike, NDArray

Numbers = NDArray[np.float64]


def pearson(one: ArrayLike, other: ArrayLike) -> float | None:
    """Pearson's correlation, -1 to 1; None where either side does not vary.

    >>> pearson([1, 2, 3], [2, 4, 6])
    1.0
    """
    first, second = _from_mean(one), _from_mean(other)
    lengths = float(np.sqrt((first @ first) * (second @ second)))
    if not lengths:
        return None
    return min(1.0, max(-1.0, float(first @ second) / lengths))


def mean_distance(one: ArrayLike, other: ArrayLike) -> float | None:
    """Mean absolute error; None without any numbers."""
    first, second = (np.asarray(each, dtype=np.float64) for each in (one, other))
    return float(np.abs(first - second).mean()) if first.size else None


def area_under_curve(scores: ArrayLike, are_alike: ArrayLike) -> float | None:
    """How often a pair that is alike scores above one that is not; a tie counts half.

    This is the area under the receiver operating characteristic, as Mann and Whitney's U gives
    it (1947).

    Args:
        scores: one score a pair.
        are_alike: whether the pair is alike.

    Returns:
        0 to 1, a half for chance; None where all pairs are of one sort.

    >>> area_under_curve([0.9, 0.4, 0.4, 0.1], [True, True, False, False])
    0.875
    """
    alike = np.asarray(are_alike, dtype=bool)
    of_alike, of_others = int(alike.sum()), int((~alike).sum())
    if not of_alike or not of_others:
        return None
    ranks = _ranks(np.asarray(scores, dtype=np.float64))
    above = float(ranks[alike].sum()) - of_alike * (of_alike + 1) / 2
    return above / (of_alike * of_others)


def average_precision(scores: ArrayLike, are_alike: ArrayLike) -> float | None:
    """Mean, over those that are alike, of the precision of all that score as high or higher.

    Args:
        scores: one score a pair.
        are_alike: whether the pair is alike.

    Returns:
        0 to 1; the share of those that are alike for chance; None where none is.

    >>> average_precision([0.9, 0.4, 0.3], [True, False, True]) == (1 + 2 / 3) / 2
    True
    """
    alike, numbers = np.asarray(are_alike, dtype=bool), np.asarray(scores, dtype=np.float64)
    if not alike.any():
        return None
    shares = [
        float(alike[numbers >= least].sum()) / float((numbers >= least).sum())
        for least in numbers[alike]
    ]
    return float(np.mean(shares))


def _from_mean(numbers: ArrayLike) -> Numbers:
    found: Numbers = np.asarray(numbers, dtype=np.float64)
    varies = bool(found.size) and float(found.min()) < float(found.max())
    from_mean: Numbers = found - (found.mean() if varies else found)
    return from_mean


def _ranks(scores: Numbers) -> Numbers:
    """The rank of each score from 1, equal ones sharing the mean of theirs."""
    _, places, counts = np.unique(scores, return_inverse=True, return_counts=True)
    last = np.cumsum(counts)
    shared = last - (counts - 1) / 2
    return np.take(shared, places.reshape(-1))
