"""Questions that will have an answer, as a panel: who holds what likely, and how it came out."""

from collections.abc import Iterator, Sequence

from watchword.assess.forecasts.base_rates import MADE_BY as MADE_BY_COUNTING
from watchword.assess.forecasts.standing import Settled, score_question
from watchword.assess.forecasts.telling import answer_words, prediction_words
from watchword.flow.panels.rows import MADE_BY, Before, cited, day_of, since_head, tell_one
from watchword.flow.situation.forecasting import Board
from watchword.model.forecast import ForecastQuestion, Prediction
from watchword.model.known import Known
from watchword.model.panel import Panel, PanelRow
from watchword.model.plan import Part

TITLE = "What is held likely, and by whom"
COLUMNS = ("Question", "State", "Held likely", "Base rate")
_WHOSE = "Each number is that of whom it stands beside, from the day told; nothing is averaged."


def forecast_panel(board: Board, known: Known, before: Before | None = None) -> Panel | None:
    """Questions with what is held likely of them; None where none is asked.

    Open ones stand first, the next to close before the others; then those that have an answer.

    Args:
        board: every forecast as of the brief's instant.
        known: what is known.
        before: the earlier brief, None without one.
    """
    if not board.questions:
        return None
    ranked = sorted(
        board.questions,
        key=lambda each: (
            before is not None and not _since(each, board, before),
            each.key in board.resolutions,
            each.closes_at,
            each.key,
        ),
    )
    return Panel(
        part=Part.FORECASTS,
        title=TITLE,
        columns=(*COLUMNS, *since_head(before)),
        rows=tuple(_row(each, board, known, before) for each in ranked),
        notes=(_WHOSE,),
        made_by=MADE_BY,
    )


def forecast_gaps(board: Board) -> Iterator[PanelRow]:
    """Questions that nobody predicts, and those whose close is past without an answer."""
    answered = board.resolutions
    late = [
        each
        for each in board.questions
        if each.key not in answered and each.closes_at <= board.as_of
    ]
    for each in late:
        told = f"it closed on {day_of(each.closes_at)} and has no answer"
        yield PanelRow(cells=(f"How “{each.words}” came out", told))
    said = {each.question for each in board.predictions}
    silent = [
        each
        for each in board.questions
        if not {each.key} & (said | set(answered)) and each.closes_at > board.as_of
    ]
    if silent:
        told = f"nobody predicts {len(silent)} of {len(board.questions)} questions"
        yield PanelRow(cells=("How likely what is asked is", told))


def _row(asked: ForecastQuestion, board: Board, known: Known, before: Before | None) -> PanelRow:
    found = board.resolutions.get(asked.key)
    claims = cited(found.claims if found else (), known)
    rate = board.last_by(asked.key).get(MADE_BY_COUNTING)
    cells = (
        _words(asked),
        _state(asked, board),
        _held(asked, board),
        rate.why or prediction_words(asked, rate) if rate else "not counted",
    )
    return PanelRow(
        cells=(*cells, _since(asked, board, before)) if before else cells,
        claims=claims,
        sentence=tell_one(claims, known),
    )


def _words(asked: ForecastQuestion) -> str:
    return f"{asked.words} (if {asked.condition})" if asked.condition else asked.words


def _state(asked: ForecastQuestion, board: Board) -> str:
    found = board.resolutions.get(asked.key)
    if found is None:
        is_open = board.as_of < asked.closes_at
        return f"{'closes' if is_open else 'closed without an answer'} {day_of(asked.closes_at)}"
    came = f"{answer_words(asked, found)}, {day_of(found.at)}"
    if found.is_void:
        return came
    if board.as_of < asked.closes_at:
        return f"{came}; scored from its close, {day_of(asked.closes_at)}"
    scores = score_question(Settled(question=asked, resolution=found), board.predictions)
    told = "; ".join(f"{each.by} {each.brier:.2f}" for each in scores if each.brier is not None)
    return f"{came}; Brier score: {told}" if told else came


def _held(asked: ForecastQuestion, board: Board) -> str:
    last = board.last_by(asked.key)
    told = (
        f"{by}: {prediction_words(asked, each)}, {day_of(each.at)}"
        for by, each in sorted(last.items())
        if by != MADE_BY_COUNTING
    )
    return "; ".join(told) or "nobody has said"


def _since(asked: ForecastQuestion, board: Board, before: Before) -> str:
    """What moved since the earlier brief; empty where nothing did."""
    if asked.opens_at > before.as_of:
        return "asked since then"
    found = board.resolutions.get(asked.key)
    if found is not None:  # by when it was so; when it was written down is not told
        was = before.cell(Part.FORECASTS, (_words(asked),), COLUMNS[1])
        if was is not None and was.startswith("clos"):
            return "has its answer"
    said = [each for each in board.predictions if each.question == asked.key]
    moved = [
        words
        for by in sorted({each.by for each in said} - {MADE_BY_COUNTING})
        if (words := _moved([each for each in said if each.by == by], asked, before))
    ]
    return "; ".join(moved)


def _moved(said: Sequence[Prediction], asked: ForecastQuestion, before: Before) -> str:
    """How one forecaster moved since the earlier brief."""
    earlier = [each for each in said if each.at <= before.as_of]
    last = said[-1]
    if last.at <= before.as_of:
        return ""
    if not earlier:
        return f"{last.by} predicts"
    was = earlier[-1]
    if was.shares == last.shares and was.quantiles == last.quantiles:
        return ""
    return f"{last.by} held {prediction_words(asked, was)}"
