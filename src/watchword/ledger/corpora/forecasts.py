"""Questions on geopolitics with what a crowd held likely on one day, and how they came out."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from pathlib import Path

from watchword.errors import MissingDataError
from watchword.model.forecast import (
    NO,
    YES,
    AnswerKind,
    ForecastQuestion,
    Prediction,
    Resolution,
)

FILE = "forecasts/geopolitical-questions.jsonl"
CROWD = "crowd"


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedQuestion:
    """A question with the crowd's prediction and its answer.

    Attributes:
        question: the question; it opens when the crowd's prediction was taken.
        crowd: what the crowd held likely then.
        answer: how it came out.
    """

    question: ForecastQuestion
    crowd: Prediction
    answer: Resolution


def read_forecasts(data: Path) -> Iterator[AskedQuestion]:
    """Read the questions, in the order of the file.

    Raises:
        MissingDataError: if a line is not as it should be.
    """
    path = data / FILE
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        try:
            yield _asked(json.loads(line))
        except (ValueError, KeyError, TypeError) as error:
            raise MissingDataError(
                f"line {number} is no question: {error}", key=str(path)
            ) from error


def _asked(row: dict[str, object]) -> AskedQuestion:
    taken = datetime.fromisoformat(str(row["freeze_datetime"]))
    resolved = date.fromisoformat(str(row["resolution_date"]))
    # Of one question the crowd was asked two days after its date; it counts as published.
    closes = max(datetime.combine(resolved, time.max, tzinfo=UTC), taken)
    share, came_about = float(str(row["crowd_probability"])), float(str(row["resolved_to"]))
    key = f"{row['source']} {row['id']}"
    return AskedQuestion(
        question=ForecastQuestion(
            key=key,
            words=str(row["question"]),
            kind=AnswerKind.BINARY,
            options=(YES, NO),
            criteria=str(row["resolution_criteria"]),
            opens_at=taken,
            closes_at=closes,
        ),
        crowd=Prediction(question=key, by=CROWD, at=taken, shares=(share, 1 - share)),
        answer=Resolution(question=key, option={1.0: YES, 0.0: NO}[came_about], at=closes),
    )
