"""What was found in reports: whole, to be shown and briefed, and row by row, to be searched.

Invariant: one reading of a report by one maker, added once; a later maker's is a row beside it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from watchword.model.read_report import ReadReport
from watchword.model.report import Report
from watchword.model.scope import Scope
from watchword.store.dialect import add_words, insert_new, is_among
from watchword.store.found_rows import (
    claim_row,
    claim_words,
    each_mention,
    pack_reading,
    unpack_reading,
)
from watchword.store.reports import numbers_of, report_of, words_of
from watchword.store.scoping import within
from watchword.store.tables import claim, mention, reading, report
from watchword.store.tallies import tally_readings
from watchword.store.transactions import View, Writing
from watchword.store.vectors import add_vectors

_AT_ONCE = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """A report that could not be read.

    Attributes:
        report: its key.
        reason: why not, in words.
    """

    report: str
    reason: str


def add_readings(writing: Writing, found: Sequence[ReadReport | Failure], *, made_by: str) -> int:
    """Add what was found in reports by one maker, and give how many of them were new.

    Args:
        writing: the transaction.
        found: what was found, or that nothing could be.
        made_by: name and version of the maker.
    """
    keys = [_key_of(each) for each in found]
    numbers = numbers_of(writing, keys)
    done = _read_already(writing, list(numbers.values()), made_by)
    fresh = {
        numbers[key]: each
        for key, each in zip(keys, found, strict=True)
        if key in numbers and numbers[key] not in done
    }
    if not fresh:
        return 0
    rows = [_row(number, each, made_by, writing) for number, each in fresh.items()]
    writing.connection.execute(insert_new(reading, writing.connection), rows)
    ids = _ids(writing, list(fresh), made_by)
    claims, mentions = _add_rows(writing, fresh, ids)
    tried = {
        number: (ids[number], None if isinstance(each, Failure) else each.report)
        for number, each in fresh.items()
    }
    tally_readings(writing, tried, claims, mentions)
    return len(fresh)


def each_unread_report(
    view: View, made_by: str | None = None, *, after: int = 0
) -> Iterator[tuple[int, Report]]:
    """The next reports that wait to be read, in the order they came, each with its row number.

    Args:
        view: the record.
        made_by: a maker that has not read them; nobody has where None.
        after: row number that they come after.
    """
    query = sa.select(report).where(report.c.id > after, _is_waiting(made_by))
    query = query.order_by(report.c.id)
    for row in view.connection.execute(query.limit(_AT_ONCE)):
        yield row.id, report_of(row)


def count_unread_reports(view: View, made_by: str | None = None) -> int:
    """How many reports wait to be read, by this maker or, where None, by anybody."""
    query = sa.select(sa.func.count()).select_from(report).where(_is_waiting(made_by))
    return int(view.connection.scalar(query) or 0)


def _is_waiting(made_by: str | None) -> sa.ColumnElement[bool]:
    there = sa.exists().where(reading.c.report_id == report.c.id)
    return ~(there if made_by is None else there.where(reading.c.made_by == made_by))


def each_reading(
    view: View,
    *,
    keys: Sequence[str] | None = None,
    scope: Scope | None = None,
    numbers: Sequence[int] | None = None,
) -> Iterator[ReadReport]:
    """Every report that is known and read, with what its latest reader found.

    Args:
        view: the record, as known at an instant.
        keys: the reports wanted, all of them where None.
        scope: what the reports are to speak of, anything where None.
        numbers: row numbers of the reports wanted, all of them where None.
    """
    known = sa.select(sa.func.max(reading.c.id)).where(
        reading.c.known_at <= view.as_of, reading.c.payload.is_not(None)
    )
    if numbers is not None:
        known = known.where(is_among(view.connection, reading.c.report_id, numbers))
    if keys is not None:
        wanted = sa.select(report.c.id).where(report.c.key.in_(keys))
        known = known.where(reading.c.report_id.in_(wanted))
    latest = known.group_by(reading.c.report_id)
    query = (
        sa.select(report, reading.c.payload)
        .join(reading, reading.c.report_id == report.c.id)
        .where(reading.c.id.in_(latest), report.c.known_at <= view.as_of)
        .order_by(report.c.id)
    )
    if keys is not None:
        query = query.where(report.c.key.in_(keys))
    if scope is not None:
        query = query.where(*within(view, scope))
    for row in view.connection.execute(query).yield_per(_AT_ONCE):
        yield reading_of(row)


def each_reading_after(view: View, after: int) -> Iterator[tuple[int, ReadReport]]:
    """The next readings in the order they were added, each with its row number."""
    query = (
        sa.select(report, reading.c.payload, reading.c.id.label("reading_id"))
        .join(reading, reading.c.report_id == report.c.id)
        .where(reading.c.id > after, reading.c.payload.is_not(None))
        .order_by(reading.c.id)
    )
    for row in view.connection.execute(query.limit(_AT_ONCE)):
        yield row.reading_id, reading_of(row)


def instants_of_readings(view: View, numbers: Sequence[int]) -> dict[int, datetime]:
    """From when each of these readings is known, by its row number."""
    query = sa.select(reading.c.id, reading.c.known_at).where(reading.c.id.in_(numbers))
    return {row.id: row.known_at for row in view.connection.execute(query)}


def last_reading(view: View) -> tuple[int, datetime | None]:
    """Row number of the newest reading and from when it is known; 0 and None without any."""
    query = sa.select(reading.c.id, reading.c.known_at).order_by(reading.c.id.desc()).limit(1)
    row = view.connection.execute(query).first()
    return (0, None) if row is None else (row.id, row.known_at)


def last_read_at(view: View) -> datetime | None:
    """From when the newest reading is known as of the view; None without any."""
    query = sa.select(sa.func.max(reading.c.known_at)).where(reading.c.known_at <= view.as_of)
    newest: datetime | None = view.connection.scalar(query)
    return newest


def first_instant(view: View) -> datetime | None:
    """From when the first report is known; None without any."""
    first: datetime | None = view.connection.scalar(sa.select(sa.func.min(report.c.known_at)))
    return first


def count_readings_after(view: View, after: int) -> int:
    """How many readings were added after the one with this row number."""
    query = sa.select(sa.func.count()).select_from(reading)
    query = query.where(reading.c.id > after, reading.c.payload.is_not(None))
    return int(view.connection.scalar(query) or 0)


def names_mentioned(view: View) -> Iterator[tuple[str, str | None, int]]:
    """The names of actors in reports, with the country they belong to, the most reports first."""
    count = sa.func.count(sa.distinct(mention.c.report_id))
    query = (
        sa.select(mention.c.name, mention.c.country, count.label("reports"))
        .join(reading, reading.c.id == mention.c.reading_id)
        .where(mention.c.kind == "actor", reading.c.known_at <= view.as_of)
        .group_by(mention.c.name, mention.c.country)
        .order_by(count.desc(), mention.c.name)
    )
    for row in view.connection.execute(query):
        yield row.name, row.country, row.reports


def each_failure(view: View) -> Iterator[tuple[Report, str]]:
    """Reports that could not be read, each with the reason, but those that a later maker read."""
    later = reading.alias()
    read = sa.exists().where(
        later.c.report_id == report.c.id,
        later.c.payload.is_not(None),
        later.c.known_at <= view.as_of,
    )
    query = (
        sa.select(report, reading.c.failure)
        .join(reading, reading.c.report_id == report.c.id)
        .where(reading.c.failure.is_not(None), reading.c.known_at <= view.as_of, ~read)
        .order_by(report.c.id)
    )
    for row in view.connection.execute(query):
        yield report_of(row), row.failure


def claims_there(view: View, keys: Sequence[str]) -> set[str]:
    """Which of some claims are known, by their keys."""
    known = sa.select(claim.c.key).join(reading, reading.c.id == claim.c.reading_id)
    query = known.where(claim.c.key.in_(keys), reading.c.known_at <= view.as_of)
    return set(view.connection.scalars(query))


def homes_of_claims(view: View, keys: Sequence[str]) -> dict[str, str]:
    """The key of the report that makes each of some claims that are known, by the claim's."""
    query = (
        sa.select(claim.c.key, report.c.key.label("report"))
        .join(reading, reading.c.id == claim.c.reading_id)
        .join(report, report.c.id == claim.c.report_id)
        .where(claim.c.key.in_(keys), reading.c.known_at <= view.as_of)
    )
    return {row.key: row.report for row in view.connection.execute(query.order_by(claim.c.id))}


