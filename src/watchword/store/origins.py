"""Which text each report prints, which version it is, and what is kept to know its copies by."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime

import sqlalchemy as sa

from watchword.model.copy_trace import CopyTrace
from watchword.model.origin import OriginDecision
from watchword.model.printing import Print
from watchword.model.report import Report, Status
from watchword.model.version import VersionDecision
from watchword.store.codec import from_bytes, from_plain, to_bytes, to_plain
from watchword.store.dialect import insert_new, is_among
from watchword.store.reports import numbers_of, report_of
from watchword.store.tables import copy_trace, placement, report, succession
from watchword.store.transactions import View, Writing

_AT_ONCE = 500
_later = placement.alias("later")


def each_unplaced_report(
    view: View, *, after: int = 0, most: int = _AT_ONCE
) -> Iterator[tuple[int, Report]]:
    """The next reports whose origin is not decided, in the order they came, with row numbers.

    Args:
        view: the record.
        after: row number of the last one that is not wanted.
        most: how many.
    """
    placed = sa.exists().where(copy_trace.c.report_id == report.c.id)
    query = sa.select(report).where(report.c.id > after, ~placed).order_by(report.c.id)
    for row in view.connection.execute(query.limit(most)):
        yield row.id, report_of(row)


def count_unplaced_reports(view: View) -> int:
    """How many reports wait for their origin to be decided."""
    placed = sa.exists().where(copy_trace.c.report_id == report.c.id)
    query = sa.select(sa.func.count()).select_from(report).where(~placed)
    return int(view.connection.scalar(query) or 0)


def add_traces(writing: Writing, traces: Sequence[tuple[CopyTrace, bytes]]) -> set[str]:
    """Keep what copies are known by, and give the reports of which it was not kept yet.

    Args:
        writing: the transaction.
        traces: each trace, and the same as bytes.
    """
    numbers = numbers_of(writing, [trace.report for trace, _ in traces])
    known = set(
        writing.connection.scalars(
            sa.select(copy_trace.c.report_id).where(copy_trace.c.report_id.in_(numbers.values()))
        )
    )
    fresh = {
        trace.report: (trace, packed)
        for trace, packed in traces
        if trace.report in numbers and numbers[trace.report] not in known
    }
    rows = [
        {
            "report_id": numbers[key],
            "day": trace.at.toordinal() if trace.at else None,
            "digest": trace.digest,
            "trace": packed,
        }
        for key, (trace, packed) in fresh.items()
    ]
    if rows:
        writing.connection.execute(insert_new(copy_trace, writing.connection), rows)
    return set(fresh)


def add_placements(writing: Writing, decisions: Iterable[OriginDecision]) -> None:
    """Add decisions on origins; they stand from now on."""
    made = list(decisions)
    numbers = numbers_of(writing, [each.report for each in made])
    rows = [
        {
            "report_id": numbers[each.report],
            "origin": each.origin,
            "payload": to_plain(each),
            "known_at": writing.at,
        }
        for each in made
        if each.report in numbers
    ]
    if rows:
        writing.connection.execute(placement.insert(), rows)


def add_successions(writing: Writing, decisions: Iterable[VersionDecision]) -> None:
    """Add decisions on versions."""
    made = list(decisions)
    numbers = numbers_of(writing, [each.report for each in made])
    rows = [
        {
            "report_id": numbers[each.report],
            "older": each.older,
            "newer": each.newer,
            "payload": to_bytes(each),
            "known_at": writing.at,
        }
        for each in made
        if each.report in numbers
    ]
    if rows:
        writing.connection.execute(insert_new(succession, writing.connection), rows)


def each_trace_of(view: View, day: date | None) -> Iterator[tuple[bytes, OriginDecision]]:
    """What is kept of the reports of a day, or of those without a date, with what stands."""
    on_day = copy_trace.c.day.is_(None) if day is None else copy_trace.c.day == day.toordinal()
    query = (
        sa.select(copy_trace.c.trace, placement.c.payload)
        .join(placement, placement.c.report_id == copy_trace.c.report_id)
        .where(on_day, _stands(view))
        .order_by(copy_trace.c.id)
    )
    for row in view.connection.execute(query):
        yield bytes(row.trace), from_plain(OriginDecision, row.payload)


def placements_of(view: View, keys: Sequence[str]) -> dict[str, OriginDecision]:
    """What stands on the origins of these reports, by their keys."""
    found: dict[str, OriginDecision] = {}
    for start in range(0, len(keys), _AT_ONCE):
        query = (
            sa.select(placement.c.payload)
            .join(report, report.c.id == placement.c.report_id)
            .where(report.c.key.in_(keys[start : start + _AT_ONCE]))
            .where(_stands(view))
        )
        for payload in view.connection.scalars(query):
            decision = from_plain(OriginDecision, payload)
            found[decision.report] = decision
    return found


def placements_in(view: View, origins: Sequence[str]) -> tuple[OriginDecision, ...]:
    """What stands on every report of these origins, in the order the reports came."""
    query = (
        sa.select(placement.c.payload)
        .where(placement.c.origin.in_(origins), _stands(view))
        .order_by(placement.c.report_id)
    )
    return tuple(from_plain(OriginDecision, each) for each in view.connection.scalars(query))


def each_placement(view: View, *, numbers: Sequence[int] | None = None) -> Iterator[OriginDecision]:
    """What stands on the origin of every report, in the order the reports came.

    Args:
        view: the record, as known at an instant.
        numbers: row numbers of the reports wanted, all of them where None.
    """
    query = sa.select(placement.c.payload).where(_stands(view)).order_by(placement.c.report_id)
    if numbers is not None:
        query = query.where(is_among(view.connection, placement.c.report_id, numbers))
    for payload in view.connection.scalars(query).yield_per(_AT_ONCE):
        yield from_plain(OriginDecision, payload)


def each_print(
    view: View, *, since: datetime | None = None, until: datetime | None = None
) -> Iterator[Print]:
    """That each report was printed, in the order they came; by columns, without any text.

    Args:
        view: the record, as known at an instant.
        since: reports published then or later alone, and undated ones; all where None.
        until: reports published before alone, and undated ones; all where None.
    """
    replaced = set(_replaced(view))
    columns = (report.c.key, report.c.outlet, report.c.address, report.c.published_at)
    query = (
        sa.select(*columns, report.c.status, placement.c.origin)
        .select_from(report)
        .outerjoin(placement, (placement.c.report_id == report.c.id) & _stands(view))
        .where(report.c.known_at <= view.as_of)
        .order_by(report.c.id)
    )
    at = report.c.published_at
    if since is not None:
        query = query.where((at >= since) | at.is_(None))
    if until is not None:
        query = query.where((at < until) | at.is_(None))
    usable = Status.USABLE.value
    rows = view.connection.execute(query).yield_per(_AT_ONCE)
    for key, outlet, address, published_at, status, origin in rows:
        yield Print(
            report=key,
            origin=origin or key,
            outlet=outlet,
            address=address,
            at=published_at,
            counts=status == usable and key not in replaced,
        )


def _replaced(view: View) -> Iterator[str]:
    """Keys of the reports of which a newer version is known."""
    query = (
        sa.select(report.c.key, succession.c.older, succession.c.newer)
        .join(succession, succession.c.report_id == report.c.id)
        .where(succession.c.known_at <= view.as_of)
    )
    for row in view.connection.execute(query):
        if row.older is not None:
            yield row.older
        if row.newer is not None:
            yield row.key


def placements_before(view: View, at: datetime) -> tuple[OriginDecision, ...]:
    """What stood before an instant on the reports whose last placement is of that instant."""
    changed = placement.alias()
    earlier = placement.alias()
    last_before = (
        sa.select(sa.func.max(earlier.c.id))
        .where(earlier.c.report_id == changed.c.report_id, earlier.c.id < changed.c.id)
        .correlate(changed)
        .scalar_subquery()
    )
    before = sa.select(last_before).where(
        changed.c.known_at == at,
        changed.c.id.in_(sa.select(placement.c.id).where(_stands(view))),
    )
    query = sa.select(placement.c.payload).where(placement.c.id.in_(before))
    rows = view.connection.scalars(query.order_by(placement.c.report_id))
    return tuple(from_plain(OriginDecision, each) for each in rows)


def first_with_digest(view: View, digests: Sequence[str]) -> Mapping[str, OriginDecision]:
    """For each digest that is known, what stands on the first report with that text."""
    firsts = (
        sa.select(sa.func.min(copy_trace.c.report_id))
        .where(copy_trace.c.digest.in_([each for each in digests if each]))
        .group_by(copy_trace.c.digest)
    )
    query = (
        sa.select(copy_trace.c.digest, placement.c.payload)
        .join(placement, placement.c.report_id == copy_trace.c.report_id)
        .where(copy_trace.c.report_id.in_(firsts), _stands(view))
    )
    rows = view.connection.execute(query)
    return {row.digest: from_plain(OriginDecision, row.payload) for row in rows}


def each_succession(view: View) -> Iterator[VersionDecision]:
    """Every decision on versions, in the order the reports came."""
    query = sa.select(succession).where(succession.c.known_at <= view.as_of)
    for row in view.connection.execute(query.order_by(succession.c.report_id)):
        yield from_bytes(VersionDecision, bytes(row.payload))


def successions_of(view: View, key: str) -> tuple[VersionDecision, ...]:
    """The decisions that speak of a report as a version."""
    query = (
        sa.select(succession.c.payload)
        .join(report, report.c.id == succession.c.report_id)
        .where((report.c.key == key) | (succession.c.older == key) | (succession.c.newer == key))
        .where(succession.c.known_at <= view.as_of)
        .order_by(succession.c.id)
    )
    rows = view.connection.scalars(query)
    return tuple(from_bytes(VersionDecision, bytes(payload)) for payload in rows)


def versions_among(view: View, keys: Sequence[str]) -> dict[str, VersionDecision]:
    """Which of these reports are versions, and of what, by their keys."""
    query = (
        sa.select(succession.c.payload)
        .join(report, report.c.id == succession.c.report_id)
        .where(report.c.key.in_(keys), succession.c.known_at <= view.as_of)
    )
    rows = view.connection.scalars(query.order_by(succession.c.id))
    found = (from_bytes(VersionDecision, bytes(payload)) for payload in rows)
    return {each.report: each for each in found}


def _stands(view: View) -> sa.ColumnElement[bool]:
    """Whether a row is the last one on its report that is known."""
    last = (
        sa.select(sa.func.max(_later.c.id))
        .where(_later.c.report_id == placement.c.report_id, _later.c.known_at <= view.as_of)
        .correlate(placement)
    )
    return placement.c.id == last.scalar_subquery()
