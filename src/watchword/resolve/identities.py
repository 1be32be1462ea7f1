"""Who the actors of a report are, across all reports.

Invariant: nobody is guessed. Where two could be meant, or where what the report tells contradicts
what is known, nobody is named and those who could be meant are; an identity comes with its reason.
"""

from collections.abc import Sequence
from datetime import datetime

from watchword.model.actor import Actor
from watchword.model.attribution import Link, LinkKind
from watchword.model.resolution import Resolution
from watchword.model.ruling import RulingKind
from watchword.resolve.identify_bodies import identify_body, identify_state
from watchword.resolve.identify_people import identify_person
from watchword.resolve.office_holders import identify_holder
from watchword.resolve.office_words import LEADER, WORTH_KNOWING, asked_office
from watchword.resolve.register import Register
from watchword.resolve.sought import Sought, nobody, undecided

_BODIES = frozenset({LinkKind.ORGANISATION, LinkKind.MEDIA})


def resolve(
    actor: Actor, at: datetime, register: Register, *, around: Sequence[str] = ()
) -> Resolution:
    """Tell who an actor of a report is.

    Args:
        actor: as the report gives it.
        at: when the report was published, aware UTC; offices are held as of that day.
        register: who is known.
        around: alpha-2 codes of the countries that the report names, as `countries_around` finds
            them. They tell whose president "the president" is, where that is one country's only,
            and that "the Senate" is not the best known one.

    >>> from datetime import UTC
    >>> president = Actor(key="", report="", name="president", kind=LinkKind.PERSON, country="KR",
    ...                   offices=(), aliases=(), mentions=())
    >>> register = Register()
    >>> found = resolve(president, datetime(2025, 7, 1, tzinfo=UTC), register)
    >>> register.name(found.identity), found.reason
    ('Lee Jae-myung', 'president of South Korea on 2025-07-01')
    """
    sought = Sought(
        kind=actor.kind,
        name=actor.name,
        others=tuple(each for each in actor.aliases if each != actor.name),
        country=actor.country,
        offices=actor.offices,
        day=at.date(),
        around=tuple(around),
    )
    ruled = register.ruled_actor(actor.key)
    if ruled is not None:
        key = register.canonical(ruled.identity)
        return Resolution(identity=key, confidence=1.0, reason=f"ruled by {ruled.by}")
    found = _resolve(sought, register)
    refused = found.identity and register.is_refused(
        RulingKind.NO_ACTOR, found.identity, words=actor.key
    )
    if found.identity and refused:
        return undecided([found.identity], "a person ruled that it is another than", register)
    return found


def resolve_link(
    link: Link, at: datetime, register: Register, *, around: Sequence[str] = ()
) -> Resolution:
    """Tell who a source in a chain is; takes and gives what `resolve` does."""
    sought = Sought(
        kind=link.kind,
        name=link.name,
        others=(),
        country=link.country,
        offices=(link.role,) if link.role else (),
        day=at.date(),
        around=tuple(around),
    )
    return _resolve(sought, register)


def _by_office_alone(sought: Sought, register: Register) -> Resolution:
    """Somebody without a name whose office is one person's: "South Korea's defence minister"."""
    office = asked_office(sought.name, sought.country)
    if office is None or office.family not in {*WORTH_KNOWING, LEADER}:
        return nobody(f"{sought.kind}: nobody by name")
    return identify_holder(office, sought, register)


def _resolve(sought: Sought, register: Register) -> Resolution:
    if sought.kind is LinkKind.PERSON:
        return identify_person(sought, register)
    if sought.kind is LinkKind.ANONYMOUS:
        return _by_office_alone(sought, register)
    if sought.kind is LinkKind.STATE:
        return identify_state(sought, register)
    if sought.kind in _BODIES:
        return identify_body(sought, register)
    return nobody(f"{sought.kind}: nobody by name")
