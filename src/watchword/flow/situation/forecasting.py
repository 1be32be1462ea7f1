"""Forecasts of a situation: asked, predicted, resolved, and scored, each as a row of its own."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import sha256
from math import isclose

from watchword.assess.forecasts.standing import (
    ForecasterScore,
    score_forecasters,
    settled_questions,
)
from watchword.errors import RefusedError, SettingsError
from watchword.flow.situation.choosing import choose_one
from watchword.model.forecast import AnswerKind, ForecastQuestion, Prediction, Resolution
from watchword.store import Store, View
from watchword.store.assessments import add_assessment, each_assessment
from watchword.store.readings import claims_there

_MEND = "see `watchword forecasts`"


@dataclass(frozen=True, slots=True, kw_only=True)
class Board:
    """Every forecast as of an instant.

    Attributes:
        as_of: the instant.
        questions: the questions, in the order they were asked.
        predictions: what was held likely, in the order it was said.
        resolutions: the answers by the question's key, the last of each.
    """

    as_of: datetime
    questions: tuple[ForecastQuestion, ...]
    predictions: tuple[Prediction, ...]
    resolutions: dict[str, Resolution]

    def last_by(self, question: str) -> dict[str, Prediction]:
        """The last prediction of everybody who predicted a question."""
        return {each.by: each for each in self.predictions if each.question == question}

    def scores(self) -> tuple[ForecasterScore, ...]:
        """Who predicted how well, on the questions that count."""
        settled = settled_questions(self.questions, self.resolutions.values(), self.as_of)
        return score_forecasters(settled, self.predictions)


def board_of(view: View) -> Board:
    """Every forecast, as known in a view."""
    return Board(
        as_of=view.as_of,
        questions=tuple(each_assessment(view, ForecastQuestion)),
        predictions=tuple(each_assessment(view, Prediction)),
        resolutions={each.question: each for each in each_assessment(view, Resolution)},
    )


def ask(store: Store, asked: ForecastQuestion, *, by: str) -> ForecastQuestion:
    """Ask a question that will have an answer; its key is made from its words and its close.

    Raises:
        SettingsError: if it closes before it opens, or is asked already.
    """
    _check_question(asked)
    identity = "\n".join(
        ("question", asked.words, asked.closes_at.isoformat(), asked.condition or "")
    )
    made = replace(asked, key=sha256(identity.encode()).hexdigest()[:16])
    with store.viewing() as view:
        if any(each.key == made.key for each in each_assessment(view, ForecastQuestion)):
            raise SettingsError("this question is asked already", key=made.key, mend=_MEND)
    with store.writing() as writing:
        add_assessment(writing, made, by=by)
    return made


def predict(store: Store, said: Prediction) -> Prediction:
    """Write down what somebody holds likely, from now on.

    Raises:
        RefusedError: if there is no such question, or it is closed or answered.
        SettingsError: if the probabilities are none.
    """
    with store.viewing() as view:
        board = board_of(view)
    question = find_question(board.questions, said.question)
    made = replace(said, question=question.key)
    _check_open(board, question, store.now())
    _check_prediction(question, made)
    with store.writing() as writing:
        made = replace(made, at=writing.at)
        add_assessment(writing, made, by=made.by)
    return made


def resolve(store: Store, answer: Resolution) -> Resolution:
    """Write down how a question came out; a later answer replaces an earlier one.

    Raises:
        RefusedError: if there is no such question, option or claim.
    """
    with store.viewing() as view:
        question = find_question(each_assessment(view, ForecastQuestion), answer.question)
        unknown = set(answer.claims) - claims_there(view, answer.claims)
    if unknown:
        raise RefusedError("there is no such claim", key=", ".join(sorted(unknown)))
    if answer.option is not None and answer.option not in question.options:
        known = ", ".join((*question.options, "void"))
        raise RefusedError(f"'{answer.option}' is no answer to it", mend=f"use {known}")
    made = replace(answer, question=question.key)
    with store.writing() as writing:
        add_assessment(writing, made, by=made.by)
    return made


def find_question(questions: Iterable[ForecastQuestion], name: str) -> ForecastQuestion:
    """The question with this key, or one that begins with it.

    Raises:
        RefusedError: if there is none, or there are several.
    """
    return choose_one(questions, name, ("question", "questions"), mend=_MEND)


def _check_question(asked: ForecastQuestion) -> None:
    if asked.closes_at <= asked.opens_at:
        raise SettingsError("it closes before it opens", key="--closes", mend="name a later day")
    if asked.kind is AnswerKind.CHOICE and len(set(asked.options)) < 2:
        raise SettingsError("it has fewer than two answers", key="--options", mend="use 'a,b'")


def _check_open(board: Board, question: ForecastQuestion, now: datetime) -> None:
    answer = board.resolutions.get(question.key)
    if answer is not None:
        raise RefusedError("this question has its answer", key=question.key)
    if now >= question.closes_at:
        raise RefusedError("this question is closed", key=question.key)


def _check_prediction(question: ForecastQuestion, said: Prediction) -> None:
    if question.options:
        _check_shares(question, said.shares)
        return
    levels = [level for level, _ in said.quantiles]
    values = [value for _, value in said.quantiles]
    rising = levels == sorted(set(levels)) and values == sorted(values)
    if not levels or not rising or not all(0 < level < 1 for level in levels):
        raise SettingsError(
            "these are no quantiles", mend="use rising ones, as 10%:8000,50%:11000,90%:15000"
        )


def _check_shares(question: ForecastQuestion, shares: tuple[float, ...]) -> None:
    if len(shares) != len(question.options) or not all(0 <= share <= 1 for share in shares):
        known = ", ".join(question.options)
        raise SettingsError("these are no probabilities of its answers", mend=f"of {known}")
    if not isclose(sum(shares), 1, abs_tol=1e-6):
        raise SettingsError(f"the probabilities sum to {sum(shares):g}, not to 1")
