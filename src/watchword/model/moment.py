"""A time that a text speaks of, resolved against the report's date."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Precision(StrEnum):
    """How finely a time is given."""

    MINUTE = "minute"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"
    VAGUE = "vague"


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """A stretch of time named by some words.

    Attributes:
        start: first character of the words in the report's text.
        end: the character after the last one.
        words: the words themselves ("by around December").
        since: aware UTC start of the stretch, None where open or not resolvable.
        until: aware UTC end, excluded, None where open or not resolvable.
        precision: how finely the words give it.
    """

    start: int
    end: int
    words: str
    since: datetime | None
    until: datetime | None
    precision: Precision
