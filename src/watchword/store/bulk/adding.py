"""One group of reports with what was found in them, added in one transaction.

Invariant: the rows are those that `add_reports` and `add_readings` would have added one by one. A
report that is there already is not added again, nor what the same maker found in it.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import sqlalchemy as sa

from watchword.model.read_report import ReadReport
from watchword.model.report import Unread
from watchword.store.bulk import rows as made
from watchword.store.bulk.counts import Counted
from watchword.store.bulk.found import PackedFound, pack_found, unpack_found
from watchword.store.columns import microseconds
from watchword.store.dialect_bulk import Row, add_up_rows, allot, hasten, put_rows, put_words
from watchword.store.readings import add_readings
from watchword.store.reports import add_unread, keys_known, words_of
from watchword.store.server_index import add_directions, keeps_directions
from watchword.store.tables import claim, mention, reading, report, vector
from watchword.store.tables_derived import tally
from watchword.store.transactions import Writing
from watchword.store.vectors import signs_of_all

_Read = ReadReport | PackedFound


@dataclass(frozen=True, slots=True, kw_only=True)
class AddedGroup:
    """What came of a group.

    Attributes:
        reports: reports that were added.
        claims: claims in those.
        known: reports that were there already.
        read_again: keys of those of them that nobody of this name had read.
        unread: what could not be read as a report.
    """

    reports: int
    claims: int
    known: int
    read_again: tuple[str, ...]
    unread: int


def add_group(writing: Writing, found: Sequence[_Read | Unread], *, made_by: str) -> AddedGroup:
    """Add reports with what was found in them, all of them or, where it fails, none.

    Args:
        writing: the transaction.
        found: what was read, packed where somebody has it so, and what could not be.
        made_by: name and version of the reader.
    """
    hasten(writing.connection)
    read = {each.report.key: each for each in found if not isinstance(each, Unread)}
    unread = [each for each in found if isinstance(each, Unread)]
    known = keys_known(writing, list(read))
    fresh = [_packed(each) for key, each in read.items() if key not in known]
    claims = _add_fresh(writing, fresh, made_by) if fresh else 0
    again = _add_known(writing, [read[key] for key in read if key in known], made_by)
    add_unread(writing, unread)
    return AddedGroup(
        reports=len(fresh),
        claims=claims,
        known=len(found) - len(unread) - len(fresh),
        read_again=again,
        unread=len(unread),
    )


def _packed(each: _Read) -> PackedFound:
    return each if isinstance(each, PackedFound) else pack_found(each)


def _unpacked(each: _Read) -> ReadReport:
    return unpack_found(each) if isinstance(each, PackedFound) else each


def _add_known(writing: Writing, found: list[_Read], made_by: str) -> tuple[str, ...]:
    """Add what was found in reports that are there, one by one: what is counted changes."""
    if not found:
        return ()
    query = (
        sa.select(report.c.key)
        .join(reading, reading.c.report_id == report.c.id)
        .where(reading.c.made_by == made_by, report.c.key.in_([each.report.key for each in found]))
    )
    done = set(writing.connection.scalars(query))
    waiting = [_unpacked(each) for each in found if each.report.key not in done]
    add_readings(writing, waiting, made_by=made_by)
    return tuple(each.report.key for each in waiting)


def _add_fresh(writing: Writing, fresh: list[PackedFound], made_by: str) -> int:
    connection, at = writing.connection, microseconds(writing.at)
    numbers = allot(connection, report, len(fresh))
    readings = allot(connection, reading, len(fresh))
    placed = list(zip(numbers, readings, fresh, strict=True))
    put_rows(
        connection,
        "report",
        made.REPORT,
        (made.report_row(number, each.report, at) for number, _, each in placed),
    )
    words = ((number, words_of(each.report)) for number, _, each in placed)
    put_words(connection, "report_words", words)
    told = (
        (own, number, made_by, None, each.payload, len(each.rows.claims), at)
        for number, own, each in placed
    )
    put_rows(connection, "reading", made.READING, told)
    claims = _numbered(connection, claim, made.CLAIM, made.claim_rows(placed))
    texts = (words for each in fresh for words in each.rows.words)
    put_words(
        connection, "claim_words", ((row[0], text) for row, text in zip(claims, texts, strict=True))
    )
    mentions = _numbered(connection, mention, made.MENTION, made.mention_rows(placed))
    _add_vectors(connection, made.vector_rows(placed))
    counted = Counted()
    counted.add_reports((each.report, len(each.rows.claims)) for each in fresh)
    counted.add_claims(claims)
    counted.add_mentions(mentions)
    add_up_rows(connection, tally, counted.rows(), summed=("reports", "claims"))
    return len(claims)


def _add_vectors(connection: sa.Connection, found: list[Row]) -> None:
    rows = _numbered(connection, vector, made.VECTOR, found)
    codes = [row[-1] for row in rows]
    if not rows:
        return
    signs = zip((row[0] for row in rows), signs_of_all(codes), strict=True)
    put_rows(connection, "sign", ("id", "bits"), signs)
    if keeps_directions(connection):
        add_directions(connection, [(row[0], row[-1]) for row in rows])


def _numbered(
    connection: sa.Connection, table: sa.Table, columns: Sequence[str], rows: list[Row]
) -> list[Row]:
    """Add rows that have no numbers yet, and give them with theirs."""
    if not rows:
        return []
    numbered = [
        (number, *row)
        for number, row in zip(allot(connection, table, len(rows)), rows, strict=True)
    ]
    put_rows(connection, table.name, columns, numbered)
    return numbered
