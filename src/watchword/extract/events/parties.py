"""Words into somebody on a side of an event: name, state or body, sector.

The state is that of the words themselves ("South Korean lawmakers"), else that of whoever the
report names so elsewhere ("Zelensky", after "Ukrainian President Volodymyr Zelensky").
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from watchword.extract.dependents import Tree
from watchword.model.attribution import Link, LinkKind
from watchword.model.event import Party
from watchword.model.reading import Token
from watchword.model.span import Span
from watchword.text.gazetteer import (
    Country,
    NameUse,
    Organisation,
    OrganisationKind,
    country_by_code,
    country_named,
    country_uses,
    names_country,
    organisation_named,
    organisations_by_name,
    plain_words,
    split_owner,
)
from watchword.text.lexicon import lexicon
from watchword.text.sectors import KIND_SECTORS, sectors_of

_BODIES = {"United Nations": "UNO", "European Union": "EUR"}
_UNITED = lexicon("UN U.N. EU")
_CODES = {OrganisationKind.IGO: "IGO", OrganisationKind.NGO: "NGO"}
_BELONGING = lexicon("in of from")
_LONGEST_NAME, _LONGEST_ACRONYM = 5, 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """Who and what the report names.

    Attributes:
        people: those named in it, by every word of their names.
        places: alpha-2 code of the country in which a place lies, by the words for it.
    """

    people: Mapping[str, Link]
    places: Mapping[str, str]

    @classmethod
    def of(cls, links: Sequence[Link], places: Mapping[str, str]) -> "Known":
        """Of several people who share a name, nobody is meant by it alone."""
        people: dict[str, Link] = {}
        shared: set[str] = set()
        for link in links:
            if link.kind is not LinkKind.PERSON:
                continue
            for part in {link.name, *link.name.split()}:
                if part in people and people[part].name != link.name:
                    shared.add(part)
                kept = people.get(part)
                people[part] = kept if kept and kept.country and not link.country else link
        alone = {part: link for part, link in people.items() if part not in shared}
        return cls(people=alone, places=places)


def party_of(tree: Tree, head: int, text: str, known: Known, report: str) -> Party:
    """Somebody by the words that stand for it.

    Args:
        tree: the sentence.
        head: index of the noun.
        text: the report's text.
        known: who is named in the report.
        report: key of the report.
    """
    first, last = tree.phrase(head)
    words = tree.tokens[first:last]
    span = Span.within(text, words[0].start, words[-1].end, report=report)
    plain = plain_words(span.quote)
    facts = _Facts(
        body=_body(plain, text) or _body_within(words, text),
        country=country_named(plain)
        or _country_within(words, text)
        or _country_of(words, known)
        or _country_beside(tree, head, text, known),
        person=_person([token.text for token in words if token.tag.startswith("NNP")], known),
        sectors=sectors_of(tuple(token.lemma for token in words)),
    )
    return _party(span, plain, facts)


def named_party(name: str, span: Span, known: Known) -> Party:
    """Somebody by name, where the words of the report are a pronoun.

    Args:
        name: whom the pronoun stands for.
        span: the pronoun.
        known: who is named in the report.
    """
    words = name.split()
    facts = _Facts(
        body=organisation_named(name),
        country=country_named(name) or split_owner(name)[0],
        person=_person(words, known),
        sectors=sectors_of(tuple(word.lower() for word in words)),
    )
    return _party(span, name, facts)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Facts:
    body: Organisation | None
    country: Country | None
    person: Link | None
    sectors: tuple[str, ...]


def _party(span: Span, plain: str, facts: _Facts) -> Party:
    body, country, person, sectors = facts.body, facts.country, facts.person, facts.sectors
    if body is not None and country is not None:
        person = None
    if not sectors and person is not None and person.role:
        sectors = sectors_of(tuple(person.role.split()))
    if body is not None and body.kind in KIND_SECTORS:
        sectors = tuple(dict.fromkeys((*sectors, KIND_SECTORS[body.kind])))
    if body is not None and not body.country and body.kind in _CODES:
        sectors = ()
    if not sectors and country is not None and _is_seat(plain, country):
        sectors = ("GOV",)
    return Party(
        span=span,
        name=_party_name(plain, country, body, person),
        code=_code(plain, country, body, person),
        sector=sectors[0] if sectors else None,
        others=sectors[1:],
        office=person.role if person else None,
    )


def _party_name(
    plain: str, country: Country | None, body: Organisation | None, person: Link | None
) -> str:
    if person is not None:
        return person.name
    if body is not None and organisation_named(plain) is not None:
        return body.name
    return country.name if country is not None and country_named(plain) is country else plain


def _code(
    plain: str, country: Country | None, body: Organisation | None, person: Link | None
) -> str | None:
    if plain in _UNITED:
        return "EUR" if plain == "EU" else "UNO"
    if body is not None and not body.country:
        code = _BODIES.get(body.name) or _CODES.get(body.kind)
        return code or (country.code3 if country is not None else None)
    owner = country
    if owner is None and body is not None:
        owner = country_by_code().get(body.country)
    if owner is None and person is not None:
        owner = country_by_code().get(person.country or "")
    return owner.code3 if owner is not None else None


def _country_within(words: Sequence[Token], text: str) -> Country | None:
    """The first country named in some words: "the *Russian* defence ministry"."""
    for first, token in enumerate(words):
        if not token.text[:1].isupper():
            continue
        for last in range(min(len(words), first + _LONGEST_NAME), first, -1):
            country = country_named(text[token.start : words[last - 1].end])
            if country is not None:
                return country
    return None


def _country_beside(tree: Tree, head: int, text: str, known: Known) -> Country | None:
    """The country that somebody is told to be in or from: "rebels in *Colombia*"."""
    for each in tree.below(head, "nmod"):
        if tree.case(each) in _BELONGING:
            first, last = tree.phrase(each)
            words = tree.tokens[first:last]
            country = _country_within(words, text) or _country_of(words, known)
            if country is not None:
                return country
    return None


def _body_within(words: Sequence[Token], text: str) -> Organisation | None:
    """A body that is named in some words: "*Hamas* leaders"; no pattern counts, only names."""
    for first, token in enumerate(words):
        if token.tag.startswith("NNP"):
            for last in range(min(len(words), first + _LONGEST_NAME), first, -1):
                name = text[token.start : words[last - 1].end]
                if name in organisations_by_name():
                    return _body(name, text)
    return None


def _body(words: str, text: str) -> Organisation | None:
    """The body of some words; by an acronym alone only where the report names its country.

    "SDF" is Japan's forces in a report on Japan, and nobody that is known in one on Syria.
    """
    found = organisation_named(words)
    is_short = len(words) <= _LONGEST_ACRONYM and words.isupper()
    if found is None or not is_short or not found.country:
        return found
    return found if names_country(text, found.country) else None


def _country_of(words: Sequence[Token], known: Known) -> Country | None:
    """The country of a place that is named in some words: "the *Kharkiv* garrison"."""
    found = (known.places.get(token.text) for token in words)
    return next((country_by_code().get(code) for code in found if code), None)


def _person(names: Sequence[str], known: Known) -> Link | None:
    return next((known.people[name] for name in reversed(names) if name in known.people), None)


def _is_seat(plain: str, country: Country) -> bool:
    """Whether the words are a capital or a building that stands for a government."""
    uses = country_uses().get(plain, ())
    return any(each is country and use in {NameUse.CAPITAL, NameUse.METONYM} for each, use in uses)
