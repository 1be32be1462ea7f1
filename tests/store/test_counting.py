"""How much a record holds, as known at an instant."""

from datetime import UTC, datetime

from tests.store.search.records import claim_of, keep, published, read, reading_of

from watchword.model.count import RecordCount
from watchword.model.report import Unread
from watchword.store import Store
from watchword.store.counting import count_record, measure_tables
from watchword.store.readings import Failure, add_readings
from watchword.store.reports import add_reports, add_unread
from watchword.store.tables import feed


def test_an_empty_record_holds_nothing(store: Store) -> None:
    with store.viewing() as view:
        counted = count_record(view)
    assert counted == RecordCount(
        reports=0,
        read=0,
        failed=0,
        waiting=0,
        claims=0,
        stories=0,
        feeds=0,
        outlets=0,
        unread=0,
        since=None,
        earliest=None,
        latest=None,
    )


def test_what_was_known_is_counted_by_what_became_of_it(store: Store) -> None:
    report = published("Troops left. Ships came.", 4, outlet="Gulf Post")
    keep(store, read(report, claim_of(report, "Troops left."), claim_of(report, "Ships came.")))
    with store.viewing() as view:
        then = view.as_of
    keep(store, read(report, claim_of(report, "Troops left.")), made_by="reader/2")
    failed, waiting = published("Odd.", 2), published("New.", 9)
    with store.writing() as writing:
        add_reports(writing, [failed, waiting])
        add_readings(writing, [Failure(report=failed.key, reason="too odd")], made_by="reader/1")
        add_unread(writing, [Unread(found_at="a.pdf", reason="damaged")] * 2)
        for key, payload in (("a", {}), ("b", {}), ("a", None)):
            row = feed.insert().values(key=key, payload=payload, known_at=writing.at)
            writing.connection.execute(row)
    with store.viewing() as view:
        now = count_record(view)
    with store.viewing(then) as view:
        before = count_record(view)
    assert (now.reports, now.read, now.failed, now.waiting) == (3, 1, 1, 1)
    assert (now.claims, now.feeds, now.outlets, now.unread) == (1, 1, 1, 1)
    assert now.earliest == datetime(2024, 10, 2, tzinfo=UTC)
    assert now.latest == datetime(2024, 10, 9, tzinfo=UTC)
    assert (before.reports, before.claims, before.since) == (1, 2, now.since)


def test_tables_are_measured_with_their_indexes_the_largest_first(store: Store) -> None:
    keep(store, *(reading_of(f"Troops left on the day {day}.", day) for day in range(1, 9)))
    with store.viewing() as view:
        sizes = measure_tables(view)
    assert {"report", "claim", "report_words"} <= {each.table for each in sizes}
    assert [each.size for each in sizes] == sorted((each.size for each in sizes), reverse=True)
