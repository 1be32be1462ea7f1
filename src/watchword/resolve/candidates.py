"""What places a toponym could mean, and how likely each is before the report is asked.

The score of a candidate is the decimal logarithm of its people, more for wide places and capitals,
less for a second division and for a place that bears the name beside its own.
"""

import math
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from watchword.model.place import PlaceKind
from watchword.model.toponym import Toponym
from watchword.text.gazetteer import countries
from watchword.text.geonames import Bearer, Kind, Known, bearers_of, key_of, place_at
from watchword.text.sites import sites_named
from watchword.text.wide_names import short_divisions, wide_names

NAMES_KEPT = 4_096
"""Names whose candidates are kept."""
MOST = 24
"""Candidates of one name that are looked at."""
WIDE, FIRST, SECOND, CAPITAL = 9.0, 1.0, -1.5, 2.0
OTHER_NAME, SEAT, SORT, IN_REPORTS = -1.5, -2.0, 3.0, 1.5
"""Set by hand on every third text of LGL and GeoWebNews. SEAT is for a division that has a city
of its name in it, SORT for a division that is called one where it is named, IN_REPORTS for
the country in which reports mean a region of that name (`regions.tsv`): Gaza in Palestine, not
in Mozambique."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A place that a toponym could mean.

    Attributes:
        place: the place.
        score: how likely it is by itself; one more is about ten times as likely.
    """

    place: Known
    score: float


def candidates_of(text: str, toponym: Toponym) -> tuple[Candidate, ...]:
    """The places that a toponym could mean, the likeliest first; empty where none is known."""
    return _candidates(toponym.words, told=_SORT.match(text, toponym.end) is not None)


@lru_cache(maxsize=NAMES_KEPT)
def _candidates(words: str, *, told: bool) -> tuple[Candidate, ...]:
    """The candidates of a name; `told` is whether it is called a division where it stands."""
    short = short_divisions().get(words)
    if short:
        return (Candidate(place=short, score=WIDE),)
    wide = wide_names().get(words) or wide_names().get(words.title())
    lands = (place for place in (wide.places if wide else ()) if place.kind <= Kind.COUNTRY)
    found = [Candidate(place=place, score=WIDE) for place in lands]
    if not (wide and wide.tells_people):
        known = {each.place.index for each in found}
        found += [each for each in _bearing(words, told=told) if each.place.index not in known]
    return tuple(sorted(found, key=lambda each: (-each.score, each.place.index))[:MOST])


_SORT = re.compile(
    r"(?:'s|\u2019s)? (?:region|province|oblast|state|governorate|county|prefecture|"
    r"district(?! (?:attorney|court|judge|council)))\b",
    re.IGNORECASE,
)
_OWN_SORT = re.compile(r"(?: county| parish| oblast| raion| governorate| prefecture| province)$")


def _bearing(words: str, *, told: bool) -> list[Candidate]:
    bearers = bearers_of(words)
    seats = frozenset(_each_seated(bearers))
    key = key_of(words)
    usual = {site.country for site in sites_named(words) if site.kind is PlaceKind.REGION}
    return [
        Candidate(
            place=each.place,
            score=_score(each, key, seats, told=told)
            + (IN_REPORTS if each.place.country in usual else 0.0),
        )
        for each in bearers
    ]


def _each_seated(bearers: Iterable[Bearer]) -> Iterator[int]:
    """Rows of the divisions in which a city bears the name: as its own, or any in a second one."""
    for bearer in bearers:
        if bearer.place.kind is Kind.CITY:
            for row in bearer.place.within:
                if not bearer.other or place_at(row).kind is Kind.SECOND:
                    yield row


def _score(bearer: Bearer, key: str, seats: frozenset[int], *, told: bool) -> float:
    place = bearer.place
    less = OTHER_NAME if bearer.other else 0.0
    if place.kind in {Kind.AREA, Kind.COUNTRY}:
        return WIDE + 2 * less
    score = math.log10(place.people + 10) + less
    if place.kind is Kind.CITY:
        return score + (CAPITAL if _is_capital(place, key) else 0.0) - told
    if told or (place.kind is Kind.SECOND and _OWN_SORT.search(key)):
        score += SORT
    elif place.index in seats:
        score += SEAT
    return score + (SECOND if place.kind is Kind.SECOND else FIRST)


def _is_capital(place: Known, key: str) -> bool:
    if (place.country, key) not in _capitals():
        return False
    own = (each.place for each in bearers_of(key) if not each.other)
    cities = [each for each in own if each.kind is Kind.CITY and each.country == place.country]
    return max(cities, key=lambda each: each.people, default=None) == place


@cache
def _capitals() -> frozenset[tuple[str, str]]:
    return frozenset((each.code, key_of(each.capital)) for each in countries() if each.capital)
