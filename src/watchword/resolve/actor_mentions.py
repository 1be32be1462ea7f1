"""Every place where a report speaks of somebody by name, and who that is as far as it tells.

Names come from the text's own grammar and the gazetteer (`text.names`), acronyms from the brackets
that introduce them, people whom nothing introduces from what the model marks as a name.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from watchword.model.attribution import Link, LinkKind
from watchword.model.reading import Reading
from watchword.text.aliases import find_aliases
from watchword.text.gazetteer import NameUse, country_named, organisation_named
from watchword.text.lexicon import lexicon
from watchword.text.mentions import Name
from watchword.text.names import find_names
from watchword.text.offices import is_office

SUREST = 0.95
"""A name that only the model marks as a person counts from here on. Of 18 composed sentences on
ships, storms, places and people, 0.9 takes a storm for a person and 0.95 nothing; both find the
people. `tests/resolve/test_actors.py` has some of them."""

_NAMED = frozenset({LinkKind.PERSON, LinkKind.ORGANISATION, LinkKind.MEDIA, LinkKind.STATE})
_WHERE = re.compile(r"\b(?:in|near|inside|outside|around|across|throughout|at)\s+$", re.IGNORECASE)
_INTRODUCED = re.compile(
    r"((?:[A-Z][\w'\u2019-]*(?: (?:of|for|the|and|on|de))* )+)\(([A-Z]{2,6})\)"
)
_THINGS = re.compile(
    r"\b(?:Storm|Hurricane|Typhoon|Cyclone|Operation|Mount|Lake|Port|Fort|USS|HMS|MV) $"
)
"""Words before what bears a person's name and is none."""
_CALLED = re.compile(
    r"\b(?:party|group|movement|company|union|alliance|agency|newspaper|militia),? $"
)
_SMALL = lexicon("of for the and on de")
_POSSESSIVE = re.compile(r"(?:'s|\u2019s|'|\u2019)$")


def name_mentions(
    text: str, readings: Sequence[Reading], links: Iterable[Link]
) -> tuple[Name, ...]:
    """The people, bodies and states named in a report, in order; none overlaps another.

    Args:
        text: the report's text.
        readings: what an engine read in its sentences.
        links: the sources of its claims.
    """
    kept: list[Name] = []
    for found in (
        *(each for each in find_names(text) if not _is_place(text, each)),
        *_each_introduced(text),
        *_each_people_of(text),
        *_each_linked(links),
        *_each_marked(text, readings),
    ):
        name = _as_body(text, found)
        if all(name.end <= other.start or other.end <= name.start for other in kept):
            kept.append(name)
    return tuple(sorted(kept, key=lambda name: name.start))


def _is_place(text: str, name: Name) -> bool:
    """As in "in Seoul": where something is, not who does it."""
    before = text[max(0, name.start - 16) : name.start]
    return name.kind is LinkKind.STATE and _WHERE.search(before) is not None


def _as_body(text: str, name: Name) -> Name:
    """As in "his party, Georgian Dream": what is called a party is one."""
    called = _CALLED.search(text[max(0, name.start - 24) : name.start])
    if name.kind is not LinkKind.PERSON or called is None:
        return name
    return replace(name, kind=LinkKind.ORGANISATION, role=None)


def _each_introduced(text: str) -> Iterator[Name]:
    """As in "the Sahel Relief Network (SRN)", and "SRN" wherever it stands."""
    for match in _INTRODUCED.finditer(text):
        words, short = match[1].strip(), match[2]
        pieces = words.split()
        while pieces and not _abbreviates(short, pieces):
            pieces = pieces[1:]
        if len(pieces) < 2 or organisation_named(short) is not None:
            continue
        full = " ".join(pieces)
        yield _body(match.start() + match[1].index(full), full, full)
        for other in re.finditer(rf"\b{short}\b", text):
            yield _body(other.start(), short, full)


def _abbreviates(short: str, pieces: Sequence[str]) -> bool:
    initials = "".join(piece[0] for piece in pieces if piece not in _SMALL).upper()
    return pieces[0] not in _SMALL and initials == short


def _body(start: int, words: str, name: str) -> Name:
    return Name(
        start=start,
        end=start + len(words),
        words=words,
        kind=LinkKind.ORGANISATION,
        name=name,
    )


def _each_people_of(text: str) -> Iterator[Name]:
    """As in "the North Koreans": a state by its people."""
    for alias in find_aliases(text):
        peoples = [land for land, use in alias.countries if use is NameUse.PEOPLE]
        if peoples and alias.words.endswith("s"):
            yield Name(
                start=alias.start,
                end=alias.end,
                words=text[alias.start : alias.end],
                kind=LinkKind.STATE,
                name=peoples[0].name,
                country=peoples[0].code,
            )


def _each_linked(links: Iterable[Link]) -> Iterator[Name]:
    """Sources of claims that their words name."""
    for link in links:
        if link.span is None or link.kind not in _NAMED:
            continue
        at = link.span.quote.find(link.name)
        state = country_named(link.name) if link.kind is LinkKind.STATE else None
        if at < 0 or not link.name[:1].isupper() or is_office(link.name):
            continue
        yield Name(
            start=link.span.start + at,
            end=link.span.start + at + len(link.name),
            words=link.name,
            kind=link.kind,
            name=state.name if state else link.name,
            role=link.role,
            country=link.country,
        )


def _each_marked(text: str, readings: Sequence[Reading]) -> Iterator[Name]:
    """People whom only the model sees: "Sarah Lindt visited the camp"."""
    for reading in readings:
        for phrase in reading.phrases("names"):
            if phrase.label != "person" or phrase.confidence < SUREST:
                continue
            start = reading.tokens[phrase.start].start
            words = _POSSESSIVE.sub("", text[start : reading.tokens[phrase.end - 1].end])
            named_after = _THINGS.search(text[max(0, start - 20) : start]) is not None
            if words[:1].isupper() and not (is_office(words) or "\n" in words or named_after):
                plain = Name(
                    start=start,
                    end=start + len(words),
                    words=words,
                    kind=LinkKind.PERSON,
                    name=words,
                )
                yield replace(plain, name=" ".join(words.split()))
