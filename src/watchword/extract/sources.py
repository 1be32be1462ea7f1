"""The words of a source into a link: a person, a body, a state, a document, or nobody named."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import NamedTuple

from watchword.extract.descriptions import owner_code, unnamed_kind
from watchword.extract.frames import NounPhrase
from watchword.extract.memory import Memory
from watchword.extract.syntax import words_of
from watchword.model.attribution import Link, LinkKind
from watchword.model.reading import Token
from watchword.model.span import Span
from watchword.text.cues import DOCUMENTS, IMAGERY
from watchword.text.gazetteer import (
    Organisation,
    OrganisationKind,
    country_by_code,
    country_named,
    main_service,
    organisation_named,
    plain_words,
)
from watchword.text.lexicon import lexicon
from watchword.text.names import find_names
from watchword.text.offices import is_office, normal_office

_PRONOUNS = lexicon("he she it they him her them")
_OWNERS = lexicon("his her its their our my")
_DEFINITE = lexicon("the this that its his her their")
_SERVICES = lexicon("spy intelligence security secret")
_MEDIA_WORDS = lexicon(
    "post times news agency herald newspaper daily journal tribune guardian radio television tv "
    "broadcaster media outlet press magazine gazette independent telegraph wire newswire "
    "courier standard sentinel bulletin reporter"
)
_BELONGS = lexicon("of from at with")
_QUOTES = frozenset({"``", "''", '"', "\u201c", "\u201d", "\u2018"})
_BODY_WORDS = lexicon(
    "network council committee association union agency service office ministry institute group "
    "centre center organization organisation commission bureau department authority front party "
    "movement federation forum fund bank board court academy society"
)


class Setting(NamedTuple):
    """Where the words of a source stand.

    Attributes:
        report: key of the report.
        text: its text.
        memory: who was named before.
    """

    report: str
    text: str
    memory: Memory


def link_of(phrase: NounPhrase, setting: Setting) -> Link:
    """Tell who a source is, and remember it for the rest of the report."""
    words = _clean(phrase)
    at = Span.within(setting.text, words[0].start, words[-1].end, report=setting.report)
    plain = Link(
        name=" ".join(_stripped(words_of(words, setting.text)).split()),
        words=at.quote,
        kind=LinkKind.ANONYMOUS,
        span=at,
    )
    for read in _READERS:
        link = read(words, plain, setting)
        if link is not None:
            setting.memory.note(link)
            return link
    link = replace(plain, kind=unnamed_kind(words), country=owner_code(plain.words))
    setting.memory.note(link)
    return link


def _clean(phrase: NounPhrase) -> NounPhrase:
    words = phrase
    while len(words) > 1 and words[-1].text in {",", "then", "-RRB-", *_QUOTES}:
        words = words[:-1]
    aside = next((i for i in range(1, len(words) - 1) if _opens_aside(words, i)), None)
    if aside is not None:
        words = words[:aside]
    while len(words) > 1 and words[0].text in {",", *_QUOTES}:
        words = words[1:]
    return words


def _opens_aside(words: NounPhrase, index: int) -> bool:
    """As in "officials, speaking on condition of anonymity," and "Lee, who heads it,"."""
    return words[index].text == "," and words[index + 1].tag in {"VBG", "WP", "WDT", "WP$"}


def _stripped(words: str) -> str:
    """Without article and without an acronym in brackets."""
    bracket = words.find(" (")
    if bracket > 0:
        words = words[:bracket]
    first, _, rest = words.partition(" ")
    return rest if first.lower() in {"the", "a", "an"} and rest else words


def _earlier(link: Link, plain: Link) -> Link:
    return replace(link, words=plain.words, span=plain.span, named_at=link.named_at or link.span)


def _pronoun(words: NounPhrase, plain: Link, setting: Setting) -> Link | None:
    if len(words) != 1 or words[0].text.lower() not in _PRONOUNS:
        return None
    link = setting.memory.of_pronoun(words[0].text)
    return _earlier(link, plain) if link else replace(plain, kind=LinkKind.ANONYMOUS)


def _appositive(words: NounPhrase, plain: Link, setting: Setting) -> Link | None:
    """As in "Kyrylo Budanov, head of ..." and "Ukraine's foreign minister, Andriy Sybiga"."""
    comma = next((i for i, token in enumerate(words) if token.text == ","), None)
    if comma is None or comma in {0, len(words) - 1}:
        return None
    parts = (words[:comma], tuple(t for t in words[comma + 1 :] if t.text != ","))
    if _is_placed_official(*parts):
        return replace(plain, kind=unnamed_kind(parts[0]), country=owner_code(plain.words))
    for part in parts:
        is_body = part and not _is_official(part)
        body = organisation_named(words_of(part, setting.text)) if is_body else None
        if body is not None:
            return replace(
                plain, name=body.name, kind=LinkKind.ORGANISATION, country=body.country or None
            )
    for name, role in (parts, parts[::-1]):
        if name and role and _is_name(name) and not _is_name(role):
            return _person(name, words_of(role, setting.text), plain, setting)
    return _titled(parts[0], plain, setting)


def _is_official(words: NounPhrase) -> bool:
    """As in "a spokesman for the ministry": somebody of a body, not the body."""
    cut = next((i for i, token in enumerate(words) if token.tag == "IN"), 0)
    return cut > 0 and is_office(words[cut - 1].text)


def _is_placed_official(words: NounPhrase, after: NounPhrase) -> bool:
    """As in "a mayor in Alexandria, Louisiana": one more word only tells where."""
    named = len(after) == 1 and {words[-1].tag, after[0].tag} == {"NNP"}
    return named and _is_official(words)


def _is_name(words: Sequence[Token]) -> bool:
    """Whether every word is a name and none an office or a body."""
    text = " ".join(token.text for token in words)
    return (
        all(token.text[:1].isupper() or token.tag == "NNP" for token in words)
        and words[-1].text.lower() not in _BODY_WORDS
        and len(words) <= 5
        and not is_office(text)
        and country_named(text) is None
        and organisation_named(text) is None
    )


def _titled(words: NounPhrase, plain: Link, setting: Setting) -> Link | None:
    """As in "White House adviser John Kirby": an office, then a name."""
    for cut in range(len(words) - 1, 0, -1):
        role, name = words[:cut], words[cut:]
        if not name[0].text[:1].isupper() or not _is_name(name):
            continue
        if name[0].tag not in {"NNP", "NNPS"} and len(name) > 1:
            continue
        role_words = words_of(role, setting.text)
        if is_office(role_words) and _ends_in_office(role):
            return _person(name, role_words, plain, setting)
    return None


def _member(words: NounPhrase, plain: Link, setting: Setting) -> Link | None:
    """As in "Rosa Quintero of NATO" and "Tim Ong from Save the Children": a name, then a body."""
    cut = next((i for i, token in enumerate(words) if token.tag == "IN"), 0)
    if cut < 2 or words[cut].lemma not in _BELONGS or not _is_name(words[:cut]):
        return None
    body = organisation_named(_stripped(words_of(words[cut + 1 :], setting.text)))
    return _person(words[:cut], "", plain, setting) if body is not None else None


def _ends_in_office(role: NounPhrase) -> bool:
    """As in "White House adviser" and "Secretary of State", not "spokesman for the Council"."""
    tail = " ".join(token.text for token in role[-3:])
    return is_office(role[-1].text) or (
        len(role) >= 3 and role[-2].text.lower() in {"of", "for"} and is_office(tail)
    )


def _person(name: NounPhrase, role: str, plain: Link, setting: Setting) -> Link:
    words = " ".join(words_of(name, setting.text).split())
    known = setting.memory.of_surname(words)
    return replace(
        plain,
        name=known.name if known and len(words.split()) < len(known.name.split()) else words,
        kind=LinkKind.PERSON,
        role=normal_office(role) if role else known.role if known else None,
        country=owner_code(role) or (known.country if known else None),
        named_at=known.named_at or known.span if known else None,
    )


def _body(words: NounPhrase, plain: Link, _setting: Setting) -> Link | None:
    """An organisation that the gazetteer knows, by name, acronym or pattern."""
    if words[0].text.lower() in _OWNERS:
        return None
    name = _stripped(plain.words)
    first, _, _rest = plain.words.partition(" ")
    if first in {"A", "a", "an", "An", "Some", "some"}:
        return None
    known = organisation_named(name) or _acronym(words)
    if known is None:
        return None
    kind = LinkKind.MEDIA if known.kind is OrganisationKind.MEDIA else LinkKind.ORGANISATION
    return replace(plain, name=known.name, kind=kind, country=known.country or None)


def _acronym(words: NounPhrase) -> Organisation | None:
    """As in "the broadcaster CCTV": what the description ends in."""
    last = words[-1].text
    described = len(words) > 1 and words[-2].text.islower() and words[-2].tag == "NN"
    return organisation_named(last) if described and last.isupper() and len(last) > 2 else None


def _state(words: NounPhrase, plain: Link, setting: Setting) -> Link | None:
    name = plain_words(plain.words)
    country = country_named(name, around=setting.text)
    if country is None or len(words) > 4:
        return None
    people = name in country.people and name.endswith("s") and name != country.name
    kind = LinkKind.COLLECTIVE if people else LinkKind.STATE
    return replace(plain, name=name, kind=kind, country=country.code)


def _owned_service(words: NounPhrase, plain: Link, setting: Setting) -> Link | None:
    """As in "his spy agency", after "President Zelensky"."""
    if words[0].text.lower() not in _OWNERS or len(words) < 2:
        return None
    code = _owner_of(words, setting)
    titled = _titled(words[1:], plain, setting)
    if titled is not None:
        return replace(titled, country=titled.country or code)
    rest = [token for token in words[1:] if token.lemma not in {"'", "'s", "\u2019", "information"}]
    name = words_of(rest, setting.text) if rest else plain.name
    if code is None:
        return replace(plain, name=name, kind=unnamed_kind(tuple(rest) or words))
    country = country_by_code()[code]
    body = organisation_named(f"{country.name}'s {name}")
    if rest and rest[0].lemma in _SERVICES and main_service(country.code) is None:
        name = f"{country.name}'s {name}"
    return replace(
        plain,
        name=body.name if body else name,
        kind=LinkKind.ORGANISATION,
        country=country.code,
    )


def _one_of(words: NounPhrase, plain: Link, setting: Setting) -> Link | None:
    """As in "one of its representatives", of the state named before it."""
    lower = [token.text.lower() for token in words[:3]]
    if len(words) < 4 or lower[:2] != ["one", "of"] or lower[2] not in _OWNERS:
        return None
    code = _owner_of(words[2:], setting)
    if code is None:
        return None
    country = country_by_code()[code]
    described = " ".join(token.text for token in words[3:-1])
    name = " ".join(part for part in (country.adjectives[0], described, words[-1].lemma) if part)
    return replace(plain, name=name, kind=LinkKind.ANONYMOUS, country=code)


def _owner_of(words: NounPhrase, setting: Setting) -> str | None:
    """Whose it is: "its" is the state its sentence opens with, "his" the speaker's."""
    start = words[0].start
    if words[0].text.lower() in {"its", "their"}:
        opening = max(setting.text.rfind(mark, 0, start) for mark in (". ", "\n"))
        states = [
            name.country
            for name in find_names(setting.text, max(0, opening), start)
            if name.kind is LinkKind.STATE
        ]
        return states[0] if states else None
    return next((link.country for link in reversed(setting.memory.links) if link.country), None)


