"""Claimed losses of equipment, what was corrected of them, and what pictures show.

https://github.com/PetroIvaniuk/2022-Ukraine-Russia-War-Dataset, MIT. A correction is a row of a
day with the difference, by kind, to what was claimed on that day.
"""

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from watchword.errors import UnreadableError
from watchword.ledger.corpora.tables import MEND, read_text

UNITS = {
    "tank": "tanks",
    "aircraft": "aircraft",
    "helicopter": "helicopters",
    "drone": "drones",
}
"""Kinds with one noun, by their column."""
SEEN_AS = {
    "Tanks": "tanks",
    "Aircrafts": "aircraft",
    "Helicopters": "helicopters",
    "Unmanned Aerial Vehicles": "drones",
}
"""The same kinds as the list of what was seen names them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """What was claimed of a kind on a day, and what it was corrected to."""

    day: date
    unit: str
    claimed: int
    corrected: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Losses:
    """Claims that were corrected, by day, and how many of each kind were seen in all."""

    corrections: tuple[Correction, ...]
    seen: Mapping[str, int]


def read_losses(data: Path) -> Losses:
    """Read the corrections with what they correct, and the sums of what was seen.

    Raises:
        UnreadableError: if a file is missing or no table.
    """
    folder = data / "figures" / "claimed-losses"
    claimed = {row["date"]: row for row in _rows(folder / "russia_losses_equipment.json")}
    corrections = tuple(
        Correction(
            day=date.fromisoformat(row["date"]),
            unit=unit,
            claimed=claimed[row["date"]][column],
            corrected=claimed[row["date"]][column] + row[column],
        )
        for row in _rows(folder / "russia_losses_equipment_correction.json")
        for column, unit in UNITS.items()
        if row.get(column)
    )
    seen: Counter[str] = Counter()
    for row in _rows(folder / "russia_losses_equipment_oryx.json"):
        unit = SEEN_AS.get(row["equipment_ua"])
        if unit is not None:
            seen[unit] += row["losses_total"]
    return Losses(corrections=corrections, seen=dict(sorted(seen.items())))


def _rows(path: Path) -> list[dict[str, Any]]:
    try:
        rows = json.loads(read_text(path))
    except ValueError as error:
        raise UnreadableError("not JSON", key=str(path), mend=MEND) from error
    if not isinstance(rows, list):
        raise UnreadableError("not a list of rows", key=str(path), mend=MEND)
    return rows
