"""Everything that is measured of forecasts, in the order in which it is printed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from watchword.assess.forecasts.standing import (
    BASE_RATE,
    ForecasterScore,
    score_forecasters,
    settled_questions,
)
from watchword.ledger.corpora.forecasts import CROWD, read_forecasts
from watchword.ledger.forecasts.held_out import QUESTIONS
from watchword.ledger.measurement import Form, Score
from watchword.ledger.measuring import Task

_END = datetime.max.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Rule:
    """What is measured: the scoring, by name and version."""

    name: str = "forecasts 1"


@dataclass(frozen=True, slots=True, kw_only=True)
class ForecastBench:
    """The scoring, and the folder of the sets.

    Attributes:
        data: the folder of the measuring data.
        engine: what is measured.
    """

    data: Path
    engine: Rule = Rule()


def _score(bench: ForecastBench, by: str) -> Iterable[Score]:
    asked = tuple(read_forecasts(bench.data))
    questions, answers = (each.question for each in asked), (each.answer for each in asked)
    settled = settled_questions(questions, answers, _END)
    scores = score_forecasters(settled, (each.crowd for each in asked))
    return _told(next(each for each in scores if each.by == by))


def _told(score: ForecasterScore) -> Iterable[Score]:
    counts = {"questions": score.questions}
    parts = score.parts
    for metric, value in (
        ("Brier", score.brier),
        ("log", score.log),
        ("reliability", parts.reliability if parts else None),
        ("resolution", parts.resolution if parts else None),
    ):
        yield Score(metric=metric, value=value, counts=counts, form=Form.ERROR, floored=False)
    if score.by != BASE_RATE:
        yield Score(metric="saved of base rate", value=score.skill, counts=counts)


TASKS: tuple[Task[ForecastBench], ...] = tuple(
    Task(head=by, held=QUESTIONS, run=partial(_score, by=by)) for by in (CROWD, BASE_RATE)
)
"""Every measurement."""
