"""`watchword forecasts`: questions that will have an answer, and who predicts them how well."""

from collections.abc import Iterator
from pathlib import Path

from rich.text import Text

from watchword.assess.forecasts.calibration import BandCount
from watchword.assess.forecasts.standing import ForecasterScore
from watchword.assess.forecasts.telling import answer_words, prediction_words
from watchword.cli.charting import draw_to, form_of
from watchword.cli.printing import print_table
from watchword.cli.screen import one_line, put_lines, tell, tell_json, warn
from watchword.config import read_settings
from watchword.flow.charts import calibration_chart
from watchword.flow.forecast_records import question_record, score_record, state_of
from watchword.flow.forecast_words import (
    QuestionOrder,
    question_of,
    with_answer,
    with_likely,
)
from watchword.flow.situation.forecasting import (
    Board,
    ask,
    board_of,
    find_question,
    predict,
    resolve,
)
from watchword.model.forecast import (
    ForecastQuestion,
    Prediction,
    Resolution,
)
from watchword.text.instants import moment_of
from watchword.workbench import Workbench


def ask_question(store: str | None, order: QuestionOrder) -> None:
    """Ask a question, and give its key."""
    settings = read_settings()
    with Workbench.open(store or settings.store, settings) as bench:
        made = ask(bench.store, question_of(order, bench.store.now()), by=settings.user)
    tell(f"{made.key}: {one_line(made.words)}")


def say(store: str | None, question: str, likely: str, *, by: str | None, why: str) -> None:
    """Write down what somebody holds likely."""
    settings = read_settings()
    with Workbench.open(store or settings.store, settings) as bench:
        with bench.store.viewing() as view:
            asked = find_question(board_of(view).questions, question)
        said = Prediction(question=asked.key, by=by or settings.user, at=bench.store.now(), why=why)
        made = predict(bench.store, with_likely(said, asked, likely))
    tell(f"{one_line(made.by)}: {prediction_words(asked, made)}")


def answer(
    store: str | None, question: str, came: str, *, claims: tuple[str, ...], why: str
) -> None:
    """Write down how a question came out."""
    settings = read_settings()
    with Workbench.open(store or settings.store, settings) as bench:
        with bench.store.viewing() as view:
            asked = find_question(board_of(view).questions, question)
        given = Resolution(
            question=asked.key, at=bench.store.now(), claims=claims, by=settings.user, why=why
        )
        resolve(bench.store, with_answer(given, asked, came))
    tell(f"{one_line(asked.words)}: {one_line(came)}")


def show_list(store: str | None, as_of: str | None, *, as_json: bool) -> None:
    """Print every question with what is held likely now, or how it came out."""
    board = _board(store, as_of)
    if as_json:
        put_lines(question_record(each, board) for each in board.questions)
        return
    if not board.questions:
        warn("no question is asked yet: watchword forecasts ask 'Will …?' --closes 2025-06-30")
        return
    names = ("key", "closes", "state", "held likely", "question")
    print_table(names, (_row(each, board) for each in board.questions))


def show_one(store: str | None, name: str, as_of: str | None, *, as_json: bool) -> None:
    """Print one question, everything that was held likely, and how it came out."""
    board = _board(store, as_of)
    asked = find_question(board.questions, name)
    if as_json:
        tell_json(question_record(asked, board), indent=2)
        return
    for line in _each_line(asked, board):
        tell(line)


def show_scores(
    store: str | None, as_of: str | None, *, as_json: bool, plot: Path | None = None
) -> None:
    """Print who predicted how well, on questions past their scheduled close."""
    form_of(plot)
    board = _board(store, as_of)
    scores = board.scores()
    draw_to(plot, calibration_chart(scores))
    if as_json:
        put_lines(score_record(each) for each in scores)
        return
    if not scores:
        warn("no question past its close has an answer yet, so nothing is scored")
        return
    names = ("forecaster", "questions", "Brier", "log", "saved of base rate")
    print_table(names, (_score_row(each) for each in scores))
    for score in scores:
        for band in (each for each in score.bands if each.count):
            tell(f"{one_line(score.by)}, {_band_words(band)}")


def _board(store: str | None, as_of: str | None) -> Board:
    settings = read_settings()
    instant = None if as_of is None else moment_of(as_of)
    with (
        Workbench.open(store or settings.store, settings) as bench,
        bench.store.viewing(instant) as view,
    ):
        return board_of(view)


def _row(asked: ForecastQuestion, board: Board) -> tuple[Text, ...]:
    last = board.last_by(asked.key)
    held = "; ".join(f"{by} {prediction_words(asked, each)}" for by, each in last.items())
    cells = (asked.key, f"{asked.closes_at:%Y-%m-%d}", state_of(asked, board), held, asked.words)
    return tuple(Text(one_line(cell)) for cell in cells)


def _each_line(asked: ForecastQuestion, board: Board) -> Iterator[str]:
    yield one_line(asked.words)
    yield f"key {asked.key}, closes {asked.closes_at:%Y-%m-%d %H:%M} UTC, {state_of(asked, board)}"
    if asked.condition:
        yield f"if {one_line(asked.condition)}"
    if asked.criteria:
        yield f"decided by: {one_line(asked.criteria)}"
    for each in board.predictions:
        if each.question == asked.key:
            why = f" ({one_line(each.why)})" if each.why else ""
            told = one_line(f"{each.by}: {prediction_words(asked, each)}")
            yield f"{each.at:%Y-%m-%d} {told}{why}"
    found = board.resolutions.get(asked.key)
    if found is not None:
        shown = f", shown by {', '.join(found.claims)}" if found.claims else ""
        why = f": {one_line(found.why)}" if found.why else ""
        yield f"{found.at:%Y-%m-%d} {one_line(found.by)}: {answer_words(asked, found)}{shown}{why}"


def _score_row(score: ForecasterScore) -> tuple[Text, ...]:
    cells = (score.by, f"{score.questions:,}", *(_number(v) for v in (score.brier, score.log)))
    saved = "" if score.skill is None else f"{score.skill:.0%}"
    return tuple(Text(one_line(cell)) for cell in (*cells, saved))


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:.4f}"


def _band_words(band: BandCount) -> str:
    mean = 0.0 if band.mean is None else band.mean
    return (
        f"{band.term} ({band.low:.0%} to {band.high:.0%}): said {mean:.0%} on average,"
        f" {band.came_about} of {band.count} came about"
    )
