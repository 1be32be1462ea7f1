"""What was typed of an indicator."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorOrder:
    """An indicator as typed; what is None was not said.

    Attributes:
        store: where the record is.
        words: what to watch for.
        name: what it is called, or, of one that is there, how the user names it.
        actors: who takes part.
        events: event types.
        places: where.
        counted: what a figure counts.
        at_least: the least that it is.
        at_most: the most that it is.
        positions: kinds of position.
        ahead: whether what lies ahead shows it.
        origins: independent origins to be confirmed.
        window: time after which it recedes.
        silence: time without any that is the sighting.
        rest: time in which no other alert is sent.
        quiet: whether its alerts are sent.
        importance: how much it matters.
    """

    store: str | None
    words: str | None = None
    name: str = ""
    actors: list[str] | None = None
    events: list[str] | None = None
    places: list[str] | None = None
    counted: str | None = None
    at_least: float | None = None
    at_most: float | None = None
    positions: list[str] | None = None
    ahead: bool | None = None
    origins: int | None = None
    window: str | None = None
    silence: str | None = None
    rest: str | None = None
    quiet: bool | None = None
    importance: str | None = None
