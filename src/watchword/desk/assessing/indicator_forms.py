"""An indicator as somebody writes it: its form, and what it would have seen before it is kept."""

from dataclasses import replace
from datetime import UTC, datetime
from enum import StrEnum
from typing import Annotated, Literal, TypeVar

from pydantic import Field

from watchword.desk.ask import Ask, Line
from watchword.desk.assessing.fields import Number, OneAsk, Parted
from watchword.desk.entries import DeskView
from watchword.desk.seen import Seen
from watchword.errors import SettingsError
from watchword.flow.indicator_records import described, indicator_record, trial_record
from watchword.flow.situation.indicating import choose_indicator, try_indicator
from watchword.flow.situation.searching import direction_of
from watchword.flow.span_records import Record
from watchword.model.event import EventType
from watchword.model.indicator import Importance, Indicator, Threshold, indicator_key
from watchword.model.position import PositionKind
from watchword.model.sighting import Manner

SHOWN = 100
"""Sightings of a trial that are shown at most, the newest."""
Word = TypeVar("Word", bound=StrEnum)


class IndicatorAsk(Ask):
    """An indicator as somebody writes it.

    Attributes:
        name: what it is called; its words where empty.
        words: what to watch for.
        actors: who takes part, parted by commas; all of them.
        events: PLOVER event types, any of them.
        places: where, parted by commas; any of them.
        counted: what a figure has to count.
        at_least: the figure is at least this.
        at_most: the figure is at most this.
        positions: what somebody does with the question in the words, any of it.
        ahead: whether what is planned, weighed or conditional shows it, too.
        least_origins: independent origins that it takes to be confirmed.
        window_days: days without any after which it recedes.
        silence_days: days of silence that are the sighting; none where claims are.
        rest_days: days after an alert in which no other is sent.
        quiet: whether its alerts are never sent.
        importance: how much it matters.
    """

    name: Line = ""
    words: Line = ""
    actors: Parted = ()
    events: Parted = ()
    places: Parted = ()
    counted: Line = ""
    at_least: Number = None
    at_most: Number = None
    positions: Parted = ()
    ahead: bool = False
    least_origins: Annotated[int, Field(ge=1, le=50)] = 2
    window_days: Annotated[float, Field(gt=0, le=3650)] = 30.0
    silence_days: Number = None
    rest_days: Annotated[float, Field(ge=0, le=3650)] = 0.0
    quiet: bool = False
    importance: Literal["low", "normal", "high"] = "normal"


def indicator_of(ask: IndicatorAsk) -> Indicator:
    """The indicator that somebody wrote.

    Raises:
        SettingsError: if it has no name, or a word is none of those that can be used.
    """
    name = ask.name or ask.words
    if not name:
        raise SettingsError("an indicator without words needs a name", key="name")
    if not ask.counted and (ask.at_least is not None or ask.at_most is not None):
        raise SettingsError("say what is counted", key="counted")
    threshold = (
        Threshold(counted=ask.counted, least=ask.at_least, most=ask.at_most)
        if ask.counted
        else None
    )
    return Indicator(
        key=indicator_key(name),
        name=name,
        since=datetime.now(UTC),
        words=ask.words,
        actors=ask.actors,
        events=tuple(_one_of(each, EventType, "events") for each in ask.events),
        places=ask.places,
        threshold=threshold,
        positions=tuple(_one_of(each, PositionKind, "positions") for each in ask.positions),
        ahead=ask.ahead,
        least_origins=ask.least_origins,
        window_days=ask.window_days,
        silence_days=ask.silence_days,
        rest_days=ask.rest_days,
        quiet=ask.quiet,
        importance=Importance(ask.importance),
    )


def find_form(_seen: Seen, ask: IndicatorAsk) -> Record:
    """What can be chosen in an indicator's form, and what was written so far."""
    return {"form": ask.model_dump(mode="json"), **_choices(), "trial": None}


def find_trial(seen: Seen, ask: IndicatorAsk) -> Record:
    """What an indicator would have seen in the record so far, the newest first.

    Where nothing is said of it, its form is given.

    Raises:
        SettingsError: if it says too little.
    """
    if ask == IndicatorAsk(as_of=ask.as_of):
        return find_form(seen, ask)
    made = indicator_of(ask)
    trial = try_indicator(seen.store, made, lambda words: direction_of(words, seen.engine()))
    record = trial_record(replace(trial, sightings=trial.sightings[-SHOWN:]))
    shown = [each for each in trial.sightings if each.manner is Manner.SHOWS]
    return {
        "form": ask.model_dump(mode="json"),
        **_choices(),
        "trial": {
            **record,
            "sightings": list(reversed(_list(record["sightings"]))),
            "alerts": list(reversed(_list(record["alerts"]))),
            "shown": len(shown),
            "origins": len({each.origin for each in shown}),
            "described": described(made),
        },
    }


def find_change(seen: Seen, ask: OneAsk) -> Record:
    """An indicator's form, filled in with what it is.

    Raises:
        RefusedError: if there is no such indicator, or several.
    """
    with seen.view() as view:
        found = choose_indicator(view, ask.key)
    told = indicator_record(found, (), 0)
    return {"form": told, **_choices(), "trial": None, "key": found.key}


def _choices() -> Record:
    return {
        "events": [each.value for each in EventType],
        "positions": [each.value for each in PositionKind],
    }


def _list(value: object) -> list[object]:
    return list(value) if isinstance(value, list) else []


def _one_of(word: str, kinds: type[Word], field: str) -> Word:
    for kind in kinds:
        if kind.value.casefold() == word.casefold():
            return kind
    raise SettingsError(f"'{word}' is none of these", key=field, mend=f"use {', '.join(kinds)}")


INDICATOR_FORM = DeskView(
    name="indicator-form",
    summary="What an indicator can be told to be",
    asks=IndicatorAsk,
    find=find_form,
)
INDICATOR_TRIAL = DeskView(
    name="indicator-trial",
    summary="What an indicator would have seen in the record, before it is watched for",
    asks=IndicatorAsk,
    find=find_trial,
    is_heavy=True,
)
INDICATOR_CHANGE = DeskView(
    name="indicator-change",
    summary="An indicator as it is written, to be changed",
    asks=OneAsk,
    find=find_change,
)
