"""Countries and organisations by any of their names.

The facts are tab-separated files beside this one (`data/README.md` tells where they come from).
They are read on first use and kept; the lookups are pure. A name that several bodies share is
told apart by the country it is used with, and otherwise goes to the first in the file.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from importlib.resources import files

ANSWERS_KEPT = 256
WORDS_KEPT = 20_000
"""Answers kept about which countries the last few texts name."""


class NameUse(StrEnum):
    """What a country's alias is: it decides which grammar makes it a place."""

    NAME = "name"
    ADJECTIVE = "adjective"
    PEOPLE = "people"
    CAPITAL = "capital"
    METONYM = "metonym"
    CONTEXTUAL = "contextual"
    """Stands for the country only where the text is about it: "the North"."""


class OrganisationKind(StrEnum):
    """What sort of body an organisation is."""

    INTELLIGENCE = "intelligence"
    MILITARY = "military"
    GOVERNMENT = "government"
    LEGISLATURE = "legislature"
    MEDIA = "media"
    IGO = "igo"
    NGO = "ngo"
    REBEL = "rebel"
    COMPANY = "company"


@dataclass(frozen=True, slots=True, kw_only=True)
class Country:
    """A country or territory.

    Attributes:
        code: ISO 3166-1 alpha-2 code (`XK` for Kosovo, as in common use).
        code3: alpha-3 code.
        name: common English name.
        aliases: other names and short forms.
        contextual: names that need the text to be about the country ("the North").
        adjectives: "North Korean".
        people: "North Korean", "North Koreans".
        capital: seat of government, empty where there is none or its name is the country's.
        metonyms: other places and buildings that stand for its government ("Kremlin").
    """

    code: str
    code3: str
    name: str
    aliases: tuple[str, ...]
    contextual: tuple[str, ...]
    adjectives: tuple[str, ...]
    people: tuple[str, ...]
    capital: str
    metonyms: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation:
    """A body that acts or speaks.

    Attributes:
        name: canonical name.
        acronyms: "NIS"; always cased.
        aliases: other names.
        country: alpha-2 code, empty for international bodies.
        kind: what sort of body.
        main: whether "the country's spy agency" means this one.
    """

    name: str
    acronyms: tuple[str, ...]
    aliases: tuple[str, ...]
    country: str
    kind: OrganisationKind
    main: bool = False


@cache
def countries() -> tuple[Country, ...]:
    """Every country and territory, by code."""
    return tuple(
        Country(
            code=code,
            code3=code3,
            name=name,
            aliases=_parts(aliases),
            contextual=_parts(contextual),
            adjectives=_parts(adjectives),
            people=_parts(people),
            capital=capital,
            metonyms=_parts(metonyms),
        )
        for (code, code3, name, aliases, contextual, adjectives, people, capital, metonyms) in rows(
            "countries"
        )
    )


@cache
def organisations() -> tuple[Organisation, ...]:
    """Every organisation that is known by name, the best known first where names clash."""
    return tuple(
        Organisation(
            name=name,
            acronyms=_parts(acronyms),
            aliases=_parts(aliases),
            country=country,
            kind=OrganisationKind(kind.lower()),
            main=main == "main",
        )
        for name, acronyms, aliases, country, kind, main in rows("organisations")
    )


@cache
def ambiguous_words() -> frozenset[str]:
    """Place names that are more often something else ("Nice", "Reading", "Mobile")."""
    return frozenset(word for (word,) in rows("ambiguous"))


@cache
def country_uses() -> dict[str, tuple[tuple[Country, NameUse], ...]]:
    """Every alias of a country with what it is; several countries may share one."""
    found: dict[str, list[tuple[Country, NameUse]]] = {}
    for country in countries():
        for words, use in _uses(country):
            found.setdefault(words, []).append((country, use))
    return {words: tuple(uses) for words, uses in found.items()}


@cache
def country_by_code() -> dict[str, Country]:
    """Countries by alpha-2 code."""
    return {country.code: country for country in countries()}


def country_named(words: str, *, around: str | None = None) -> Country | None:
    """The country that a name, demonym, capital or building stands for.

    Args:
        words: with or without article and possessive ("the North Koreans", "Seoul's").
        around: the text it is used in; "the North" then counts only where that text is about
            the country. Without it, such a name is taken at its word.

    >>> country_named("South Korea's").code
    'KR'
    >>> country_named("the Kremlin").name
    'Russia'
    """
    return _country_alone(words) if around is None else _country_in(words, around)


