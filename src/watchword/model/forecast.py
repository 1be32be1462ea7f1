"""A question that will have an answer, what somebody held likely when, and how it came out."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

YES, NO = "yes", "no"


class AnswerKind(StrEnum):
    """What sort of answer a question has."""

    BINARY = "binary"
    """Yes or no."""
    CHOICE = "choice"
    """One of several options."""
    NUMBER = "number"
    DATE = "date"


@dataclass(frozen=True, slots=True, kw_only=True)
class ForecastQuestion:
    """A question sharp enough to be resolved.

    Attributes:
        key: content key.
        words: the question.
        kind: what sort of answer it has.
        options: the answers it may have; yes and no of a binary one, none of a number or a date.
        criteria: what decides the answer, in words, as written before anything was known.
        condition: the words of what must come about for it to count, None where nothing must; it
            is void otherwise.
        unit: what a number counts, empty for other kinds.
        opens_at: from when predictions count, aware UTC.
        closes_at: until when they do, and before which no score is counted, aware UTC.
    """

    key: str
    words: str
    kind: AnswerKind
    options: tuple[str, ...] = ()
    criteria: str = ""
    condition: str | None = None
    unit: str = ""
    opens_at: datetime
    closes_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Prediction:
    """What somebody held likely at a time.

    Attributes:
        question: key of the question.
        by: who predicts: a person's name, or name and version of a method.
        at: when, aware UTC.
        shares: probability of each option, in their order; they sum to 1. Empty for a number or a
            date.
        quantiles: pairs of level (between 0 and 1) and value, both rising; values of dates are
            days since 1970-01-01. Empty where options are predicted.
        why: the reason given, empty without one.
    """

    question: str
    by: str
    at: datetime
    shares: tuple[float, ...] = ()
    quantiles: tuple[tuple[float, float], ...] = ()
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolution:
    """How a question came out.

    Attributes:
        question: key of the question.
        option: the option that came about; None for a number or a date, and where it is void.
        value: the number, or the date in days since 1970-01-01; None likewise.
        at: when that was so, aware UTC.
        claims: keys of the claims that show it.
        by: who resolved it.
        why: the reason given.
    """

    question: str
    option: str | None = None
    value: float | None = None
    at: datetime
    claims: tuple[str, ...] = ()
    by: str = ""
    why: str = ""

    @property
    def is_void(self) -> bool:
        """Whether the question has no answer: it then counts in no score."""
        return self.option is None and self.value is None
