"""Names of countries, areas and states that rules know, and what each stands for.

These name a place, a people or a government wherever they stand, so that they need no witness.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from watchword.text.gazetteer import NameUse, country_uses, rows
from watchword.text.geonames import Kind, Known, bearers_of, country_place
from watchword.text.lexicon import lexicon


@dataclass(frozen=True, slots=True, kw_only=True)
class WideName:
    """What a wide name stands for.

    Attributes:
        places: the countries, areas or divisions that it may mean, the likeliest first.
        tells_people: whether it is an adjective or a people: "Dutch", "Europeans".
    """

    places: tuple[Known, ...]
    tells_people: bool


@cache
def wide_names() -> dict[str, WideName]:
    """Every wide name; short forms of states ("La.", "NSW") are apart."""
    found: dict[str, WideName] = {}
    for words, each in country_uses().items():
        meant = [(country, use) for country, use in each if use in _USES]
        places = [country_place(country.code) for country, _ in meant]
        known = tuple(place for place in places if place)
        if known and len(words) > 1:
            tells = all(use is not NameUse.NAME for _, use in meant)
            found[words] = WideName(places=known, tells_people=tells)
    for words, name in (*_CONTINENTS.items(), *_each_area()):
        areas = tuple(each for each in _bearing(name) if each.kind is Kind.AREA)
        tells = words in _CONTINENTS and words != name
        found[words] = WideName(places=areas, tells_people=tells)
    for division in dict.fromkeys(short_divisions().values()):
        if division.name not in found and division.name not in _SHARED:
            found[division.name] = WideName(places=(division,), tells_people=False)
    return found


@cache
def short_divisions() -> dict[str, Known]:
    """States and provinces by their short forms: "La.", "B.C.", "NSW"."""
    return {
        short: place
        for shorts, name, country in rows("divisions")
        for place in _bearing(name)[:4]
        if place.kind is Kind.FIRST and place.country == country
        for short in shorts.split("|")
    }


def find_wide_names(text: str) -> Iterator[re.Match[str]]:
    """Find every wide name that stands by itself or in a compound: "Dutch", "US-Korean"."""
    return _pattern().finditer(text)


_USES = {NameUse.NAME, NameUse.ADJECTIVE, NameUse.PEOPLE}
_CONTINENTS = {
    "Europe": "Europe", "European": "Europe", "Europeans": "Europe",
    "Africa": "Africa", "African": "Africa", "Africans": "Africa",
    "Asia": "Asia", "Asian": "Asia", "Asians": "Asia",
    "Oceania": "Oceania", "North America": "North America", "South America": "South America",
}  # fmt: skip
_PLAIN = lexicon("Amazon Alps Gulf Levant Golan Arctic")
"""Areas whose name alone is often something else's; the model has to mark them."""
_SHARED = lexicon("Victoria")
"""Names of states that more often mean somebody or somewhere else."""


def _each_area() -> Iterator[tuple[str, str]]:
    for name, aliases, *_ in rows("areas"):
        for words in (name, *aliases.split("|")):
            if words and words not in _PLAIN:
                yield words, name


def _bearing(name: str) -> list[Known]:
    return [bearer.place for bearer in bearers_of(name)]


@cache
def _pattern() -> re.Pattern[str]:
    """All names, the longest first, tried by their first two letters to be quick."""
    names = sorted(wide_names(), key=lambda words: (-len(words), words))
    by_start: dict[str, dict[str, list[str]]] = {}
    for words in names:
        ends = by_start.setdefault(words[0], {}).setdefault(words[1:2], [])
        ends.append(re.escape(words[2:]))
    starts = (
        re.escape(first)
        + _any_of(re.escape(second) + _any_of(ends) for second, ends in seconds.items())
        for first, seconds in by_start.items()
    )
    return re.compile(rf"(?<![\w@#]){_any_of(starts)}(?!\w)")


def _any_of(patterns: Iterable[str]) -> str:
    return f"(?:{'|'.join(patterns)})"
