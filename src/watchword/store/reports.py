"""Reports: added once, never changed, found by key, place, slot or instant."""

import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from watchword.model.report import DateSource, Published, Report, Status, Unread
from watchword.store.dialect import add_words, begins, insert_new, is_among
from watchword.store.segments import segmented
from watchword.store.tables import report, unread
from watchword.store.tallies import tally_reports
from watchword.store.transactions import View, Writing

_AT_ONCE = 500


def add_reports(writing: Writing, reports: Sequence[Report], *, feed: str | None = None) -> int:
    """Add those reports that the record has not got, and give how many they were.

    Their bytes are not kept; an archive keeps those, where a feed asks for it.
    """
    known = keys_known(writing, [each.key for each in reports])
    fresh = {each.key: each for each in reports if each.key not in known}
    if not fresh:
        return 0
    rows = [{**row_of(each), "feed": feed, "known_at": writing.at} for each in fresh.values()]
    writing.connection.execute(insert_new(report, writing.connection), rows)
    numbers = numbers_of(writing, list(fresh))
    words = [(numbers[key], words_of(each)) for key, each in fresh.items()]
    add_words(writing.connection, "report_words", words)
    tally_reports(writing, [fresh[key] for key in numbers])
    return len(fresh)


def add_unread(writing: Writing, found: Sequence[Unread], *, feed: str | None = None) -> None:
    """Add what could not be read as a report."""
    rows = [
        {
            "found_at": each.found_at,
            "reason": each.reason,
            "count": each.count,
            "feed": feed,
            "known_at": writing.at,
        }
        for each in found
    ]
    if rows:
        writing.connection.execute(unread.insert(), rows)


def keys_known(at: View | Writing, keys: Sequence[str]) -> set[str]:
    """Which of these reports the record has."""
    return set(numbers_of(at, keys))


def numbers_of(at: View | Writing, keys: Sequence[str]) -> dict[str, int]:
    """The row number of each of these reports that the record has."""
    found: dict[str, int] = {}
    for start in range(0, len(keys), _AT_ONCE):
        part = keys[start : start + _AT_ONCE]
        rows = at.connection.execute(
            sa.select(report.c.key, report.c.id).where(report.c.key.in_(part))
        )
        found.update({row.key: row.id for row in rows})
    return found


def instants_of_reports(view: View, keys: Sequence[str]) -> dict[str, datetime]:
    """From when each of these reports is known, by its key."""
    query = sa.select(report.c.key, report.c.known_at).where(report.c.key.in_(keys))
    return {row.key: row.known_at for row in view.connection.execute(query)}


def find_report(at: View | Writing, key: str) -> Report | None:
    """The report with this key, None where it is not known."""
    query = sa.select(report).where(report.c.key == key)
    if isinstance(at, View):
        query = query.where(report.c.known_at <= at.as_of)
    row = at.connection.execute(query).first()
    return None if row is None else report_of(row)


def keys_beginning(view: View, opening: str, *, most: int = 10) -> list[str]:
    """Keys of known reports that begin so, at most a few of them."""
    query = sa.select(report.c.key).where(
        begins(report.c.key, opening), report.c.known_at <= view.as_of
    )
    return list(view.connection.scalars(query.order_by(report.c.key).limit(most)))


def find_in_slot(at: View | Writing, slot: Sequence[str]) -> tuple[Report, ...]:
    """Reports under one address, or one identifier of an outlet, in the order they came.

    Args:
        at: the record.
        slot: `("address", ADDRESS)` or `("id", OUTLET, IDENTIFIER)`.
    """
    if slot[0] == "address":
        wanted = report.c.address == slot[1]
    else:
        wanted = (report.c.outlet == slot[1]) & (report.c.report_id == slot[2])
    rows = at.connection.execute(sa.select(report).where(wanted).order_by(report.c.id))
    return tuple(report_of(row) for row in rows)


def shared_slots(at: View | Writing, slots: Iterable[Sequence[str]]) -> set[tuple[str, ...]]:
    """Those of some slots, as in `find_in_slot`, that several reports are under."""
    named = [tuple(each) for each in slots]
    addresses = sorted({each[1] for each in named if each[0] == "address"})
    given = sorted({each[2] for each in named if each[0] != "address"})
    found: set[tuple[str, ...]] = set()
    several = sa.func.count() > 1
    for start in range(0, len(addresses), _AT_ONCE):
        some = report.c.address.in_(addresses[start : start + _AT_ONCE])
        query = sa.select(report.c.address).where(some).group_by(report.c.address).having(several)
        found |= {("address", address) for address in at.connection.scalars(query)}
    columns = (report.c.report_id, report.c.outlet)
    for start in range(0, len(given), _AT_ONCE):
        some = report.c.report_id.in_(given[start : start + _AT_ONCE])
        pairs = sa.select(*columns).where(some).group_by(*columns).having(several)
        found |= {("id", row.outlet, row.report_id) for row in at.connection.execute(pairs)}
    return found


