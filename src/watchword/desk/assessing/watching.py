"""Watching for something, changing that, letting it be, and taking note of alerts."""

from watchword.desk.ask import Ask, Key, Line
from watchword.desk.assessing.fields import OneAsk
from watchword.desk.assessing.indicator_forms import IndicatorAsk, indicator_of
from watchword.desk.assessing.taking_back import TAKE_BACK
from watchword.desk.entries import Action, Doing
from watchword.flow.situation.acknowledging import acknowledge
from watchword.flow.situation.indicating import (
    change_indicator,
    drop_indicator,
    keep_indicator,
)
from watchword.flow.span_records import Record
from watchword.store.readings import count_readings_after

MOST_AT_ONCE = 5_000
"""Readings that are looked at before whoever watches gets an answer, set by hand; where there are
more, whoever collects next looks at them."""


class WatchAsk(IndicatorAsk):
    """What is watched for.

    Attributes:
        looks_back: whether what the record holds is looked at, too.
    """

    looks_back: bool = False


class ChangeAsk(IndicatorAsk):
    """What an indicator is to be.

    Attributes:
        key: its key, or its name.
    """

    key: Key


class AcknowledgeAsk(OneAsk):
    """An alert that somebody takes note of.

    Attributes:
        why: what they say of it.
    """

    why: Line = ""


def watch(doing: Doing, ask: WatchAsk) -> Record:
    """Watch for something from now on, or from the beginning of the record."""
    store = doing.bench.store
    kept, revision = keep_indicator(store, indicator_of(ask), by=doing.by, back=ask.looks_back)
    told = f"“{kept.name}” is watched for"
    if ask.looks_back:
        with store.viewing() as view:
            waiting = count_readings_after(view, 0)
        if waiting <= MOST_AT_ONCE:
            doing.bench.look_out()
        else:
            told += (
                f"; the {waiting:,} reports of the record are looked at with the next collecting"
            )
    return {
        "said": told,
        "decision": revision.key,
        "undo_by": TAKE_BACK,
        "at": f"/indicators/{kept.key}",
        "key": kept.key,
    }


def change(doing: Doing, ask: ChangeAsk) -> Record:
    """Watch for something else under the same name."""
    wanted = indicator_of(ask.model_copy(update={"name": ask.name or ask.key}))
    kept, revision = change_indicator(doing.bench.store, ask.key, wanted, by=doing.by)
    return {
        "said": f"“{kept.name}” is changed; what was seen stays",
        "decision": revision.key,
        "undo_by": TAKE_BACK,
        "at": f"/indicators/{kept.key}",
        "key": kept.key,
    }


def stop(doing: Doing, ask: OneAsk) -> Record:
    """Watch for something no more; what it has seen stays."""
    dropped, revision = drop_indicator(doing.bench.store, ask.key, by=doing.by)
    return {
        "said": f"“{dropped.name}” is watched for no more",
        "decision": revision.key,
        "undo_by": TAKE_BACK,
        "at": "/indicators",
        "key": dropped.key,
    }


def note(doing: Doing, ask: AcknowledgeAsk) -> Record:
    """Take note of an alert."""
    made = acknowledge(doing.bench.store, ask.key, by=doing.by, why=ask.why)
    return {
        "said": "taken note of",
        "decision": made.alert,
        "undo_by": "look-again",
        "key": made.alert,
    }


class LookAgainAsk(Ask):
    """An alert that is to be looked at again.

    Attributes:
        decision: its key.
    """

    decision: Key


def look_again(doing: Doing, ask: LookAgainAsk) -> Record:
    """Let an alert be looked at again."""
    made = acknowledge(doing.bench.store, ask.decision, by=doing.by, taken_back=True)
    return {"said": "it is to be looked at again", "key": made.alert}


WATCH = Action(name="watch", summary="Watch for something from now on", asks=WatchAsk, do=watch)
CHANGE = Action(
    name="change-indicator",
    summary="Change what an indicator watches for",
    asks=ChangeAsk,
    do=change,
)
STOP = Action(name="stop-watching", summary="Watch for something no more", asks=OneAsk, do=stop)
NOTE = Action(name="acknowledge", summary="Take note of an alert", asks=AcknowledgeAsk, do=note)
LOOK_AGAIN = Action(
    name="look-again",
    summary="Let an alert be looked at again",
    asks=LookAgainAsk,
    do=look_again,
)