def _short_name(words: NounPhrase, plain: Link, setting: Setting) -> Link | None:
    """A surname of somebody named before, or a name not seen yet."""
    name = plain_words(plain.words)
    if not all(token.tag in {"NNP", "NNPS", "NN"} for token in words):
        return None
    if not name[:1].isupper() or words[0].text.lower() in _DEFINITE:
        return None
    known = setting.memory.of_surname(name)
    if known is not None:
        return _earlier(known, plain)
    same = next((link for link in reversed(setting.memory.links) if link.name == name), None)
    if same is not None:
        return _earlier(same, plain)
    if words[-1].lemma in _MEDIA_WORDS or len(words) > 4:
        return None
    return replace(plain, name=name, kind=LinkKind.PERSON)


def _description(words: NounPhrase, plain: Link, setting: Setting) -> Link | None:
    """As in "the agency", "the official": somebody named before."""
    if words[0].text.lower() not in {"the", "this", "that"} or len(words) > 4:
        return None
    head = words[-1].lemma
    if words[-1].tag in {"NNP", "NNS", "NNPS"} and not is_office(head):
        return None
    link = setting.memory.of_description(head, office=plain.name if is_office(plain.name) else "")
    return _earlier(link, plain) if link else None


def _document(words: NounPhrase, plain: Link, setting: Setting) -> Link | None:
    head = words[-1].lemma
    if head not in DOCUMENTS and words[-1].text.lower() not in DOCUMENTS:
        return None
    if head == "intelligence" and owner_code(plain.words):
        return replace(plain, kind=LinkKind.ORGANISATION, country=owner_code(plain.words))
    owner = next((i for i, token in enumerate(words) if token.tag == "POS"), 0)
    if owner and words[0].text.lower() == "the" and words[owner - 1].tag == "NN":
        return link_of(words[:owner], setting)
    pictures = {word.lower() for word in plain.name.split()} & IMAGERY
    name = plain.name[:1].lower() + plain.name[1:] if words[0].tag != "NNP" else plain.name
    kind = LinkKind.IMAGERY if pictures else LinkKind.DOCUMENT
    return replace(plain, name=name, kind=kind, country=owner_code(plain.words))


