"""Reports and what was found in them as rows of the tables, values as a database keeps them."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

import numpy as np

from watchword.model.report import Report
from watchword.store.bulk.found import OF_CLAIM, OF_MENTION, PackedFound
from watchword.store.columns import microseconds, pack
from watchword.store.dialect_bulk import Row
from watchword.store.reports import row_of
from watchword.store.tables import report
from watchword.store.vectors import WIDTH, codes_of_all

REPORT = tuple(column.name for column in report.columns)
READING = ("id", "report_id", "made_by", "failure", "payload", "claims", "known_at")
CLAIM = ("id", "reading_id", "report_id", *OF_CLAIM)
MENTION = ("id", "reading_id", "report_id", *OF_MENTION)
VECTOR = ("id", "reading_id", "report_id", "sentence_start", "codes")
_SENTENCE = OF_CLAIM.index("sentence_start")
Placed = tuple[int, int, PackedFound]
"""Row number of a report and of its reading, and what was found in it."""


def report_row(number: int, each: Report, known_at: int) -> Row:
    """The row of a report that no feed brought."""
    told = row_of(each)
    told |= {"id": number, "feed": None, "known_at": known_at}
    told["published_at"] = _kept(told["published_at"])
    told["day_only"] = int(told["day_only"])
    told["text"] = pack(told["text"].encode("utf-8", "surrogatepass"))
    return tuple(told[name] for name in REPORT)


def claim_rows(found: Sequence[Placed]) -> list[Row]:
    """The rows of the claims of reports, without their own numbers."""
    return [(reading, number, *row) for number, reading, each in found for row in each.rows.claims]


def mention_rows(found: Sequence[Placed]) -> list[Row]:
    """The rows of who and where reports speak of, without their own numbers."""
    return [
        (reading, number, *row) for number, reading, each in found for row in each.rows.mentions
    ]


def vector_rows(found: Sequence[Placed]) -> list[Row]:
    """The rows of the directions of reports and their sentences, without their own numbers."""
    places: list[tuple[int, int, int | None]] = []
    directions: list[np.ndarray[Any, Any]] = []
    for number, reading, each in found:
        if not each.vectors:
            continue
        starts = [start for start, _ in each.vectors]
        halves = b"".join(half for _, half in each.vectors)
        rows = np.frombuffer(halves, "<f2").reshape(-1, WIDTH).astype(np.float32)
        at = {start: place for place, start in enumerate(starts)}
        claimed = sorted({row[_SENTENCE] for row in each.rows.claims} & at.keys())
        told = rows if len(at) == len(starts) else rows[list(at.values())]
        places.append((reading, number, None))
        directions.append(np.mean(told, axis=0))
        places += [(reading, number, start) for start in claimed]
        directions += [rows[at[start]] for start in claimed]
    if not places:
        return []
    codes = codes_of_all(np.stack(directions))
    return [(*place, each) for place, each in zip(places, codes, strict=True)]


def _kept(at: datetime | None) -> int | None:
    return None if at is None else microseconds(at)
