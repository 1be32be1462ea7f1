"""Distances on the globe."""

import math

EARTH_KM = 6_371.0
"""The globe's mean radius in kilometres."""


def kilometres_between(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Distance between two points, each a latitude and a longitude in degrees.

    >>> round(kilometres_between((37.57, 126.98), (39.03, 125.75)))
    195
    """
    latitude, longitude = map(math.radians, one)
    other_latitude, other_longitude = map(math.radians, other)
    half = math.sin((latitude - other_latitude) / 2) ** 2
    level = math.cos(latitude) * math.cos(other_latitude)
    half += level * math.sin((longitude - other_longitude) / 2) ** 2
    return 2 * EARTH_KM * math.asin(min(1.0, math.sqrt(half)))