def each_report(view: View, *, numbers: Sequence[int] | None = None) -> Iterator[Report]:
    """Every report that is known, in the order they came.

    Args:
        view: the record, as known at an instant.
        numbers: row numbers of the reports wanted, all of them where None.
    """
    query = sa.select(report).where(report.c.known_at <= view.as_of).order_by(report.c.id)
    if numbers is not None:
        query = query.where(is_among(view.connection, report.c.id, numbers))
    for row in view.connection.execute(query).yield_per(_AT_ONCE):
        yield report_of(row)


def each_unread(view: View) -> Iterator[Unread]:
    """What could not be read, in the order it was met; the same thing once."""
    query = (
        sa.select(unread.c.found_at, unread.c.reason, sa.func.max(unread.c.count).label("times"))
        .where(unread.c.known_at <= view.as_of)
        .group_by(unread.c.found_at, unread.c.reason)
        .order_by(sa.func.min(unread.c.id))
    )
    for row in view.connection.execute(query):
        yield Unread(found_at=row.found_at, reason=row.reason, count=row.times)


def last_unread(
    view: View, *, most: int, feed: str | None = None
) -> tuple[tuple[Unread, datetime], ...]:
    """What could not be read last, the newest first, each with when that was found out.

    Args:
        view: the record, as known at an instant.
        most: how many.
        feed: key of the feed that brought it, None for all that there is.
    """
    query = sa.select(unread, unread.c.count.label("times")).where(unread.c.known_at <= view.as_of)
    if feed is not None:
        query = query.where(unread.c.feed == feed)
    rows = view.connection.execute(query.order_by(unread.c.id.desc()).limit(most))
    return tuple(
        (Unread(found_at=row.found_at, reason=row.reason, count=row.times), row.known_at)
        for row in rows
    )


def keys_of_reports(view: View) -> frozenset[str]:
    """The keys of all reports that are known."""
    query = sa.select(report.c.key).where(report.c.known_at <= view.as_of)
    return frozenset(view.connection.scalars(query))


def outlets_of_reports(view: View) -> dict[str, str | None]:
    """The outlet of each report that is known, by its key, in the order they came."""
    query = sa.select(report.c.key, report.c.outlet).where(report.c.known_at <= view.as_of)
    return {row.key: row.outlet for row in view.connection.execute(query.order_by(report.c.id))}


def times_of_reports(view: View) -> dict[str, datetime]:
    """When each report was published that tells it, by its key."""
    query = sa.select(report.c.key, report.c.published_at).where(
        report.c.known_at <= view.as_of, report.c.published_at.is_not(None)
    )
    return {row.key: row.published_at for row in view.connection.execute(query)}


def count_reports(view: View) -> int:
    """How many reports are known."""
    query = sa.select(sa.func.count()).where(report.c.known_at <= view.as_of)
    return int(view.connection.scalar(query.select_from(report)) or 0)


def report_of(row: Any) -> Report:  # noqa: ANN401 - a row of the table, or of a query with its columns
    """The report that a row keeps, without its bytes."""
    return Report(
        key=row.key,
        report_id=row.report_id,
        text=row.text,
        text_sha256=bytes(row.text_sha256).hex(),
        raw_sha256=bytes(row.raw_sha256).hex(),
        raw=b"",
        form=row.form,
        found_at=row.found_at,
        outlet=row.outlet,
        title=row.title,
        bylines=tuple(json.loads(row.bylines)),
        published=Published(
            at=row.published_at, how=DateSource(row.published_how), day_only=row.day_only
        ),
        language=row.language,
        address=row.address,
        status=Status(row.status),
        note=row.note,
        version=row.version,
    )


def words_of(each: Report) -> str:
    """What a full-text search finds a report by."""
    return segmented(" ".join(filter(None, (each.title, each.text, each.outlet))))


def row_of(each: Report) -> dict[str, Any]:
    """The columns of a report that are its own."""
    return {
        "key": each.key,
        "report_id": each.report_id,
        "form": each.form,
        "found_at": each.found_at,
        "outlet": each.outlet,
        "title": each.title,
        "bylines": json.dumps(each.bylines, ensure_ascii=False),
        "published_at": each.published.at,
        "published_how": each.published.how.value,
        "day_only": each.published.day_only,
        "language": each.language,
        "address": each.address,
        "status": each.status.value,
        "note": each.note,
        "version": each.version,
        "text_sha256": bytes.fromhex(each.text_sha256),
        "raw_sha256": bytes.fromhex(each.raw_sha256),
        "text": each.text,
    }