def index_anew(writing: Writing) -> None:
    """Fill the full-text indexes of a store whose rows were copied, and whose indexes are empty."""
    for row in writing.connection.execute(sa.select(report)).yield_per(_AT_ONCE):
        words = [(row.id, words_of(report_of(row)))]
        add_words(writing.connection, "report_words", words)
    query = sa.select(report, reading.c.payload, reading.c.id.label("reading_id"), report.c.id)
    query = query.join(reading, reading.c.report_id == report.c.id)
    read = query.where(reading.c.payload.is_not(None)).order_by(reading.c.id)
    for row in writing.connection.execute(read).yield_per(_AT_ONCE):
        _index_claims(writing, {row.id: reading_of(row)}, {row.id: row.reading_id})


def add_rows_anew(writing: Writing) -> None:
    """Make claims, mentions and indexes of reports and readings that were added by row.

    Raises:
        StoreError: if what was found in a report cannot be read.
    """
    reports = sa.select(report).order_by(report.c.id)
    for rows in writing.connection.execute(reports).partitions(_AT_ONCE):
        words = [(row.id, words_of(report_of(row))) for row in rows]
        add_words(writing.connection, "report_words", words)
    query = sa.select(report, reading.c.payload, reading.c.id.label("reading_id"))
    query = query.join(reading, reading.c.report_id == report.c.id)
    read = query.where(reading.c.payload.is_not(None)).order_by(reading.c.id)
    page: dict[int, ReadReport | Failure] = {}
    ids: dict[int, int] = {}
    for row in writing.connection.execute(read).yield_per(_AT_ONCE):
        if row.id in page or len(page) == _AT_ONCE:
            _add_rows(writing, page, ids)
            page, ids = {}, {}
        page[row.id], ids[row.id] = reading_of(row), row.reading_id
    _add_rows(writing, page, ids)