@lru_cache(maxsize=WORDS_KEPT)
def country_code(words: str) -> str:
    """ISO 3166-1 alpha-2 code of the country that words stand for, empty where for none.

    Names that stand for a country in its own news alone ("the North") stand for none here.

    >>> country_code("Pyongyang's"), country_code("the North")
    ('KP', '')
    """
    country = country_named(words, around="")
    return country.code if country else ""


@lru_cache(maxsize=WORDS_KEPT)
def _country_alone(words: str) -> Country | None:
    return _country_in(words, None)


def _country_in(words: str, around: str | None) -> Country | None:
    full = _straight(words)
    for candidate in (full, plain_words(full)):
        for country, use in country_uses().get(candidate, ()):
            if (
                use is not NameUse.CONTEXTUAL
                or around is None
                or names_country(around, country.code)
            ):
                return country
    shouted = plain_words(full)
    if len(shouted) > 4 and shouted.isupper() and not shouted.title().isupper():
        return _country_in(shouted.title(), around)
    return None


@lru_cache(maxsize=ANSWERS_KEPT)
def names_country(text: str, code: str) -> bool:
    """Whether a text has a country's name, adjective or capital in it."""
    country = country_by_code()[code]
    names = (country.name, *country.adjectives, country.capital)
    return any(name in text for name in names if name)


def split_owner(words: str) -> tuple[Country | None, str]:
    """Part a leading country from the rest: "Russia's defence ministry" → Russia, the rest.

    >>> country, rest = split_owner("South Korean lawmakers")
    >>> country.code, rest
    ('KR', 'lawmakers')
    """
    plain = _without_article(_straight(words))
    pieces = plain.split(" ")
    for count in range(min(len(pieces) - 1, 6), 0, -1):
        country = country_named(" ".join(pieces[:count]))
        if country is not None:
            return country, " ".join(pieces[count:])
    return None, plain


@cache
def organisations_by_name() -> dict[str, tuple[Organisation, ...]]:
    """Organisations by every name, acronym and alias; of longer names also without article."""
    found: dict[str, dict[Organisation, None]] = {}
    for organisation in organisations():
        names = (organisation.name, *organisation.acronyms, *organisation.aliases)
        for name in names:
            bare = _without_article(name)
            for form in (name, bare) if " " in bare else (name,):
                found.setdefault(form, {})[organisation] = None
    return {name: tuple(bodies) for name, bodies in found.items()}


@lru_cache(maxsize=WORDS_KEPT)
def organisation_named(words: str, *, context_country: str | None = None) -> Organisation | None:
    """The organisation that some words stand for, known by name or told by a pattern.

    Patterns: "South Korea's spy agency" is that country's main service where it has one;
    ministries, militaries, presidential offices, police and the like need not be listed.

    Args:
        words: with or without article and possessive.
        context_country: alpha-2 code that decides between bodies of the same name, and that
            owns a body told without its country ("the defence ministry").

    >>> organisation_named("Seoul's spy agency").name
    'National Intelligence Service'
    >>> organisation_named("the Russian defense ministry").name
    'Russian Defence Ministry'
    """
    plain = plain_words(words)
    known = organisations_by_name().get(_straight(words)) or organisations_by_name().get(plain)
    if known:
        return _of_country(known, context_country) or known[0]
    owner, rest = split_owner(plain)
    if owner is None:
        head, _, tail = plain.rpartition(" of ")
        owner, rest = (country_named(tail), head) if head else (None, plain)
    if owner is None:
        context = country_by_code().get(context_country or "")
        return (context and _owned(plain, context)) or _patterned(plain, context)
    return _owned(rest, owner) or _patterned(rest, owner)


def main_service(code: str) -> Organisation | None:
    """The service that "the spy agency" of a country means, None where it has no one such."""
    return next((body for body in organisations() if body.main and body.country == code), None)


@lru_cache(maxsize=WORDS_KEPT)
def plain_words(words: str) -> str:
    """Words with straight apostrophes, single spaces, no article, no final possessive."""
    plain = _without_article(_straight(words))
    if plain.endswith("'s"):
        return plain[:-2]
    return plain[:-1] if plain.endswith("s'") else plain


def rows(name: str) -> Iterator[tuple[str, ...]]:
    """Each row of a data file after its header, as its fields."""
    text = files("watchword.text").joinpath("data", f"{name}.tsv").read_text(encoding="utf-8")
    return (tuple(line.split("\t")) for line in text.splitlines()[1:])


