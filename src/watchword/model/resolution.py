"""Who an actor of a report turns out to be, and why."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolution:
    """The identity of an actor, or that it could not be told.

    Attributes:
        identity: key of the identity, merges followed; None where nobody is known by that name
            or several could be meant.
        confidence: from 0 to 1, how sure that is; 0 where `identity` is None.
        reason: why, in words that a reader can check.
        candidates: keys of those who could be meant where it is not told who, sorted by name;
            empty where nobody is known by that name.
        is_another: whether the report tells of somebody else of the same name: all candidates are
            contradicted by what it tells.
    """

    identity: str | None
    confidence: float
    reason: str
    candidates: tuple[str, ...] = ()
    is_another: bool = False
