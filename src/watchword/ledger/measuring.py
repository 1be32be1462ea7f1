"""Measure on held-out sets: run the tasks, hold the scores against the floors."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Generic, Protocol, TypeVar

from watchword.errors import SettingsError
from watchword.ledger.held_out import HeldOut, check_data
from watchword.ledger.held_out_floors import HeldOutCheck, HeldOutFloors, check_floors
from watchword.ledger.measurement import Aim, Measurement, Score

Place = tuple[str, str, str]
"""Head, data and metric."""
AimOf = Callable[[Place, HeldOutFloors], Aim | None]
"""Tells what is wanted of a score, None where nothing is."""


class Named(Protocol):
    """What is measured: an engine, or whatever reads with one."""

    @property
    def name(self) -> str:
        """Name and version."""
        ...


class HeldOutBench(Protocol):
    """What is measured, with the folder of the held-out sets."""

    @property
    def engine(self) -> Named:
        """What is measured."""
        ...

    @property
    def data(self) -> Path:
        """The folder of all held-out sets."""
        ...


BenchT = TypeVar("BenchT", bound=HeldOutBench)


@dataclass(frozen=True, slots=True, kw_only=True)
class Task(Generic[BenchT]):
    """One head on one held-out set.

    Attributes:
        head: what is measured.
        held: the set.
        run: measures it.
    """

    head: str
    held: HeldOut
    run: Callable[[BenchT], Iterable[Score]]


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldOutOutcome:
    """Everything that was measured.

    Attributes:
        engine: name and version of what was measured.
        beside: those of what it is held beside; None where there is nothing.
        measurements: the scores, in the order of the tasks.
        floors: what they are held against.
        check: whether the floors hold.
        aims: what is wanted, for those scores of which something is.
    """

    engine: str
    beside: str | None
    measurements: tuple[Measurement, ...]
    floors: HeldOutFloors
    check: HeldOutCheck
    aims: Mapping[Place, Aim]


def chosen_tasks(
    tasks: Sequence[Task[BenchT]], heads: Sequence[str] = (), *, of: str = "the model"
) -> tuple[Task[BenchT], ...]:
    """The tasks of some heads, of all where none is named.

    Raises:
        SettingsError: if a head is not known.
    """
    known = tuple(dict.fromkeys(task.head for task in tasks))
    unknown = [head for head in heads if head not in known]
    if unknown:
        message = f"no head of {of} is called {' or '.join(unknown)}"
        raise SettingsError(message, key="--only", mend=f"name some of {', '.join(known)}")
    return tuple(task for task in tasks if not heads or task.head in heads)


def no_aim(_place: Place, _floors: HeldOutFloors) -> None:
    """Nothing is wanted of any score."""


def measure_held_out(
    tasks: Sequence[Task[BenchT]],
    bench: BenchT,
    floors: HeldOutFloors,
    beside: BenchT | None = None,
    *,
    aim_of: AimOf = no_aim,
) -> HeldOutOutcome:
    """Run tasks.

    Args:
        tasks: what to measure.
        bench: what is measured.
        floors: what its scores are held against.
        beside: another one, whose scores are told next to them.
        aim_of: what is wanted of each score.

    Raises:
        MissingDataError: if a held-out set is not there.
    """
    check_data((task.held for task in tasks), bench.data)
    measurements = tuple(
        measurement
        for task in tasks
        for measurement in _each_measurement(task, [bench] if beside is None else [bench, beside])
    )
    aims = {each.place: aim_of(each.place, floors) for each in measurements}
    return HeldOutOutcome(
        engine=bench.engine.name,
        beside=None if beside is None else beside.engine.name,
        measurements=measurements,
        floors=floors,
        check=check_floors(measurements, floors),
        aims={place: aim for place, aim in aims.items() if aim is not None},
    )


def _each_measurement(task: Task[BenchT], benches: Sequence[BenchT]) -> Iterator[Measurement]:
    digest = task.held.digest(benches[0].data)
    of_each = [tuple(task.run(bench)) for bench in benches]
    for scores in zip(*of_each, strict=True):
        row = Measurement(head=task.head, data=task.held.name, digest=digest, score=scores[0])
        yield replace(row, beside=scores[1]) if len(scores) > 1 else row
