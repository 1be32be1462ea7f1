"""Asking what will have an answer, saying what one holds likely, resolving, and noting."""

from typing import Literal

from watchword.assess.forecasts.telling import prediction_words
from watchword.desk.ask import Ask, Key, Line
from watchword.desk.assessing.fields import OneAsk, Parted
from watchword.desk.assessing.forecasts import BaseRateAsk, base_rate_of
from watchword.desk.entries import Action, Doing
from watchword.flow.base_rate_records import rate_said
from watchword.flow.forecast_words import QuestionOrder, question_of, with_answer, with_likely
from watchword.flow.situation.forecasting import ask as ask_question
from watchword.flow.situation.forecasting import board_of, find_question, predict, resolve
from watchword.flow.situation.reviewing import note_review
from watchword.flow.span_records import Record
from watchword.model.forecast import ForecastQuestion, Prediction, Resolution
from watchword.model.review import ReviewNote


class QuestionAsk(Ask):
    """A question that will have an answer.

    Attributes:
        words: the question.
        closes: a day or a time until which predictions count.
        kind: what sort of answer it has.
        options: the answers of a choice, parted by commas.
        unit: what a number counts.
        criteria: what decides it, as written before anything is known.
        condition: what must come about for it to count.
    """

    words: Key
    closes: Key
    kind: Literal["yes or no", "choice", "number", "date"] = "yes or no"
    options: Line = ""
    unit: Line = ""
    criteria: Line = ""
    condition: Line = ""


class SayAsk(OneAsk):
    """What somebody holds likely.

    Attributes:
        likely: 0.35, 35% or a word such as likely; of a choice a=20%,b=80%; of a number or a
            date quantiles, as 10%:8000,50%:11000,90%:15000.
        why: the reason.
    """

    likely: Key
    why: Line = ""


class ResolveAsk(OneAsk):
    """How a question came out.

    Attributes:
        came: the answer, or void.
        claims: keys of the claims that show it, parted by commas.
        why: the reason.
    """

    came: Key
    claims: Parted = ()
    why: Line = ""


class NoteAsk(OneAsk):
    """What somebody has to say, looking back.

    Attributes:
        words: what is said.
    """

    words: Key


def pose(doing: Doing, ask: QuestionAsk) -> Record:
    """Ask a question that will have an answer."""
    order = QuestionOrder(
        words=ask.words,
        closes=ask.closes,
        options=ask.options if ask.kind == "choice" else None,
        number=ask.unit if ask.kind == "number" else None,
        dated=ask.kind == "date",
        criteria=ask.criteria,
        condition=ask.condition or None,
    )
    store = doing.bench.store
    made = ask_question(store, question_of(order, store.now()), by=doing.by)
    return {"said": "the question is asked", "key": made.key, "at": f"/forecasts/{made.key}"}


def say(doing: Doing, ask: SayAsk) -> Record:
    """Write down what one holds likely; it stays, and a later word stands beside it."""
    asked = _asked(doing, ask.key)
    said = Prediction(question=asked.key, by=doing.by, at=doing.bench.store.now(), why=ask.why)
    made = predict(doing.bench.store, with_likely(said, asked, ask.likely))
    return {
        "said": f"you hold it {prediction_words(asked, made)}",
        "key": asked.key,
        "at": f"/forecasts/{asked.key}",
    }


def say_base_rate(doing: Doing, ask: BaseRateAsk) -> Record:
    """Say a base rate of a question, in the name of what counted it."""
    asked, found = base_rate_of(doing.seen, ask)
    made = predict(doing.bench.store, rate_said(asked, found, doing.bench.store.now()))
    return {
        "said": f"said in the name of {made.by}",
        "key": asked.key,
        "at": f"/forecasts/{asked.key}",
    }


def answer(doing: Doing, ask: ResolveAsk) -> Record:
    """Write down how a question came out; a later answer replaces it."""
    asked = _asked(doing, ask.key)
    given = Resolution(
        question=asked.key,
        at=doing.bench.store.now(),
        claims=ask.claims,
        by=doing.by,
        why=ask.why,
    )
    resolve(doing.bench.store, with_answer(given, asked, ask.came))
    return {
        "said": f"it came out: {ask.came}; a later answer replaces this one",
        "key": asked.key,
        "at": f"/forecasts/{asked.key}",
    }


def note(doing: Doing, ask: NoteAsk) -> Record:
    """Write down what one has to say of a question, looking back."""
    made = note_review(
        doing.bench.store,
        ReviewNote(question=ask.key, by=doing.by, at=doing.bench.store.now(), words=ask.words),
    )
    at = f"/forecasts/{made.question}/review"
    return {"said": "noted", "key": made.question, "at": at}


def _asked(doing: Doing, key: str) -> ForecastQuestion:
    with doing.bench.store.viewing() as view:
        return find_question(board_of(view).questions, key)


FORECAST_ACTIONS = (
    Action(
        name="ask-question",
        summary="Ask a question that will have an answer",
        asks=QuestionAsk,
        do=pose,
    ),
    Action(
        name="say-likely",
        summary="Write down what you hold likely; it stays",
        asks=SayAsk,
        do=say,
    ),
    Action(
        name="say-base-rate",
        summary="Say of a question how often its like has happened",
        asks=BaseRateAsk,
        do=say_base_rate,
    ),
    Action(
        name="resolve-question",
        summary="Write down how a question came out, with the claims that show it",
        asks=ResolveAsk,
        do=answer,
    ),
    Action(
        name="note-review",
        summary="Write down what you have to say of a question, looking back",
        asks=NoteAsk,
        do=note,
    ),
)
