"""How often the like has happened: the share of stretches of time in which it did."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """One of the stretches of time that are counted.

    Attributes:
        since: its first day.
        until: the day after its last.
        reports: how many reports were published in it.
        claims: keys of the claims that tell the like in it; empty where none does.
        origins: how many independent origins tell it.
        counts: whether as many tell it as it takes.
    """

    since: date
    until: date
    reports: int
    claims: tuple[str, ...]
    origins: int
    counts: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class BaseRate:
    """How often the like has happened in stretches of one length.

    Attributes:
        like: what counts as the like, in words.
        days: length of a stretch in days.
        least_origins: independent origins that it takes for a stretch to count.
        stretches: those that are counted, the oldest first: in each a report was published.
        silent: how many were left out, since no report was published in them.
        rate: mean of what Jeffreys' prior and the counts make of it, from 0 to 1.
        low: lower end of its 90 % interval.
        high: upper end.
        made_by: name and version of what counted it.
    """

    like: str
    days: int
    least_origins: int
    stretches: tuple[Stretch, ...]
    silent: int
    rate: float
    low: float
    high: float
    made_by: str

    @property
    def happened(self) -> int:
        """In how many stretches it did."""
        return sum(each.counts for each in self.stretches)
