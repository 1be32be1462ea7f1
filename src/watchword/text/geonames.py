"""Places of the world by any of their names: GeoNames' cities, divisions, countries, continents.

The facts lie in one compressed file that `training/gazetteer.py` makes (`data/README.md` tells
where they come from). It is read on first use and kept; the lookups are pure.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum
from functools import cache, lru_cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

FILE = "places.npz"
NAMES_KEPT = 50_000
"""Answers kept about who bears a name."""


class Kind(IntEnum):
    """What sort of place it is, from the widest to the narrowest."""

    AREA = 0
    """A continent, a land of several countries, a sea, a strait."""
    COUNTRY = 1
    FIRST = 2
    """A first-level division: a state, a province, an oblast."""
    SECOND = 3
    """A second-level division: a county, a district."""
    CITY = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """A place that the gazetteer knows.

    Attributes:
        index: its row in the gazetteer.
        geonames_id: GeoNames' number for it; below 0 where Watchword knows none.
        name: its name.
        kind: what sort of place.
        country: ISO 3166-1 alpha-2 code, empty for an area.
        people: how many live there, 0 where not known.
        latitude: degrees north; of anything wider than a city the midst of its cities.
        longitude: degrees east.
        within: rows of the divisions and the country that it lies in, the narrowest first.
    """

    index: int
    geonames_id: int
    name: str
    kind: Kind
    country: str
    people: int
    latitude: float
    longitude: float
    within: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bearer:
    """A place that bears a name.

    Attributes:
        place: the place.
        other: whether it is another name of it, and not its own.
    """

    place: Known
    other: bool


@lru_cache(maxsize=NAMES_KEPT)
def key_of(name: str) -> str:
    """A name in plain lower-case letters, as the gazetteer keys it.

    >>> key_of("St. Peter's"), key_of("Sa\u00f5 Paulo"), key_of("Winston-Salem")
    ('saint peters', 'sao paulo', 'winston salem')
    """
    letters = unicodedata.normalize("NFKD", name)
    plain = "".join(letter for letter in letters if not unicodedata.combining(letter))
    words = _BREAK.sub(" ", _DROPPED.sub("", plain.translate(_LETTERS).lower())).split()
    return " ".join(_WORDS.get(word, word) for word in words)


@lru_cache(maxsize=NAMES_KEPT)
def bearers_of(name: str) -> tuple[Bearer, ...]:
    """Every place that bears a name, its own or another of its names, the most people first.

    >>> [bearer.place.country for bearer in bearers_of("Pyongyang")]
    ['KP', 'KP']
    """
    return _gazetteer().bearers(key_of(name))


@cache
def country_place(code: str) -> Known | None:
    """The country of an ISO 3166-1 alpha-2 code, None where GeoNames has none."""
    return _gazetteer().country(code)


def place_at(index: int) -> Known:
    """The place in a row of the gazetteer."""
    return _place_at(index)


def place_numbered(geonames_id: int) -> Known | None:
    """The place with a GeoNames number, None where the gazetteer has none such."""
    return _gazetteer().numbered(geonames_id)


_DROPPED = re.compile(r"['\u2019\u2018`\u02bb\u02bc\u02b9]")
_BREAK = re.compile(r"[\W_]+")
_LETTERS = str.maketrans(
    {
        "\u0142": "l", "\u0141": "L", "\u00f8": "o", "\u00d8": "O", "\u0111": "d", "\u0110": "D",
        "\u0131": "i", "\u00df": "ss", "\u00e6": "ae", "\u00c6": "Ae", "\u0153": "oe",
        "\u0259": "a", "\u018f": "A", "\u00fe": "th", "\u00f0": "d",
    }
)  # fmt: skip
_WORDS = {"st": "saint", "ste": "sainte", "mt": "mount", "ft": "fort"}


@lru_cache(maxsize=NAMES_KEPT)
def _place_at(index: int) -> Known:
    return _gazetteer().place(index)


@cache
def _gazetteer() -> "_Gazetteer":
    return _Gazetteer()


class _Gazetteer:
    """The file's columns; a name is found by halving its sorted keys."""

    def __init__(self) -> None:
        path = files("watchword.text").joinpath("data", FILE)
        with path.open("rb") as opened, np.load(opened, allow_pickle=False) as columns:
            self._columns: dict[str, NDArray[np.int64]] = {
                name: columns[name] for name in columns.files
            }
        self._codes = self._columns["countries"].tobytes().decode().split(" ")
        self._numbers = np.cumsum(self._columns["numbers"], dtype=np.int64)
        self._keys = self._columns["keys"].tobytes()
        self._key_ends = _line_ends(self._keys)
        self._names = self._columns["names"].tobytes()
        self._name_ends = _line_ends(self._names)
        self._bearer_ends = np.cumsum(self._columns["counts"], dtype=np.int64)

    def bearers(self, key: str) -> tuple[Bearer, ...]:
        at = self._found(key.encode())
        if at is None:
            return ()
        start = int(self._bearer_ends[at - 1]) if at else 0
        rows = self._columns["bearers"][start : int(self._bearer_ends[at])].tolist()
        found = [Bearer(place=_place_at(row // 2), other=bool(row % 2)) for row in rows]
        return tuple(sorted(found, key=lambda bearer: -bearer.place.people))

    def country(self, code: str) -> Known | None:
        if code not in self._codes:
            return None
        own = self._columns["country"] == self._codes.index(code)
        rows = np.flatnonzero(own & (self._columns["kinds"] == Kind.COUNTRY))
        return _place_at(int(rows[0])) if len(rows) else None

    def numbered(self, geonames_id: int) -> Known | None:
        at = int(np.searchsorted(self._numbers, geonames_id))
        is_there = at < len(self._numbers) and int(self._numbers[at]) == geonames_id
        return _place_at(at) if is_there else None

    def place(self, index: int) -> Known:
        return Known(
            index=index,
            geonames_id=int(self._numbers[index]),
            name=_line(self._names, self._name_ends, index).decode(),
            kind=Kind(int(self._columns["kinds"][index])),
            country=self._codes[int(self._columns["country"][index])],
            people=int(self._columns["people"][index]),
            latitude=int(self._columns["latitudes"][index]) / 100,
            longitude=int(self._columns["longitudes"][index]) / 100,
            within=tuple(self._each_around(index)),
        )

    def _each_around(self, index: int) -> Iterator[int]:
        outer = int(self._columns["within"][index])
        while outer >= 0:
            yield outer
            outer = int(self._columns["within"][outer])

    def _found(self, key: bytes) -> int | None:
        """The line of a key, None where there is none."""
        low, high = 0, len(self._key_ends)
        while low < high:
            middle = (low + high) // 2
            if _line(self._keys, self._key_ends, middle) < key:
                low = middle + 1
            else:
                high = middle
        is_there = low < len(self._key_ends) and _line(self._keys, self._key_ends, low) == key
        return low if is_there else None


def _line_ends(lines: bytes) -> NDArray[np.int64]:
    ends = np.flatnonzero(np.frombuffer(lines, dtype=np.uint8) == ord("\n"))
    return np.append(ends, len(lines))


def _line(lines: bytes, ends: NDArray[np.int64], at: int) -> bytes:
    start = int(ends[at - 1]) + 1 if at else 0
    return lines[start : int(ends[at])]
