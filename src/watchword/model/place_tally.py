"""How much is told of a place, to be put on a map."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceTally:
    """How many reports and claims of a stretch of time are of a place.

    Attributes:
        name: the place.
        country: ISO 3166-1 alpha-2 code, None for an area.
        geonames_id: its number at GeoNames, None where Watchword knows none.
        reports: reports that speak of it.
        claims: claims that happen in a place of its name and country.
    """

    name: str
    country: str | None
    geonames_id: int | None
    reports: int
    claims: int
