"""Looking back, a forecaster is held to what was known when he predicted."""

from datetime import UTC, datetime, timedelta

from watchword.assess.forecasts.hindsight import look_back
from watchword.assess.forecasts.standing import Settled
from watchword.model.forecast import NO, YES, AnswerKind, ForecastQuestion, Prediction, Resolution
from watchword.model.review import Learnt, LearntKind, Review, ReviewNote

OPENS = datetime(2024, 10, 1, tzinfo=UTC)
ANSWERED = OPENS + timedelta(days=50)
QUESTION = ForecastQuestion(
    key="q",
    words="Will it come?",
    kind=AnswerKind.BINARY,
    options=(YES, NO),
    opens_at=OPENS,
    closes_at=OPENS + timedelta(days=60),
)


def said(day: int, share: float, by: str = "ana") -> Prediction:
    at = OPENS + timedelta(days=day)
    return Prediction(question="q", by=by, at=at, shares=(share, 1 - share))


def learnt(day: int, words: str) -> Learnt:
    at = OPENS + timedelta(days=day)
    return Learnt(kind=LearntKind.CLAIM, at=at, words=words, claims=(words,))


def reviewed(*made: Prediction, known: tuple[Learnt, ...] = (), came: str | None = YES) -> Review:
    answer = Resolution(question="q", option=came, at=ANSWERED)
    return look_back(Settled(question=QUESTION, resolution=answer), made, known)


def test_what_was_learnt_stands_before_the_next_prediction_of_each() -> None:
    known = (learnt(5, "first"), learnt(15, "second"), learnt(45, "last"), learnt(55, "after"))
    review = reviewed(said(10, 0.2), said(20, 0.6), said(12, 0.4, "ben"), known=known)
    steps = {each.by: each.steps for each in review.forecasters}
    assert [[one.words for one in step.learnt] for step in steps["ana"]] == [["first"], ["second"]]
    assert [[one.words for one in step.learnt] for step in steps["ben"]] == [["first"]]
    assert [each.words for each in review.unheeded] == ["last"]
    assert "after" not in [each.words for each in review.learnt]


def test_who_was_right_first_stands_first() -> None:
    review = reviewed(said(10, 0.9), said(30, 0.2), said(40, 0.7), said(20, 0.6, "ben"))
    ben, ana = review.forecasters
    assert (ben.by, ben.right_since) == ("ben", OPENS + timedelta(days=20))
    assert (ana.by, ana.right_since) == ("ana", OPENS + timedelta(days=40))
    assert [round(step.moved or 0, 2) for step in ana.steps] == [0, -0.7, 0.5]


def test_who_was_wrong_at_the_end_was_right_at_no_time() -> None:
    (ana,) = reviewed(said(10, 0.9), said(30, 0.5)).forecasters
    assert ana.right_since is None
    assert ana.brier is not None


def test_a_void_question_has_no_scores_and_is_looked_back_at() -> None:
    (ana,) = reviewed(said(10, 0.9), came=None).forecasters
    assert (ana.brier, ana.right_since, ana.steps[0].share) == (None, None, None)


def test_notes_of_other_questions_are_left_out() -> None:
    notes = [ReviewNote(question=key, by="ana", at=ANSWERED, words=key) for key in ("q", "other")]
    answer = Resolution(question="q", option=NO, at=ANSWERED)
    review = look_back(Settled(question=QUESTION, resolution=answer), (), (), (), notes)
    assert [each.words for each in review.notes] == ["q"]
    assert review.forecasters == ()
