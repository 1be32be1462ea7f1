"""Whether what a report tells of somebody's country and office fits a person who is known.

A colonel Ivanov is not the minister of that name; a former minister is whoever was one.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from watchword.model.identity import Identity
from watchword.model.tenure import Tenure
from watchword.resolve.office_holders import asked_offices, holdings, owners_of, told_of
from watchword.resolve.office_words import (
    GENERIC,
    HEAD,
    HEADS,
    LEADER,
    STATE_OFFICES,
    Asked,
    office_family,
)
from watchword.resolve.register import Holding, Register, holding_on
from watchword.resolve.seeding import state_key
from watchword.resolve.sought import Sought
from watchword.text.lexicon import lexicon


class Standing(StrEnum):
    """How far a report bears out that somebody is the person who is known."""

    HOLDS = "holds"
    """It gives an office that the person holds that day."""
    MISPLACED = "misplaced"
    """It gives an office of state that the person holds that day, and another state: the reader may
    have put "US President Joe Biden" down to the president before."""
    HELD = "held"
    """It gives an office that the person held before or holds later."""
    AGREES = "agrees"
    """It gives the person's country."""
    NEAR = "near"
    """It tells nothing of the person that could be compared, and names the person's country."""
    SILENT = "silent"
    """It tells nothing that could be compared."""
    DOUBTED = "doubted"
    """It gives an office that somebody else is known to hold that day."""
    CONTRADICTED = "contradicted"
    """It gives a country or a trade that is not the person's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A standing and the words for it.

    Attributes:
        standing: how far it is borne out.
        reason: why, in words; empty where silent.
    """

    standing: Standing
    reason: str = ""

    @property
    def fits(self) -> bool:
        """Whether nothing speaks against it."""
        return self.standing is not Standing.CONTRADICTED


def standing_of(key: str, sought: Sought, register: Register) -> Told:
    """Compare what a report tells of somebody with a person who is known."""
    identity = register.identity(key)
    if identity is None:
        return Told(standing=Standing.SILENT)
    if identity.note and identity.note in sought.offices:
        return Told(standing=Standing.HELD, reason=f"a {identity.note} of that name")
    told = [_office(identity, each, sought, register) for each in asked_offices(sought)]
    found = [each for each in told if each is not None]
    held = next((each for each in found if each.standing is not Standing.DOUBTED), None)
    return (
        held
        or _misplaced(identity, sought, register)
        or _contradiction(identity, sought, register)
        or _next(found)
        or _land_told(identity, sought, register)
    )


def _misplaced(identity: Identity, sought: Sought, register: Register) -> Told | None:
    """An office of state that the person holds, of another state than the report seems to say."""
    families = {asked.family for asked in asked_offices(sought) if not asked.former} & STATE_OFFICES
    for tenure in register.offices_of(identity.key):
        holding = holding_on(tenure, sought.day)
        if holding is not None and tenure.office in families:
            reason = told_of(holding, sought.day, register)
            return Told(standing=Standing.MISPLACED, reason=f"{reason}, whatever state is told")
    return None


def _next(found: Sequence[Told]) -> Told | None:
    return found[0] if found else None


def _contradiction(identity: Identity, sought: Sought, register: Register) -> Told | None:
    """A country or a trade that is not the person's."""
    lands = _lands(identity, register)
    trade = _other_trade(identity, sought, register)
    reason = f"the report's is a {trade}" if trade else ""
    if sought.country and lands and sought.country not in lands:
        reason = f"{identity.name} belongs to {_land(identity, register)}"
    return Told(standing=Standing.CONTRADICTED, reason=reason) if reason else None


def _land_told(identity: Identity, sought: Sought, register: Register) -> Told:
    """What the country alone says, of the person or of the whole report."""
    lands = _lands(identity, register)
    if sought.country and sought.country in lands:
        return Told(standing=Standing.AGREES, reason=f"of {_land(identity, register)}")
    near = next((code for code in sought.around if code in lands), None)
    if near is not None:
        reason = f"in a report that names {register.name(state_key(near))}"
        return Told(standing=Standing.NEAR, reason=reason)
    return Told(standing=Standing.SILENT)


