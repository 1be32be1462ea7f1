"""Something that a person watches for, in plain words and with as much structure as is wanted."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from hashlib import sha256

from watchword.model.event import EventType
from watchword.model.position import PositionKind


class Importance(StrEnum):
    """How much an indicator matters to the person who wrote it, the least first."""

    LOW = "low"
    NORMAL = "normal"
    HIGH = "high"

    @property
    def rank(self) -> int:
        """Its place among the others, 0 being the least."""
        return list(Importance).index(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class Threshold:
    """A count that a claim has to reach.

    Attributes:
        counted: what is counted, in words ("troops").
        least: the figure has to be at least this; None for no floor.
        most: the figure has to be at most this; None for no ceiling.
    """

    counted: str
    least: float | None = None
    most: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator:
    """What is watched for: a claim has to meet all that is said here; what is left out is free.

    Attributes:
        key: content key, from the name; it stays when the indicator is changed.
        name: what it is called, one of its kind in a record.
        since: from when it is watched for.
        words: what it is about in plain words; empty for one that structure alone describes.
        actors: who takes part, every one of them, on whichever side.
        events: sorts of deed, any of them.
        places: where, any of them: the place itself or the country around it.
        threshold: a count that has to be reached; None without one.
        positions: what an actor does with the question in `words`, any of them.
        ahead: whether what is planned, weighed, or hung on a condition shows it, too.
        least_origins: independent origins that it takes to be confirmed.
        window_days: days without a sighting after which it recedes.
        silence_days: days without any claim of this after which the silence is the sighting;
            None where claims are the sightings.
        rest_days: days after an alert in which the next one is kept and shown, but not sent.
        quiet: whether its alerts are kept and shown, but never sent.
        importance: how much it matters, which decides where its alerts are sent.
    """

    key: str
    name: str
    since: datetime
    words: str = ""
    actors: tuple[str, ...] = ()
    events: tuple[EventType, ...] = ()
    places: tuple[str, ...] = ()
    threshold: Threshold | None = None
    positions: tuple[PositionKind, ...] = ()
    ahead: bool = False
    least_origins: int = 2
    window_days: float = 30.0
    silence_days: float | None = None
    rest_days: float = 0.0
    quiet: bool = False
    importance: Importance = Importance.NORMAL


def indicator_key(name: str) -> str:
    """Content key of an indicator."""
    words = f"indicator\n{' '.join(name.split()).casefold()}"
    return sha256(words.encode("utf-8", "surrogatepass")).hexdigest()[:16]
