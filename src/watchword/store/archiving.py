"""The rows of a record that go into an archive, as JSON values, and back into a new store.

Invariant: what a store was filled with from an archive gives the same rows again. What follows
from other rows (claims by row, mentions, indexes, signs) is made again and not carried; neither is
what belongs to one machine: leases, deliveries, channels, accounts, how visits go.
"""

import json
from base64 import b64decode, b64encode
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from watchword.errors import RefusedError
from watchword.store.assessments import AssessmentKind
from watchword.store.columns import (
    Flag,
    Instant,
    Number,
    PackedJson,
    PackedText,
    microseconds,
    pack,
    unpack,
)
from watchword.store.deriving import derive_anew
from watchword.store.dialect import go_on_counting
from watchword.store.readings import add_rows_anew
from watchword.store.reports import numbers_of
from watchword.store.tables import (
    alert,
    assessment,
    brief,
    claim,
    clock,
    copy_trace,
    decision,
    entry,
    feed,
    identity,
    indicator,
    meta,
    placement,
    reading,
    report,
    sighting,
    story_step,
    story_trace,
    succession,
    unread,
    vector,
    visit,
)
from watchword.store.transactions import View, Writing
from watchword.store.vectors import WIDTH, index_vectors_anew, sign_vectors_anew

ArchivedRow = Mapping[str, Any]
"""A row by its columns, as JSON values."""

CARRIED: Mapping[str, sa.Table] = {
    table.name: table
    for table in (
        *(feed, visit, entry, report, unread, reading, vector, copy_trace, placement, succession),
        *(story_trace, story_step, identity, decision, brief, indicator, sighting, alert),
        assessment,
    )
}
"""The tables that an archive carries, each after those that it refers to."""
GROUPED = frozenset(
    each.name
    for each in (
        *(copy_trace, placement, succession, story_trace, story_step, identity, sighting),
        alert,
    )
)
"""Those that are made of many reports, and that a machine makes again from reports and readings."""
_DIGESTS = frozenset((report.c.text_sha256, report.c.raw_sha256))
_PACKED = frozenset((reading.c.payload, succession.c.payload, story_trace.c.trace))
_DONE = "done "
_OWING = "done owing "
_AT_ONCE = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    """What of the rows is left out.

    Attributes:
        reports: keys of reports that are left out with everything that was found in them.
        feeds: keys of the feeds that are carried, with their visits and entries.
        is_earlier: whether the archive is as of an earlier instant than the record's last.
    """

    reports: frozenset[str]
    feeds: frozenset[str]
    is_earlier: bool

    @property
    def is_whole(self) -> bool:
        """Whether nothing is left out that machines could go on from."""
        return not self.reports and not self.is_earlier


def each_archived_row(view: View, name: str, cut: Cut) -> Iterator[ArchivedRow]:
    """The rows of one table that are known, in their order."""
    table = CARRIED[name]
    if (cut.reports and name in GROUPED) or (not cut.is_whole and table is entry):
        return
    left = set(numbers_of(view, sorted(cut.reports)).values())
    by_report = "id" if table is report else "report_id"
    query = sa.select(table).where(*_known(view, table), *_within(table, cut))
    for row in view.connection.execute(query.order_by(*table.primary_key)).yield_per(_AT_ONCE):
        if left and getattr(row, by_report, None) in left:
            continue
        plain = {column.name: _plain(column, getattr(row, column.name)) for column in table.columns}
        if table is assessment:
            plain["known_at"] = min(row.known_at, view.as_of).isoformat()
        yield plain


def claims_ever(view: View, reports: Iterable[str]) -> frozenset[str]:
    """The keys of the claims that any reading has found in some reports."""
    numbers = sorted(numbers_of(view, sorted(reports)).values())
    found: set[str] = set()
    for start in range(0, len(numbers), _AT_ONCE):
        part = numbers[start : start + _AT_ONCE]
        query = sa.select(claim.c.key).where(claim.c.report_id.in_(part))
        found.update(view.connection.scalars(query))
    return frozenset(found)


def works_done(view: View) -> dict[str, str]:
    """How far each work has come, by its name; sending alerts is one machine's own."""
    query = sa.select(meta).where(meta.c.name.startswith(_DONE)).order_by(meta.c.name)
    rows = view.connection.execute(query)
    return {row.name: row.value for row in rows if not row.name.startswith(_OWING)}


def add_archived_rows(writing: Writing, name: str, rows: Iterable[ArchivedRow]) -> int:
    """Add the rows of one table, and give how many they were.

    Raises:
        RefusedError: if a row is not of the table's form.
    """
    table = CARRIED[name]
    page: list[dict[str, Any]] = []
    count = 0
    for row in rows:
        page.append(_read_row(table, row))
        count += 1
        if len(page) == _AT_ONCE:
            _insert(writing, table, page)
            page = []
    if page:
        _insert(writing, table, page)
    return count


