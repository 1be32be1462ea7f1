"""What is held likely and what came about, in words: ICD 203's term with the number beside it."""

from datetime import date, timedelta

from watchword.assess.scenarios.chances import term_for
from watchword.model.forecast import AnswerKind, ForecastQuestion, Prediction, Resolution

VOID = "void"
EPOCH = date(1970, 1, 1)
"""The day from which the days of dates are counted."""


def likely_words(probability: float) -> str:
    """A probability in words and in numbers.

    >>> likely_words(0.35)
    'unlikely (35%)'
    """
    return f"{term_for(probability)} ({probability:.0%})"


def prediction_words(asked: ForecastQuestion, said: Prediction) -> str:
    """What somebody holds likely: of yes, of each option, or level by level of a number or date."""
    if said.quantiles:
        return ", ".join(f"{lvl:.0%}: {value_words(asked, val)}" for lvl, val in said.quantiles)
    if asked.kind is AnswerKind.BINARY:
        return likely_words(said.shares[0])
    pairs = zip(asked.options, said.shares, strict=True)
    return ", ".join(f"{option} {likely_words(share)}" for option, share in pairs)


def value_words(asked: ForecastQuestion, value: float) -> str:
    """A number with its unit, or a date."""
    if asked.kind is AnswerKind.DATE:
        return (EPOCH + timedelta(days=value)).isoformat()
    return f"{value:,g} {asked.unit}".strip()


def answer_words(asked: ForecastQuestion, found: Resolution) -> str:
    """How a question came out."""
    if found.is_void:
        return VOID
    return found.option or value_words(asked, found.value or 0.0)
