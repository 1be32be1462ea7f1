"""Who holds an office on a day: "the South Korean president" in October 2024 and in July 2025.

Invariant: nobody is guessed. On a day on which two held the office, as when it was handed over,
both are named; so they are where the report does not tell whose president is meant.
"""

from collections.abc import Iterable
from datetime import date

from watchword.model.resolution import Resolution
from watchword.resolve.office_words import HEAD, LEADING, MILITARY_CHIEF, Asked, asked_office
from watchword.resolve.register import Holding, Register, holding_on
from watchword.resolve.seeding import CHECKED
from watchword.resolve.sought import Sought, nobody, undecided

HOLDS, IN_CONTEXT, ACTS, UNCHECKED, PERHAPS, LAST_BEFORE = 0.95, 0.75, 0.75, 0.7, 0.6, 0.5
"""Confidence in the one holder of an office that day; where only the countries of the report tell
whose office; where somebody acts in it; where nobody has looked whether an open tenure goes on;
where the day lies within what is not known to the day; and in the one former holder who is known.
In the cases of `tests/resolve/cases` all that is found with 0.75 and more is right."""


def asked_offices(sought: Sought) -> tuple[Asked, ...]:
    """The offices that a report gives somebody, those of a deputy or of no kind left out."""
    read = (asked_office(office, sought.country) for office in sought.offices)
    return tuple(asked for asked in read if asked is not None)


def owners_of(asked: Asked, register: Register) -> tuple[str, ...]:
    """Keys of the state or body that an office is one of, none where that is not told."""
    if asked.body is not None:
        named = register.bodies_named(asked.body)
        return tuple(
            key
            for key in named
            if (identity := register.identity(key)) and identity.country == asked.country
        )
    state = register.state(asked.country) if asked.country else None
    if state is None:
        return ()
    forces = _forces(asked.country or "", register) if asked.family == MILITARY_CHIEF else ()
    return (state.key, *forces)


def holdings(asked: Asked, owners: Iterable[str], day: date, register: Register) -> list[Holding]:
    """Who holds an office of some states or bodies on a day."""
    found: dict[str, Holding] = {}
    for of in owners:
        family = HEAD if asked.family == MILITARY_CHIEF and not _is_state(of, register) else None
        for holding in register.holders(family or asked.family, of, day):
            found.setdefault(register.canonical(holding.tenure.person), holding)
    certain = [each for each in found.values() if each.certain]
    return certain or list(found.values())


def identify_holder(asked: Asked, sought: Sought, register: Register) -> Resolution:
    """The one who holds the office that a mention tells, on the day of the report."""
    owners = owners_of(asked, register)
    context = not owners and not asked.country and not asked.body
    if context:
        owners = _owners_around(asked, sought, register)
    if not owners:
        return nobody(f"it is not told whose {asked.words}")
    if asked.former:
        return _former(asked, owners, sought, register)
    acting = f"acting {asked.words}"
    held = [] if asked.acting else holdings(asked, owners, sought.day, register)
    stands_in = [] if held else _acting(acting, owners, sought.day, register)
    found = held or stands_in
    if len(found) > 1:
        people = (holding.tenure.person for holding in found)
        when = f"{asked.words} on {sought.day} could be"
        return undecided(map(register.canonical, people), when, register)
    if not found:
        return nobody(f"nobody is known to be {asked.words} of {_names(owners, register)} then")
    return _answer(found[0], IN_CONTEXT if context else HOLDS, sought, register)


def is_in_charge(key: str, day: date, register: Register) -> bool:
    """Whether somebody leads a state, or heads a body that is no state's, on a day."""
    for tenure in register.offices_of(key):
        if holding_on(tenure, day) is None:
            continue
        owner = register.identity(tenure.of)
        if tenure.office in LEADING or (owner is not None and owner.country is None):
            return True
    return False


def is_in_service(key: str, day: date, register: Register) -> bool:
    """Whether somebody holds any known office on a day, or led a state before."""
    tenures = register.offices_of(key)
    return any(
        holding_on(tenure, day) is not None
        or (tenure.office in LEADING and (tenure.since is None or tenure.since <= day))
        for tenure in tenures
    )


def told_of(holding: Holding, day: date, register: Register) -> str:
    """An office as held on a day, in words."""
    tenure = holding.tenure
    return f"{tenure.office} of {register.name(tenure.of)} on {day}"


def _answer(holding: Holding, most: float, sought: Sought, register: Register) -> Resolution:
    sure, reason = most, told_of(holding, sought.day, register)
    if holding.tenure.office.startswith("acting"):
        sure = min(sure, ACTS)
    if not holding.certain:
        sure, reason = min(sure, PERHAPS), f"{reason}, as far as its first and last day are known"
    if not holding.checked:
        sure, reason = min(sure, UNCHECKED), f"{reason}, if nothing changed since {CHECKED}"
    if most == IN_CONTEXT:
        reason = f"{reason}, the one country of the report that has one"
    key = register.canonical(holding.tenure.person)
    return Resolution(identity=key, confidence=sure, reason=reason)


def _acting(office: str, owners: Iterable[str], day: date, register: Register) -> list[Holding]:
    return [holding for of in owners for holding in register.holders(office, of, day)]


def _former(
    asked: Asked, owners: tuple[str, ...], sought: Sought, register: Register
) -> Resolution:
    """The one known who held an office before and holds it no more, where there is only one."""
    now = {
        register.canonical(holding.tenure.person)
        for holding in holdings(asked, owners, sought.day, register)
    }
    past = {
        register.canonical(tenure.person): tenure
        for of in owners
        for tenure in register.ever_held(asked.family, of)
        if tenure.until is not None and tenure.until < sought.day
    }
    left = {key: tenure for key, tenure in past.items() if key not in now}
    whose = _names(owners, register)
    if len(left) == 1:
        ((key, tenure),) = left.items()
        reason = f"{tenure.office} of {whose} until {tenure.until}, no other former one is known"
        return Resolution(identity=key, confidence=LAST_BEFORE, reason=reason)
    if not left:
        return nobody(f"no former {asked.words} of {whose} is known")
    return undecided(left, f"a former {asked.words} of {whose} could be", register)


def _owners_around(asked: Asked, sought: Sought, register: Register) -> tuple[str, ...]:
    """The states of the report in which somebody holds such an office."""
    states = (register.state(code) for code in dict.fromkeys(sought.around))
    return tuple(
        state.key
        for state in states
        if state and register.holders(asked.family, state.key, sought.day)
    )


def _forces(code: str, register: Register) -> tuple[str, ...]:
    """The armed forces of a state."""
    state = register.state(code)
    return register.forces_of(state.key) if state else ()


def _is_state(key: str, register: Register) -> bool:
    state = register.identity(key)
    return state is not None and register.state(state.country or "") == state


def _names(owners: Iterable[str], register: Register) -> str:
    return " or ".join(register.name(key) for key in owners)
