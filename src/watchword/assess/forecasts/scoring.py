"""Scores of a prediction: the lower, the better; each is proper, so honesty pays.

Sources: Brier, "Verification of forecasts expressed in terms of probability", Monthly Weather
Review 78, 1950; Good, "Rational decisions", 1952 (the logarithmic score); Gneiting and Raftery,
"Strictly proper scoring rules, prediction, and estimation", JASA 102, 2007 (the quantile score).
"""

from collections.abc import Sequence
from math import inf, log


def brier_score(shares: Sequence[float], came_about: int) -> float:
    """Half the squared distance from the shares to what came about: 0 to 1.

    For two options that is the square of what was missing to certainty.

    >>> round(brier_score((0.7, 0.3), came_about=0), 4)
    0.09

    Args:
        shares: probability of each option.
        came_about: which of them came about.
    """
    return sum((share - (at == came_about)) ** 2 for at, share in enumerate(shares)) / 2


def log_score(shares: Sequence[float], came_about: int) -> float:
    """Surprise at what came about, in nats; infinite where it was held impossible.

    >>> round(log_score((0.5, 0.5), came_about=0), 4)
    0.6931
    """
    share = shares[came_about]
    return -log(share) if share > 0 else inf


def quantile_score(quantiles: Sequence[tuple[float, float]], value: float) -> float:
    """Mean quantile score of a number, in its unit; twice that of each level.

    With evenly spaced levels it nears the continuous ranked probability score.

    >>> quantile_score([(0.5, 10.0)], 14.0)
    4.0

    Args:
        quantiles: pairs of level and value; one at least.
        value: the number that came about.
    """
    total = sum(2 * ((value < guess) - level) * (guess - value) for level, guess in quantiles)
    return total / len(quantiles)
