"""What is sent of one alert, the same however often it is sent."""

from collections.abc import Iterator
from dataclasses import dataclass

from watchword.model.alert import Alert
from watchword.model.happening import Happening
from watchword.model.sighting import Manner, Sighting


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """An alert, ready to be sent.

    Attributes:
        key: key of the delivery; the receiver knows a repeat by it.
        alert: the alert.
        sightings: those that it names.
    """

    key: str
    alert: Alert
    sightings: tuple[Sighting, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Announcement:
    """Something that was added to the record, ready to be told.

    Attributes:
        key: key of the delivery; the receiver knows a repeat by it.
        happening: what was added.
    """

    key: str
    happening: Happening


def subject_of(letter: Letter) -> str:
    """One line that says what happened, without any break."""
    alert = letter.alert
    return _flat(f"{alert.turn.value.upper()}: {alert.name}")


def text_of(letter: Letter) -> str:
    """The whole alert as plain text: why, and each claim with its source and where to read it."""
    alert = letter.alert
    head = [
        subject_of(letter),
        f"{alert.at:%Y-%m-%d %H:%M} UTC. It was {alert.before.value}; it is {alert.after.value}.",
        f"Why: {_flat(alert.why)}.",
        f"Importance: {alert.importance.value}.",
        "",
    ]
    claims = [line for each in letter.sightings for line in _claim_lines(each)]
    return "\n".join([*head, *claims, f"alert {alert.key}, indicator {alert.indicator}"]) + "\n"


def _claim_lines(sighting: Sighting) -> Iterator[str]:
    party = " (a party to it)" if sighting.party else ""
    denies = "" if sighting.manner is Manner.SHOWS else f" [{sighting.manner.value}]"
    at = f", {sighting.said_at:%Y-%m-%d}" if sighting.said_at else ""
    outlet = sighting.outlet or "outlet not named"
    yield f"“{_flat(sighting.content.quote)}”{denies}"
    yield f"    {_flat(sighting.source)}{party}, in {_flat(outlet)}{at}"
    if sighting.address:
        yield f"    {_flat(sighting.address)}"
    yield f"    claim {sighting.claim}, report {sighting.report}; {_flat(sighting.why)}"
    yield ""


def _flat(words: str) -> str:
    """Words on one line: what a report says may not look like a line of ours."""
    return " ".join(words.split())
