"""A base rate in words, as a plain record, and as something that is said of a question."""

from datetime import datetime

from watchword.assess.forecasts.telling import likely_words
from watchword.errors import RefusedError
from watchword.flow.span_records import Record
from watchword.model.base_rate import BaseRate
from watchword.model.forecast import AnswerKind, ForecastQuestion, Prediction


def rate_words(found: BaseRate) -> str:
    """A base rate in one sentence."""
    stretches = f"{found.happened} of {len(found.stretches)} stretches of {_days(found)}"
    rate = f"{likely_words(found.rate)}, nine in ten that it is {found.low:.0%} to {found.high:.0%}"
    return f"told in {stretches}: {rate} (Jeffreys)"


def rate_said(asked: ForecastQuestion | None, found: BaseRate, now: datetime) -> Prediction:
    """A base rate as a prediction of a question, in the name of what counted it.

    Raises:
        RefusedError: if there is no question, or it is not of yes or no.
    """
    if asked is None or asked.kind is not AnswerKind.BINARY:
        raise RefusedError("a base rate is said of a yes-or-no question", key="--say")
    return Prediction(
        question=asked.key,
        by=found.made_by,
        at=now,
        shares=(found.rate, 1 - found.rate),
        why=f"{found.like}: {rate_words(found)}",
    )


def base_rate_record(found: BaseRate, asked: ForecastQuestion | None) -> Record:
    """A base rate with every stretch that was counted, and the claims in it."""
    return {
        "question_id": asked.key if asked else None,
        "like": found.like,
        "days": found.days,
        "least_origins": found.least_origins,
        "happened": found.happened,
        "stretches": len(found.stretches),
        "silent": found.silent,
        "rate": found.rate,
        "low": found.low,
        "high": found.high,
        "counted": [
            {
                "since": each.since.isoformat(),
                "until": each.until.isoformat(),
                "reports": each.reports,
                "origins": each.origins,
                "happened": each.counts,
                "claims": list(each.claims),
            }
            for each in found.stretches
        ],
        "made_by": found.made_by,
    }


def _days(found: BaseRate) -> str:
    return f"{found.days:,} day{'' if found.days == 1 else 's'}"
