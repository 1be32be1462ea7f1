"""Which person a report speaks of, by name and office on the day of the report.

Invariant: nobody is guessed. A full name is somebody only where nothing that the report tells
contradicts it; a surname only where country or office leave one bearer, or where one alone of all
who are known bears it and leads a state or body that day; an office only where one person holds it.
"""

from collections.abc import Mapping
from dataclasses import replace

from watchword.model.identity import Alias
from watchword.model.resolution import Resolution
from watchword.model.ruling import RulingKind
from watchword.resolve.identity_names import (
    body_key,
    disagree_in_the_middle,
    is_common_surname,
)
from watchword.resolve.office_checks import Standing, Told, standing_of
from watchword.resolve.office_holders import (
    asked_offices,
    identify_holder,
    is_in_charge,
    is_in_service,
)
from watchword.resolve.office_words import LEADING, asked_office
from watchword.resolve.register import Register
from watchword.resolve.sought import Sought, is_in_use, nobody, undecided
from watchword.text.mentions import surname_of
from watchword.text.offices import is_office, normal_office

IN_OFFICE, AGREES, NEAR, MISPLACED, BY_NAME, DOUBTED = 0.98, 0.95, 0.85, 0.8, 0.7, 0.6
"""Confidence in a full name: with the office held that day; with the country or an office held
before; in a report that names the country; with the office held that day though the reader put it
down to another state; with nothing else told; and where the report gives an office that somebody
else is known to hold. In the cases of `tests/resolve/cases` all that is found with 0.75 and more is
right."""
LONGEST_TITLE = 4
"""Words in the longest title before a name that is looked for."""
WORLD_KNOWN = LEADING | {"vice president"}
"""Offices whose holders the register knows nearly all."""
SHORT_IN_OFFICE, SHORT_AT_HOME, SHORT_ALONE = 0.93, 0.8, 0.75
"""Confidence in a surname alone: with the office held that day, with the country or an office that
the world knows, and where of all who are known one bears it and is in charge of something."""


def identify_person(sought: Sought, register: Register) -> Resolution:
    """The person whom a name, a surname or an office stands for."""
    office = asked_office(sought.name, sought.country)
    if office is not None and not register.people_named(sought.name):
        return identify_holder(office, sought, register)
    for words in (sought.name, *(each for each in sought.others if " " in each)):
        named = _bearing(words, sought, register)
        if named:
            return _by_full_name(named, words, sought, register)
    untitled = _untitled(sought)
    if untitled != sought:
        return identify_person(untitled, register)
    if " " not in sought.name or not _has_given_name(sought.name):
        return _by_surname(sought, register)
    return nobody(f"no person is known as {sought.name}")


def _untitled(sought: Sought) -> Sought:
    """With the ranks and titles that open a name among the offices: "Major General Pat Ryder"."""
    pieces = sought.name.split()
    for count in range(min(LONGEST_TITLE, len(pieces) - 1), 0, -1):
        title = " ".join(pieces[:count])
        rest = " ".join(pieces[count:])
        if is_office(title) and rest[0].isupper() and not is_office(rest):
            offices = (*sought.offices, normal_office(title))
            return replace(sought, name=rest, offices=offices)
    return sought


def _has_given_name(name: str) -> bool:
    """Whether more than particles stand before a surname: not in "von der Leyen"."""
    return any(part[0].isupper() for part in name.split()[:-1])


def _bearing(words: str, sought: Sought, register: Register) -> dict[str, Alias]:
    """Who bears a full name or a name that is one person's alone, and was not ruled out."""
    return {
        key: alias
        for key, alias in register.people_named(words).items()
        if not register.is_refused(RulingKind.NO_ALIAS, key, words=words)
        and not disagree_in_the_middle(words, alias.words)
        and is_in_use(alias, sought.day)
        and _lives(key, sought, register)
    }


def _lives(key: str, sought: Sought, register: Register) -> bool:
    identity = register.identity(key)
    return identity is not None and (identity.since is None or identity.since <= sought.day)


