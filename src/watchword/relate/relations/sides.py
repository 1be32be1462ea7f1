"""Who the two are, and which side of an event is one of them.

Officials, forces and people of a state count for the state; those who fight or oppose it from
within do not: "Russia armed Ukrainian separatists" is nothing given to Ukraine.
"""

from dataclasses import replace
from functools import cache, lru_cache

from watchword.model.event import Party
from watchword.model.relation import Side
from watchword.text.gazetteer import (
    Country,
    Organisation,
    countries,
    country_named,
    organisation_named,
)
from watchword.text.lexicon import lexicon

_CODED = {"EUR": "European Union", "UNO": "United Nations"}
_AGAINST = frozenset({"REB", "OPP", "UAF", "CRM"})
_SPEAKS = frozenset({"GOV", "MIL", "SPY", "LEG", "JUD", "COP", "PRM", "PTY"})
_NOBODY = lexicon("they he she it we i you this that these those who which")


def find_side(words: str, *, alone: bool = False) -> Side:
    """Who some words stand for: a state by any of its names or codes, else a body or a person.

    Args:
        words: "Russia", "Russian", "RUS", "the Kremlin", "NATO", "Kim Jong-un".
        alone: whether a state counts without its officials and forces.

    >>> find_side("russian").code, find_side("PRK").name, find_side("the EU").code
    ('RUS', 'North Korea', 'EUR')
    >>> find_side("Kim Jong-un")
    Side(name='Kim Jong-un', code=None, alone=False)
    """
    plain = " ".join(words.split())
    country = _by_code().get(plain.upper()) if len(plain) in {2, 3} else None
    if country is None and plain not in {"EU", "UN"}:
        country = country_named(plain) or country_named(plain.title())
    if country is not None:
        return Side(name=country.name, code=country.code3, alone=alone)
    body = organisation_named(plain) or organisation_named(plain.upper())
    if body is None:
        return Side(name=plain)
    code = next((code for code, name in _CODED.items() if name == body.name), None)
    return Side(name=body.name, code=code)


def is_side(party: Party, side: Side, *, acting: bool) -> bool:
    """Whether somebody on a side of an event is one of the two.

    Args:
        party: somebody on a side of an event.
        side: one of the two.
        acting: whether the party acts; those who only live in a state suffer for it and do not
            act for it.
    """
    if side.code is None:
        return _bears_name(party.name, side.name)
    if side.alone:
        return party.name == side.name
    if party.code != side.code:
        return False
    if side.code in _CODED:
        return True
    if party.sector in _AGAINST:
        return False
    return not acting or party.sector is None or party.sector in _SPEAKS


def is_somebody(party: Party) -> bool:
    """Whether a party can be given something: no thing of a state, as "the Norwegian invasion"."""
    is_told = party.sector is not None or party.office is not None
    return is_told or party.name.endswith(" side") or _names_somebody(party.name)


def side_of(party: Party, *, acting: bool) -> Side | None:
    """Whom somebody on a side of an event counts for among pairs; None for nobody in particular."""
    side = _side_of_code(party.code) if party.code else None
    if side is not None:
        return side if is_side(party, side, acting=acting) else None
    body = organisation_named(party.name)
    return Side(name=body.name) if body is not None and not body.country else None


def side_of_country(code: str | None) -> Side | None:
    """The state of an alpha-2 code, None where it is none."""
    return _side_of_code(code) if code else None


@cache
def _by_code() -> dict[str, Country]:
    return {code: country for country in countries() for code in (country.code, country.code3)}


@lru_cache(maxsize=1_000)
def _side_of_code(code: str) -> Side | None:
    if code in _CODED:
        return Side(name=_CODED[code], code=code)
    country = _by_code().get(code)
    return Side(name=country.name, code=country.code3) if country else None


@lru_cache(maxsize=50_000)
def _names_somebody(name: str) -> bool:
    return country_named(name) is not None or organisation_named(name) is not None


@lru_cache(maxsize=50_000)
def _bears_name(name: str, asked: str) -> bool:
    """Whether a name is the one asked for, or a longer or shorter form of it."""
    if name.lower() in _NOBODY:
        return False
    if name.casefold() == asked.casefold():
        return True
    body = organisation_named(asked)
    if body is not None:
        return any(_begins(name, each) for each in _names(body))
    words = asked.casefold().split()
    return set(words) <= set(name.casefold().split())


def _names(body: Organisation) -> tuple[str, ...]:
    return (body.name, *body.acronyms, *body.aliases)


def _begins(name: str, known: str) -> bool:
    return name == known or name.startswith((f"{known} ", f"{known}'s "))


def same_side(one: Side, other: Side) -> bool:
    """Whether two sides are one, so that there is no relation between them."""
    return replace(one, alone=False) == replace(other, alone=False)
