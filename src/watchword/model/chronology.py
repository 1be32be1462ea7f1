"""What happened on which day: days that matter, each told in sentences that lead to claims."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from watchword.model.sentence import Sentence


class Dated(StrEnum):
    """How it is known on which day something stands."""

    TOLD = "told"
    """The text gives the day on which it happened, or is to happen."""
    SAID = "said"
    """The text gives the day on which it was said."""
    PUBLISHED = "published"
    """The text gives no day: it stands on the day on which it was first published."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DayLine:
    """One thing that happened, was said, or is to come, on a day.

    Attributes:
        finding: key of the finding that it tells.
        sentence: the sentence, with the claims that it stands on.
        dated: how the day is known.
        words: the words that give the day ("on Wednesday"); empty where it is that of publication.
        until: the last day of a stretch of days that begins on this one; None: one day, or open.
        origins: keys of the independent origins that tell it.
        denies: keys of the claims that deny it.
        ahead: whether the day lay ahead when it was first told.
        importance: weight of the finding, from 0 up.
    """

    finding: str
    sentence: Sentence
    dated: Dated
    words: str
    until: date | None
    origins: tuple[str, ...]
    denies: tuple[str, ...]
    ahead: bool
    importance: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """A day that matters.

    Attributes:
        day: the day, in UTC.
        lines: what is told of it, the most important first; never empty.
        origins: keys of the independent origins that speak of the day.
        later: keys of those among them that still speak of it in reports of a later day.
        left_out: how many further findings stand on the day.
    """

    day: date
    lines: tuple[DayLine, ...]
    origins: tuple[str, ...]
    later: tuple[str, ...]
    left_out: int

    @property
    def weight(self) -> int:
        """How much speaks for telling the day: who speaks of it, and who comes back to it."""
        return len(self.origins) + len(self.later)


@dataclass(frozen=True, slots=True, kw_only=True)
class Chronology:
    """What happened on which day, as far as it is known.

    Attributes:
        as_of: nothing learnt later is in it.
        days: the days that matter, the earliest first.
        left_out: how many further days something stands on.
        undated: how many findings stand on no day: of a month or a year, or of no known date.
        refused: how many findings of the days that were tried no checked sentence tells.
    """

    as_of: datetime
    days: tuple[Day, ...]
    left_out: int
    undated: int
    refused: int
