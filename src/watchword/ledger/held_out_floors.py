"""Floors of scores on held-out sets: each belongs to the set that it was measured on.

They may rise; one sinks only with a reason that goes into the changelog. Where a set's digest is
another one, its floors say nothing, and that is told.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from watchword.errors import UnreadableError
from watchword.ledger.changelog import keep_floors
from watchword.ledger.floors_file import (
    Sinking,
    floor_under,
    numbers_in,
    read_floors_file,
    refuse_without_reason,
)
from watchword.ledger.measurement import Measurement

Group = tuple[str, str]
"""Head and data."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FloorsFile:
    """Where the floors of a ledger lie.

    Attributes:
        path: the file.
        of: what has the floors, such as `the model`.
        heading: the first lines of the file, which say what it is.
    """

    path: Path
    of: str
    heading: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SetFloors:
    """Floors of one head on one held-out set.

    Attributes:
        digest: of the set they were measured on.
        by_metric: floor from 0 to 1.
    """

    digest: str
    by_metric: Mapping[str, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldOutFloors:
    """All floors, by head and data."""

    groups: Mapping[Group, SetFloors] = field(default_factory=dict)

    def floor_of(self, place: tuple[str, str, str]) -> float | None:
        """The floor of a head, data and metric; None where there is none."""
        head, data, metric = place
        group = self.groups.get((head, data))
        return None if group is None else group.by_metric.get(metric)


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldOutCheck:
    """Whether scores keep their floors.

    Attributes:
        sunk: scores below their floors.
        other_data: heads and sets whose floors were measured on other files, and say nothing.
        without: scores that could have a floor and have none.
    """

    sunk: tuple[Sinking, ...]
    other_data: tuple[str, ...]
    without: tuple[str, ...]

    @property
    def passed(self) -> bool:
        """Whether every floor was held against its own data, and kept."""
        return not self.sunk and not self.other_data


def read_floors(path: Path) -> HeldOutFloors:
    """Read a floors file.

    Raises:
        UnreadableError: if it is not there or not in its form.
    """
    table = read_floors_file(path)
    return HeldOutFloors(groups=dict(_each_group(table, str(path))))


def check_floors(measurements: Sequence[Measurement], floors: HeldOutFloors) -> HeldOutCheck:
    """Hold scores against their floors; heads that were not measured are left aside."""
    floored = [each for each in measurements if each.score.floored]
    other = {_group(each) for each in floored if not _is_same_data(each, floors)}
    judged = [(each, floors.floor_of(each.place)) for each in floored if _group(each) not in other]
    return HeldOutCheck(
        sunk=tuple(
            _sinking(each, least)
            for each, least in judged
            if least is not None and (each.score.value is None or each.score.value < least)
        ),
        other_data=tuple(f"{head}, {data}" for head, data in sorted(other)),
        without=tuple(" ".join(each.place) for each, least in judged if least is None),
    )


def raise_floors(
    measurements: Sequence[Measurement],
    floors: HeldOutFloors,
    *,
    reason: str = "",
    of: str = "the model",
) -> tuple[HeldOutFloors, tuple[Sinking, ...]]:
    """Set the floors of what was measured to its scores, and say which were set lower.

    A floor is rounded down to three decimals. Floors of what was not measured stay.

    Raises:
        RefusedError: if a floor would sink and no reason is given.
    """
    fresh: dict[Group, SetFloors] = {}
    for each in measurements:
        if each.score.floored and each.score.value is not None:
            group = fresh.setdefault(_group(each), SetFloors(digest=each.digest, by_metric={}))
            least = floor_under(each.score.value)
            by_metric = {**group.by_metric, each.score.metric: least}
            fresh[_group(each)] = replace(group, by_metric=by_metric)
    raised = HeldOutFloors(groups={**floors.groups, **fresh})
    lowered = tuple(_each_lowered(measurements, floors, raised))
    refuse_without_reason(lowered, reason, f"floors of {of}")
    return raised, lowered


def write_floors(floors: HeldOutFloors, heading: Sequence[str]) -> str:
    """Give the text of a floors file."""
    lines = [f"# {line}" for line in heading]
    for (head, data), group in sorted(floors.groups.items()):
        lines += ["", f'[{head}."{data}"]', f'digest = "{group.digest}"']
        lines += [f'"{metric}" = {least:g}' for metric, least in sorted(group.by_metric.items())]
    return "\n".join(lines) + "\n"


def update_floors(
    measurements: Sequence[Measurement], kept: FloorsFile, *, reason: str = "", changelog: Path
) -> tuple[Sinking, ...]:
    """Write the scores as the new floors, and the reason for each lower one to the changelog.

    Returns:
        The floors that were set lower.

    Raises:
        RefusedError: if a floor would sink and no reason is given, or a file cannot be written.
        UnreadableError: if the old floors cannot be read.
    """
    floors, lowered = raise_floors(measurements, read_floors(kept.path), reason=reason, of=kept.of)
    text = write_floors(floors, kept.heading)
    keep_floors(kept.path, text, lowered, reason=reason, changelog=changelog)
    return lowered


def _each_group(table: Mapping[str, object], key: str) -> Iterator[tuple[Group, SetFloors]]:
    for head, sets in table.items():
        if not isinstance(sets, dict):
            raise UnreadableError("not a table of held-out sets", key=f"{key} [{head}]")
        for data, rows in sets.items():
            yield (head, data), _set_floors(rows, f"{key} [{head}.{data}]")


def _set_floors(rows: object, key: str) -> SetFloors:
    if not isinstance(rows, dict) or not isinstance(rows.get("digest"), str):
        raise UnreadableError("not floors with a digest", key=key)
    numbers = {name: value for name, value in rows.items() if name != "digest"}
    return SetFloors(digest=rows["digest"], by_metric=numbers_in(numbers, key))


def _group(measurement: Measurement) -> Group:
    return measurement.head, measurement.data


def _is_same_data(measurement: Measurement, floors: HeldOutFloors) -> bool:
    group = floors.groups.get(_group(measurement))
    return group is None or group.digest == measurement.digest


def _sinking(measurement: Measurement, least: float) -> Sinking:
    return Sinking(
        group=" ".join(_group(measurement)),
        metric=measurement.score.metric,
        floor=least,
        score=measurement.score.value,
    )


def _each_lowered(
    measurements: Iterable[Measurement], before: HeldOutFloors, after: HeldOutFloors
) -> Iterator[Sinking]:
    """Floors of what was measured that are lower than before, or gone."""
    measured = {_group(each): each for each in measurements if each.score.floored}
    for group in measured:
        old, new = before.groups.get(group), after.groups.get(group)
        for metric, least in sorted(old.by_metric.items() if old else ()):
            now = new.by_metric.get(metric) if new else None
            if now is None or now < least:
                yield Sinking(group=" ".join(group), metric=metric, floor=least, score=now)
