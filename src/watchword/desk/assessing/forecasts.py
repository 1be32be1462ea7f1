"""Forecasts: questions with what is held likely, base rates, scores, and looking back.

Invariant: while a question is open, nobody is shown what others hold likely before they have said
what they do themselves, so that nobody is anchored by it. Methods are no people, and are shown.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Annotated

from pydantic import Field

from watchword.assess.forecasts.telling import prediction_words
from watchword.brief.render.charts import draw_chart_file
from watchword.desk.ask import Ask, Line
from watchword.desk.assessing.fields import Number, OneAsk, Parted
from watchword.desk.entries import DeskFile, DeskView, Made
from watchword.desk.seen import Seen
from watchword.errors import MissingError
from watchword.flow.base_rate_records import base_rate_record, rate_words
from watchword.flow.brief_records import drawn
from watchword.flow.charts import calibration_chart
from watchword.flow.forecast_records import question_record, score_record, state_of
from watchword.flow.indicator_records import described
from watchword.flow.review_records import review_record
from watchword.flow.situation.base_rates import (
    Reference,
    asked_days,
    asked_words,
    base_rate_in,
)
from watchword.flow.situation.forecasting import Board, board_of, find_question
from watchword.flow.situation.indicating import LONGEST_DAYS, check_indicator
from watchword.flow.situation.reviewing import review_question
from watchword.flow.situation.searching import direction_of
from watchword.flow.span_records import Record
from watchword.model.base_rate import BaseRate
from watchword.model.forecast import ForecastQuestion, Prediction
from watchword.model.indicator import Indicator

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class BaseRateAsk(OneAsk):
    """What counts as the like of a question.

    Attributes:
        words: in plain words; the question's own where nothing is said.
        actors: who takes part, parted by commas.
        places: where, parted by commas.
        days: length of a stretch; as long as the question is open where empty.
        origins: independent origins that it takes for a stretch to count.
    """

    words: Line = ""
    actors: Parted = ()
    places: Parted = ()
    days: Number = None
    origins: Annotated[int, Field(ge=1, le=50)] = 1


def find_all(seen: Seen, _ask: Ask) -> Record:
    """Every question with how it stands, the one that closes next first."""
    with seen.view() as view:
        board = board_of(view)
    told = [_shown(each, board, seen.by) for each in board.questions]
    told.sort(key=lambda each: (each["resolution"] is not None, str(each["closes_at"])))
    return {"questions": told}


def find_one(seen: Seen, ask: OneAsk) -> Record:
    """A question: what is held likely, over time, and how it came out.

    Raises:
        MissingError: if there is no such question.
    """
    with seen.view() as view:
        board = board_of(view)
    asked = find_question(board.questions, ask.key)
    return {
        "question": _shown(asked, board, seen.by),
        "history": _history(asked, board, seen),
        "like": asked_words(asked),
        "days": asked_days(asked),
    }


def find_scores(seen: Seen, _ask: Ask) -> Record:
    """Who predicted how well, on questions past their close, and how well calibrated."""
    with seen.view() as view:
        scores = board_of(view).scores()
    return {
        "scores": [score_record(each) for each in scores],
        "drawing": drawn(calibration_chart(scores)) if scores else None,
    }


def find_base_rate(seen: Seen, ask: BaseRateAsk) -> Record:
    """How often the like of a question has happened in the record, stretch by stretch.

    Raises:
        MissingError: if there is no such question.
        RefusedError: if the record holds too little to count in.
    """
    asked, found = base_rate_of(seen, ask)
    return {
        "question": {"key": asked.key, "words": asked.words, "kind": asked.kind.value},
        "rate": {**base_rate_record(found, asked), "words": rate_words(found)},
        "asked": ask.model_dump(mode="json"),
    }


def base_rate_of(seen: Seen, ask: BaseRateAsk) -> tuple[ForecastQuestion, BaseRate]:
    """A question, and how often its like has happened.

    Raises:
        MissingError: if there is no such question.
        RefusedError: if the record holds too little to count in.
    """
    with seen.view() as view:
        asked = find_question(board_of(view).questions, ask.key)
        like = Indicator(
            key="",
            name="the like",
            since=_EPOCH,
            words=ask.words or ("" if ask.actors or ask.places else asked_words(asked)),
            actors=ask.actors,
            places=ask.places,
        )
        check_indicator(like)
        days = min(max(1, round(ask.days)), LONGEST_DAYS) if ask.days else asked_days(asked)
        reference = Reference(
            like=like, words=described(like), days=days, least_origins=ask.origins
        )
        found = base_rate_in(view, reference, lambda words: direction_of(words, seen.engine()))
    return asked, found


def find_review(seen: Seen, ask: OneAsk) -> Record:
    """A question that has its answer, looked back at.

    Raises:
        RefusedError: if there is no such question, or it has no answer yet.
    """
    with seen.view() as view:
        found = review_question(
            seen.store, view, ask.key, lambda words: direction_of(words, seen.engine())
        )
    return {"review": review_record(found)}


def _shown(asked: ForecastQuestion, board: Board, by: str) -> Record:
    """A question with what one may see of it."""
    hidden = _hidden(asked, board, by)
    seen = replace(board, predictions=tuple(p for p in board.predictions if p not in hidden))
    last = seen.last_by(asked.key)
    return {
        **question_record(asked, seen),
        "state": state_of(asked, board),
        "is_open": asked.key not in board.resolutions and board.as_of < asked.closes_at,
        "hidden": len({each.by for each in hidden}),
        "last": [
            {"by": name, "words": prediction_words(asked, each), "at": each.at.isoformat()}
            for name, each in sorted(last.items())
        ],
        "own": prediction_words(asked, last[by]) if by in last else None,
    }


def _hidden(asked: ForecastQuestion, board: Board, by: str) -> Sequence[Prediction]:
    """What others hold likely of an open question, where one has not said what one does."""
    said = [each for each in board.predictions if each.question == asked.key]
    is_open = asked.key not in board.resolutions and board.as_of < asked.closes_at
    if not is_open or any(each.by == by for each in said):
        return ()
    return [each for each in said if not _is_method(each.by)]


def _is_method(name: str) -> bool:
    """Whether a prediction is a method's, which bears its version."""
    return "/" in name


