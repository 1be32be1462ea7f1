"""Only questions past their close count, each prediction for as long as it held."""

from datetime import UTC, datetime, timedelta

import pytest

from watchword.assess.forecasts.calibration import count_bands, part_score
from watchword.assess.forecasts.standing import (
    BASE_RATE,
    Settled,
    score_forecasters,
    settled_questions,
)
from watchword.model.forecast import (
    NO,
    YES,
    AnswerKind,
    ForecastQuestion,
    Prediction,
    Resolution,
)

OPENS = datetime(2024, 10, 1, tzinfo=UTC)
CLOSES = OPENS + timedelta(days=100)
AFTER = CLOSES + timedelta(days=1)


def question(key: str, **known: object) -> ForecastQuestion:
    fields = {"kind": AnswerKind.BINARY, "options": (YES, NO), **known}
    return ForecastQuestion(key=key, words=key, opens_at=OPENS, closes_at=CLOSES, **fields)  # type: ignore[arg-type]


def said(key: str, day: int, share: float, by: str = "ana") -> Prediction:
    at = OPENS + timedelta(days=day)
    return Prediction(question=key, by=by, at=at, shares=(share, 1 - share))


def came(key: str, option: str | None, day: int = 100) -> Resolution:
    return Resolution(question=key, option=option, at=OPENS + timedelta(days=day))


def settle(*pairs: tuple[str, str]) -> tuple[Settled, ...]:
    questions = [question(key) for key, _ in pairs]
    return settled_questions(questions, [came(*pair) for pair in pairs], AFTER)


def test_a_question_that_came_out_early_waits_for_its_close() -> None:
    asked, early = [question("q")], [came("q", YES, 5)]
    assert settled_questions(asked, early, CLOSES - timedelta(days=1)) == ()
    assert len(settled_questions(asked, early, AFTER)) == 1


def test_what_is_void_counts_nowhere_and_a_later_resolution_holds() -> None:
    asked = [question("q")]
    assert settled_questions(asked, [came("q", YES), came("q", None)], AFTER) == ()
    (found,) = settled_questions(asked, [came("q", YES), came("q", NO)], AFTER)
    assert found.resolution.option == NO


def test_a_prediction_counts_for_as_long_as_it_held() -> None:
    (score,) = [
        each
        for each in score_forecasters(settle(("q", YES)), [said("q", 0, 0.5), said("q", 75, 1.0)])
        if each.by == "ana"
    ]
    assert score.brier == pytest.approx(0.25 * 0.75)
    assert score.bands[-1].count == 1


def test_what_is_said_after_the_end_counts_for_nothing() -> None:
    settled = settle(("q", YES))
    assert [each.by for each in score_forecasters(settled, [said("q", 101, 1.0)])] == [BASE_RATE]


def test_the_base_rate_knows_the_other_questions_alone() -> None:
    settled = settle(("a", YES), ("b", NO), ("c", NO), ("d", NO))
    (base,) = score_forecasters(settled, [])
    wanted = ((1 - 1 / 5) ** 2 + 3 * (2 / 5) ** 2) / 4
    assert base.brier == pytest.approx(wanted)
    assert base.skill == 0


def test_skill_is_the_share_of_the_base_rates_score_that_is_saved() -> None:
    settled = settle(("a", YES), ("b", NO))
    sure = [said("a", 0, 1.0), said("b", 0, 0.0)]
    (ana,) = [each for each in score_forecasters(settled, sure) if each.by == "ana"]
    assert (ana.brier, ana.skill) == (0, 1)


def test_a_number_is_scored_in_its_own_unit() -> None:
    asked = question("q", kind=AnswerKind.NUMBER, options=(), unit="troops")
    answer = Resolution(question="q", value=12_000, at=CLOSES)
    guess = Prediction(question="q", by="ana", at=OPENS, quantiles=((0.5, 10_000.0),))
    settled = settled_questions([asked], [answer], AFTER)
    (score,) = score_forecasters(settled, [guess])
    assert (score.questions, score.brier, score.bands[0].count) == (1, None, 0)


def test_the_three_parts_add_up_to_the_score() -> None:
    judged = [(0.1, False), (0.1, True), (0.7, True), (0.7, True), (0.7, False)]
    parts = part_score(judged)
    assert parts is not None
    brier = sum((share - came_about) ** 2 for share, came_about in judged) / len(judged)
    assert parts.reliability - parts.resolution + parts.uncertainty == pytest.approx(brier)


def test_every_probability_falls_in_one_band() -> None:
    shares = [0.0, 0.01, 0.05, 0.2, 0.45, 0.5, 0.55, 0.8, 0.95, 0.999, 1.0]
    bands = count_bands((share, True) for share in shares)
    assert sum(band.count for band in bands) == len(shares)
    assert [band.count for band in bands] == [2, 1, 1, 2, 1, 1, 3]
