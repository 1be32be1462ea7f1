"""Cities, regions and seas by any of their names."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from watchword.model.place import PlaceKind
from watchword.text.gazetteer import rows


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """A city, region, sea or strait that has a name of its own.

    Attributes:
        name: common English name.
        aliases: other English names and spellings.
        country: alpha-2 code, None for seas and for regions across borders.
        kind: region, city, or area (seas, straits, rivers).
        population: inhabitants, to the nearest thousand; 0 where not given.
        latitude: degrees north, None where not given.
        longitude: degrees east, None where not given.
    """

    name: str
    aliases: tuple[str, ...]
    country: str | None
    kind: PlaceKind
    population: int = 0
    latitude: float | None = None
    longitude: float | None = None


NAMES_KEPT = 4096
"""Names whose sites are kept: the same few dozen are most of what a day's reports name."""


@lru_cache(maxsize=NAMES_KEPT)
def sites_named(name: str) -> tuple[Site, ...]:
    """What a name may mean: regions first, then cities with the largest first.

    >>> [(site.country, site.kind.value) for site in sites_named("Tripoli")][:2]
    [('LY', 'city'), ('LB', 'city')]
    """
    return tuple(_site(row) for row in _rows_by_name().get(name, ()))


def site_names() -> Iterator[str]:
    """Every name of a site, each once."""
    return iter(_rows_by_name())


@cache
def _rows_by_name() -> dict[str, list[tuple[str, ...]]]:
    found: dict[str, list[tuple[str, ...]]] = {}
    for row in (*rows("regions"), *rows("cities")):
        found.setdefault(row[0], []).append(row)
        for alias in row[1].split("|") if row[1] else ():
            found.setdefault(alias, []).append(row)
    return found


def _site(row: tuple[str, ...]) -> Site:
    name, aliases, country, *rest = row
    known_as = tuple(aliases.split("|")) if aliases else ()
    if len(rest) == 1:
        return Site(name=name, aliases=known_as, country=country or None, kind=PlaceKind(rest[0]))
    thousands, latitude, longitude = rest
    return Site(
        name=name,
        aliases=known_as,
        country=country,
        kind=PlaceKind.CITY,
        population=int(thousands) * 1000,
        latitude=float(latitude),
        longitude=float(longitude),
    )