_MINISTRY = re.compile(
    r"(?:(?P<before>[A-Za-z ]{2,40}?)(?<!police)(?<!fire) (?:ministry|department)"
    r"|(?:ministry|department) (?:of|for) (?P<after>[A-Za-z ]{2,40}))",
    re.IGNORECASE,
)
_SERVICE = re.compile(
    r"(?:main |national |foreign |state )?(?:spy|intelligence|secret|espionage)"
    r" (?:agency|service|agencies|services)",
    re.IGNORECASE,
)
_FORCES = re.compile(
    r"(?:military|army|navy|air force|armed forces|forces|troops|special forces|marines|"
    r"border guards?|coast guard|air defen[cs]e)",
    re.IGNORECASE,
)
_OFFICES = re.compile(
    r"(?:presidential (?:office|administration|palace)|president's office|"
    r"prime minister's office|office of the president|government|cabinet|authorities|embassy|"
    r"consulate|police|foreign office|delegation|administration|central bank|"
    r"national security council|security council)",
    re.IGNORECASE,
)
_HOUSES = re.compile(r"(?:parliament|national assembly|legislature|senate|congress)", re.IGNORECASE)
_PRESS = re.compile(
    r"(?:state |local |national )?(?:media|news agency|news agencies|newspapers?|broadcaster|"
    r"television|state TV|press)",
    re.IGNORECASE,
)
_PATTERNS = (
    (_SERVICE, OrganisationKind.INTELLIGENCE),
    (_FORCES, OrganisationKind.MILITARY),
    (_OFFICES, OrganisationKind.GOVERNMENT),
    (_HOUSES, OrganisationKind.LEGISLATURE),
    (_PRESS, OrganisationKind.MEDIA),
)


def _parts(field: str) -> tuple[str, ...]:
    return tuple(field.split("|")) if field else ()


def _straight(words: str) -> str:
    return " ".join(words.replace("\u2019", "'").split())


def _without_article(words: str) -> str:
    for article in ("the ", "The ", "a ", "an ", "A ", "An "):
        if words.startswith(article):
            return words[len(article) :]
    return words


def _uses(country: Country) -> Iterator[tuple[str, NameUse]]:
    yield country.name, NameUse.NAME
    yield from ((alias, NameUse.NAME) for alias in country.aliases)
    yield from ((alias, NameUse.CONTEXTUAL) for alias in country.contextual)
    yield from ((_opened(alias), NameUse.CONTEXTUAL) for alias in country.contextual)
    yield from ((adjective, NameUse.ADJECTIVE) for adjective in country.adjectives)
    others = (people for people in country.people if people not in country.adjectives)
    yield from ((people, NameUse.PEOPLE) for people in others)
    if country.capital and country.capital not in ambiguous_words():
        yield country.capital, NameUse.CAPITAL
    yield from ((metonym, NameUse.METONYM) for metonym in country.metonyms)


def _opened(alias: str) -> str:
    """A name as it opens a sentence: "The North"."""
    return f"{alias[0].upper()}{alias[1:]}"


def _of_country(bodies: tuple[Organisation, ...], code: str | None) -> Organisation | None:
    return next((body for body in bodies if code and body.country == code), None)


def _owned(rest: str, owner: Country) -> Organisation | None:
    if _SERVICE.fullmatch(rest):
        return main_service(owner.code)
    wanted = rest.lower()
    return _of_country(_organisations_by_folded_name().get(wanted, ()), owner.code)


@cache
def _organisations_by_folded_name() -> dict[str, tuple[Organisation, ...]]:
    found: dict[str, tuple[Organisation, ...]] = {}
    for name, bodies in organisations_by_name().items():
        found[name.lower()] = (*found.get(name.lower(), ()), *bodies)
    return found


def _patterned(rest: str, owner: Country | None) -> Organisation | None:
    adjective = (owner.adjectives or (owner.name,))[0] + " " if owner else ""
    code = owner.code if owner else ""
    ministry = _MINISTRY.fullmatch(rest)
    if ministry:
        topic = _topic(ministry["before"] or ministry["after"])
        return _told(f"{adjective}{topic} Ministry", code, OrganisationKind.GOVERNMENT)
    for pattern, kind in _PATTERNS:
        if pattern.fullmatch(rest):
            return _told(f"{adjective}{rest}", code, kind)
    return None


def _topic(words: str) -> str:
    spelt = words.lower().replace("defense", "defence").removeprefix("national ")
    spelt = {"foreign affairs": "foreign", "internal affairs": "interior"}.get(spelt, spelt)
    return " ".join(word if word == "and" else word.capitalize() for word in spelt.split())


def _told(name: str, country: str, kind: OrganisationKind) -> Organisation:
    return Organisation(name=name, acronyms=(), aliases=(), country=country, kind=kind)
