"""The names in a report gathered into actors: Zelensky, Zelenskyy and "the president".

Invariant: nobody is guessed. A surname that two people of the report bear is nobody's, and so is an
office that two of them hold; both stay out of every actor that has a full name.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256

from watchword.model.actor import Actor
from watchword.model.attribution import Link, LinkKind
from watchword.model.reading import Reading
from watchword.model.report import Report
from watchword.model.span import Span
from watchword.resolve.actor_mentions import name_mentions
from watchword.resolve.people import canonical_names
from watchword.text.lexicon import lexicon
from watchword.text.mentions import Name, surname_of
from watchword.text.offices import OfficeKind, normal_office, office_head

_PRONOUNS = lexicon("he she it they we i him her them")
_DESCRIBED = re.compile(r"\b[Tt]he ((?:[a-z]+ ){0,3}[a-z]+)\b")
_OF_ANOTHER = re.compile(r"['\u2019]s (?:office|party|house)| of | for |-")
"""After an office: it is a body's name, or the office of somewhere that is told."""
_TITLES_APART = lexicon("deputy vice former acting assistant")


@dataclass(slots=True)
class _Gathered:
    """What is known of one actor while the report is read."""

    kind: LinkKind
    name: str
    country: str | None = None
    offices: dict[str, None] = field(default_factory=dict)
    aliases: dict[str, None] = field(default_factory=dict)
    edges: set[tuple[int, int]] = field(default_factory=set)


def find_actors(
    report: Report, readings: Sequence[Reading], links: Iterable[Link]
) -> tuple[Actor, ...]:
    """Find who acts or speaks in a report, in the order of first mention.

    Args:
        report: the report.
        readings: what an engine read in its sentences.
        links: the sources of its claims, in order.
    """
    sources = tuple(links)
    names = name_mentions(report.text, readings, sources)
    spelt = _spellings(names)
    gathered: dict[tuple[LinkKind, str], _Gathered] = {}
    for name in names:
        _gather(gathered, name, _called(name, spelt))
    people = [each for (kind, _), each in gathered.items() if kind is LinkKind.PERSON]
    _add_described(report.text, people)
    _add_pronouns(sources, gathered, spelt)
    found = (_actor(each, report) for each in gathered.values())
    return tuple(sorted(found, key=lambda actor: actor.mentions[0].start))


def _spellings(names: Iterable[Name]) -> dict[str, str]:
    """One spelling for each person; a surname alone is the one person's who bears it."""
    said = [name.name for name in names if name.kind is LinkKind.PERSON]
    canonical = canonical_names(said)
    full = {name for name in canonical.values() if " " in name}
    for name in list(canonical):
        if " " not in name:
            bearers = {each for each in full if name in {surname_of(each), each.split()[-1]}}
            canonical[name] = bearers.pop() if len(bearers) == 1 else canonical[name]
    return canonical


def _called(name: Name, spelt: Mapping[str, str]) -> str:
    if name.kind is LinkKind.STATE and name.country:
        return name.country
    return spelt.get(name.name, name.name) if name.kind is LinkKind.PERSON else name.name


def _gather(gathered: dict[tuple[LinkKind, str], _Gathered], name: Name, called: str) -> None:
    known = gathered.setdefault(
        (name.kind, called), _Gathered(kind=name.kind, name=name.name, country=name.country)
    )
    if name.kind is LinkKind.PERSON:
        known.name = called
    known.country = known.country or name.country
    if name.role:
        known.offices.setdefault(name.role)
    words = name.words if name.kind is LinkKind.STATE else name.words.removeprefix("The ")
    known.aliases.setdefault(" ".join(words.split()))
    known.edges.add((name.start, name.end))


def _add_described(text: str, people: Sequence[_Gathered]) -> None:
    """As in "the president", where the report names one and has named him before."""
    for match in _DESCRIBED.finditer(text):
        office = _office_in(match[1])
        end = match.start(1) + len(office)
        if not office or _OF_ANOTHER.match(text, end):
            continue
        asked = normal_office(office).split()
        holders = [each for each in people if any(_holds(held, asked) for held in each.offices)]
        if len(holders) == 1 and min(holders[0].edges)[0] < match.start():
            holders[0].edges.add((match.start(), end))


def _office_in(words: str) -> str:
    """The longest title that some words open with, empty for none: "foreign minister urged"."""
    pieces = words.split(" ")
    for count in range(len(pieces), 0, -1):
        office = " ".join(pieces[:count])
        head = office_head(office)
        is_whole = head is not None and office.endswith(head.words) and not head.plural
        if is_whole and head is not None and head.kind is OfficeKind.TITLE:
            return office
    return ""


def _holds(held: str, asked: Sequence[str]) -> bool:
    """Whether an office is the one that is asked for; a former or deputy one is another."""
    words = held.split(" of ", maxsplit=1)[0].split()
    before = words[: -len(asked)]
    return words[-len(asked) :] == list(asked) and _TITLES_APART.isdisjoint(before)


def _add_pronouns(
    links: Iterable[Link],
    gathered: Mapping[tuple[LinkKind, str], _Gathered],
    spelt: Mapping[str, str],
) -> None:
    """As in "He said", where the chain of a claim tells who he is."""
    for link in links:
        if link.span is None or link.words.lower() not in _PRONOUNS or link.name == link.words:
            continue
        called = spelt.get(link.name, link.name)
        names = (called, link.country or called) if link.kind is LinkKind.STATE else (called,)
        for name in names:
            known = gathered.get((link.kind, name))
            if known is not None:
                known.edges.add((link.span.start, link.span.end))


def _actor(known: _Gathered, report: Report) -> Actor:
    seal = f"{report.key}|{known.kind}|{known.name}"
    return Actor(
        key=sha256(seal.encode()).hexdigest()[:16],
        report=report.key,
        name=known.name,
        kind=known.kind,
        country=known.country,
        offices=tuple(known.offices),
        aliases=tuple(known.aliases),
        mentions=tuple(_each_span(known.edges, report)),
    )


def _each_span(edges: Iterable[tuple[int, int]], report: Report) -> Iterator[Span]:
    """The mentions in order, without those that lie within another."""
    last = 0
    for start, end in sorted(edges, key=lambda each: (each[0], -each[1])):
        if end > last:
            yield Span.within(report.text, max(start, last), end, report=report.key)
            last = end
