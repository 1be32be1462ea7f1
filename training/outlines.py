"""Make the base map that ships with Watchword from Natural Earth's countries, 1:50 million.

Input is `countries-50m.json` of the npm package world-atlas 2.0.2, which repackages Natural Earth
(naturalearthdata.com, public domain) as TopoJSON. Coasts and borders are thinned to what is seen
at a degree in fifty pixels, and rounded to fiftieths of a degree: at a tolerance of 0.02 degrees
the file has 44,000 points and 100 kB, at 0.01 degrees 61,000 and 120 kB.

Run `python training/outlines.py COUNTRIES_50M_JSON`; the same input gives the same bytes.
"""

import argparse
import json
from itertools import accumulate
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from watchword.text.outlines import FILE, GRID

SOURCE = Path(__file__).parent.parent / "src" / "watchword" / "text" / "data"
TOLERANCE = 0.02
"""Degrees by which a line may be off."""

Points = npt.NDArray[np.float64]


def main() -> None:
    """Write the file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("countries", type=Path)
    topology = json.loads(parser.parse_args().countries.read_text(encoding="utf-8"))
    scale, shift = (np.array(topology["transform"][key]) for key in ("scale", "translate"))
    lines = [
        np.rint(thin(np.cumsum(np.array(arc), axis=0) * scale + shift) * GRID).astype(np.int16)
        for arc in topology["arcs"]
    ]
    steps = [np.diff(line, axis=0, prepend=np.zeros((1, 2), np.int16)) for line in lines]
    countries = topology["objects"]["countries"]["geometries"]
    rings = [
        (number, ring)
        for number, country in enumerate(countries)
        for polygon in polygons_of(country)
        for ring in polygon
    ]
    np.savez_compressed(
        SOURCE / FILE,
        steps=np.concatenate(steps).T,
        line_ends=np.array([*accumulate(map(len, lines))], np.int32),
        rings=np.concatenate([np.array(ring, np.int16) for _, ring in rings]),
        ring_ends=np.array([*accumulate(len(ring) for _, ring in rings)], np.int32),
        owners=np.array([number for number, _ in rings], np.int16),
        names=np.array([country["properties"]["name"] for country in countries]),
    )
    print(f"{sum(map(len, lines)):,} points, {(SOURCE / FILE).stat().st_size:,} bytes")


def polygons_of(country: dict[str, Any]) -> list[list[list[int]]]:
    """The polygons of a country, each with its rings, each of numbers of lines."""
    arcs: list[Any] = country["arcs"]
    return [arcs] if country["type"] == "Polygon" else arcs


def thin(line: Points) -> Points:
    """A line without the points that it can do without (Ramer 1972, Douglas and Peucker 1973)."""
    kept = np.zeros(len(line), bool)
    kept[[0, -1]] = True
    stretches = [(0, len(line) - 1)]
    if len(line) > 3 and (line[0] == line[-1]).all():
        far = int(np.argmax(((line - line[0]) ** 2).sum(axis=1)))
        kept[far] = True
        stretches = [(0, far), (far, len(line) - 1)]
    while stretches:
        first, last = stretches.pop()
        if last - first < 2:
            continue
        off = distances(line[first : last + 1])
        place = int(np.argmax(off))
        if off[place] > TOLERANCE:
            kept[first + 1 + place] = True
            stretches += [(first, first + 1 + place), (first + 1 + place, last)]
    return line[kept]


def distances(line: Points) -> Points:
    """How far each inner point is from the straight way between the ends."""
    way, inner = line[-1] - line[0], line[1:-1] - line[0]
    length = float(np.hypot(*way))
    if not length:
        return np.asarray(np.hypot(inner[:, 0], inner[:, 1]))
    return np.asarray(np.abs(inner[:, 0] * way[1] - inner[:, 1] * way[0]) / length)


if __name__ == "__main__":
    main()