def reading_of(row: Any) -> ReadReport:  # noqa: ANN401 - a row with a report's columns and a payload
    """The report that a row keeps, with what was found in it."""
    return unpack_reading(bytes(row.payload), report_of(row))


def _key_of(each: ReadReport | Failure) -> str:
    return each.report if isinstance(each, Failure) else each.report.key


def _read_already(writing: Writing, numbers: Sequence[int], made_by: str) -> set[int]:
    return set(_ids(writing, numbers, made_by))


def _ids(writing: Writing, numbers: Sequence[int], made_by: str) -> dict[int, int]:
    """The row number of each reading by a maker, by that of its report."""
    rows = writing.connection.execute(
        sa.select(reading.c.report_id, reading.c.id).where(
            reading.c.report_id.in_(numbers), reading.c.made_by == made_by
        )
    )
    return {row.report_id: row.id for row in rows}


def _row(number: int, each: ReadReport | Failure, made_by: str, writing: Writing) -> dict[str, Any]:
    row = {"report_id": number, "made_by": made_by, "known_at": writing.at}
    if isinstance(each, Failure):
        return {**row, "failure": each.reason, "payload": None, "claims": 0}
    claims = len(each.extraction.claims)
    return {**row, "failure": None, "payload": pack_reading(each), "claims": claims}


def _add_rows(
    writing: Writing, fresh: dict[int, ReadReport | Failure], ids: dict[int, int]
) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Add the rows of what was found, and give those of its claims and of its mentions."""
    claims: list[dict[str, Any]] = []
    mentions: list[dict[str, Any]] = []
    read = {number: each for number, each in fresh.items() if isinstance(each, ReadReport)}
    for number, each in read.items():
        home = {"reading_id": ids[number], "report_id": number}
        claims += [
            {**claim_row(at, found), **home} for at, found in enumerate(each.extraction.claims)
        ]
        mentions += [{**row, **home} for row in each_mention(each)]
    if claims:
        writing.connection.execute(insert_new(claim, writing.connection), claims)
        _index_claims(writing, read, ids)
    if mentions:
        writing.connection.execute(mention.insert(), mentions)
    add_vectors(writing, read, ids)
    return claims, mentions


def _index_claims(writing: Writing, read: dict[int, ReadReport], ids: dict[int, int]) -> None:
    rows = writing.connection.execute(
        sa.select(claim.c.id, claim.c.report_id, claim.c.ordinal).where(
            claim.c.reading_id.in_([ids[number] for number in read])
        )
    )
    words = [
        (row.id, claim_words(read[row.report_id].extraction.claims[row.ordinal])) for row in rows
    ]
    add_words(writing.connection, "claim_words", words)
