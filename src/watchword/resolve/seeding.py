"""What Watchword knows of the world's actors before it reads anything: the seed.

The facts are tab-separated files in `seed/` (`seed/README.md` tells where they come from and how to
add to them); states and bodies that the gazetteer knows are taken from there and not repeated. They
are read on first use and kept; the lookups are pure.
"""

import calendar
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files

from watchword.model.attribution import LinkKind
from watchword.model.identity import Alias, Identity, identity_key
from watchword.model.tenure import Tenure
from watchword.text.gazetteer import (
    Country,
    Organisation,
    OrganisationKind,
    countries,
    organisations,
)

CHECKED = date(2025, 11, 30)
"""The day up to which the seed's facts were known. A tenure without an end that is asked for later
than this is told with less confidence, for nobody has looked whether it goes on."""
MADE_BY = f"watchword seed {CHECKED}"

STATE_BODIES = {
    "armed forces": ("Armed Forces", "military", "forces", "troops", "armed forces"),
    "army": (),
    "navy": (),
    "air force": (),
    "defence ministry": ("Defence Ministry", "Ministry of Defence"),
    "foreign ministry": ("Foreign Ministry", "Ministry of Foreign Affairs"),
    "interior ministry": ("Interior Ministry", "Ministry of Internal Affairs"),
    "finance ministry": ("Finance Ministry", "Ministry of Finance"),
    "justice ministry": ("Justice Ministry", "Ministry of Justice"),
    "government": ("government", "authorities", "cabinet", "administration"),
    "parliament": ("parliament", "legislature"),
    "presidential office": ("presidential office", "presidential palace", "president's office"),
    "police": ("police",),
    "central bank": ("central bank",),
}
"""Bodies that every state has one of: what a body `stands_for`, and the words for it after the
state's adjective. Bodies without words are there only where the seed names them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seed:
    """The facts of the seed.

    Attributes:
        identities: states, bodies and people, each once.
        aliases: every name of each, its own included.
        tenures: who held which office.
        leaders: for the key of a state the office that "its leader" means.
    """

    identities: tuple[Identity, ...]
    aliases: tuple[Alias, ...]
    tenures: tuple[Tenure, ...]
    leaders: tuple[tuple[str, str], ...]


@cache
def seed() -> Seed:
    """The seed, read once."""
    named: dict[str, Identity] = {}
    aliases: list[Alias] = []
    for identity, names in (*_each_state(), *_each_body(), *_each_state_body(), *_each_person()):
        if identity.key not in named:
            named[identity.key] = identity
        aliases.extend(_aliases(identity, names))
    unique = {(alias.identity, alias.words): alias for alias in reversed(aliases)}
    return Seed(
        identities=tuple(named.values()),
        aliases=tuple(reversed(unique.values())),
        tenures=tuple(_each_tenure()),
        leaders=tuple(
            (state_key(code), leader) for code, _, _, leader, _ in rows("states") if leader
        ),
    )


@cache
def state_key(code: str) -> str:
    """The key of a state by its alpha-2 code."""
    return identity_key(LinkKind.STATE, code, code)


def adjective_of(code: str) -> str:
    """The adjective of a country, its name where it has none."""
    land = _country_names()[code]
    return (land.adjectives or (land.name,))[0]


def rows(name: str) -> Iterator[tuple[str, ...]]:
    """Each row of a file of the seed after its header, as its fields."""
    text = files("watchword.resolve").joinpath("seed", f"{name}.tsv").read_text(encoding="utf-8")
    return (tuple(line.split("\t")) for line in text.splitlines()[1:])


def edges_of(since: str, until: str) -> tuple[date | None, date | None, int]:
    """First and last day of what is told to the day, the month or the year, and their slack.

    >>> edges_of("2024-05", "2024-12-06")
    (datetime.date(2024, 5, 1), datetime.date(2024, 12, 6), 31)
    """
    slack = max(_SLACK[len(told)] for told in (since, until))
    return _first_day(since), _last_day(until), slack


_Named = tuple[Identity, tuple[str, ...]]
_SLACK = {0: 0, 10: 0, 7: 31, 4: 366}
_OWN_NAME, _OTHER_NAME, _LOOSE_NAME = 1.0, 0.95, 0.85
"""Confidence in an identity's own name, in another name, and in the state's adjective with a word
like "troops", which may be somebody else's men."""
_LOOSE = frozenset({"troops", "forces", "authorities", "administration", "cabinet"})
_KINDS = {OrganisationKind.MEDIA: LinkKind.MEDIA}
_OF_STATES = frozenset(
    {
        OrganisationKind.INTELLIGENCE,
        OrganisationKind.MILITARY,
        OrganisationKind.GOVERNMENT,
        OrganisationKind.LEGISLATURE,
    }
)


def _first_day(told: str) -> date | None:
    return date.fromisoformat(told + "-01-01"[len(told) - 4 :][: 10 - len(told)]) if told else None


def _last_day(told: str) -> date | None:
    if not told or len(told) == 10:
        return date.fromisoformat(told) if told else None
    year, month = int(told[:4]), int(told[5:] or 12)
    return date(year, month, calendar.monthrange(year, month)[1])


def _split(field: str) -> tuple[str, ...]:
    return tuple(field.split("|")) if field else ()


