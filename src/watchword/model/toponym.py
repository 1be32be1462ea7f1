"""Words that name a place, and where on the globe that place lies."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from watchword.model.place import Place


class ToponymUse(StrEnum):
    """What the name of a place stands for where it is used."""

    PLACE = "place"
    """The place itself: "in Pyongyang"."""
    GOVERNMENT = "government"
    """Who rules it or speaks for it: "Pyongyang says"."""
    PEOPLE = "people"
    """Who or what belongs to it: "North Koreans", "the North Korean border"."""


class Precision(StrEnum):
    """How narrow the place is that a location stands for."""

    AREA = "area"
    """A continent, a land of several countries, a sea, a strait."""
    COUNTRY = "country"
    REGION = "region"
    DISTRICT = "district"
    CITY = "city"


@dataclass(frozen=True, slots=True, kw_only=True)
class Toponym:
    """A name of a place as a text uses it.

    Attributes:
        start: first character of the words in the report's text.
        end: the character after the last one.
        words: the words themselves, without article and possessive ending.
        use: what the name stands for here.
    """

    start: int
    end: int
    words: str
    use: ToponymUse = ToponymUse.PLACE


@dataclass(frozen=True, slots=True, kw_only=True)
class Location:
    """A place on the globe, as the gazetteer knows it.

    Attributes:
        geonames_id: GeoNames' number for it, None where Watchword knows none (some areas).
        name: GeoNames' name for it.
        country: ISO 3166-1 alpha-2 code of the country that it is or lies in; None for an area.
        division: name of the first-level division that it is or lies in, None where there is none.
        latitude: degrees north; of anything wider than a city the midst of its cities.
        longitude: degrees east.
        precision: how narrow it is.
    """

    geonames_id: int | None
    name: str
    country: str | None
    division: str | None
    latitude: float
    longitude: float
    precision: Precision


@dataclass(frozen=True, slots=True, kw_only=True)
class LocatedToponym:
    """A toponym and where it lies.

    Attributes:
        toponym: the words.
        location: where that is; None where it could not be told.
    """

    toponym: Toponym
    location: Location | None


def location_of(place: Place, toponyms: Sequence[LocatedToponym]) -> Location | None:
    """Where a place lies: the last name in its words ("Russia's Kursk region")."""
    return next(
        (
            each.location
            for each in reversed(toponyms)
            if each.location and place.start <= each.toponym.start and each.toponym.end <= place.end
        ),
        None,
    )
