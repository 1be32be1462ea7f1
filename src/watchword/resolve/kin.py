"""Names that may be one: other romanisations, a name with a part left out, an acronym.

Kin are found by keys: the consonants of a person's name, the first word of a name with each of the
others, the initials of a body. What a key finds is compared and told with the reasons.
"""

from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher

from watchword.model.attribution import LinkKind
from watchword.model.identity import Identity
from watchword.model.proposal import Proposal, ProposalKind
from watchword.resolve.identity_names import (
    body_key,
    initials_of,
    is_acronym,
    is_common_surname,
    skeleton,
)
from watchword.resolve.people import GENERATIONS, folded
from watchword.resolve.register import Register
from watchword.text.mentions import has_family_name_first, surname_of

MADE_BY = "watchword.resolve 1"
"""Name and version of what finds identities and proposes what they have to do with each other."""
ALIKE = 0.8
"""Names are kin where this share of their letters agrees in order. Of the pairs in
`tests/resolve/cases/kin.tsv` it keeps all spellings of one name, and parts what only shares its
consonants."""
MOST_KIN = 12
"""Kin looked at for one name; a key that more names share tells nothing."""
SPELT_ALIKE, A_PART, SHORT_FOR = 0.55, 0.5, 0.6
"""Confidence where two names are spelt alike, where one has a part that the other leaves out, and
where one is the initials of the other; `AT_HOME` more where both are told to be of one country."""
AT_HOME = 0.2


class KinNames:
    """Names under the keys that kin names share.

    Args:
        register: whose names are taken in.
    """

    def __init__(self, register: Register) -> None:
        self._by_key: dict[str, dict[str, str]] = {}
        for identity in register.identities():
            self.add(identity, identity.name)

    def add(self, identity: Identity, name: str) -> None:
        """Take in one name of an identity."""
        for key in _keys(identity.kind, name):
            self._by_key.setdefault(key, {}).setdefault(identity.key, name)

    def of(self, kind: LinkKind, name: str) -> dict[str, str]:
        """Keys of those with kin names, each with that name."""
        found: dict[str, str] = {}
        for key in _keys(kind, name):
            kin = self._by_key.get(key, {})
            if len(kin) <= MOST_KIN:
                found.update(kin)
        return found


def propose_kin(identity: Identity, names: KinNames, register: Register) -> Iterator[Proposal]:
    """Propose that an identity is one with those whose names are kin to its name."""
    for key, name in sorted(names.of(identity.kind, identity.name).items()):
        other = register.identity(key)
        if other is None or other.key == identity.key or not _could_be_one(identity, other):
            continue
        weighed = _weigh(identity, name)
        if weighed is None:
            continue
        confidence, reasons = weighed
        if identity.country and identity.country == other.country:
            confidence += AT_HOME
            state = register.state(identity.country)
            reasons.append(f"both of {state.name if state else identity.country}")
        yield Proposal(
            kind=ProposalKind.SAME,
            identity=other.key,
            other=identity.key,
            confidence=round(confidence, 2),
            reasons=tuple(reasons),
            made_by=MADE_BY,
        )


def _keys(kind: LinkKind, name: str) -> Iterable[str]:
    if kind is LinkKind.PERSON:
        return _person_keys(name)
    if kind in {LinkKind.ORGANISATION, LinkKind.MEDIA}:
        short = body_key(name) if is_acronym(name) else initials_of(name)
        return [f"initials {short}"] if len(short) > 2 else []
    return []


def _person_keys(name: str) -> list[str]:
    parts = name.split()
    if len(parts) < 2:
        return []
    keys = [f"skeleton {skeleton(name)}"]
    if not has_family_name_first(name):
        first, *others = [folded(part) for part in parts if len(part) > 2] or [""]
        keys += [f"pair {first} {other}" for other in others]
    return keys


def _could_be_one(one: Identity, other: Identity) -> bool:
    """Whether neither kind nor country parts two identities."""
    if one.kind is not other.kind or one.note != other.note:
        return False
    return not (one.country and other.country and one.country != other.country)


def _weigh(identity: Identity, name: str) -> tuple[float, list[str]] | None:
    """How sure two kin names are one and why, None where they are not alike after all."""
    if identity.kind is not LinkKind.PERSON:
        long, short = sorted((identity.name, name), key=len, reverse=True)
        if not is_acronym(short) or is_acronym(long):
            return None
        return SHORT_FOR, [f"{short} are the initials of {long}"]
    one, other = (_letters(each) for each in (identity.name, name))
    if skeleton(identity.name) == skeleton(name):
        ratio = SequenceMatcher(None, one, other, autojunk=False).ratio()
        if ratio < ALIKE and not has_family_name_first(name):
            return None
        less = 0.15 if is_common_surname(surname_of(name)) else 0.0
        told = f"{identity.name} and {name} have the same consonants"
        return SPELT_ALIKE - less, [f"{told} and {round(100 * ratio)} of 100 letters in order"]
    ours, theirs = (
        {folded(part) for part in each.split() if len(part) > 2 and part not in GENERATIONS}
        for each in (identity.name, name)
    )
    if ours < theirs or theirs < ours:
        return A_PART, [f"{identity.name} and {name}: one leaves out a part of the other"]
    return None


def _letters(name: str) -> str:
    surname = surname_of(name)
    rest = " ".join(part for part in name.split() if part != surname)
    return f"{folded(surname)} {folded(rest.replace(' ', ''))}"
