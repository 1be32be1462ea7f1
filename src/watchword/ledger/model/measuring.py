"""Measure the carried model: run the tasks, hold the scores against the floors."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from watchword.ledger.model.bench import Bench
from watchword.ledger.model.floors import ModelCheck, ModelFloors, check_floors
from watchword.ledger.model.held_out import check_data
from watchword.ledger.model.measurement import Measurement
from watchword.ledger.model.tasks import Task


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelOutcome:
    """Everything that was measured.

    Attributes:
        engine: name and version of the model.
        beside: those of the model it is held beside; None where there is none.
        measurements: the scores, in the order of the tasks.
        floors: what they are held against.
        check: whether the floors hold.
    """

    engine: str
    beside: str | None
    measurements: tuple[Measurement, ...]
    floors: ModelFloors
    check: ModelCheck


def measure_model(
    tasks: Sequence[Task], bench: Bench, floors: ModelFloors, beside: Bench | None = None
) -> ModelOutcome:
    """Run tasks.

    Args:
        tasks: what to measure.
        bench: the model that is measured.
        floors: what its scores are held against.
        beside: another model, whose scores are told next to them.

    Raises:
        MissingDataError: if a held-out set is not there.
    """
    check_data((task.held for task in tasks), bench.data)
    measurements = tuple(
        measurement
        for task in tasks
        for measurement in _each_measurement(task, [bench] if beside is None else [bench, beside])
    )
    return ModelOutcome(
        engine=bench.engine.name,
        beside=None if beside is None else beside.engine.name,
        measurements=measurements,
        floors=floors,
        check=check_floors(measurements, floors),
    )


def _each_measurement(task: Task, benches: Sequence[Bench]) -> Iterator[Measurement]:
    digest = task.held.digest(benches[0].data)
    of_each = [tuple(task.run(bench)) for bench in benches]
    for scores in zip(*of_each, strict=True):
        row = Measurement(head=task.head, data=task.held.name, digest=digest, score=scores[0])
        yield replace(row, beside=scores[1]) if len(scores) > 1 else row
