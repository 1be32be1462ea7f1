"""Where those are whom a figure counts: the place that parts one track from another.

Soldiers abroad are told apart by region, else by country: a city is a stop on the way. Fallen
soldiers of a known side are one number wherever they fell, but for a single town or village,
which is one battle. Everything else is told apart by the place itself.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from watchword.model.claim import Claim
from watchword.model.figure import Figure
from watchword.model.place import Place, PlaceKind
from watchword.relate.deeds import ABROAD, HARM, Deed
from watchword.relate.kinds import PEOPLE, SOLDIERS, country_in, kind_counted
from watchword.text.gazetteer import country_by_code, rows
from watchword.text.places import find_places
from watchword.text.similarity import words_in

_BROAD = ("east", "west", "north", "south", "far", "central", "interior", "border", "occupied")
_AGAINST = re.compile(r"\bagainst\s+((?:[\w'\u2019-]+\s*){1,3})")
_AFFIX = re.compile(
    r"^(?:region|oblast|province)\sof\s|"
    r"\s(?:region|oblast|province|border|front|frontline|direction|area|sector)$",
    re.IGNORECASE,
)
_FROM = re.compile(r"\b(?:from|left|leaving)\s(?:the\s)?(?:\w+\sof\s)?\Z", re.IGNORECASE)
_TO = re.compile(r"\b(?:to|into|for)\s(?:the\s)?\Z", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Where:
    """Where a figure counts.

    Attributes:
        name: region, town, or country code; empty where not told.
        origin: code of the country that what is counted came from, empty where not told.
    """

    name: str
    origin: str = ""


def where_counted(claim: Claim, figure: Figure, deed: Deed | None, whose: str) -> Where:
    """Where those are whom a figure counts."""
    place, before = _place_of(claim, figure)
    if place is not None and _FROM.search(before):
        origin = place.country or country_in(place.name)
        return Where(name=_among(claim, whose or origin, ""), origin=origin)
    kind = kind_counted(figure)
    lies_in = (place.country or country_in(place.name)) if place is not None else ""
    if deed in HARM | {Deed.LOSE}:
        return Where(name=_harmed_at(place, lies_in, kind, whose))
    if deed in ABROAD and kind in PEOPLE | {""}:
        region = region_of(place) if place and kind in SOLDIERS | {"", "people"} else ""
        return Where(name=region or _among(claim, whose, lies_in))
    if deed in {Deed.SUPPLY, Deed.SEND}:
        return Where(name=_among(claim, whose, lies_in if _TO.search(before) else ""))
    return Where(name=_among(claim, whose, lies_in))


def is_broad(place: Place) -> bool:
    """Whether a place is a country or a wide part of one ("eastern Russia")."""
    if place.kind in {PlaceKind.COUNTRY, PlaceKind.AREA}:
        return True
    return any(word.startswith(_BROAD) for word in words_in(place.name))


def region_of(place: Place) -> str:
    """The region that a place is or is named after: "Kursk", "the Kursk front"; else empty."""
    for part in reversed(place.name.split(", ")):
        named = f"{_AFFIX.sub('', part)} region"
        if named in _regions():
            return named
    return place.name if place.kind is PlaceKind.REGION and not is_broad(place) else ""


def _place_of(claim: Claim, figure: Figure) -> tuple[Place | None, str]:
    """The place told after a figure, else the claim's, and the words before it."""
    quote, first = claim.content.quote, claim.content.start
    if len(claim.figures) > 1:
        start = max(0, figure.end - first)
        later = (each.start - first for each in claim.figures if each.start >= figure.end)
        stop = min(later, default=len(quote))
        places = [place for place in find_places(quote, 0, stop) if place.start >= start]
        near = _finer(places[0], claim.place) if places else None
        if near is not None:
            return near, quote[: near.start]
    place = claim.place
    before = quote[: max(0, place.start - first)] if place is not None else ""
    return place, before


def _finer(near: Place, told: Place | None) -> Place:
    """The claim's place where it tells more of the same words: "the front line in Kursk"."""
    return told if told is not None and told.start == near.start else near


def _harmed_at(place: Place | None, lies_in: str, kind: str, whose: str) -> str:
    if place is None:
        return ""
    town = place.kind is PlaceKind.CITY and "," not in place.name
    if kind in SOLDIERS and whose:
        return place.name if town and not region_of(place) else ""
    named = place.kind in {PlaceKind.CITY, PlaceKind.REGION} and not is_broad(place)
    return place.name if named else lies_in


def _among(claim: Claim, whose: str, lies_in: str) -> str:
    """The country told: to whom, or where; home is no destination, nor is the opponent."""
    told = (country_in(claim.recipient or ""), lies_in)
    barred = {whose, *_opponents(claim.content.quote)}
    return next((code for code in told if code and code not in barred), "")


def _opponents(words: str) -> Iterator[str]:
    """Countries that something is done against: sent against Ukraine is not sent to Ukraine."""
    for match in _AGAINST.finditer(words):
        yield country_in(match.group(1))


def is_wide(name: str) -> bool:
    """Whether where something counts is a country, or a region of one."""
    return is_country_code(name) or name in _regions() or f"{name} region" in _regions()


def is_country_code(name: str) -> bool:
    """Whether where something counts is a country as a whole."""
    return name in country_by_code()


@cache
def _regions() -> frozenset[str]:
    return frozenset(row[0] for row in rows("regions"))
