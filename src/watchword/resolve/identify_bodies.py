"""Which body or state a report speaks of.

Invariant: nobody is guessed. A name that several bodies share is one only where the report tells
the country.
"""

from collections.abc import Mapping
from dataclasses import replace

from watchword.model.attribution import LinkKind
from watchword.model.identity import Alias, Identity
from watchword.model.resolution import Resolution
from watchword.model.ruling import RulingKind
from watchword.resolve.identity_names import is_acronym, is_generic_body
from watchword.resolve.register import Register
from watchword.resolve.seeding import adjective_of
from watchword.resolve.sought import Sought, is_in_use, nobody, undecided
from watchword.text.gazetteer import NameUse, country_uses, organisation_named, split_owner

SURE, ONE_KNOWN, BY_CONTEXT, OUT_OF_TIME = 0.97, 0.9, 0.75, 0.5
"""Confidence where name and country agree, where one body alone is known by the name and the report
tells no country, where only the countries of the report decide, and where the body had ended or
not begun. In the cases of `tests/resolve/cases` all that is found with 0.75 and more is right."""

_SHARED_STATES = {"Georgia": "US", "Congo": "CG", "Guinea": "PG", "Micronesia": "KI"}
"""Names of states that somewhere else bears too, and in which country that is or lies."""


def identify_state(sought: Sought, register: Register) -> Resolution:
    """The state of a country's code.

    "Georgia" beside the United States, with no Georgian name in the report, could be either.
    """
    state = register.state(sought.country) if sought.country else None
    if state is None:
        return nobody(f"no state is known as {sought.name}")
    names = {sought.name, *sought.others}
    rival = _SHARED_STATES.get(next(iter(sorted(names & _SHARED_STATES.keys())), ""))
    if rival in sought.around and not _names_itself(names, state):
        return undecided([state.key], f"{state.name} may be elsewhere in this report", register)
    return Resolution(
        identity=register.canonical(state.key), confidence=SURE, reason=f"the state {state.name}"
    )


def identify_body(sought: Sought, register: Register) -> Resolution:
    """The body that bears a name, or that its state's adjective and sort tell."""
    for words in _own_names(sought):
        found = _allowed(_named(words, sought, register), words, sought, register)
        if found:
            return _decided(found, words, sought, register)
        told = _told_by_sort(words, sought, register)
        if told is not None:
            return told
    return nobody(f"no body is known as {sought.name}")


def _named(words: str, sought: Sought, register: Register) -> Mapping[str, Alias]:
    """Who bears a name; of a country told first its own: "Security Council" of Russia."""
    found = register.bodies_named(words)
    owner, rest = split_owner(words)
    code = owner.code if owner else sought.country
    state = register.state(code) if code else None
    if state is None or state.country is None or _of_country(found, state.country, register):
        return found
    for full in (f"{rest} of {state.name}", f"{adjective_of(state.country)} {rest}"):
        at_home = _of_country(register.bodies_named(full), state.country, register)
        if at_home:
            return at_home
    return found


def _own_names(sought: Sought) -> tuple[str, ...]:
    """The names of a body; an acronym beside a full name may be another's too, so it is none."""
    if is_acronym(sought.name):
        return (sought.name, *sought.others)
    return (sought.name, *(words for words in sought.others if not is_acronym(words)))


def _told_by_sort(words: str, sought: Sought, register: Register) -> Resolution | None:
    """As in "South Korea's spy agency", or "the spy agency" in a report on one country."""
    lands = dict.fromkeys(sought.around)
    context = sought.country or (next(iter(lands)) if len(lands) == 1 else None)
    body = organisation_named(words, context_country=context)
    if body is None:
        return None
    found = _of_country(register.bodies_named(body.name), body.country, register)
    if len(found) != 1:
        return None
    by_itself = sought.country or organisation_named(words) == body
    sure = SURE if by_itself else BY_CONTEXT
    answer = _answer(found, sure, words, sought, register)
    state = register.state(body.country)
    whose = f"{words} of {state.name}" if state else words
    return replace(answer, reason=f"{whose} is {body.name}")


def _names_itself(names: set[str], state: Identity) -> bool:
    """Whether one of some names is the state's alone: its capital, its people, its full name."""
    uses = (country_uses().get(words, ()) for words in names - _SHARED_STATES.keys())
    return any(
        land.code == state.country and use is not NameUse.CONTEXTUAL
        for told in uses
        for land, use in told
    )


def _allowed(
    found: Mapping[str, Alias], words: str, sought: Sought, register: Register
) -> dict[str, Alias]:
    return {
        key: alias
        for key, alias in found.items()
        if not register.is_refused(RulingKind.NO_ALIAS, key, words=words)
        and is_in_use(alias, sought.day)
    }


def _of_country(found: Mapping[str, Alias], code: str, register: Register) -> dict[str, Alias]:
    return {key: alias for key, alias in found.items() if _country(key, register) == (code or None)}


def _country(key: str, register: Register) -> str | None:
    identity = register.identity(key)
    return identity.country if identity else None


def _decided(
    found: Mapping[str, Alias], words: str, sought: Sought, register: Register
) -> Resolution:
    """The one body that fits the country, or nobody where several do."""
    if sought.country:
        home = _of_country(found, sought.country, register) or _of_country(found, "", register)
        if not home:
            return undecided(found, f"{words} is known of another country", register)
        if len(home) == 1:
            agrees = _country(next(iter(home)), register) == sought.country
            return _answer(home, SURE if agrees else ONE_KNOWN, words, sought, register)
        return undecided(home, f"{words} could be", register)
    if len(found) == 1:
        sure = SURE if _country(next(iter(found)), register) is None else ONE_KNOWN
        return _answer(found, sure, words, sought, register)
    near = {key: alias for key, alias in found.items() if _country(key, register) in sought.around}
    if len(near) == 1:
        return _answer(near, BY_CONTEXT, words, sought, register)
    return undecided(found, f"{words} could be", register)


def _is_elsewhere(identity: Identity, sought: Sought) -> bool:
    """Whether a name that any state may have is used in a report on other states only.

    The reader puts "the Senate" down to the best known one; a report that names Haiti and not the
    United States means another.
    """
    names = (sought.name, *sought.others)
    is_body = identity.kind is LinkKind.ORGANISATION
    if not (is_body and sought.around and identity.country) or identity.country in sought.around:
        return False
    return all(is_generic_body(words) and split_owner(words)[0] is None for words in names)


def _answer(
    found: Mapping[str, Alias],
    confidence: float,
    words: str,
    sought: Sought,
    register: Register,
) -> Resolution:
    ((key, alias),) = found.items()
    identity = register.identity(key)
    if identity is None:
        return nobody(f"{words} was merged into somebody who is not known")
    if _is_elsewhere(identity, sought):
        return undecided([key], f"a report on other countries may not mean by {words}", register)
    told = f"{words}: {alias.reason}"
    if identity.kind is LinkKind.STATE:
        told = f"{words}: a name of the state {identity.name}"
    sure = min(confidence, alias.confidence)
    if identity.until is not None and identity.until < sought.day:
        sure, told = OUT_OF_TIME, f"{told}, though it ended on {identity.until}"
    elif identity.since is not None and identity.since > sought.day:
        sure, told = OUT_OF_TIME, f"{told}, though it began on {identity.since}"
    return Resolution(identity=key, confidence=sure, reason=told)
