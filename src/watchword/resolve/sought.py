"""Whom a report speaks of, as a question to the register, and the answers that name nobody."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from watchword.model.attribution import LinkKind
from watchword.model.identity import Alias
from watchword.model.resolution import Resolution
from watchword.resolve.register import Register

MOST_NAMED = 12
"""People named in a reason; the candidates are all there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sought:
    """Somebody to be found.

    Attributes:
        kind: person, organisation, media or state.
        name: the fullest name the report gives.
        others: other spellings that the report gives.
        country: alpha-2 code, None where not told.
        offices: as the report gives them, in normal form.
        day: the day of the report.
        around: alpha-2 codes of the countries that the report names.
    """

    kind: LinkKind
    name: str
    others: tuple[str, ...]
    country: str | None
    offices: tuple[str, ...]
    day: date
    around: tuple[str, ...]


def is_in_use(alias: Alias, day: date) -> bool:
    """Whether words are used for somebody on a day; days that are not known forbid nothing."""
    return (alias.since or date.min) <= day <= (alias.until or date.max)


def nobody(reason: str) -> Resolution:
    """Nobody is known who could be meant."""
    return Resolution(identity=None, confidence=0.0, reason=reason)


def undecided(keys: Iterable[str], reason: str, register: Register) -> Resolution:
    """It is not told who of some is meant; each is named, by name."""
    unique = sorted(dict.fromkeys(keys), key=lambda key: (register.name(key), key))
    named = ", ".join(_label(key, register) for key in unique[:MOST_NAMED])
    if len(unique) > MOST_NAMED:
        named = f"{named} and {len(unique) - MOST_NAMED} more"
    return Resolution(
        identity=None, confidence=0.0, reason=f"{reason}: {named}", candidates=tuple(unique)
    )


def _label(key: str, register: Register) -> str:
    """A name with its country: "Joint Chiefs of Staff (South Korea)"."""
    identity = register.identity(key)
    if identity is None or identity.country is None or identity.kind is LinkKind.STATE:
        return register.name(key)
    state = register.state(identity.country)
    return f"{identity.name} ({state.name if state else identity.country})"
