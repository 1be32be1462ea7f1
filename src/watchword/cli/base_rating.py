"""`watchword forecasts base-rate`: how often the like has happened in the record."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime

from rich.text import Text

from watchword.cli.asking import seconds_of
from watchword.cli.indicating import indicator_of
from watchword.cli.printing import print_table
from watchword.cli.screen import one_line, tell, tell_json, warn
from watchword.cli.watch_order import IndicatorOrder
from watchword.config import read_settings
from watchword.errors import SettingsError
from watchword.flow.base_rate_records import base_rate_record, rate_said, rate_words
from watchword.flow.indicator_records import described
from watchword.flow.situation.base_rates import (
    Reference,
    asked_days,
    asked_words,
    base_rate_in,
)
from watchword.flow.situation.forecasting import board_of, find_question, predict
from watchword.flow.situation.indicating import check_indicator, choose_indicator
from watchword.model.base_rate import BaseRate, Stretch
from watchword.model.forecast import ForecastQuestion
from watchword.model.indicator import Indicator
from watchword.store import View
from watchword.text.instants import moment_of
from watchword.workbench import Workbench

_DAY_S = 86_400.0
_MOST_CLAIMS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class RateOrder:
    """What was asked for, as typed.

    Attributes:
        question: key of a question, None where the like is told outright.
        like: what counts as the like.
        indicator: name of an indicator that sees the like, None for none.
        window: how long a stretch is; as long as the question is open where None.
        origins: independent origins that it takes.
        say: whether it is said of the question.
        store: where the record is.
        as_of: a day or a time, None for now.
        as_json: whether to print JSON.
    """

    question: str | None = None
    like: IndicatorOrder = field(default_factory=lambda: IndicatorOrder(store=None))
    indicator: str | None = None
    window: str | None = None
    origins: int = 1
    say: bool = False
    store: str | None = None
    as_of: str | None = None
    as_json: bool = False


def show(order: RateOrder) -> None:
    """Count, print what was counted, and say it of the question where that is asked.

    Raises:
        SettingsError: if nothing tells what is counted, or for how long.
        RefusedError: if there is no such question or indicator, or too little to count in.
    """
    settings = read_settings()
    instant = None if order.as_of is None else moment_of(order.as_of)
    with Workbench.open(order.store or settings.store, settings) as bench:
        with bench.store.viewing(instant) as view:
            asked = _asked(view, order)
            reference = _reference(view, asked, order)
            found = base_rate_in(view, reference, bench.direct)
        if order.say:
            said = predict(bench.store, rate_said(asked, found, bench.store.now()))
            warn(f"said of {said.question} by {said.by}")
    if order.as_json:
        tell_json(base_rate_record(found, asked), indent=2)
        return
    for line in _each_line(found):
        tell(line)
    names = ("from", "to", "reports", "origins", "happened", "claims")
    print_table(names, (_row(each) for each in found.stretches))


def _asked(view: View, order: RateOrder) -> ForecastQuestion | None:
    if order.question is None:
        return None
    return find_question(board_of(view).questions, order.question)


def _reference(view: View, asked: ForecastQuestion | None, order: RateOrder) -> Reference:
    like = _like(view, asked, order)
    check_indicator(like)
    if order.window is not None:
        days = max(1, round(seconds_of(order.window, option="--window") / _DAY_S))
    elif asked is not None:
        days = asked_days(asked)
    else:
        raise SettingsError("say how long a stretch is", key="--window", mend="as 30d")
    if order.origins < 1:
        raise SettingsError("origins are one or more", key="--origins")
    return Reference(like=like, words=described(like), days=days, least_origins=order.origins)


def _like(view: View, asked: ForecastQuestion | None, order: RateOrder) -> Indicator:
    """What counts as the like: an indicator, what was typed, or the question's own words."""
    if order.indicator is not None:
        return choose_indicator(view, order.indicator)
    blank = Indicator(key="", name="the like", since=datetime(1970, 1, 1, tzinfo=UTC))
    typed = order.like
    if any((typed.words, typed.actors, typed.events, typed.places)):
        return indicator_of(typed, blank)
    if asked is None:
        mend = "give a question, or --like, --actor, --event, --place, --indicator"
        raise SettingsError("nothing says what is counted", mend=mend)
    return indicator_of(IndicatorOrder(store=None, words=asked_words(asked)), blank)


def _each_line(found: BaseRate) -> Iterator[str]:
    least = f", by {found.least_origins} origins at least" if found.least_origins > 1 else ""
    yield f"the like: {one_line(found.like)}{least}"
    yield rate_words(found)
    if found.silent:
        yield f"left out, since no report was published in them: {found.silent}"


def _row(each: Stretch) -> tuple[Text, ...]:
    left = len(each.claims) - _MOST_CLAIMS
    claims = " ".join(each.claims[:_MOST_CLAIMS]) + (f" and {left} more" if left > 0 else "")
    cells = (
        each.since.isoformat(),
        each.until.isoformat(),
        f"{each.reports:,}",
        f"{each.origins:,}",
        "yes" if each.counts else "no",
        claims,
    )
    return tuple(Text(cell) for cell in cells)
