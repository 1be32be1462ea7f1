"""The wording of places: "Russia's Kursk region", "occupied Ukrainian territory", "the front".

A phrase is only a candidate: whether it is used as a place is told in `places.py`.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from watchword.model.place import PlaceKind
from watchword.text.aliases import Alias, evened, find_aliases
from watchword.text.gazetteer import (
    Country,
    NameUse,
    ambiguous_words,
    country_named,
    names_country,
)
from watchword.text.lexicon import lexicon
from watchword.text.place_grammar import (
    ADJECTIVE,
    CAPITAL,
    CITY,
    COMMON,
    COUNTRY,
    KNOWN,
    OTHER,
    REGION,
    each_phrase,
    may_have_phrase,
)
from watchword.text.sites import Site


class PlacePhrase(NamedTuple):
    """Words that could name a place, whether or not they are used so here.

    Attributes:
        start: first character in the text.
        end: the character after the last one.
        name: canonical name.
        kind: what sort of place.
        country: alpha-2 code, None where not known.
        sure: whether the wording alone makes it a place ("village of ...", "Kursk region").
        politic: whether it is a bare country or capital, which often means a government.
        before: the 200 coded characters before it.
        after: the 100 coded characters that follow.
        coded_start: where it begins in the coded stretch.
        coded_end: the place after it in the coded stretch.
    """

    start: int
    end: int
    name: str
    kind: PlaceKind
    country: str | None
    sure: bool
    politic: bool
    before: str
    after: str
    coded_start: int
    coded_end: int


def find_place_phrases(text: str, start: int, end: int) -> Iterator[PlacePhrase]:
    """Find the phrases between two places of a text that could name a place, in order."""
    aliases = find_aliases(text, start, end)
    if not (aliases or may_have_phrase(evened(text[start:end]))):
        return
    coded = _Coded(text, start, end, aliases)
    last = 0
    for match in each_phrase(coded.letters):
        if match.start() < last:
            continue
        meaning = _MEANINGS[match.lastgroup or ""](coded, match)
        if meaning:
            last = meaning.end
            yield coded.phrase(match, meaning)


_LOOK_BACK = 200
_LOOK_AHEAD = 100


class _Meaning(NamedTuple):
    end: int
    name: str
    kind: PlaceKind
    country: str | None
    sure: bool = False
    politic: bool = False


class _Coded:
    """A stretch of text with its known names as single letters."""

    def __init__(self, text: str, start: int, end: int, aliases: Iterable[Alias]) -> None:
        self.text = text
        self.aliases: dict[int, Alias] = {}
        self.starts: list[int] = []
        pieces: list[str] = []
        last = start
        for alias in aliases:
            pieces += (_plain(text[last : alias.start]), _code(alias, text))
            self.starts += (*range(last, alias.start), alias.start)
            self.aliases[len(self.starts) - 1] = alias
            last = alias.end
        pieces.append(_plain(text[last:end]))
        self.starts += range(last, end)
        self.letters = "".join(pieces)

    def phrase(self, match: re.Match[str], meaning: _Meaning) -> PlacePhrase:
        last = meaning.end - 1
        known = self.aliases.get(last)
        return PlacePhrase(
            start=self.starts[match.start()],
            end=known.end if known else self.starts[last] + 1,
            name=meaning.name,
            kind=meaning.kind,
            country=meaning.country,
            sure=meaning.sure,
            politic=meaning.politic,
            before=self.letters[max(0, match.start() - _LOOK_BACK) : match.start()],
            after=self.letters[meaning.end : meaning.end + _LOOK_AHEAD],
            coded_start=match.start(),
            coded_end=meaning.end,
        )

    def words(self, first: int, last: int) -> str:
        """The text's own words for a piece of the coded stretch."""
        letters = (
            self.aliases[at].words if at in self.aliases else self.letters[at]
            for at in range(first, last)
        )
        return "".join(letters).strip()

    def country(self, at: int) -> Country | None:
        """The country that the letter at a place stands for."""
        alias = self.aliases.get(at)
        return alias.countries[0][0] if alias and alias.countries else None

    def owner(self, match: re.Match[str], group: str) -> Country | None:
        """The country of an owner such as "Russia's" or "Ukrainian"."""
        return self.country(match.start(group)) if match[group] else None

    def place(self, at: int, *, inside: str | None = None) -> tuple[str, PlaceKind, str | None]:
        """Name, kind and country of the site or country that a letter stands for."""
        alias = self.aliases[at]
        site = _likeliest(alias.sites, inside, self.text)
        country = self.country(at)
        if country and (self.letters[at] == COUNTRY or site is None):
            kind = PlaceKind.COUNTRY if self.letters[at] == COUNTRY else PlaceKind.CITY
            name = country.name if kind is PlaceKind.COUNTRY else alias.words
            return name, kind, country.code
        if site is None:
            return alias.words, PlaceKind.CITY, inside
        return site.name, site.kind, site.country


