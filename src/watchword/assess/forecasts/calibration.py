"""Whether what was held likely came about as often as that.

Source of the three parts of the Brier score: Murphy, "A new vector partition of the probability
score", Journal of Applied Meteorology 12, 1973. They add up exactly for predictions that are all
the same within a band, and nearly so otherwise.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from watchword.text.estimative import BANDS

Judged = tuple[float, bool]
"""What was held likely, and whether it came about."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BandCount:
    """The predictions in one of ICD 203's bands of likelihood.

    Attributes:
        term: the band's first term ("likely").
        low: its lower end; that of the lowest is 0.
        high: its upper end, excluded but for 1.
        count: how many predictions fell in it.
        mean: their mean; None where there are none.
        came_about: how many came about.
    """

    term: str
    low: float
    high: float
    count: int
    mean: float | None
    came_about: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """The Brier score in three parts: reliability - resolution + uncertainty.

    Attributes:
        reliability: how far the bands are from what came about in them; 0 is best.
        resolution: how far what came about differs from band to band; the more the better.
        uncertainty: what knowing nothing but the base rate would score.
    """

    reliability: float
    resolution: float
    uncertainty: float


def count_bands(judged: Iterable[Judged]) -> tuple[BandCount, ...]:
    """How often what was held likely came about, band by band, the empty ones too."""
    known = tuple(judged)
    edges = [0.0, *(band.high / 100 for band in BANDS[:-1]), 1.0]
    return tuple(
        _count(band.terms[0], (low, high), known)
        for band, low, high in zip(BANDS, edges, edges[1:], strict=False)
    )


def part_score(judged: Sequence[Judged]) -> Parts | None:
    """The Brier score in three parts, None where nothing was judged."""
    if not judged:
        return None
    rate = sum(came_about for _, came_about in judged) / len(judged)
    reliability = resolution = 0.0
    for band in count_bands(judged):
        if band.mean is not None:
            seen = band.came_about / band.count
            reliability += band.count * (band.mean - seen) ** 2
            resolution += band.count * (seen - rate) ** 2
    return Parts(
        reliability=reliability / len(judged),
        resolution=resolution / len(judged),
        uncertainty=rate * (1 - rate),
    )


def _count(term: str, edges: tuple[float, float], judged: Sequence[Judged]) -> BandCount:
    low, high = edges
    inside = [
        (share, came_about)
        for share, came_about in judged
        if low <= share < high or (share == high == 1)
    ]
    return BandCount(
        term=term,
        low=low,
        high=high,
        count=len(inside),
        mean=sum(share for share, _ in inside) / len(inside) if inside else None,
        came_about=sum(came_about for _, came_about in inside),
    )
