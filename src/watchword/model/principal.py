"""Who asks: a person or a token, with what they may do in which situation."""

from dataclasses import dataclass
from enum import StrEnum


class Right(StrEnum):
    """What may be done, each with what stands before it; also the scopes of a token."""

    READ = "read"
    DECIDE = "decide"
    """Correct, merge, split, grade, comment, assess, write briefs."""
    PUBLISH = "publish"
    """Publish briefs, mark how far something may be handed on, export."""
    MANAGE = "manage"
    """Feeds, channels, people, tokens of others."""


class Role(StrEnum):
    """What somebody is in a situation."""

    READER = "reader"
    ANALYST = "analyst"
    EDITOR = "editor"
    OWNER = "owner"


_REACH = {
    Role.READER: Right.READ,
    Role.ANALYST: Right.DECIDE,
    Role.EDITOR: Right.PUBLISH,
    Role.OWNER: Right.MANAGE,
}
EVERYWHERE = "*"
"""Names every situation of a server in a membership."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Membership:
    """What somebody is in a situation.

    Attributes:
        situation: its name on the server, or `*` for every one.
        role: what they are there.
    """

    situation: str
    role: Role


@dataclass(frozen=True, slots=True, kw_only=True)
class Principal:
    """Who asks.

    Attributes:
        name: who it is; what they decide is signed with it.
        memberships: what they are, and where.
        scopes: rights that a token is held to, None for a person who is signed in.
        via: how they came in: "loopback", "session", "token".
    """

    name: str
    memberships: tuple[Membership, ...] = ()
    scopes: frozenset[Right] | None = None
    via: str = "session"

    def role_in(self, situation: str) -> Role | None:
        """What they are in a situation: the most of what they were made, None for nothing."""
        held = [m.role for m in self.memberships if m.situation in {situation, EVERYWHERE}]
        return max(held, key=tuple(Role).index, default=None)

    def may(self, right: Right, situation: str) -> bool:
        """Whether they may do something in a situation.

        >>> somebody = Principal(
        ...     name="Ana", memberships=(Membership(situation="x", role=Role.ANALYST),)
        ... )
        >>> somebody.may(Right.DECIDE, "x"), somebody.may(Right.PUBLISH, "x")
        (True, False)
        >>> somebody.may(Right.READ, "y")
        False
        """
        role = self.role_in(situation)
        order = tuple(Right)
        is_within = role is not None and order.index(right) <= order.index(_REACH[role])
        return is_within and (self.scopes is None or right in self.scopes)


def whoever_is_here(name: str) -> Principal:
    """The one user of a machine, who needs no account and owns everything."""
    everything = Membership(situation=EVERYWHERE, role=Role.OWNER)
    return Principal(name=name, memberships=(everything,), via="loopback")