def _plain(text: str) -> str:
    return _CODE.sub(" ", evened(text))


_CODE = re.compile(f"[{KNOWN}]")
"""Private signs that a text happens to have: they are none of this grammar's."""


def _code(alias: Alias, text: str) -> str:
    for country, use in alias.countries:
        if use is NameUse.CONTEXTUAL and country_named(alias.words, around=text) is None:
            continue
        if use is NameUse.METONYM and not alias.sites:
            return OTHER
        return _CODES.get(use, OTHER) if country else OTHER
    if not alias.sites or alias.organisations:
        return OTHER
    if any(site.kind is not PlaceKind.CITY for site in alias.sites):
        return REGION
    return COMMON if alias.words in ambiguous_words() or len(alias.words) < 3 else CITY


_CODES = {
    NameUse.NAME: COUNTRY,
    NameUse.CONTEXTUAL: COUNTRY,
    NameUse.ADJECTIVE: ADJECTIVE,
    NameUse.CAPITAL: CAPITAL,
    NameUse.METONYM: CAPITAL,
}


def _likeliest(sites: tuple[Site, ...], inside: str | None, text: str) -> Site | None:
    """The site in a given country, else the first whose country the text names, else the first."""
    if len(sites) < 2:
        return sites[0] if sites else None
    own = next((site for site in sites if inside and site.country == inside), None)
    if own:
        return own
    named = (site for site in sites if site.country and names_country(text, site.country))
    return next(named, sites[0])


def _settlement(coded: _Coded, match: re.Match[str]) -> _Meaning | None:
    at = match.start("settled")
    if at in coded.aliases and match.end("settled") == at + 1:
        name, kind, country = coded.place(at)
    else:
        name, kind, country = coded.words(at, match.end("settled")), PlaceKind.CITY, None
    if kind is PlaceKind.COUNTRY:
        return None
    if match["within"]:
        within = coded.place(match.start("within"))
        country = within[2] or country
        name = f"{name}, {coded.words(*match.span('within'))}"
    is_region = re.search("province|region|oblast|state|count|governorate|district", match["sort"])
    kind = PlaceKind.REGION if is_region else PlaceKind.CITY
    return _Meaning(end=match.end(), name=name, kind=kind, country=country, sure=True)


def _division(coded: _Coded, match: re.Match[str]) -> _Meaning:
    word = (match["word"] or match["unknown_word"]).lower()
    word = "region" if word == "oblast" else word
    if match["unknown"]:
        name, country = match["unknown"], None
    else:
        name, kind, country = coded.place(match.start("divided"))
        if kind is PlaceKind.REGION and word.split()[-1] in _REGION_WORDS:
            return _Meaning(end=match.end(), name=name, kind=kind, country=country, sure=True)
    is_region = word.split()[-1] in _REGION_WORDS
    return _Meaning(
        end=match.end(),
        name=f"{name.removesuffix(' region')} {word}",
        kind=PlaceKind.REGION if is_region else PlaceKind.AREA,
        country=country,
        sure=True,
    )


_REGION_WORDS = lexicon("region province district raion krai prefecture governorate county state")


