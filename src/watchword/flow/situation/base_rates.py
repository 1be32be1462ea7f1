"""Base rates from a record: how often the like of a question has happened in stretches as long."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from math import ceil

from watchword.assess.forecasts.base_rates import Counting, Occurrence, count_base_rate
from watchword.errors import RefusedError
from watchword.flow.situation.lenses import Direct
from watchword.flow.situation.likening import Likened, find_alike
from watchword.model.base_rate import BaseRate
from watchword.model.forecast import ForecastQuestion
from watchword.model.indicator import Indicator
from watchword.model.sighting import Manner
from watchword.store import View

_OPENING = re.compile(r"^(?:will|would|does|do|is|are|has|have)\s+", re.IGNORECASE)
_DEADLINE = re.compile(
    r"\s+(?:by|before|until|till|within|this|next|during|in|on)\s+(?:the\s+)?(?:end\s+of\s+)?"
    r"(?:\d|january|february|march|april|may|june|july|august|september|october|november|december"
    r"|spring|summer|autumn|winter|year|month|week|quarter|\w+day\b).*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """What is counted.

    Attributes:
        like: what counts as the like, as an indicator would see it.
        words: the same, in words.
        days: length of a stretch in days.
        least_origins: independent origins that it takes for a stretch to count.
    """

    like: Indicator
    words: str
    days: int
    least_origins: int = 1


def base_rate_in(view: View, reference: Reference, direct: Direct) -> BaseRate:
    """Count in how many stretches of the record the like has happened.

    Args:
        view: the record, as known at an instant.
        reference: what is counted.
        direct: gives the direction of words.

    Raises:
        RefusedError: if no stretch as long fits into what the record holds.
    """
    like = replace(reference.like, window_days=float(reference.days))
    likened = find_alike(view, like, direct)
    counting = Counting(
        like=reference.words, days=reference.days, least_origins=reference.least_origins
    )
    found = count_base_rate(_each_occurrence(likened), likened.published, counting)
    if not found.stretches:
        raise RefusedError(
            f"the record holds no {reference.days:,} days in a row to count in",
            mend="name a shorter time with --window",
        )
    return found


def asked_days(asked: ForecastQuestion) -> int:
    """How many days a question is open: the length of the stretches that are like it."""
    return max(1, ceil((asked.closes_at - asked.opens_at).total_seconds() / 86_400))


def asked_words(asked: ForecastQuestion) -> str:
    """What a question asks about, without how it asks and until when.

    >>> from datetime import UTC, datetime
    >>> from watchword.model.forecast import AnswerKind
    >>> day = datetime(2025, 1, 1, tzinfo=UTC)
    >>> words = "Will Seoul send weapons to Kyiv by July?"
    >>> asked_words(
    ...     ForecastQuestion(
    ...         key="", words=words, kind=AnswerKind.BINARY, opens_at=day, closes_at=day
    ...     )
    ... )
    'Seoul send weapons to Kyiv'
    """
    plain = " ".join(asked.words.split()).rstrip("?!. ")
    return _DEADLINE.sub("", _OPENING.sub("", plain)).strip(" ,")


def _each_occurrence(likened: Likened) -> Iterator[Occurrence]:
    for each in likened.alike:
        if each.sighting.manner is Manner.SHOWS and each.day is not None:
            yield Occurrence(day=each.day, claim=each.claim.key, origin=each.sighting.origin)
