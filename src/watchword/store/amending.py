"""Readings with what people put right in them: rows beside the machine's, which stays.

Invariant: a correction, or the undoing of one, adds a reading of its report. It is the report's
last one from its instant on, so that whatever takes the last reading takes what holds: searches,
views and briefs; and what was known before stays as it was.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import sqlalchemy as sa

from watchword.model.read_report import ReadReport
from watchword.store.columns import AFTER_DIGITS
from watchword.store.readings import add_readings, reading_of
from watchword.store.reports import numbers_of
from watchword.store.tables import claim, reading, report
from watchword.store.transactions import View, Writing
from watchword.store.vectors import repeat_vectors

AMENDED = "corrections "
"""What the name of a reading by people begins with; the key of their last decision follows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimHome:
    """Where a claim stands.

    Attributes:
        report: key of the report.
        start: first character of what is claimed, in the report's text.
        end: the character after the last one.
    """

    report: str
    start: int
    end: int


def is_by_machine() -> sa.ColumnElement[bool]:
    """That a row of `reading` is a machine's: people's add nothing that was not claimed before."""
    return ~reading.c.made_by.startswith(AMENDED, autoescape=True)


def homes_of(view: View, keys: Sequence[str]) -> dict[str, ClaimHome]:
    """Where claims stand, by their keys; of every reading that is known, struck out ones too."""
    query = (
        sa.select(claim.c.key, report.c.key.label("report"), claim.c.start, claim.c.end)
        .select_from(claim.join(report).join(reading, reading.c.id == claim.c.reading_id))
        .where(claim.c.key.in_(keys), reading.c.known_at <= view.as_of)
        .order_by(claim.c.id.desc())
    )
    return {
        row.key: ClaimHome(report=row.report, start=row.start, end=row.end)
        for row in view.connection.execute(query)
    }


def claims_named(view: View, name: str) -> tuple[str, ...]:
    """Keys of claims that begin so, two at most: of every reading that is known."""
    query = (
        sa.select(claim.c.key)
        .join(reading, reading.c.id == claim.c.reading_id)
        .where(claim.c.key >= name, claim.c.key < name + AFTER_DIGITS)
        .where(reading.c.known_at <= view.as_of)
        .distinct()
        .limit(2)
    )
    found = view.connection.scalars(query)
    return tuple(key for key in found if key.startswith(name))  # a server may sort by its language


def claims_in(view: View, key: str) -> dict[str, tuple[int, int]]:
    """Where the claims of a report stand in it, by their keys, of all of its readings."""
    query = (
        sa.select(claim.c.key, claim.c.start, claim.c.end)
        .join(report, report.c.id == claim.c.report_id)
        .where(report.c.key == key)
    )
    return {row.key: (row.start, row.end) for row in view.connection.execute(query)}


def read_by_machine(view: View, key: str) -> tuple[int, ReadReport] | None:
    """The last reading of a report that no person has put right, with its row number."""
    query = (
        sa.select(report, reading.c.payload, reading.c.id.label("reading_id"))
        .join(reading, reading.c.report_id == report.c.id)
        .where(
            report.c.key == key,
            reading.c.payload.is_not(None),
            reading.c.known_at <= view.as_of,
            is_by_machine(),
        )
        .order_by(reading.c.id.desc())
        .limit(1)
    )
    row = view.connection.execute(query).first()
    return None if row is None else (row.reading_id, reading_of(row))


def amended_among(view: View, keys: Sequence[str]) -> list[str]:
    """Which of some reports have a reading that people put right."""
    query = (
        sa.select(report.c.key)
        .join(reading, reading.c.report_id == report.c.id)
        .where(
            report.c.key.in_(keys),
            reading.c.known_at <= view.as_of,
            ~is_by_machine(),
        )
        .distinct()
        .order_by(report.c.key)
    )
    return list(view.connection.scalars(query))


def add_amended(writing: Writing, read: ReadReport, base: int, name: str) -> None:
    """Add a reading that people put right, with the directions of the one it stands on.

    Args:
        writing: the transaction.
        read: what the report holds now.
        base: row number of the machine's reading.
        name: what tells this reading from others of the report, a decision's key.
    """
    made_by = f"{AMENDED}{name}"
    add_readings(writing, [read], made_by=made_by)
    (number,) = numbers_of(writing, [read.report.key]).values()
    query = sa.select(reading.c.id).where(
        reading.c.report_id == number, reading.c.made_by == made_by
    )
    added = writing.connection.scalar(query)
    repeat_vectors(writing, base, int(added or 0))
