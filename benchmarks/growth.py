"""How something grows with the number of reports: the exponent of a power law, with its spread.

Of n reports and what they take, c n^e is fitted by least squares on logarithms. The spread is the
standard error of e; beside it stands the exponent between the two largest sizes alone, which is
what a guess beyond them should be made by. n log n between 1,000 and 1,000,000 is n^1.10.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

Point = tuple[float, float]
"""How many reports, and what they take: seconds, bytes, milliseconds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Growth:
    """A fitted power law.

    Attributes:
        exponent: e.
        factor: c.
        error: the standard error of e; None of two points, which have none.
        last: e between the two largest sizes alone.
    """

    exponent: float
    factor: float
    error: float | None
    last: float

    def at(self, reports: float) -> float:
        """What the law gives for a number of reports."""
        return float(self.factor * reports**self.exponent)


def fit(points: Sequence[Point]) -> Growth | None:
    """Fit a power law; None of fewer than two sizes. What is 0 or less is left out.

    >>> law = fit([(10, 20.0), (100, 200.0), (1000, 2000.0)])
    >>> round(law.exponent, 6), round(law.factor, 6), round(law.last, 6)
    (1.0, 2.0, 1.0)
    """
    kept = sorted((size, taken) for size, taken in points if size > 0 and taken > 0)
    if len({size for size, _ in kept}) < 2:
        return None
    logs = [(math.log(size), math.log(taken)) for size, taken in kept]
    middle = sum(x for x, _ in logs) / len(logs)
    level = sum(y for _, y in logs) / len(logs)
    square = sum((x - middle) ** 2 for x, _ in logs)
    exponent = sum((x - middle) * (y - level) for x, y in logs) / square
    start = level - exponent * middle
    rest = sum((y - start - exponent * x) ** 2 for x, y in logs)
    (x, y), (later_x, later_y) = _two_largest(logs)
    return Growth(
        exponent=exponent,
        factor=math.exp(start),
        error=math.sqrt(rest / (len(logs) - 2) / square) if len(logs) > 2 else None,
        last=(later_y - y) / (later_x - x),
    )


def told(law: Growth) -> str:
    """A law in words.

    >>> told(Growth(exponent=0.98, factor=1.0, error=0.02, last=1.04))
    'n^0.98 ± 0.02, at the end n^1.04'
    """
    spread = "" if law.error is None else f" ± {law.error:.2f}"
    return f"n^{law.exponent:.2f}{spread}, at the end n^{law.last:.2f}"


def _two_largest(logs: Sequence[Point]) -> tuple[Point, Point]:
    largest = logs[-1]
    before = [point for point in logs if point[0] < largest[0]]
    return before[-1], largest
