"""The part of the globe that a map shows, laid flat so that areas keep their share.

Sources: Albers' conic projection after Snyder, "Map projections: a working manual", 1987, and,
where what is shown goes around the globe, Equal Earth (Savric, Patterson, Jenny, 2018).
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Points = npt.NDArray[np.float64]

LEAST_DEGREES = 9.0
"""What a map shows at least, across and up: the base map is too coarse for less."""
MOST_ALBERS = 120.0
"""Degrees of longitude from which the cone bends too far, and the whole globe is laid flat."""
FAR = 75.0
"""Degrees from the middle parallel at which a cone is cut off."""
ROOM = 0.14
"""Share of the width and of the height left free beside the outermost points."""
_EQUAL_EARTH = (1.340264, -0.081106, 0.000893, 0.003796)


@dataclass(frozen=True, slots=True, kw_only=True)
class Flat:
    """A projection: degrees to lengths, y up, in units of the globe's radius.

    Attributes:
        middle: meridian in the middle, in degrees.
        parallels: the two that keep their length, in degrees; None lays the whole globe flat.
    """

    middle: float
    parallels: tuple[float, float] | None

    @property
    def latitudes(self) -> tuple[float, float]:
        """The southernmost and the northernmost that are laid: a cone's far pole is a wide rim."""
        if self.parallels is None:
            return -90.0, 90.0
        middle = sum(self.parallels) / 2
        return max(middle - FAR, -90.0), min(middle + FAR, 90.0)

    def relative(self, longitudes: Points) -> Points:
        """Degrees east of the middle, from -180 up to 180."""
        return np.asarray((longitudes - self.middle + 180) % 360 - 180)

    def lay(self, relative: Points) -> Points:
        """Points by degrees east of the middle and north, laid flat."""
        across, up = np.radians(relative[:, 0]), np.radians(np.clip(relative[:, 1], -90, 90))
        if self.parallels is None:
            return _equal_earth(across, up)
        return _albers(across, up, self.parallels)


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """A projection with its place on a canvas: y down, in pixels."""

    flat: Flat
    scale: float
    left: float
    top: float
    width: float
    height: float

    def place(self, relative: Points) -> Points:
        """Points by degrees east of the middle and north, in pixels."""
        laid = self.flat.lay(relative)
        return np.stack(
            [self.left + laid[:, 0] * self.scale, self.top - laid[:, 1] * self.scale], axis=1
        )


def fit_view(
    places: Sequence[tuple[float, float]], *, width: float, lowest: float, highest: float
) -> View:
    """The view that holds all places, each a longitude and a latitude; its height is its own.

    Args:
        places: one at least.
        width: of the map in pixels.
        lowest: least height.
        highest: most height.
    """
    flat = _flat(places)
    around = np.array(places, dtype=np.float64)
    around[:, 0] = flat.relative(around[:, 0])
    laid = flat.lay(_with_least(around))
    (left, low), (right, high) = laid.min(axis=0), laid.max(axis=0)
    across, up = right - left, high - low
    inner = width * (1 - 2 * ROOM)
    height = min(max(up * inner / across / (1 - 2 * ROOM), lowest), highest)
    scale = float(min(inner / across, height * (1 - 2 * ROOM) / up))
    return View(
        flat=flat,
        scale=scale,
        left=float(width / 2 - (left + right) / 2 * scale),
        top=float(height / 2 + (low + high) / 2 * scale),
        width=width,
        height=height,
    )


def _flat(places: Sequence[tuple[float, float]]) -> Flat:
    """The projection for places: its middle opposite the widest gap between their meridians."""
    meridians = sorted({longitude % 360 for longitude, _ in places})
    gaps = [
        ((later - earlier) % 360 or 360.0, earlier, later)
        for earlier, later in zip(meridians, meridians[1:] + meridians[:1], strict=True)
    ]
    gap, _, start = max(gaps)
    span = 360 - gap
    middle = (start + span / 2 + 180) % 360 - 180
    south, north = min(up for _, up in places), max(up for _, up in places)
    if span > MOST_ALBERS or north - south > MOST_ALBERS / 2 or south < 0 < north:
        return Flat(middle=middle, parallels=None)
    sixth = max(north - south, LEAST_DEGREES) / 6
    near, far = south + sixth, max(north - sixth, south + sixth)
    if abs(near + far) < 10:
        return Flat(middle=middle, parallels=None)
    return Flat(middle=middle, parallels=(near, far))


def _with_least(around: Points) -> Points:
    """Points, and the ends of what is shown at least around their midst."""
    east, north = (around.min(axis=0) + around.max(axis=0)) / 2
    half = LEAST_DEGREES / 2
    stretch = half / max(np.cos(np.radians(north)), 0.2)
    ends = [[east - stretch, north], [east + stretch, north], [east, north - half]]
    return np.concatenate([around, np.array([*ends, [east, min(north + half, 90)]])])


def _albers(across: Points, up: Points, parallels: tuple[float, float]) -> Points:
    first, second = np.radians(parallels[0]), np.radians(parallels[1])
    cone = (np.sin(first) + np.sin(second)) / 2
    constant = np.cos(first) ** 2 + 2 * cone * np.sin(first)
    radius = np.sqrt(np.maximum(constant - 2 * cone * np.sin(up), 0)) / cone
    turn = cone * across
    return np.stack([radius * np.sin(turn), -radius * np.cos(turn)], axis=1)


def _equal_earth(across: Points, up: Points) -> Points:
    one, two, three, four = _EQUAL_EARTH
    turn = np.arcsin(np.sqrt(3) / 2 * np.sin(up))
    square = turn * turn
    sixth = square**3
    stretch = one + 3 * two * square + sixth * (7 * three + 9 * four * square)
    east = 2 * np.sqrt(3) / 3 * across * np.cos(turn) / stretch
    return np.stack([east, turn * (one + two * square + sixth * (three + four * square))], axis=1)
