"""Forecasts and their scores, as the plain records that are printed and shown."""

import math

from watchword.assess.forecasts.standing import ForecasterScore
from watchword.assess.forecasts.telling import answer_words
from watchword.flow.situation.forecasting import Board
from watchword.flow.span_records import Record
from watchword.model.forecast import ForecastQuestion, Prediction, Resolution


def question_record(asked: ForecastQuestion, board: Board) -> Record:
    """A question with everything that was held likely, and how it came out."""
    found = board.resolutions.get(asked.key)
    said = [each for each in board.predictions if each.question == asked.key]
    return {
        "question_id": asked.key,
        "question": asked.words,
        "kind": asked.kind.value,
        "options": list(asked.options),
        "unit": asked.unit,
        "criteria": asked.criteria,
        "condition": asked.condition,
        "opens_at": asked.opens_at.isoformat(),
        "closes_at": asked.closes_at.isoformat(),
        "predictions": [prediction_record(asked, each) for each in said],
        "resolution": None if found is None else _resolution(asked, found),
    }


def prediction_record(asked: ForecastQuestion, said: Prediction) -> Record:
    """What somebody held likely of a question."""
    return {
        "by": said.by,
        "at": said.at.isoformat(),
        "probabilities": dict(zip(asked.options, said.shares, strict=False)),
        "quantiles": [list(pair) for pair in said.quantiles],
        "why": said.why,
    }


def state_of(asked: ForecastQuestion, board: Board) -> str:
    """How a question came out, or whether it is open, in words."""
    found = board.resolutions.get(asked.key)
    if found is not None:
        return answer_words(asked, found)
    return "open" if board.as_of < asked.closes_at else "closed, no answer yet"


def score_record(score: ForecasterScore) -> Record:
    """How well somebody predicted, on the questions that count."""
    parts = score.parts
    return {
        "forecaster": score.by,
        "questions": score.questions,
        "brier": score.brier,
        "log": None if score.log is None or math.isinf(score.log) else score.log,
        "saved_of_base_rate": score.skill,
        "reliability": parts.reliability if parts else None,
        "resolution": parts.resolution if parts else None,
        "uncertainty": parts.uncertainty if parts else None,
        "calibration": [
            {
                "term": band.term,
                "low": band.low,
                "high": band.high,
                "count": band.count,
                "mean": band.mean,
                "came_about": band.came_about,
            }
            for band in score.bands
        ],
    }


def _resolution(asked: ForecastQuestion, found: Resolution) -> Record:
    return {
        "answer": answer_words(asked, found),
        "value": found.value,
        "at": found.at.isoformat(),
        "claims": list(found.claims),
        "by": found.by,
        "why": found.why,
    }