def _aliases(identity: Identity, names: tuple[str, ...]) -> Iterator[Alias]:
    loose = identity.kind is LinkKind.ORGANISATION
    for words in names:
        is_loose = loose and words.rpartition(" ")[2] in _LOOSE
        own = words == identity.name
        confidence = _OWN_NAME if own else (_LOOSE_NAME if is_loose else _OTHER_NAME)
        yield Alias(
            identity=identity.key,
            words=words,
            confidence=confidence,
            reason="its name" if own else "another name in the seed",
            made_by=MADE_BY,
        )


def _each_state() -> Iterator[_Named]:
    told = {code: fields for code, *fields in rows("states")}
    for country in countries():
        _, part_of, _, qid = told[country.code]
        names = (country.name, *country.aliases)
        yield (
            Identity(
                key=state_key(country.code),
                name=country.name,
                kind=LinkKind.STATE,
                country=country.code,
                parent=state_key(part_of) if part_of else None,
                qid=qid or None,
                made_by=MADE_BY,
            ),
            names,
        )


@cache
def _told_bodies() -> dict[tuple[str, str], tuple[str, ...]]:
    return {(name, country): tuple(rest) for name, country, *rest in rows("bodies")}


@cache
def _country_names() -> dict[str, Country]:
    return {country.code: country for country in countries()}


def _each_body() -> Iterator[_Named]:
    known = {(body.name, body.country): body for body in organisations()}
    for name, country in dict.fromkeys((*_told_bodies(), *known)):
        yield _body(name, country, known.get((name, country)))


def _body(name: str, country: str, known: Organisation | None) -> _Named:
    blank = ("", "", "", "", "", "", "", "")
    told = _told_bodies().get((name, country), blank)
    kind, parent, stands_for, acronyms, aliases, since, until, qid = told
    sort = known.kind if known else OrganisationKind(kind)
    first, last, _ = edges_of(since, until)
    state = state_key(country) if country and sort in _OF_STATES else None
    identity = Identity(
        key=_body_key(name, country),
        name=name,
        kind=_KINDS.get(sort, LinkKind.ORGANISATION),
        country=country or None,
        parent=_parent_key(parent, country) if parent else state,
        since=first,
        until=last,
        qid=qid or None,
        made_by=MADE_BY,
    )
    names = (name, *_split(acronyms), *_split(aliases))
    others = (*known.acronyms, *known.aliases) if known else ()
    return identity, (*names, *others, *_state_names(stands_for, country))


def _state_names(stands_for: str, country: str) -> tuple[str, ...]:
    """What a body is called as the one of its state: "South Korean military"."""
    if not stands_for:
        return ()
    land = _country_names()[country]
    words = STATE_BODIES[stands_for] or (stands_for,)
    adjectives = land.adjectives or (land.name,)
    return (
        *(f"{adjective} {word}" for adjective in adjectives for word in words),
        *(f"{word} of {land.name}" for word in words if word.startswith("Ministry")),
    )


def _body_key(name: str, country: str) -> str:
    media = any(
        body.name == name and body.country == country and body.kind is OrganisationKind.MEDIA
        for body in _named_organisations().get(name, ())
    )
    kind = LinkKind.MEDIA if media else LinkKind.ORGANISATION
    return identity_key(kind, name, country or None)


@cache
def _named_organisations() -> dict[str, tuple[Organisation, ...]]:
    found: dict[str, tuple[Organisation, ...]] = {}
    for body in organisations():
        found[body.name] = (*found.get(body.name, ()), body)
    return found


def _parent_key(parent: str, country: str) -> str:
    if parent == country:
        return state_key(country)
    of_none = (parent, "") in _told_bodies() or any(
        not body.country for body in _named_organisations().get(parent, ())
    )
    at_home = (parent, country) in _told_bodies() or any(
        body.country == country for body in _named_organisations().get(parent, ())
    )
    return _body_key(parent, "" if of_none and not at_home else country)


def _each_state_body() -> Iterator[_Named]:
    """The bodies that every state has, but those that the seed has under names of their own."""
    told = {(fields[2], country) for (_, country), fields in _told_bodies().items() if fields[2]}
    for country in countries():
        for stands_for, words in STATE_BODIES.items():
            if words and (stands_for, country.code) not in told:
                name = f"{adjective_of(country.code)} {words[0]}"
                yield (
                    Identity(
                        key=_body_key(name, country.code),
                        name=name,
                        kind=LinkKind.ORGANISATION,
                        country=country.code,
                        parent=state_key(country.code),
                        made_by=MADE_BY,
                    ),
                    _state_names(stands_for, country.code),
                )


def _each_person() -> Iterator[_Named]:
    for name, country, aliases, qid in rows("people"):
        yield (
            Identity(
                key=identity_key(LinkKind.PERSON, name, country or None),
                name=name,
                kind=LinkKind.PERSON,
                country=country or None,
                qid=qid or None,
                made_by=MADE_BY,
            ),
            (name, *_split(aliases)),
        )


def _each_tenure() -> Iterator[Tenure]:
    lands = {name: country for name, country, *_ in rows("people")}
    for country, body, office, person, since, until in rows("tenures"):
        first, last, slack = edges_of(since, until)
        yield Tenure(
            person=identity_key(LinkKind.PERSON, person, lands[person] or None),
            office=office,
            of=_parent_key(body, country) if body else state_key(country),
            since=first,
            until=last,
            slack=slack,
            source="seed",
            made_by=MADE_BY,
        )
