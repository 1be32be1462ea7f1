"""Reports and what was found in them as rows of the tables, values as a database keeps them."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

import numpy as np

from watchword.model.read_report import ReadReport
from watchword.model.report import Report
from watchword.store.columns import microseconds, pack
from watchword.store.dialect_bulk import Row
from watchword.store.found_rows import claim_row, each_mention
from watchword.store.reports import row_of
from watchword.store.tables import claim, mention, report
from watchword.store.vectors import WIDTH, codes_of_all

REPORT = tuple(column.name for column in report.columns)
READING = ("id", "report_id", "made_by", "failure", "payload", "claims", "known_at")
CLAIM = tuple(column.name for column in claim.columns)
MENTION = tuple(column.name for column in mention.columns)
VECTOR = ("id", "reading_id", "report_id", "sentence_start", "codes")
_SINCE, _UNTIL = CLAIM.index("since"), CLAIM.index("until")


def report_row(number: int, each: Report, known_at: int) -> Row:
    """The row of a report that no feed brought."""
    told = row_of(each)
    told |= {"id": number, "feed": None, "known_at": known_at}
    told["published_at"] = _kept(told["published_at"])
    told["day_only"] = int(told["day_only"])
    told["text"] = pack(told["text"].encode("utf-8", "surrogatepass"))
    return tuple(told[name] for name in REPORT)


def each_claim_row(number: int, reading: int, each: ReadReport) -> Iterator[Row]:
    """The rows of a report's claims, without their own numbers."""
    for ordinal, found in enumerate(each.extraction.claims):
        told: dict[str, Any] = claim_row(ordinal, found)
        told |= {"id": 0, "reading_id": reading, "report_id": number}
        row = [told[name] for name in CLAIM]
        row[_SINCE], row[_UNTIL] = _kept(row[_SINCE]), _kept(row[_UNTIL])
        yield tuple(row[1:])


def each_mention_row(number: int, reading: int, each: ReadReport) -> Iterator[Row]:
    """The rows of who and where a report speaks of, without their own numbers."""
    for told in each_mention(each):
        yield reading, number, told["kind"], told["name"], told["country"], told["geonames_id"]


def vector_rows(found: Sequence[tuple[int, int, ReadReport]]) -> list[Row]:
    """The rows of the directions of reports and their sentences, without their own numbers.

    Args:
        found: row number of each report and of its reading, and what was found in it.
    """
    places: list[tuple[int, int, int | None]] = []
    directions: list[np.ndarray[Any, Any]] = []
    for number, reading, each in found:
        if not each.vectors:
            continue
        starts = [start for start, _ in each.vectors]
        halves = b"".join(half for _, half in each.vectors)
        rows = np.frombuffer(halves, "<f2").reshape(-1, WIDTH).astype(np.float32)
        at = {start: place for place, start in enumerate(starts)}
        claimed = sorted({claim.sentence.start for claim in each.extraction.claims} & at.keys())
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
