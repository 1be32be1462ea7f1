"""The beta distribution: what a share may be, after counting how often something happened.

Source of the continued fraction: Abramowitz and Stegun, Handbook of Mathematical Functions, 26.5.8;
it is summed by Lentz's rule.
"""

from math import exp, lgamma, log

_TINY = 1e-300
_EXACT = 1e-14
_MOST_STEPS = 500
_HALVINGS = 60


def beta_quantile(level: float, one: float, other: float) -> float:
    """The share below which a beta distribution has this much of its weight.

    >>> round(beta_quantile(0.5, 1.0, 1.0), 6)
    0.5

    Args:
        level: from 0 to 1.
        one: first shape, above 0.
        other: second shape, above 0.
    """
    low, high = 0.0, 1.0
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        if beta_share(middle, one, other) < level:
            low = middle
        else:
            high = middle
    return (low + high) / 2


def beta_share(at: float, one: float, other: float) -> float:
    """How much of its weight a beta distribution has below a share, from 0 to 1."""
    if at <= 0 or at >= 1:
        return float(at >= 1)
    scale = lgamma(one + other) - lgamma(one) - lgamma(other)
    front = exp(scale + one * log(at) + other * log(1 - at))
    if at < (one + 1) / (one + other + 2):
        return front * _fraction(at, one, other) / one
    return 1 - front * _fraction(1 - at, other, one) / other


def _fraction(at: float, one: float, other: float) -> float:
    """The continued fraction, where it converges fast."""
    c, d = 1.0, 1 / _apart(1 - (one + other) * at / (one + 1))
    total = d
    for step in range(1, _MOST_STEPS):
        even = step * (other - step) * at / ((one + 2 * step - 1) * (one + 2 * step))
        odd = -(one + step) * (one + other + step) * at
        odd /= (one + 2 * step) * (one + 2 * step + 1)
        for term in (even, odd):
            d = 1 / _apart(1 + term * d)
            c = _apart(1 + term / c)
            total *= c * d
        if abs(c * d - 1) < _EXACT:
            break
    return total


def _apart(value: float) -> float:
    """A value that can be divided by."""
    return value if abs(value) > _TINY else _TINY
