"""Coasts and borders of the globe's countries, coarse enough to lie under a plot.

From Natural Earth, 1:50 million, public domain. Borders are drawn as Natural Earth draws them: by
who holds the land. That says nothing on whose it is.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np
import numpy.typing as npt

FILE = "outlines.npz"
GRID = 50
"""Steps of the file's grid in a degree."""

Ring = npt.NDArray[np.float64]
"""A closed line: degrees east and north of each point; along a cut at 180 degrees it runs on it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """A country's shape.

    Attributes:
        name: common English name, long ones shortened ("Dem. Rep. Congo").
        rings: its coasts and borders, closed; a lake or another country within is a ring too.
    """

    name: str
    rings: tuple[Ring, ...]


@cache
def world_outlines() -> tuple[Outline, ...]:
    """Every country's shape, in the order of the file."""
    place = files("watchword.text") / "data" / FILE
    with place.open("rb") as opened, np.load(opened, allow_pickle=False) as stored:
        held = {name: stored[name] for name in stored.files}
    starts = [0, *held["line_ends"][:-1]]
    lines = [
        np.cumsum(held["steps"][:, start:end].T, axis=0, dtype=np.int32) / GRID
        for start, end in zip(starts, held["line_ends"], strict=True)
    ]
    rings: list[list[Ring]] = [[] for _ in held["names"]]
    ring_starts = [0, *held["ring_ends"][:-1]]
    for start, end, owner in zip(ring_starts, held["ring_ends"], held["owners"], strict=True):
        rings[owner].append(_joined(held["rings"][start:end], lines))
    return tuple(
        Outline(name=str(name), rings=tuple(found))
        for name, found in zip(held["names"], rings, strict=True)
    )


def _joined(numbers: Sequence[int], lines: Sequence[Ring]) -> Ring:
    """A ring of its lines; one that is run through backwards bears the complement of its number."""
    parts = [lines[one] if one >= 0 else lines[~one][::-1] for one in numbers]
    return np.concatenate([parts[0], *(part[1:] for part in parts[1:])])
