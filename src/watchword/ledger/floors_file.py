"""The file that floors stand in: read, written again, and never lowered without a reason."""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from math import floor
from pathlib import Path
from typing import Any

from watchword.errors import RefusedError, UnreadableError


@dataclass(frozen=True, slots=True, kw_only=True)
class Sinking:
    """A score below its floor, or a floor set lower.

    Attributes:
        group: what the floor is of: a group of claims, or a head of the model and its data.
        metric: the score's name.
        floor: what it may not sink under.
        score: what was measured, None where there was nothing to judge.
    """

    group: str
    metric: str
    floor: float
    score: float | None

    def __str__(self) -> str:
        """In words, for a report."""
        measured = "nothing to judge" if self.score is None else f"{self.score:.3f}"
        return f"{self.group} {self.metric}: {measured}, floor {self.floor:.3f}"


def read_floors_file(path: Path) -> dict[str, Any]:
    """Read a floors file's tables.

    Raises:
        UnreadableError: if it is not there or not in its form.
    """
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise UnreadableError(f"no floors can be read: {error}", key=str(path)) from error


def numbers_in(rows: object, key: str) -> dict[str, float]:
    """The floors of one table.

    Raises:
        UnreadableError: if they are no numbers from 0 to 1.
    """
    if not isinstance(rows, dict):
        raise UnreadableError("not a table of floors", key=key)
    wrong = [name for name, value in rows.items() if not _is_share(value)]
    if wrong:
        raise UnreadableError(f"not numbers from 0 to 1: {', '.join(wrong)}", key=key)
    return {name: float(value) for name, value in rows.items()}


def floor_under(score: float) -> float:
    """A score as a floor: rounded down to three decimals, not below 0."""
    return max(0.0, floor(score * 1000 + 1e-9) / 1000)


def refuse_without_reason(lowered: Sequence[Sinking], reason: str, key: str) -> None:
    """Refuse to lower floors for no reason.

    Raises:
        RefusedError: if any is lowered, and nobody says why.
    """
    if lowered and not reason.strip():
        listed = "; ".join(str(each) for each in lowered)
        raise RefusedError(f"these floors would sink: {listed}", key=key, mend="give --reason TEXT")


def _is_share(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= 1