def _by_full_name(
    named: Mapping[str, Alias], words: str, sought: Sought, register: Register
) -> Resolution:
    told = {key: standing_of(key, sought, register) for key in named}
    fitting = {key: each for key, each in told.items() if each.fits}
    if not fitting:
        reasons = "; ".join(sorted({each.reason for each in told.values()}))
        another = undecided(told, f"{words} is the name of another, for {reasons}", register)
        return replace(another, is_another=True)
    if len(fitting) > 1:
        fitting = _best(fitting)
    if len(fitting) > 1:
        return undecided(fitting, f"{words} could be", register)
    ((key, standing),) = fitting.items()
    alias = named[key]
    is_known = standing.standing is not Standing.SILENT or _is_world_known(key, alias, register)
    if not is_known and body_key(words) != body_key(alias.words):
        return undecided([key], f"{words} could be a spelling of", register)
    sure = {
        Standing.HOLDS: IN_OFFICE,
        Standing.MISPLACED: MISPLACED,
        Standing.HELD: AGREES,
        Standing.AGREES: AGREES,
        Standing.NEAR: NEAR,
        Standing.SILENT: NEAR if _is_world_known(key, alias, register) else BY_NAME,
        Standing.DOUBTED: DOUBTED,
    }[standing.standing]
    sure = min(sure, alias.confidence) if alias.confidence < NEAR else sure
    spelt = "bears the name" if alias.words == words else f"{words} is a spelling of {alias.words}"
    reason = f"{spelt}, {standing.reason}" if standing.reason else spelt
    return Resolution(identity=key, confidence=sure, reason=reason)


def _is_world_known(key: str, alias: Alias, register: Register) -> bool:
    """Whether somebody of no common surname has led a state: a report need not say which."""
    has_led = any(tenure.office in LEADING for tenure in register.offices_of(key))
    return has_led and not is_common_surname(surname_of(alias.words))


def _best(fitting: Mapping[str, Told]) -> dict[str, Told]:
    """Those of whom most is borne out, all of them where that is no more than the name."""
    for wanted in (Standing.HOLDS, Standing.HELD, Standing.AGREES):
        found = {key: each for key, each in fitting.items() if each.standing is wanted}
        if found:
            return found
    return dict(fitting)


def _by_surname(sought: Sought, register: Register) -> Resolution:
    bearers = [
        key
        for key in register.people_called(sought.name)
        if not register.is_refused(RulingKind.NO_ALIAS, key, words=sought.name)
        and _lives(key, sought, register)
    ]
    told = {key: standing_of(key, sought, register) for key in bearers}
    fitting = {key: each for key, each in told.items() if each.fits}
    holding = {key: each for key, each in fitting.items() if each.standing is Standing.HOLDS}
    if len(holding) == 1:
        ((key, standing),) = holding.items()
        if _is_told_whose(key, sought, register):
            return _short_for(key, SHORT_IN_OFFICE, standing.reason, sought, register)
        if any(asked.family in WORLD_KNOWN for asked in asked_offices(sought)):
            return _short_for(key, SHORT_AT_HOME, standing.reason, sought, register)
    if not fitting:
        return nobody(f"no person is known whom {sought.name} could be short for")
    if is_common_surname(sought.name):
        return undecided(fitting, f"{sought.name} could be short for", register)
    if len(fitting) == 1:
        ((key, standing),) = fitting.items()
        if standing.standing is Standing.HELD:
            return _short_for(key, SHORT_AT_HOME, standing.reason, sought, register)
    return _of_few(fitting, sought, register)


def _is_told_whose(key: str, sought: Sought, register: Register) -> bool:
    """Whether a report leaves no doubt whose office a bearer of a common surname holds."""
    if not is_common_surname(sought.name) or sought.country:
        return True
    identity = register.identity(key)
    lands = {identity.country} if identity else set()
    owned = any(asked.country or asked.body for asked in asked_offices(sought))
    return owned or not lands.isdisjoint(sought.around)


def _of_few(fitting: Mapping[str, Told], sought: Sought, register: Register) -> Resolution:
    """The one bearer of a rare surname whose country is told, or who is in charge that day."""
    whose = f"{sought.name} could be short for"
    near = [key for key, each in fitting.items() if each.standing in _NEAR]
    bearers = near or list(fitting)
    is_given = register.name(bearers[0]).split()[0] == sought.name
    if len(bearers) > 1 or asked_offices(sought) or is_given:
        return undecided(bearers, whose, register)
    key = bearers[0]
    in_charge = is_in_charge(key, sought.day, register)
    if near and (in_charge or is_in_service(key, sought.day, register)):
        at_home = fitting[key].standing is Standing.AGREES
        sure = SHORT_AT_HOME if at_home else SHORT_ALONE
        return _short_for(key, sure, fitting[key].reason, sought, register)
    if len(fitting) == 1 and in_charge:
        reason = "in charge that day, and no other bearer of the surname is known"
        return _short_for(key, SHORT_ALONE, reason, sought, register)
    return undecided(fitting, whose, register)


_NEAR = frozenset({Standing.HELD, Standing.AGREES, Standing.NEAR})


def _short_for(
    key: str, confidence: float, reason: str, sought: Sought, register: Register
) -> Resolution:
    return Resolution(
        identity=key,
        confidence=confidence,
        reason=f"{sought.name} is short for {register.name(key)}, {reason}",
    )
