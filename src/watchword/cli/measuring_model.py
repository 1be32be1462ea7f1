"""`watchword ledger model`: every score of the carried model, from the held-out sets again."""

from pathlib import Path

from watchword.cli.measuring import LedgerOrder
from watchword.cli.measuring_held_out import (
    heads_of,
    keep_or_check,
    reading_stands,
    refuse_sources_and_idle_reason,
    tell_scores,
)
from watchword.cli.progress import watching
from watchword.config import read_settings
from watchword.engines.carried import USUAL, place_of
from watchword.engines.reader import ReadingEngine
from watchword.engines.sessions import NEEDED
from watchword.errors import MissingDataError, SettingsError
from watchword.flow.running import Watcher
from watchword.ledger.held_out_floors import read_floors
from watchword.ledger.measuring import HeldOutOutcome, Task, chosen_tasks, measure_held_out
from watchword.ledger.model.aims import aim_of
from watchword.ledger.model.bench import Bench, Measured
from watchword.ledger.model.floors import FLOORS
from watchword.ledger.model.tasks import TASKS

THREADS = 2
"""Processors that the speed aimed at is for."""


def measure_carried_model(order: LedgerOrder) -> None:
    """Score the carried model on the held-out sets; ends with 1 where a score sank."""
    refuse_sources_and_idle_reason(order, FLOORS.of)
    if order.shown is not None:
        raise SettingsError("failures are shown for claims, mutations and reading", key="--show")
    tasks = chosen_tasks(TASKS, heads_of(order.only))
    with watching() as watch:
        outcome = _measure(tasks, order.beside, watch)
    tell_scores(outcome, order, "model")
    keep_or_check(outcome, order, FLOORS)


def open_model(folder: Path | None) -> Measured:
    """The carried model, or that in a folder, ready to be measured.

    Raises:
        MissingDataError: if its files are not there.
    """
    place = folder or place_of(USUAL)
    absent = [name for name in NEEDED if not (place / name).is_file()]
    if absent:
        message = f"no language model is here: {' and '.join(absent)} missing"
        mend = "train and export one, see docs/how-to/train-the-model.md"
        raise MissingDataError(message, key=str(place), mend=mend)
    return Measured(engine=ReadingEngine(folder or USUAL, threads=THREADS, room=0), folder=folder)


def _measure(tasks: tuple[Task[Bench], ...], beside: Path | None, watch: Watcher) -> HeldOutOutcome:
    data, pass_on = read_settings().data, reading_stands(watch)
    return measure_held_out(
        tasks,
        Bench(open_model(None), data, pass_on),
        read_floors(FLOORS.path),
        None if beside is None else Bench(open_model(beside), data, pass_on),
        aim_of=aim_of,
    )
