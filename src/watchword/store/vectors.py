"""Directions of meaning, kept as 384 signed bytes, with their signs apart to be loaded at once."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import numpy as np
import sqlalchemy as sa

from watchword.model.read_report import ReadReport
from watchword.store.server_index import add_directions, add_missing_directions, keeps_directions
from watchword.store.tables import report, sign, vector
from watchword.store.transactions import View, Writing

WIDTH = 384
_SCALE = 127
_AT_ONCE = 1_000


def add_vectors(writing: Writing, read: Mapping[int, ReadReport], ids: Mapping[int, int]) -> None:
    """Keep the direction of each report, and of each of its sentences that makes a claim.

    Args:
        writing: the transaction.
        read: what was found, by the row number of the report.
        ids: the row number of the reading, by that of the report.
    """
    rows = [
        {"reading_id": ids[number], "report_id": number, "sentence_start": start, "codes": codes}
        for number, each in read.items()
        for start, codes in _each_vector(each)
    ]
    _add_rows(writing, rows, [ids[number] for number in read])


def repeat_vectors(writing: Writing, of: int, to: int) -> None:
    """Give one reading of a report the directions of another one.

    Args:
        writing: the transaction.
        of: row number of the reading that has them.
        to: row number of the reading that is to have them.
    """
    kept = sa.select(vector.c.report_id, vector.c.sentence_start, vector.c.codes)
    found = writing.connection.execute(kept.where(vector.c.reading_id == of)).all()
    rows = [
        {
            "report_id": row.report_id,
            "sentence_start": row.sentence_start,
            "codes": row.codes,
            "reading_id": to,
        }
        for row in found
    ]
    _add_rows(writing, rows, [to])


def index_vectors_anew(writing: Writing) -> None:
    """Fill the server's index of directions, where it keeps one, after rows were copied."""
    if keeps_directions(writing.connection):
        add_missing_directions(writing.connection)


def sign_vectors_anew(writing: Writing) -> None:
    """Make the signs of directions that were added by row."""
    kept = sa.select(vector.c.id, vector.c.codes).order_by(vector.c.id)
    for rows in writing.connection.execute(kept).partitions(_AT_ONCE):
        signs = [{"id": row.id, "bits": signs_of(bytes(row.codes))} for row in rows]
        writing.connection.execute(sign.insert(), signs)


def directions_of(view: View, keys: Sequence[str]) -> dict[str, bytes]:
    """The direction of each of these reports, as `Reading.embedding`, by its key."""
    query = (
        sa.select(report.c.key, vector.c.codes)
        .join(report, report.c.id == vector.c.report_id)
        .where(report.c.key.in_(keys), vector.c.sentence_start.is_(None))
        .order_by(vector.c.id)
    )
    return {row.key: half_of(bytes(row.codes)) for row in view.connection.execute(query)}


def directions_in(view: View, key: str) -> dict[int, bytes]:
    """The direction of each sentence of a report that makes a claim, by where it begins."""
    query = (
        sa.select(vector.c.sentence_start, vector.c.codes)
        .join(report, report.c.id == vector.c.report_id)
        .where(report.c.key == key, vector.c.sentence_start.is_not(None))
        .order_by(vector.c.id)
    )
    rows = view.connection.execute(query)
    return {row.sentence_start: half_of(bytes(row.codes)) for row in rows}


def each_direction(
    view: View, keys: Sequence[str] | None = None
) -> Iterator[tuple[str, int, bytes]]:
    """The direction of every sentence that makes a claim: its report, where it begins, and it.

    Args:
        view: the record, as known at an instant.
        keys: keys of the reports that are wanted; all of them where None.
    """
    query = (
        sa.select(report.c.key, vector.c.sentence_start, vector.c.codes)
        .join(report, report.c.id == vector.c.report_id)
        .where(report.c.known_at <= view.as_of, vector.c.sentence_start.is_not(None))
        .order_by(vector.c.id)
    )
    if keys is not None:
        query = query.where(report.c.key.in_(keys))
    for row in view.connection.execute(query):
        yield row.key, row.sentence_start, half_of(bytes(row.codes))


def half_of(codes: bytes) -> bytes:
    """Codes as 384 little-endian half floats, of length one."""
    direction = np.frombuffer(codes, np.int8).astype(np.float32)
    length = float(np.linalg.norm(direction)) or 1.0
    return (direction / length).astype("<f2").tobytes()


def codes_of(direction: "np.ndarray[Any, Any]") -> bytes:
    """A direction as 384 signed bytes; its length is let go."""
    length = float(np.linalg.norm(direction)) or 1.0
    return np.rint(direction / length * _SCALE * _GAIN).clip(-127, 127).astype(np.int8).tobytes()


def codes_of_all(directions: "np.ndarray[Any, Any]") -> list[bytes]:
    """Directions, a row each, as `codes_of` makes them one by one."""
    # Each length by itself: those of all at once differ in the last bit, and so might the codes.
    lengths = np.array([float(np.linalg.norm(each)) or 1.0 for each in directions], np.float32)
    scaled = directions / lengths[:, None] * _SCALE * _GAIN
    codes = np.rint(scaled).clip(-127, 127).astype(np.int8)
    return [each.tobytes() for each in codes]


_GAIN = 4.0
"""A direction's 384 numbers are about 0.05 each, far below 1: a quarter of the range is used."""


def signs_of(codes: bytes) -> bytes:
    """The signs of a direction's numbers, a bit each."""
    return np.packbits(np.frombuffer(codes, np.int8) > 0).tobytes()


def signs_of_all(codes: Sequence[bytes]) -> list[bytes]:
    """The signs of each of some directions."""
    numbers = np.frombuffer(b"".join(codes), np.int8).reshape(-1, WIDTH)
    return [each.tobytes() for each in np.packbits(numbers > 0, axis=1)]


def _each_vector(each: ReadReport) -> Iterator[tuple[int | None, bytes]]:
    if not each.vectors:
        return
    rows = {start: np.frombuffer(half, "<f2").astype(np.float32) for start, half in each.vectors}
    yield None, codes_of(np.mean(list(rows.values()), axis=0))
    claimed = {claim.sentence.start for claim in each.extraction.claims}
    for start in sorted(claimed & rows.keys()):
        yield start, codes_of(rows[start])


def _add_rows(writing: Writing, rows: list[dict[str, Any]], readings: Sequence[int]) -> None:
    """Add directions, all that these readings have, with their signs."""
    if not rows:
        return
    writing.connection.execute(vector.insert(), rows)
    added = writing.connection.execute(
        sa.select(vector.c.id, vector.c.codes).where(vector.c.reading_id.in_(readings))
    ).all()
    signs = [{"id": row.id, "bits": signs_of(row.codes)} for row in added]
    writing.connection.execute(sign.insert(), signs)
    if keeps_directions(writing.connection):
        add_directions(writing.connection, [(row.id, bytes(row.codes)) for row in added])
