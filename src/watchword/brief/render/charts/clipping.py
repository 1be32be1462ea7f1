"""Coasts and borders cut to a map's frame.

Source: Sutherland and Hodgman, "Reentrant polygon clipping", CACM 17, 1974.
"""

from collections.abc import Iterator
from itertools import pairwise

import numpy as np

from watchword.brief.render.charts.projecting import Points, View
from watchword.text.outlines import Ring

FINE = 1.2
"""Pixels between the points of a line at least: finer is not seen."""
TURN = 360.0


def each_cut(ring: Ring, view: View) -> Iterator[Points]:
    """A ring as it shows in a view, in pixels: none, one, or more where the globe is cut."""
    turned = _unbroken(ring, view)
    for offset in (-TURN, 0.0, TURN):
        shifted = turned + np.array([offset, 0.0])
        if shifted[:, 0].max() < -TURN / 2 or shifted[:, 0].min() > TURN / 2:
            continue
        kept = _cut(_cut(shifted, 0, -TURN / 2, TURN / 2), 1, *view.flat.latitudes)
        if len(kept) < 3:
            continue
        placed = view.place(kept)
        placed = _cut(_cut(placed, 0, 0.0, view.width), 1, 0.0, view.height)
        if len(placed) >= 3 and (found := _thinned(placed)) is not None:
            yield found


def area_of(ring: Points) -> float:
    """The area that a ring encloses, in square pixels."""
    x, y = ring[:, 0], ring[:, 1]
    return float(abs(np.dot(x, np.roll(y, -1)) - np.dot(y, np.roll(x, -1))) / 2)


def _unbroken(ring: Ring, view: View) -> Points:
    """The ring by degrees east of the view's middle, without the jump at 180 degrees."""
    relative = ring - np.array([view.flat.middle, 0.0])
    steps = np.diff(relative[:, 0])
    turns = np.concatenate([[0.0], np.cumsum(np.rint(steps / TURN))])
    relative[:, 0] -= turns * TURN
    relative[:, 0] -= TURN * np.rint(relative[0, 0] / TURN)
    return np.asarray(relative)


def _cut(ring: Points, axis: int, low: float, high: float) -> Points:
    """What of a ring lies between two bounds of one axis."""
    if not len(ring) or (ring[:, axis].min() >= low and ring[:, axis].max() <= high):
        return ring
    if ring[:, axis].max() < low or ring[:, axis].min() > high:
        return ring[:0]
    for bound, sign in ((low, 1.0), (high, -1.0)):
        if not len(ring):
            return ring
        inner = sign * (ring[:, axis] - bound)
        following, after = np.roll(ring, -1, axis=0), np.roll(inner, -1)
        crosses = (inner >= 0) != (after >= 0)
        share = np.where(crosses, inner / np.where(crosses, inner - after, 1.0), 0.0)
        crossing = ring + (following - ring) * share[:, None]
        both = np.stack([ring, crossing], axis=1).reshape(-1, 2)
        ring = both[np.stack([inner >= 0, crosses], axis=1).reshape(-1)]
    return ring


def _thinned(ring: Points) -> Points | None:
    """A ring without points that are not seen apart, None where it is not seen at all."""
    if max(np.ptp(ring[:, 0]), np.ptp(ring[:, 1])) < 2 * FINE:
        return None
    cells = np.rint(ring / FINE)
    kept = [True, *((one != other).any() for one, other in pairwise(cells))]
    found = ring[np.array(kept)]
    return found if len(found) >= 3 else None
