"""A turn in how an indicator stands, with the claims that show it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from hashlib import sha256

from watchword.model.indicator import Importance


class AlertTurn(StrEnum):
    """What happened to an indicator."""

    SEEN = "seen"
    """One origin shows it, or only parties do; or the silence has lasted long enough."""
    CONFIRMED = "confirmed"
    """As many independent origins show it as it takes, and not all of them are parties."""
    DENIED = "denied"
    """Somebody says that it is not so; how it stands is left as it was."""
    WITHDRAWN = "withdrawn"
    """What showed it counts no more: its reports were withdrawn or corrected."""
    RECEDED = "receded"
    """Nothing has shown it for as long as its window; or the silence is broken."""


class Status(StrEnum):
    """How an indicator stands."""

    NOT_SEEN = "not seen"
    SEEN = "seen"
    CONFIRMED = "confirmed"
    RECEDED = "receded"


@dataclass(frozen=True, slots=True, kw_only=True)
class Alert:
    """One turn of one indicator.

    Attributes:
        key: content key; a turn that is worked out twice has one key.
        indicator: key of the indicator.
        name: what the indicator is called.
        number: which of the indicator's turns it is, from 1.
        turn: what happened.
        before: how the indicator stood.
        after: how it stands now.
        at: when it turned: when the claim that made it turn was known, or the time ran out.
        claims: keys of the claims that show it, in the order they were seen; of a silence, the
            last claim before it, and none where there never was one.
        sightings: keys of their sightings.
        origins: keys of their origins, each once.
        importance: how much the indicator matters.
        why: in words, why it turned.
        withheld: why it is sent nowhere, in words; empty where it is sent.
        made_by: name and version of what found it.
    """

    key: str
    indicator: str
    name: str
    number: int
    turn: AlertTurn
    before: Status
    after: Status
    at: datetime
    claims: tuple[str, ...]
    sightings: tuple[str, ...]
    origins: tuple[str, ...]
    importance: Importance
    why: str
    withheld: str
    made_by: str


def alert_key(indicator: str, number: int, turn: AlertTurn, before: str) -> str:
    """Content key of an alert.

    Args:
        indicator: key of the indicator.
        number: which of its turns it is.
        turn: what happened.
        before: key of the alert before it, empty for the first.
    """
    return sha256(f"{indicator}\n{number}\n{turn.value}\n{before}".encode()).hexdigest()[:16]
