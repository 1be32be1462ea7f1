"""Who predicted how well, on the questions that count.

A question counts once its scheduled close is past and it has an answer: one that comes about early
is not counted before others that would have had to wait, which would favour whoever says yes. What
is void counts nowhere. A prediction holds until the same forecaster's next one, and each counts for
as long as it held (the rule of the Good Judgment Project's tournaments).
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from watchword.assess.forecasts.calibration import BandCount, Judged, Parts, count_bands, part_score
from watchword.assess.forecasts.scoring import brier_score, log_score, quantile_score
from watchword.model.forecast import (
    YES,
    AnswerKind,
    ForecastQuestion,
    Prediction,
    Resolution,
)

BASE_RATE = "base-rate"
"""Who predicts of each yes-or-no question the share of yes among the others that count."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """A question that counts, with its answer.

    Attributes:
        question: the question.
        resolution: its answer.
    """

    question: ForecastQuestion
    resolution: Resolution


@dataclass(frozen=True, slots=True, kw_only=True)
class Scored:
    """One forecaster's scores on one question, each weighted by how long its prediction held.

    Attributes:
        question: key of the question.
        by: the forecaster.
        brier: from 0 to 1; None for a number or a date.
        log: in nats; None likewise.
        quantile: in the number's unit, or days; None for options.
        last: probability of what came about in the last prediction; None for a number or a date.
    """

    question: str
    by: str
    brier: float | None = None
    log: float | None = None
    quantile: float | None = None
    last: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ForecasterScore:
    """One forecaster's scores over all questions that count and that he predicted.

    Attributes:
        by: the forecaster.
        questions: how many those are.
        brier: mean; None where none of them has options.
        log: mean; None likewise.
        skill: share of the base rate's Brier score on the same yes-or-no questions that is saved;
            None where there is none, or where the base rate is never wrong.
        bands: calibration of the last predictions of yes.
        parts: the three parts of their Brier score, None where there are none.
    """

    by: str
    questions: int
    brier: float | None
    log: float | None
    skill: float | None
    bands: tuple[BandCount, ...]
    parts: Parts | None


def settled_questions(
    questions: Iterable[ForecastQuestion], resolutions: Iterable[Resolution], as_of: datetime
) -> tuple[Settled, ...]:
    """The questions that count: past their scheduled close, with an answer that is not void.

    Of several resolutions of a question the last one holds.
    """
    answers = {each.question: each for each in resolutions if each.at <= as_of}
    return tuple(
        Settled(question=question, resolution=answers[question.key])
        for question in questions
        if question.closes_at <= as_of
        and question.key in answers
        and not answers[question.key].is_void
    )


def score_question(settled: Settled, predictions: Iterable[Prediction]) -> tuple[Scored, ...]:
    """The scores of everybody who predicted one question, by name, without the base rate."""
    given: dict[str, list[Prediction]] = defaultdict(list)
    for each in predictions:
        if each.question == settled.question.key:
            given[each.by].append(each)
    held = ((by, _held(settled, given[by])) for by in sorted(given))
    return tuple(_score(by, settled, each) for by, each in held if each)


def score_forecasters(
    settled: Sequence[Settled], predictions: Iterable[Prediction]
) -> tuple[ForecasterScore, ...]:
    """The scores of every forecaster, the base rate among them, by name."""
    given: dict[str, dict[str, list[Prediction]]] = defaultdict(lambda: defaultdict(list))
    for each in (*predictions, *base_rate_predictions(settled)):
        given[each.by][each.question].append(each)
    base = {each.question: each for each in _each_scored(BASE_RATE, settled, given[BASE_RATE])}
    scored = ((by, tuple(_each_scored(by, settled, given[by]))) for by in sorted(given))
    return tuple(_summed(by, each, (settled, base)) for by, each in scored if each)


def base_rate_predictions(settled: Sequence[Settled]) -> tuple[Prediction, ...]:
    """For each yes-or-no question, the share of yes among the others, by the rule of succession."""
    binary = [each for each in settled if each.question.kind is AnswerKind.BINARY]
    yes = sum(each.resolution.option == YES for each in binary)
    found = []
    for each in binary:
        share = (yes - (each.resolution.option == YES) + 1) / (len(binary) - 1 + 2)
        found.append(
            Prediction(
                question=each.question.key,
                by=BASE_RATE,
                at=each.question.opens_at,
                shares=(share, 1 - share),
            )
        )
    return tuple(found)


def _each_scored(
    by: str, settled: Sequence[Settled], given: Mapping[str, Sequence[Prediction]]
) -> Iterable[Scored]:
    for each in settled:
        held = _held(each, given.get(each.question.key, ()))
        if held:
            yield _score(by, each, held)


def _held(
    settled: Settled, predictions: Iterable[Prediction]
) -> tuple[tuple[Prediction, float], ...]:
    """The predictions that count, each with how long it held, in seconds."""
    end = min(settled.question.closes_at, settled.resolution.at)
    start = settled.question.opens_at
    known = sorted((each for each in predictions if each.at <= end), key=lambda each: each.at)
    times = [max(each.at, start) for each in known]
    ends = [*times[1:], end][: len(times)]
    spans = [(until - since).total_seconds() for since, until in zip(times, ends, strict=True)]
    held = tuple((each, span) for each, span in zip(known, spans, strict=True) if span > 0)
    return held or tuple((each, 1.0) for each in known[-1:])


def _score(by: str, settled: Settled, held: Sequence[tuple[Prediction, float]]) -> Scored:
    question, answer = settled.question, settled.resolution
    total = sum(span for _, span in held)
    if answer.value is not None:
        value = answer.value
        parts = ((quantile_score(each.quantiles, value), span) for each, span in held)
        mean = sum(score * span for score, span in parts) / total
        return Scored(question=question.key, by=by, quantile=mean)
    at = question.options.index(answer.option or "")
    return Scored(
        question=question.key,
        by=by,
        brier=sum(brier_score(each.shares, at) * span for each, span in held) / total,
        log=sum(log_score(each.shares, at) * span for each, span in held) / total,
        last=held[-1][0].shares[at],
    )


def _summed(
    by: str, scored: Sequence[Scored], around: tuple[Sequence[Settled], Mapping[str, Scored]]
) -> ForecasterScore:
    settled, base = around
    brier = [each.brier for each in scored if each.brier is not None]
    logs = [each.log for each in scored if each.log is not None]
    judged = tuple(_judged(scored, settled))
    return ForecasterScore(
        by=by,
        questions=len(scored),
        brier=_mean(brier),
        log=_mean(logs),
        skill=_skill(scored, base),
        bands=count_bands(judged),
        parts=part_score(judged),
    )


def _judged(scored: Iterable[Scored], settled: Iterable[Settled]) -> Iterable[Judged]:
    answers = {each.question.key: each for each in settled}
    for each in scored:
        known = answers[each.question]
        if known.question.kind is AnswerKind.BINARY and each.last is not None:
            is_yes = known.resolution.option == YES
            yield (each.last if is_yes else 1 - each.last, is_yes)


def _skill(scored: Iterable[Scored], base: Mapping[str, Scored]) -> float | None:
    pairs = [
        (each.brier, base[each.question].brier)
        for each in scored
        if each.brier is not None and each.question in base
    ]
    others = sum(other for _, other in pairs if other is not None)
    return 1 - sum(own for own, _ in pairs) / others if others else None


def _mean(values: Sequence[float]) -> float | None:
    return sum(values) / len(values) if values else None
