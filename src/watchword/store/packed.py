"""Readings as they are kept, to be unpacked elsewhere: that is most of what taking them costs."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import sqlalchemy as sa

from watchword.model.read_report import ReadReport
from watchword.model.report import Report
from watchword.store.codec import from_bytes
from watchword.store.reports import report_of
from watchword.store.tables import reading, report
from watchword.store.transactions import View


@dataclass(frozen=True, slots=True, kw_only=True)
class PackedReading:
    """A reading that is not unpacked yet.

    Attributes:
        number: its row number.
        report: the report.
        payload: what was found in it, packed.
    """

    number: int
    report: Report
    payload: bytes


def each_packed_after(view: View, after: int, most: int) -> Iterator[PackedReading]:
    """The next readings in the order they were added.

    Args:
        view: the record.
        after: row number of the last one that is not wanted.
        most: how many.
    """
    query = (
        sa.select(report, reading.c.payload, reading.c.id.label("reading_id"))
        .join(reading, reading.c.report_id == report.c.id)
        .where(reading.c.id > after, reading.c.payload.is_not(None))
        .order_by(reading.c.id)
        .limit(most)
    )
    for row in view.connection.execute(query):
        yield PackedReading(
            number=row.reading_id, report=report_of(row), payload=bytes(row.payload)
        )


def unpacked(packed: PackedReading) -> ReadReport:
    """The reading, with its report.

    Raises:
        StoreError: if what is kept is no reading.
    """
    page = packed.report
    return replace(from_bytes(ReadReport, packed.payload, page=page), report=page)