def _described(words: NounPhrase, plain: Link, setting: Setting) -> Link | None:
    """As in "the broadcaster Yle" and "rights group OVD-Info": a kind of body, then its name."""
    names = (i for i in range(len(words)) if all(t.tag in {"NNP", "NNPS"} for t in words[i:]))
    cut = next(names, 0)
    if not cut or not words[cut - 1].text.islower():
        return None
    kind = words[cut - 1].lemma
    if kind not in _BODY_WORDS | _MEDIA_WORDS:
        return None
    name = " ".join(words_of(words[cut:], setting.text).split())
    known = LinkKind.MEDIA if kind in _MEDIA_WORDS - _BODY_WORDS else LinkKind.ORGANISATION
    owner = owner_code(words_of(words[:cut], setting.text))
    return replace(plain, name=name, kind=known, country=owner)


def _press(words: NounPhrase, plain: Link, _setting: Setting) -> Link | None:
    named = words[-1].tag in {"NNP", "NNPS"} and words[-1].lemma in _MEDIA_WORDS
    called = {token.lemma for token in words} & {"news", "media", "newspaper", "broadcaster"}
    if not named and not called:
        return None
    return replace(plain, kind=LinkKind.MEDIA, country=owner_code(plain.words))


_READERS: tuple[Callable[[NounPhrase, Link, Setting], Link | None], ...] = (
    _pronoun,
    _one_of,
    _appositive,
    _member,
    _owned_service,
    _body,
    _state,
    _description,
    _titled,
    _document,
    _described,
    _press,
    _short_name,
)