def _border(coded: _Coded, match: re.Match[str]) -> _Meaning:
    words = coded.words(*match.span())
    return _Meaning(end=match.end(), name=words, kind=PlaceKind.AREA, country=None, sure=True)


def _part(coded: _Coded, match: re.Match[str]) -> _Meaning:
    name, kind, country = coded.place(match.start("parted"))
    held = coded.words(*match.span("part_held")) + " " if match["part_held"] else ""
    share = match["share"]
    if not held and kind is PlaceKind.CITY:
        return _Meaning(end=match.end(), name=name, kind=kind, country=country)
    told = f"{_eastern(share)} {name}" if _is_side(share) else f"{share} of {name}"
    return _Meaning(
        end=match.end(),
        name=held + told,
        kind=PlaceKind.AREA,
        country=country,
        sure=bool(held),
    )


def _area(coded: _Coded, match: re.Match[str]) -> _Meaning | None:
    owner = coded.owner(match, "owner")
    if owner is None:
        return None
    held = next((coded.words(*match.span(g)) for g in ("held", "held_too") if match[g]), "")
    land = match["land"]
    kind, name = PlaceKind.AREA, f"{(owner.adjectives or (owner.name,))[0]} {land}"
    if held:
        name = f"{held} {name}"
    elif re.fullmatch("soil|territor(?:y|ies)|mainland|heartland", land):
        kind, name = PlaceKind.COUNTRY, owner.name
    elif land == "capital":
        kind, name = PlaceKind.CITY, owner.capital or owner.name
    elif land.lower().replace("-", " ") == "far east":
        name = f"{owner.adjectives[0]} Far East"
    elif _is_side(land):
        name = f"{_eastern(land)} {owner.name}"
    return _Meaning(end=match.end(), name=name, kind=kind, country=owner.code)


def _bare_site(coded: _Coded, match: re.Match[str]) -> _Meaning:
    owner = coded.owner(match, "site_owner")
    end = match.end()
    letter = match["sited"]
    state = coded.country(match.start("state")) if match["in"] else None
    inside = owner or state
    code = inside.code if inside else None
    name, kind, country = coded.place(match.start("sited"), inside=code)
    if match["in"] and (letter == COUNTRY or not _lies_in(coded, match.start("state"), country)):
        end = match.start("in")
    qualified = match["site_held"] or (match["side"] and not owner)
    if qualified:
        words = (coded.words(*match.span(g)) for g in ("site_held", "side") if match[g])
        name, kind = " ".join((*words, name)), PlaceKind.AREA
    return _Meaning(
        end=end,
        name=name,
        kind=kind,
        country=country,
        sure=kind is PlaceKind.REGION and name.endswith(" region") and not qualified,
        politic=not qualified and letter in COUNTRY + CAPITAL and end == match.end("sited"),
    )


def _common_site(coded: _Coded, match: re.Match[str]) -> _Meaning | None:
    state = coded.place(match.start("common_state"))
    name, kind, country = coded.place(match.start("common_site"), inside=state[2])
    if country is None or country != state[2]:
        return None
    return _Meaning(end=match.end(), name=name, kind=kind, country=country)


def _front(coded: _Coded, match: re.Match[str]) -> _Meaning:
    words = re.sub("front[- ]?lines?", "front line", coded.words(*match.span()))
    return _Meaning(end=match.end(), name=words, kind=PlaceKind.AREA, country=None, sure=True)


def _lies_in(coded: _Coded, at: int, country: str | None) -> bool:
    return country is not None and coded.place(at)[2] == country


def _is_side(word: str) -> bool:
    return re.search("north|south|east|west|central", word) is not None


def _eastern(side: str) -> str:
    return side if side.endswith(("ern", "ernmost", "central")) else f"{side}ern"


_MEANINGS: dict[str, Callable[[_Coded, re.Match[str]], _Meaning | None]] = {
    "settlement": _settlement,
    "division": _division,
    "border": _border,
    "part": _part,
    "area": _area,
    "site": _bare_site,
    "common": _common_site,
    "front": _front,
}
