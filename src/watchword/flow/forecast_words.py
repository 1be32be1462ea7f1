"""What somebody types of a forecast, as the types that the work takes."""

import math
import re
from dataclasses import dataclass, replace
from datetime import date, datetime

from watchword.assess.forecasts.telling import EPOCH, VOID
from watchword.errors import SettingsError
from watchword.model.forecast import (
    NO,
    YES,
    AnswerKind,
    ForecastQuestion,
    Prediction,
    Resolution,
)
from watchword.text.estimative import band_of
from watchword.text.instants import moment_of

_SHARE = re.compile(r"\d{0,3}(?:\.\d+)?%?")


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionOrder:
    """A question as typed.

    Attributes:
        words: the question.
        closes: a day or a time.
        options: its answers, parted by commas; None for yes or no.
        number: what a number counts; None where the answer is no number.
        dated: whether the answer is a date.
        criteria: what decides it.
        condition: what must come about for it to count.
    """

    words: str
    closes: str
    options: str | None = None
    number: str | None = None
    dated: bool = False
    criteria: str = ""
    condition: str | None = None


def question_of(order: QuestionOrder, now: datetime) -> ForecastQuestion:
    """The question that somebody typed, without its key.

    Raises:
        SettingsError: if it has several sorts of answer, or closes on no day.
    """
    given = [order.options is not None, order.number is not None, order.dated]
    if sum(given) > 1:
        raise SettingsError("a question has one sort of answer", key="--options, --number, --date")
    kind = AnswerKind.BINARY
    options: tuple[str, ...] = (YES, NO)
    if order.options is not None:
        kind = AnswerKind.CHOICE
        options = tuple(filter(None, (each.strip() for each in order.options.split(","))))
    elif order.number is not None or order.dated:
        kind, options = (AnswerKind.DATE if order.dated else AnswerKind.NUMBER), ()
    return ForecastQuestion(
        key="",
        words=order.words,
        kind=kind,
        options=options,
        criteria=order.criteria,
        condition=order.condition,
        unit=order.number or "",
        opens_at=now,
        closes_at=moment_of(order.closes, option="--closes"),
    )


def with_likely(said: Prediction, asked: ForecastQuestion, words: str) -> Prediction:
    """A prediction with what somebody typed as probabilities or quantiles.

    Raises:
        SettingsError: if it is neither.
    """
    if asked.kind is AnswerKind.BINARY:
        share = _share(words)
        return replace(said, shares=(share, 1 - share))
    pairs = [each.rpartition("=" if asked.options else ":") for each in words.split(",")]
    if asked.options:
        given = {name.strip(): _share(value) for name, _, value in pairs}
        unknown = sorted(set(given) - set(asked.options))
        if unknown:
            known = ", ".join(asked.options)
            raise SettingsError(f"'{unknown[0]}' is no answer to it", mend=f"use {known}")
        return replace(said, shares=tuple(given.get(each, 0.0) for each in asked.options))
    quantiles = tuple((_share(level), _value(asked, value)) for level, _, value in pairs)
    return replace(said, quantiles=quantiles)


def with_answer(given: Resolution, asked: ForecastQuestion, came: str) -> Resolution:
    """A resolution with what somebody typed as the answer; void has none.

    Raises:
        SettingsError: if it is no number, or no date, where one is asked for.
    """
    if came.strip().lower() == VOID:
        return given
    if not asked.options:
        return replace(given, value=_value(asked, came))
    by_lower = {option.lower(): option for option in asked.options}
    return replace(given, option=by_lower.get(came.strip().lower(), came))


def _share(words: str) -> float:
    """A probability as typed: 0.35, 35%, or a term of ICD 203, which stands for its middle."""
    plain = words.strip()
    band = band_of(plain)
    if band is not None:
        return (band.low + band.high) / 200
    if not _SHARE.fullmatch(plain) or plain in {"", "%"}:
        mend = "use 0.35, 35%, or words such as likely"
        raise SettingsError(f"'{words}' is no probability", mend=mend)
    return float(plain.rstrip("%")) / (100 if plain.endswith("%") else 1)


def _value(asked: ForecastQuestion, words: str) -> float:
    plain = words.strip()
    try:
        if asked.kind is AnswerKind.DATE:
            return float((date.fromisoformat(plain) - EPOCH).days)
        value = float(plain.replace("_", ""))
    except ValueError as error:
        wanted = "date" if asked.kind is AnswerKind.DATE else "number"
        raise SettingsError(f"'{words}' is no {wanted}") from error
    if not math.isfinite(value):
        raise SettingsError(f"'{words}' is no number")
    return value
