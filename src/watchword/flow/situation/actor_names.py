"""The names of actors in a record: who bears one, and every spelling that reports give somebody."""

from watchword.model.attribution import LinkKind
from watchword.model.identity import Identity
from watchword.resolve.register import Register
from watchword.store import View
from watchword.store.naming import spellings_with

SAME_LETTERS = 4
"""Letters that the spellings of one surname begin with: "Zelensky", "Zelenskyy"."""


def known_as(register: Register, name: str, country: str | None = None) -> Identity | None:
    """The one who is known by a name, of the country told; None where nobody is, or several are."""
    bearers = bearers_of(register, name)
    found = [each for each in bearers if each.country == country] if len(bearers) > 1 else bearers
    return found[0] if len(found) == 1 else None


def names_borne(register: Register, key: str) -> tuple[str, ...]:
    """Every name that an identity bears."""
    aliases = (each.words for each in register.aliases_of(key))
    return tuple(dict.fromkeys((register.name(key), *aliases)))


def names_told(view: View, register: Register, identity: Identity) -> tuple[str, ...]:
    """Every name that an identity bears, and of a person every spelling that reports give."""
    borne = names_borne(register, identity.key)
    if identity.kind is not LinkKind.PERSON:
        return borne
    parts = {name.split()[-1].casefold()[:SAME_LETTERS] for name in borne if name.split()}
    told = {each for part in sorted(parts) for each in spellings_with(view, part)}
    spelt = (each for each in sorted(told) if identity.key in register.people_named(each))
    return tuple(dict.fromkeys((*borne, *spelt)))


def bearers_of(register: Register, name: str) -> list[Identity]:
    """Everybody who bears a name."""
    keys = dict.fromkeys((*register.people_named(name), *register.bodies_named(name)))
    found = {each.key: each for key in keys if (each := register.identity(key)) is not None}
    return list(found.values())