def finish_archived(writing: Writing, *, last: datetime, done: Mapping[str, str]) -> None:
    """Make again what follows from the rows, and set the clock to the last instant of the record.

    Args:
        writing: the transaction that added the rows.
        last: the instant that the archive is as of.
        done: how far each work had come.

    Raises:
        RefusedError: if what was found in a report is not of its form.
        StoreError: likewise.
    """
    named = [
        {"name": name, "value": str(int(value))}
        for name, value in sorted(done.items())
        if name.startswith(_DONE)
    ]
    if named:
        writing.connection.execute(meta.insert(), named)
    go_on_counting(writing.connection)
    try:
        add_rows_anew(writing)
    except (LookupError, AttributeError, TypeError, ValueError, RecursionError) as error:
        raise RefusedError(
            "what was found in a report is not of its form", key="reading"
        ) from error
    derive_anew(writing.connection)
    sign_vectors_anew(writing)
    index_vectors_anew(writing)
    writing.connection.execute(clock.update().values(at=microseconds(last)))


def _insert(writing: Writing, table: sa.Table, page: list[dict[str, Any]]) -> None:
    try:
        writing.connection.execute(table.insert(), page)
    except sa.exc.IntegrityError as error:
        raise RefusedError("its rows do not fit together", key=table.name) from error


def _known(view: View, table: sa.Table) -> Iterator[sa.ColumnElement[bool]]:
    """What is known as of the view, of tables without an instant by the rows that they follow."""
    if table is assessment:
        yield sa.or_(assessment.c.known_at <= view.as_of, _is_mark())
    elif "known_at" in table.c:
        yield table.c.known_at <= view.as_of
    elif table is vector:
        known = sa.select(reading.c.id).where(reading.c.known_at <= view.as_of)
        yield vector.c.reading_id.in_(known)
    elif table is copy_trace:
        placed = sa.select(placement.c.report_id).where(placement.c.known_at <= view.as_of)
        yield copy_trace.c.report_id.in_(placed)
    elif table is story_trace:
        later = sa.select(sa.func.min(story_step.c.trace_id)).where(
            story_step.c.known_at > view.as_of
        )
        yield sa.func.coalesce(story_trace.c.id < later.scalar_subquery(), sa.true())


def _is_mark() -> sa.ColumnElement[bool]:
    """A mark goes with what it is on, however late it was set: it holds for older views, too."""
    return assessment.c.kind == AssessmentKind.MARKING.value


def _within(table: sa.Table, cut: Cut) -> Iterator[sa.ColumnElement[bool]]:
    if table is feed:
        yield feed.c.key.in_(cut.feeds)
    elif table in {visit, entry}:
        yield table.c.feed.in_(cut.feeds)


def _plain(column: sa.Column[Any], value: Any) -> Any:  # noqa: ANN401 - any JSON value
    if value is None or not isinstance(value, datetime | bytes | memoryview):
        return value
    if isinstance(value, datetime):
        return value.isoformat()
    if column in _DIGESTS:
        return bytes(value).hex()
    if column in _PACKED:
        return json.loads(unpack(bytes(value)).decode("utf-8", "surrogatepass"))
    return b64encode(bytes(value)).decode("ascii")


def _read_row(table: sa.Table, row: ArchivedRow) -> dict[str, Any]:
    """The values of a row's columns.

    Raises:
        RefusedError: if a column is missing or unknown, or its value is not of its type.
    """
    if set(row) != {column.name for column in table.columns}:
        raise RefusedError("a row with other columns than this version knows", key=table.name)
    try:
        read = {column.name: _value(column, row[column.name]) for column in table.columns}
    except (ValueError, TypeError, OverflowError) as error:
        raise RefusedError(f"a row that is not of its form: {error}", key=table.name) from error
    if table is vector and len(read["codes"]) != WIDTH:
        raise RefusedError("a direction of another width", key=table.name)
    return read


def _value(column: sa.Column[Any], value: Any) -> Any:  # noqa: ANN401 - any JSON value
    if value is None:
        if not column.nullable:
            message = f"{column.name} is missing"
            raise ValueError(message)
        return None
    if column in _PACKED:
        told = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
        return pack(told.encode("utf-8", "surrogatepass"))
    if column in _DIGESTS:
        return bytes.fromhex(value)
    return _reader_of(column)(value)


def _reader_of(column: sa.Column[Any]) -> Callable[[Any], Any]:
    kind = column.type
    if isinstance(kind, PackedJson):
        return _any
    if isinstance(kind, Instant):
        return _instant
    if isinstance(kind, Flag):
        return _of(bool)
    if isinstance(kind, PackedText | sa.Text):
        return _of(str)
    if isinstance(kind, type(Number)):
        return _of(int)
    return lambda value: b64decode(value, validate=True)


def _any(value: Any) -> Any:  # noqa: ANN401 - any JSON value
    return value


def _of(kind: type) -> Callable[[Any], Any]:
    def read(value: Any) -> Any:  # noqa: ANN401 - any JSON value
        if type(value) is not kind:
            message = f"no {kind.__name__}"
            raise TypeError(message)
        return value

    return read


def _instant(value: Any) -> datetime:  # noqa: ANN401 - any JSON value
    at = datetime.fromisoformat(value)
    if at.tzinfo is None:
        message = "a time without a zone"
        raise ValueError(message)
    return at
