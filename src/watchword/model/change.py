"""What changed since an earlier brief, or since an instant."""

from dataclasses import dataclass
from enum import StrEnum


class ChangeKind(StrEnum):
    """What sort of change."""

    NEW = "new"
    """Something is told that nobody told before."""
    MOVED = "moved"
    """A thing that was counted before is given another figure."""
    CONFIRMED = "confirmed"
    """Something told before is now more credible: other origins tell it."""
    DENIED = "denied"
    """Something told before is now denied."""
    CORRECTED = "corrected"
    """A report that told something has a newer version that tells something else."""
    WITHDRAWN = "withdrawn"
    """What told something counts no more."""
    TURNED = "turned"
    """A relation or a position took a turn."""
    APPEARED = "appeared"
    """Somebody or somewhere is named that was not named before."""
    QUIET = "quiet"
    """Of somebody or somewhere that was spoken of, no more is heard."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One thing that changed.

    Attributes:
        kind: what sort of change.
        claims: keys of the claims that show it, the newest first; of what went quiet, the last
            ones.
        earlier: keys of earlier claims that it changes; empty for what is new.
        finding: key of the finding now, None where it is no finding.
        track: key of the track, None for all but a figure that moved.
        about: what changed, in words; empty where the claims say it all.
        importance: rank weight from 0 up, as that of a finding; 0 where it was not weighed.
        reasons: why it matters that much, in words.
    """

    kind: ChangeKind
    claims: tuple[str, ...]
    earlier: tuple[str, ...] = ()
    finding: str | None = None
    track: str | None = None
    about: str = ""
    importance: float = 0.0
    reasons: tuple[str, ...] = ()