def _history(asked: ForecastQuestion, board: Board, seen: Seen) -> list[Record]:
    """What each held likely of the first answer over time, from 0 to 1 both ways; of options."""
    if not asked.options:
        return []
    hidden = _hidden(asked, board, seen.by)
    said = [e for e in board.predictions if e.question == asked.key and e not in hidden]
    if not said:
        return []
    start = min(asked.opens_at, *(each.at for each in said))
    answer = board.resolutions.get(asked.key)
    end = max(each.at for each in said)
    end = max(end, min(asked.closes_at, answer.at if answer else seen.as_of))
    length = (end - start).total_seconds() or 1.0
    return [
        {
            "by": name,
            "points": [
                {
                    "x": (each.at - start).total_seconds() / length,
                    "y": each.shares[0],
                    "at": each.at.isoformat(),
                }
                for each in said
                if each.by == name
            ],
        }
        for name in sorted({each.by for each in said})
    ]


def _make_calibration(seen: Seen, _ask: Ask) -> Made:
    with seen.view() as view:
        scores = board_of(view).scores()
    picture = draw_chart_file(calibration_chart(scores), form="svg")
    if picture is None:
        raise MissingError("nothing is scored yet", key="forecasts")
    return Made(content=picture, media="image/svg+xml", name="calibration.svg")


FORECASTS = DeskView(
    name="forecasts",
    is_personal=True,
    summary="Questions that will have an answer, how they stand, what is held likely",
    asks=Ask,
    find=find_all,
)
FORECAST = DeskView(
    name="forecast",
    is_personal=True,
    summary="A question: who held what likely when and why, and how it came out",
    asks=OneAsk,
    find=find_one,
)
SCORES = DeskView(
    name="forecast-scores",
    summary="Who predicted how well, and how well calibrated",
    asks=Ask,
    find=find_scores,
)
BASE_RATE = DeskView(
    name="forecast-base-rate",
    summary="How often the like of a question has happened in the record, and in whose words",
    asks=BaseRateAsk,
    find=find_base_rate,
    is_heavy=True,
)
REVIEW = DeskView(
    name="forecast-review",
    summary="A question that has its answer, looked back at: who was right when, what moved them",
    asks=OneAsk,
    find=find_review,
    is_personal=True,
    is_heavy=True,
    is_awaited=True,
)
CALIBRATION = DeskFile(
    name="calibration.svg",
    summary="What was held likely and what came about, drawn",
    asks=Ask,
    make=_make_calibration,
)
