"""`watchword forecasts review`: a question that has its answer, looked back at."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from watchword.assess.forecasts.telling import answer_words, prediction_words
from watchword.cli.progress import watching
from watchword.cli.screen import many, one_line, tell, tell_json
from watchword.config import read_settings
from watchword.flow.review_records import review_record
from watchword.flow.running import Stand, Step
from watchword.flow.situation.reviewing import note_review, review_question
from watchword.model.review import Hindsight, Learnt, Review, ReviewNote
from watchword.model.review import Step as ReviewStep
from watchword.text.instants import moment_of
from watchword.workbench import Workbench


def show(store: str | None, question: str, as_of: str | None, *, limit: int, as_json: bool) -> None:
    """Print a question's predictions beside what was known when."""
    settings = read_settings()
    instant = None if as_of is None else moment_of(as_of)
    with (
        Workbench.open(store or settings.store, settings) as bench,
        bench.store.viewing(instant) as view,
        watching() as watch,
    ):
        watch(Stand(step=Step.RELATING))
        review = review_question(bench.store, view, question, bench.direct)
    if as_json:
        tell_json(review_record(review), indent=2)
        return
    for line in _each_line(review, limit):
        tell(line)


def note(store: str | None, question: str, words: str) -> None:
    """Write down what one has to say of a question, looking back."""
    settings = read_settings()
    with Workbench.open(store or settings.store, settings) as bench:
        made = note_review(
            bench.store,
            ReviewNote(question=question, by=settings.user, at=bench.store.now(), words=words),
        )
    tell(f"noted of {made.question}: {one_line(made.words)}")


def _each_line(review: Review, limit: int) -> Iterator[str]:
    asked, answer = review.question, review.resolution
    yield one_line(asked.words)
    yield f"{answer_words(asked, answer)}, {_day(answer.at)}; asked {_day(asked.opens_at)}"
    for learnt in review.shown:
        ahead = (answer.at - learnt.at).days
        yield f"shown by {_learnt(learnt)}, {many(ahead, 'day')} before the answer was given"
    if not review.forecasters:
        yield "nobody predicted it"
    for each in review.forecasters:
        yield from _each_of_forecaster(each, review, limit)
    yield from _each_gap(review, limit)
    for said in review.notes:
        yield f"note, {_day(said.at)} {one_line(said.by)}: {one_line(said.words)}"


def _each_of_forecaster(each: Hindsight, review: Review, limit: int) -> Iterator[str]:
    answer = review.resolution
    yield ""
    score = "" if each.brier is None else f", Brier {each.brier:.4f}"
    score += "" if each.quantile is None else f", quantile score {each.quantile:,g}"
    right = ""
    if each.right_since is not None:
        ahead = many((answer.at - each.right_since).days, "day")
        right = f": right from {_day(each.right_since)}, {ahead} ahead"
    elif each.brier is not None:
        right = ": not right at the end"
    yield f"{one_line(each.by)}{right}{score}"
    for step in each.steps:
        yield from _each_of_step(step, review, limit)


def _each_of_step(step: ReviewStep, review: Review, limit: int) -> Iterator[str]:
    yield from _each_learnt(step.learnt, limit, "    learnt before it: ")
    said = step.prediction
    moved = "" if step.moved is None else f", {step.moved * 100:+.0f} points towards what came"
    why = f" ({one_line(said.why)})" if said.why else ""
    yield f"  {_day(said.at)} {one_line(prediction_words(review.question, said))}{moved}{why}"


def _each_gap(review: Review, limit: int) -> Iterator[str]:
    yield ""
    if not review.learnt:
        yield "nothing on it was known before the answer"
    elif review.unheeded:
        yield f"after the last prediction: {len(review.unheeded)} of {len(review.learnt)} learnt"
        yield from _each_learnt(review.unheeded, limit, "  ")
    else:
        yield f"nothing was learnt after the last prediction; before it: {len(review.learnt)}"


def _each_learnt(learnt: Sequence[Learnt], limit: int, lead: str) -> Iterator[str]:
    for each in learnt[-limit:] if limit else ():
        yield f"{lead}{_learnt(each)}"
    if len(learnt) > limit:
        yield f"{lead}{len(learnt) - limit:,} more before these, with --limit"


def _learnt(each: Learnt) -> str:
    return one_line(f"{_day(each.at)} {each.kind.value} {each.words} [{', '.join(each.claims)}]")


def _day(at: datetime) -> str:
    return f"{at:%Y-%m-%d}"
