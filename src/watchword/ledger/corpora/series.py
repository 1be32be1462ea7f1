"""Series of numbers in which people marked where something turned, to measure with.

Invariant: nothing is tuned on them.
"""

import csv
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from watchword.errors import UnreadableError
from watchword.ledger.corpora.tables import MEND

Values = tuple[float | None, ...]
"""One number a period; None is missing."""

TURING = Path("turns") / "tcpd"
"""Where the Turing Change Point Dataset lies below the data folder."""
WEEKLY = Path("turns") / "israel-palestine" / "weekly-goldstein.csv"
FIRST_WEEK = date(1979, 4, 15)
"""The Sunday on which the first week of the weekly totals begins, as their documentation says."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnotatedSeries:
    """Series in which several people marked turns, each for themselves.

    Attributes:
        name: its name in its set.
        columns: one series or more, as long as each other.
        marks: for each person, the index of the first value after each turn.
    """

    name: str
    columns: tuple[Values, ...]
    marks: tuple[tuple[int, ...], ...]

    def __len__(self) -> int:
        """How many periods there are."""
        return len(self.columns[0])


@dataclass(frozen=True, slots=True, kw_only=True)
class WeeklyTotals:
    """What two sides did to each other, week by week, on Goldstein's scale.

    Attributes:
        columns: one series a direction, as long as each other.
        first: the day on which the first week begins.
    """

    columns: tuple[Values, ...]
    first: date

    def day_of(self, week: int) -> date:
        """The day on which a week begins."""
        return self.first + timedelta(weeks=week)


def read_turing(data: Path) -> Iterator[AnnotatedSeries]:
    """Read the series of the Turing Change Point Dataset that are there, by name.

    Raises:
        UnreadableError: if a file is missing or broken.
    """
    folder = data / TURING
    marks = _read_json(folder / "annotations.json")
    for path in sorted((folder / "datasets").glob("*/*.json")):
        series = _read_json(path)
        try:
            name = str(series["name"])
            columns = tuple(_values(each["raw"]) for each in series["series"])
            people = tuple(tuple(int(at) for at in sorted(each)) for each in marks[name].values())
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            raise UnreadableError("not an annotated series", key=str(path), mend=MEND) from error
        if len({len(column) for column in columns}) != 1:
            raise UnreadableError("not columns of one length", key=str(path), mend=MEND)
        yield AnnotatedSeries(name=name, columns=columns, marks=people)


def read_weekly_totals(data: Path) -> WeeklyTotals:
    """Read the weekly totals of Israelis and Palestinians towards each other.

    Raises:
        UnreadableError: if the file is missing or broken.
    """
    path = data / WEEKLY
    try:
        with path.open(encoding="utf-8", newline="") as lines:
            rows = list(csv.DictReader(lines))
        columns = tuple(tuple(float(row[side]) for row in rows) for side in ("i2p", "p2i"))
    except (OSError, KeyError, TypeError, ValueError) as error:
        raise UnreadableError("not weekly totals", key=str(path), mend=MEND) from error
    return WeeklyTotals(columns=columns, first=FIRST_WEEK)


def _read_json(path: Path) -> Mapping[str, Any]:
    try:
        held = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise UnreadableError("not JSON", key=str(path), mend=MEND) from error
    if not isinstance(held, dict):
        raise UnreadableError("not a JSON object", key=str(path), mend=MEND)
    return held


def _values(raw: list[float | None]) -> Values:
    return tuple(None if value is None else float(value) for value in raw)
