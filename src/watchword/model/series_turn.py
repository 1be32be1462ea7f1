"""A turn in a series of numbers: where it changed its level or its direction for good."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class SeriesTurn:
    """One turn in one series.

    Attributes:
        at: index of the first value after the turn, counted in the whole series.
        before: mean of the values between the turn before, or the start, and this one.
        after: mean of the values from this turn to the next one, or to the end.
        slope_before: change a period before the turn; 0 where the series is told by levels alone.
        slope_after: change a period after it; likewise.
        gain: how much better the series is told with this turn than without it, in nats beyond
            what one more turn has to bring; above 0. Turns are ranked by it.
    """

    at: int
    before: float
    after: float
    slope_before: float = 0.0
    slope_after: float = 0.0
    gain: float


@dataclass(frozen=True, slots=True, kw_only=True)
class JointTurn:
    """One turn that several series take together, each by its own amount.

    Attributes:
        at: index of the first period after the turn.
        before: for each series its mean between the turn before, or the start, and this one; None
            where nothing is known of it then.
        after: likewise from this turn to the next one, or to the end.
        gain: as that of a `SeriesTurn`, over all series.
    """

    at: int
    before: tuple[float | None, ...]
    after: tuple[float | None, ...]
    gain: float
