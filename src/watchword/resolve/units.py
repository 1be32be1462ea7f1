"""What a body that is not known may be part of: a brigade of its army, a ministry of its state."""

import re
from collections.abc import Iterator

from watchword.model.attribution import LinkKind
from watchword.model.identity import Identity
from watchword.model.proposal import Proposal, ProposalKind
from watchword.resolve.kin import MADE_BY
from watchword.resolve.register import Register
from watchword.text.gazetteer import split_owner

NAMED_AFTER, UNIT_OF_STATE, OFFICE_OF_STATE = 0.7, 0.6, 0.6
"""Confidence where a body's name opens or ends with another's, where it is called a unit and
belongs to a state, and where it is called an office of state and belongs to one."""

_UNIT = re.compile(
    r"\b(?:brigade|corps|regiment|battalion|division|fleet|squadron|flotilla|garrison|army|navy|"
    r"air force|special forces|marines|ground forces|border guards?|coast guard|unit \d+)\b",
    re.IGNORECASE,
)
_OFFICE = re.compile(
    r"\b(?:ministry|senate|parliament|national assembly|embassy|consulate|supreme court|"
    r"constitutional court|central bank|police|national guard|customs)\b",
    re.IGNORECASE,
)


def propose_parent(identity: Identity, register: Register) -> Iterator[Proposal]:
    """Propose what a body is part of, where its name tells: "GRU Unit 29155", "47th Brigade"."""
    if identity.kind is not LinkKind.ORGANISATION:
        return
    found = _named_after(identity, register) or _of_state(identity, register)
    if found is not None:
        parent, confidence, reason = found
        yield Proposal(
            kind=ProposalKind.PARENT,
            identity=identity.key,
            other=parent,
            confidence=confidence,
            reasons=(reason,),
            made_by=MADE_BY,
        )


def _named_after(identity: Identity, register: Register) -> tuple[str, float, str] | None:
    """The known body whose name stands at the start or the end of another's."""
    words = identity.name.split()
    parts = [" ".join(words[:count]).removesuffix("'s") for count in range(len(words) - 1, 0, -1)]
    parts += [" ".join(words[count:]) for count in range(1, len(words) - 1)]
    for part in parts:
        named = register.bodies_named(part)
        bodies = [
            key
            for key in named
            if (body := register.identity(key)) is not None
            and body.kind is LinkKind.ORGANISATION
            and body.key != identity.key
            and identity.country in {None, body.country}
        ]
        if len(bodies) == 1:
            return bodies[0], NAMED_AFTER, f"{identity.name} is named after {part}"
    return None


def _of_state(identity: Identity, register: Register) -> tuple[str, float, str] | None:
    owner, rest = split_owner(identity.name)
    code = identity.country or (owner.code if owner else None)
    state = register.state(code) if code else None
    if state is None:
        return None
    unit = _UNIT.search(rest)
    forces = register.forces_of(state.key)
    if unit and len(forces) == 1:
        reason = f"by its name a unit of {state.name}: {unit[0].lower()}"
        return forces[0], UNIT_OF_STATE, reason
    office = _OFFICE.search(rest)
    if office:
        return (
            state.key,
            OFFICE_OF_STATE,
            f"by its name a body of {state.name}: {office[0].lower()}",
        )
    return None