_HEADS_OF_ANY = lexicon("head chief director")
_TRADES = lexicon(
    """footballer singer actor actress athlete swimmer cyclist boxer sprinter goalkeeper striker
    midfielder coach player golfer musician rapper novelist poet painter farmer driver teacher
    student nurse surgeon pilot baker fisherman shopkeeper journalist reporter photographer blogger
    professor academic lawyer witness resident
    colonel major captain lieutenant sergeant corporal private soldier sailor conscript
    constable inspector policeman officer"""
)
"""What somebody who holds or held a high office of state is not called: trades and low ranks."""


def _office(identity: Identity, asked: Asked, sought: Sought, register: Register) -> Told | None:
    """What one office that the report gives says of the person, None where nothing."""
    owners = owners_of(asked, register)
    own = [
        tenure
        for tenure in register.offices_of(identity.key)
        if _is_one(tenure, asked, owners, register)
    ]
    now = [holding for tenure in own if (holding := holding_on(tenure, sought.day))]
    if now and not asked.former:
        return Told(standing=Standing.HOLDS, reason=told_of(now[0], sought.day, register))
    if own:
        return Told(standing=Standing.HELD, reason=_held_then(own[0], register))
    if asked.former or asked.acting or asked.family not in STATE_OFFICES or not owners:
        return None
    others = holdings(asked, owners, sought.day, register)
    return _doubted(others[0], sought, register) if others else None


def _is_one(tenure: Tenure, asked: Asked, owners: tuple[str, ...], register: Register) -> bool:
    """Whether an office held is the one asked for; whose it is may be left untold."""
    owner = register.identity(tenure.of)
    country = owner.country if owner else None
    at_home = asked.country == country
    if at_home and asked.family == LEADER and tenure.office in HEADS:
        return True
    if at_home and asked.body is None and _heads_some_body(tenure.office, asked):
        return True
    if owners and register.canonical(tenure.of) not in {register.canonical(of) for of in owners}:
        return False
    return _is_worded(tenure, asked, country, register) or (asked.family == HEAD and bool(owners))


def _is_worded(tenure: Tenure, asked: Asked, country: str | None, register: Register) -> bool:
    """Whether an office held goes by the words asked for, or by others of its family."""
    office = tenure.office
    if asked.family in GENERIC:
        return asked.family in office.split()
    if asked.family == LEADER:
        return office == register.leading_office(tenure.of)
    plain = office_family(office.removeprefix("acting "), country)
    return asked.words == office or asked.family in {office_family(office, country), plain}


def _heads_some_body(office: str, asked: Asked) -> bool:
    """As of the CIA's director, whom a report calls "the American director" or "chief"."""
    return office in HEADS and (asked.words.endswith(office) or asked.family in _HEADS_OF_ANY)


def _doubted(holding: Holding, sought: Sought, register: Register) -> Told:
    holder = register.name(holding.tenure.person)
    reason = f"though {holder} is known as {told_of(holding, sought.day, register)}"
    return Told(standing=Standing.DOUBTED, reason=reason)


def _held_then(tenure: Tenure, register: Register) -> str:
    return f"{tenure.office} of {register.name(tenure.of)} at another time"


def _lands(identity: Identity, register: Register) -> set[str]:
    """The countries that a person is or was in the service of."""
    owners = (register.identity(tenure.of) for tenure in register.offices_of(identity.key))
    served = {owner.country for owner in owners if owner and owner.country}
    return served | ({identity.country} if identity.country else set())


def _land(identity: Identity, register: Register) -> str:
    state = register.state(identity.country or "")
    return state.name if state else "no country"


def _other_trade(identity: Identity, sought: Sought, register: Register) -> str:
    """A trade or low rank that the report gives to somebody who held a high office by that day."""
    high = any(
        office_family(tenure.office) in STATE_OFFICES
        and (tenure.since is None or tenure.since <= sought.day)
        for tenure in register.offices_of(identity.key)
    )
    if not high:
        return ""
    trades = (office.split(" of ")[0].rpartition(" ")[2] for office in sought.offices)
    return next((trade for trade in trades if trade in _TRADES), "")
