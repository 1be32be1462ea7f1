"""People, bodies and states as a text names them."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from watchword.model.attribution import LinkKind
from watchword.text.aliases import Alias, find_aliases
from watchword.text.gazetteer import (
    NameUse,
    Organisation,
    OrganisationKind,
    country_named,
    names_country,
    organisation_named,
)
from watchword.text.mentions import Name
from watchword.text.people import find_people

ANSWERS_KEPT = 8
"""Answers kept about the last few texts: claims, actors and events ask for the same names."""
LONGEST_BODY = 60
"""Characters looked at after a country for the sort of body it owns."""


@lru_cache(maxsize=ANSWERS_KEPT)
def find_names(text: str, start: int = 0, end: int | None = None) -> tuple[Name, ...]:
    """Find the people, bodies and states named between two places of a text.

    The rest of the text is looked at to fill out short names.

    >>> text = "NATO chief Mark Rutte met Russia's spy agency. Rutte left."
    >>> [(name.words, name.name) for name in find_names(text) if name.role == "chief"]
    [('Mark Rutte', 'Mark Rutte'), ('Rutte', 'Mark Rutte')]
    """
    stop = len(text) if end is None else end
    people = [name for name in find_people(text) if start <= name.start and name.end <= stop]
    return _without_overlap((*people, *_bodies(text, start, stop)))


_FOLLOWS = re.compile(r"(?:['\u2019]s?)?(?:[ ][A-Za-z][\w-]*(?:['\u2019]s)?){1,5}")


def _without_overlap(names: Iterable[Name]) -> tuple[Name, ...]:
    """Names in order; of two that overlap the one given first."""
    kept: list[Name] = []
    for name in names:
        if all(name.end <= other.start or other.end <= name.start for other in kept):
            kept.append(name)
    return tuple(sorted(kept, key=lambda name: name.start))


def _bodies(text: str, start: int, end: int) -> Iterator[Name]:
    for alias in find_aliases(text, start, end):
        told = _told_body(text, alias, end)
        if told:
            yield told
        elif alias.organisations:
            body = _of_mentioned_country(alias, text)
            yield _body_name(text, alias.start, alias.end, body)
        elif alias.countries:
            yield from _state(text, alias)


def _told_body(text: str, alias: Alias, end: int) -> Name | None:
    """A body told by its country and sort: "Seoul's spy agency"."""
    if not alias.countries:
        return None
    follows = _FOLLOWS.match(text, alias.end, min(end, alias.end + LONGEST_BODY))
    stop = follows.end() if follows else alias.end
    while stop > alias.end:
        body = organisation_named(text[alias.start : stop])
        if body and not text[alias.start : stop].endswith(("'s", "\u2019s")):
            return _body_name(text, alias.start, stop, body)
        stop = max(text.rfind(" ", alias.end, stop), text.rfind("'", alias.end, stop))
    return None


def _of_mentioned_country(alias: Alias, text: str) -> Organisation:
    """The first whose country the text names, where several share a name."""
    if len(alias.organisations) == 1:
        return alias.organisations[0]
    known = (body for body in alias.organisations if body.country)
    named = (body for body in known if names_country(text, body.country))
    return next(named, alias.organisations[0])


def _body_name(text: str, start: int, end: int, body: Organisation) -> Name:
    is_media = body.kind is OrganisationKind.MEDIA
    return Name(
        start=start,
        end=end,
        words=text[start:end],
        kind=LinkKind.MEDIA if is_media else LinkKind.ORGANISATION,
        name=body.name,
        country=body.country or None,
    )


def _state(text: str, alias: Alias) -> Iterator[Name]:
    country, use = alias.countries[0]
    if use is NameUse.ADJECTIVE or use is NameUse.PEOPLE:
        return
    if use is NameUse.CONTEXTUAL and country_named(alias.words, around=text) is None:
        return
    yield Name(
        start=alias.start,
        end=alias.end,
        words=text[alias.start : alias.end],
        kind=LinkKind.STATE,
        name=country.name,
        country=country.code,
    )
