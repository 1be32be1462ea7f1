"""A somewhere that a text names."""

from dataclasses import dataclass
from enum import StrEnum


class PlaceKind(StrEnum):
    """What sort of place it is."""

    COUNTRY = "country"
    REGION = "region"
    CITY = "city"
    AREA = "area"
    """A place told by direction or use: "the front", "eastern Russia", "occupied territory"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place as the words name it.

    Attributes:
        start: first character of the words in the report's text.
        end: the character after the last one.
        words: the words themselves ("Russia's Kursk region").
        name: canonical name ("Kursk region").
        kind: country, region, city or area.
        country: ISO 3166-1 alpha-2 code of the country it lies in, None where not known.
    """

    start: int
    end: int
    words: str
    name: str
    kind: PlaceKind
    country: str | None = None
