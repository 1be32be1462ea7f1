"""Words for an actor into one name: "Pyongyang", "the North" and "DPRK" are North Korea."""

import re

from watchword.text.gazetteer import (
    Country,
    country_named,
    organisation_named,
    plain_words,
    split_owner,
)


def canonical_actor(words: str, *, around: str | None = None) -> str:
    """The name under which an actor is kept.

    Bodies go by their own name, also those told by a description ("Seoul's spy agency"), so that
    the Kremlin stays the Kremlin. Countries go by their common name whether named, or told by
    capital or people. What belongs to a country is told by its adjective: "Pyongyang's troops"
    are "North Korean troops". Everything else keeps its words, without article and possessive.

    Args:
        words: the actor as a report gives it.
        around: the text it stands in; "the North" then needs that text to be about Korea.

    >>> canonical_actor("the DPRK"), canonical_actor("the NIS")
    ('North Korea', 'National Intelligence Service')
    >>> canonical_actor("Pyongyang's soldiers"), canonical_actor("the Kremlin")
    ('North Korean soldiers', 'Kremlin')
    """
    body = organisation_named(words)
    if body is not None:
        return _PRESIDENCY.sub("presidential office", body.name)
    country = country_named(words, around=around)
    if country is not None:
        return country.name
    owner, rest = split_owner(words)
    if owner is not None and country_named(words.rsplit(maxsplit=1)[-1]) is None:
        return f"{_adjective(owner)} {plain_words(rest)}"
    return plain_words(words)


def country_of(words: str, *, around: str | None = None) -> str | None:
    """Alpha-2 code of the country that an actor is or belongs to.

    None where that is not told, and where the words name several actors.

    >>> country_of("the Kremlin"), country_of("South Korean lawmakers"), country_of("NATO")
    ('RU', 'KR', None)
    """
    if " and " in words:
        return None
    country = country_named(words, around=around)
    if country is not None:
        return country.code
    body = organisation_named(words)
    if body is not None:
        return body.country or None
    owner, _ = split_owner(words)
    return owner.code if owner else None


_PRESIDENCY = re.compile(
    r"president's office|office of the president|presidential administration", re.IGNORECASE
)


def _adjective(country: Country) -> str:
    return (country.adjectives or (country.name,))[0]
