"""`watchword ledger model`: every score of the carried model, from the held-out sets again."""

from importlib import resources
from pathlib import Path

import typer

from watchword.cli.exits import ExitCode
from watchword.cli.measuring import LedgerOrder, changelog_of_checkout
from watchword.cli.progress import watching
from watchword.cli.screen import tell, tell_json, warn
from watchword.config import read_settings
from watchword.engines.reader import ReadingEngine
from watchword.engines.sessions import FILES
from watchword.errors import MissingDataError, SettingsError
from watchword.flow.running import Stand, Step, Watcher
from watchword.ledger.model.bench import Bench, Measured
from watchword.ledger.model.floors import PACKAGED, read_floors, update_floors
from watchword.ledger.model.measuring import ModelOutcome, measure_model
from watchword.ledger.model.report import model_report_to_json, write_model_report
from watchword.ledger.model.tasks import Task, chosen_tasks

THREADS = 2
"""Processors that the speed aimed at is for."""


def measure_carried_model(order: LedgerOrder) -> None:
    """Score the carried model on the held-out sets; ends with 1 where a score sank."""
    _refuse_what_does_not_fit(order)
    tasks = chosen_tasks(heads_of(order.only))
    with watching() as watch:
        outcome = _measure(tasks, order.beside, watch)
    if order.as_json:
        tell_json(model_report_to_json(outcome), indent=2)
    else:
        tell(write_model_report(outcome).rstrip())
    if order.update:
        _update(outcome, order.reason)
    elif outcome.check.sunk:
        raise typer.Exit(ExitCode.FAILED_CHECK)


def heads_of(words: tuple[str, ...]) -> tuple[str, ...]:
    """The heads that were named, one by one or with commas.

    >>> heads_of(("trees,names", "events"))
    ('trees', 'names', 'events')
    """
    return tuple(head for given in words for word in given.split(",") if (head := word.strip()))


def open_model(folder: Path | None) -> Measured:
    """The carried model, or that in a folder, ready to be measured.

    Raises:
        MissingDataError: if its files are not there.
    """
    place = folder or resources.files("watchword.engines") / "data"
    absent = [name for name in FILES if not (place / name).is_file()]
    if absent:
        message = f"no language model is here: {' and '.join(absent)} missing"
        mend = "train and export one, see docs/how-to/train-the-model.md"
        raise MissingDataError(message, key=str(place), mend=mend)
    return Measured(engine=ReadingEngine(folder, threads=THREADS), folder=folder)


def _refuse_what_does_not_fit(order: LedgerOrder) -> None:
    if order.sources:
        raise SettingsError("the model is measured on held-out sets alone", key=order.sources[0])
    if order.reason and not order.update:
        raise SettingsError("a reason is for --update", key="--reason")
    if order.shown is not None:
        raise SettingsError("failures are shown for claims and mutations", key="--show")


def _measure(tasks: tuple[Task, ...], beside: Path | None, watch: Watcher) -> ModelOutcome:
    def pass_on(done: int, total: int) -> None:
        watch(Stand(step=Step.READING, done=done, total=total))

    data = read_settings().data
    return measure_model(
        tasks,
        Bench(open_model(None), data, pass_on),
        read_floors(),
        None if beside is None else Bench(open_model(beside), data, pass_on),
    )


def _update(outcome: ModelOutcome, reason: str) -> None:
    lowered = update_floors(
        outcome.measurements, reason=reason, path=PACKAGED, changelog=changelog_of_checkout()
    )
    warn(f"floors written: {PACKAGED}")
    for each in lowered:
        warn(f"  lowered: {each}")
