"""What changed since an earlier brief."""

from dataclasses import dataclass
from enum import StrEnum


class ChangeKind(StrEnum):
    """What sort of change."""

    NEW = "new"
    MOVED = "moved"
    DENIED = "denied"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One thing that changed since an earlier brief.

    Attributes:
        kind: what sort of change.
        claims: keys of the claims that show it, the newest first.
        earlier: keys of the earlier brief's claims that it changes; empty for what is new.
        finding: key of the finding now, None for a figure that moved.
        track: key of the track, None for all but a figure that moved.
    """

    kind: ChangeKind
    claims: tuple[str, ...]
    earlier: tuple[str, ...] = ()
    finding: str | None = None
    track: str | None = None
