"""Floors: scores that may rise, and may sink only with a reason that everybody can read.

A floor belongs to the labelled data it was measured on. Where the data's digest is another one,
the floors say nothing, and that is told instead of a pass or a failure.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from watchword.errors import UnreadableError
from watchword.ledger.floors_file import (
    Sinking,
    floor_under,
    numbers_in,
    read_floors_file,
    refuse_without_reason,
)
from watchword.ledger.scores import ClaimScores

FLOORED = (
    "claim_f1",
    "whole",
    "chain_exact",
    "chain_relaxed",
    "chain_nested_relaxed",
    "cue_alike",
    "modality",
    "modality_macro_f1",
    "figure_value_f1",
    "figure_qualified_f1",
    "place_alike_f1",
    "time_alike_f1",
)
"""Metrics that have a floor."""

PACKAGED = Path(__file__).with_name("floors.toml")
"""The floors that come with Watchword."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Floors:
    """Floors by group and metric.

    Attributes:
        digest: of the labelled data they were measured on, empty where nothing was measured.
        by_group: group, then metric, then floor from 0 to 1.
    """

    digest: str = ""
    by_group: Mapping[str, Mapping[str, float]]


@dataclass(frozen=True, slots=True, kw_only=True)
class FloorCheck:
    """Whether scores keep their floors.

    Attributes:
        same_data: whether the floors were measured on the same labelled data.
        sunk: scores below their floors; empty where the data is not the same.
        without: metrics that have no floor yet, as "group metric".
    """

    same_data: bool
    sunk: tuple[Sinking, ...]
    without: tuple[str, ...]

    @property
    def passed(self) -> bool:
        """Whether the floors hold on the data they belong to."""
        return self.same_data and not self.sunk


def read_floors(path: Path = PACKAGED) -> Floors:
    """Read a floors file.

    Raises:
        UnreadableError: if it is not there or not in its form.
    """
    table = read_floors_file(path)
    digest = table.pop("digest", "")
    if not isinstance(digest, str):
        raise UnreadableError("'digest' is not text", key=str(path))
    return Floors(
        digest=digest,
        by_group={group: numbers_in(rows, f"{path} [{group}]") for group, rows in table.items()},
    )


def check_floors(scores: ClaimScores, digest: str, floors: Floors) -> FloorCheck:
    """Hold scores against their floors."""
    numbers = _floored_numbers(scores)
    pairs = [(group, name) for group, rows in floors.by_group.items() for name in rows]
    below = [
        Sinking(
            group=group,
            metric=metric,
            floor=floors.by_group[group][metric],
            score=numbers.get((group, metric)),
        )
        for group, metric in pairs
    ]
    same = digest == floors.digest
    return FloorCheck(
        same_data=same,
        sunk=tuple(each for each in below if same and _is_below(each)),
        without=tuple(sorted(f"{group} {name}" for group, name in numbers.keys() - set(pairs))),
    )


def raise_floors(
    scores: ClaimScores, digest: str, floors: Floors, *, reason: str = ""
) -> tuple[Floors, tuple[Sinking, ...]]:
    """Set each floor to its score, and say which floors were set lower.

    A floor is rounded down to three decimals. Floors measured on other data are set anew: each
    that comes out lower needs the reason as well, since a reader sees only the number.

    Raises:
        RefusedError: if a floor would sink and no reason is given.
    """
    numbers = _floored_numbers(scores)
    fresh: dict[str, dict[str, float]] = {}
    for (group, metric), number in sorted(numbers.items()):
        fresh.setdefault(group, {})[metric] = floor_under(number)
    lowered = tuple(
        Sinking(group=group, metric=metric, floor=old, score=fresh.get(group, {}).get(metric))
        for group, rows in sorted(floors.by_group.items())
        for metric, old in sorted(rows.items())
        if fresh.get(group, {}).get(metric, -1.0) < old
    )
    refuse_without_reason(lowered, reason, "floors")
    return Floors(digest=digest, by_group=fresh), lowered


def write_floors(floors: Floors) -> str:
    """Give the text of a floors file."""
    lines = [
        "# Scores that may not sink: `watchword ledger` fails below them, `--update` raises them.",
        "# The digest is of the labelled data they were measured on.",
        f'digest = "{floors.digest}"',
    ]
    for group, rows in sorted(floors.by_group.items()):
        lines += ["", f"[{group}]"]
        lines += [f"{metric} = {number:.3f}" for metric, number in sorted(rows.items())]
    return "\n".join(lines) + "\n"


def _is_below(each: Sinking) -> bool:
    return each.score is None or each.score < each.floor


def _floored_numbers(scores: ClaimScores) -> dict[tuple[str, str], float]:
    return {
        (group.name, metric): number
        for group in scores.groups
        for metric, number in group.values().items()
        if metric in FLOORED
    }
