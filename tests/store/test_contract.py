"""What every store does alike: a file, a server, a server with pgvector."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from tests.store.records import read_of, report_of

from watchword.errors import MissingError, StoreError
from watchword.model.decision import DecisionKind
from watchword.model.report import Unread
from watchword.store import Store, create_store, open_store
from watchword.store.backup import back_up, copy_rows, each_line
from watchword.store.briefs import add_brief, each_brief
from watchword.store.decisions import add_decision, each_decision, each_standing_decision
from watchword.store.leases import end_lease, take_lease
from watchword.store.opening import title_of
from watchword.store.readings import (
    Failure,
    add_readings,
    count_unread_reports,
    each_failure,
    each_reading,
    each_unread_report,
)
from watchword.store.reports import (
    add_reports,
    add_unread,
    count_reports,
    each_report,
    each_unread,
    find_in_slot,
    find_report,
    shared_slots,
)

READER = "reader/1"


def test_a_store_that_was_made_is_opened_again_with_its_title(store: Store, location: str) -> None:
    store.close()
    again = open_store(location)
    assert title_of(again) == "Troops to Russia"
    again.close()


def test_a_second_store_is_not_made_in_the_place_of_the_first(store: Store, location: str) -> None:
    with pytest.raises(StoreError, match="there is a"):
        create_store(location, title="Another")
    assert title_of(store) == "Troops to Russia"


def test_a_report_comes_back_as_it_was_but_for_its_bytes(store: Store) -> None:
    report = report_of("About 3,000 troops were sent, “he” said. 部隊", title="北朝鮮")
    with store.writing() as writing:
        assert add_reports(writing, [report]) == 1
    with store.viewing() as view:
        assert list(each_report(view)) == [replace(report, raw=b"")]
        assert find_report(view, report.key) == replace(report, raw=b"")


def test_a_report_is_kept_once_however_often_it_comes(store: Store) -> None:
    report = report_of("The convoy left.")
    for _ in range(3):
        with store.writing() as writing:
            add_reports(writing, [report, report])
    with store.viewing() as view:
        assert count_reports(view) == 1


def test_instants_rise_even_where_the_clock_goes_back(location: str) -> None:
    made = create_store(location, title="Clock")
    times = []
    for day in (10, 3, 3, 20):
        with made.writing(at=datetime(2024, 10, day, tzinfo=UTC)) as writing:
            times.append(writing.at)
    assert times == sorted(set(times))
    made.close()


def test_nothing_learnt_later_is_shown(store: Store) -> None:
    with store.writing() as writing:
        add_reports(writing, [report_of("The first.")])
    with store.viewing() as view:
        then = view.as_of
    with store.writing() as writing:
        add_reports(writing, [report_of("The second.")])
        add_unread(writing, [Unread(found_at="a.pdf", reason="damaged")])
    with store.viewing(then) as view:
        assert [report.text for report in each_report(view)] == ["The first."]
        assert list(each_unread(view)) == []
    with store.viewing() as view:
        assert [report.text for report in each_report(view)] == ["The first.", "The second."]
        assert list(each_unread(view)) == [Unread(found_at="a.pdf", reason="damaged")]


def test_an_instant_ahead_of_the_record_is_its_last_one(store: Store) -> None:
    with store.writing() as writing:
        last = writing.at
    with store.viewing(last + timedelta(days=400)) as view:
        assert view.as_of == last


def test_a_transaction_that_fails_leaves_nothing(store: Store) -> None:
    def fail_half_way() -> None:
        with store.writing() as writing:
            add_reports(writing, [report_of("Half of it.")])
            raise KeyError

    with pytest.raises(KeyError):
        fail_half_way()
    with store.viewing() as view:
        assert count_reports(view) == 0


def test_what_was_found_comes_back_whole(store: Store) -> None:
    read = read_of("South Korea said on Friday that about 3,000 troops had been sent to Russia.")
    assert read.extraction.claims
    with store.writing() as writing:
        add_reports(writing, [read.report])
        assert add_readings(writing, [read], made_by=READER) == 1
        assert add_readings(writing, [read], made_by=READER) == 0
    with store.viewing() as view:
        kept = replace(read, report=replace(read.report, raw=b""), vectors=())
        assert list(each_reading(view)) == [kept]


def test_a_report_is_waiting_until_it_is_read_or_has_failed(store: Store) -> None:
    reports = [report_of(f"Report {number}.") for number in range(3)]
    with store.writing() as writing:
        add_reports(writing, reports)
        add_readings(writing, [Failure(report=reports[1].key, reason="too odd")], made_by=READER)
    with store.viewing() as view:
        waiting = [report.key for _, report in each_unread_report(view, READER)]
        assert waiting == [reports[0].key, reports[2].key]
        assert count_unread_reports(view, READER) == 2
        assert count_unread_reports(view, "reader/2") == 3
        assert [(report.key, why) for report, why in each_failure(view)] == [
            (reports[1].key, "too odd")
        ]


def test_the_reading_of_the_time_is_shown_not_a_later_readers(store: Store) -> None:
    read = read_of("Moscow denied that troops had been sent.")
    with store.writing() as writing:
        add_reports(writing, [read.report])
        add_readings(writing, [read], made_by=READER)
        then = writing.at
    empty = replace(read, extraction=replace(read.extraction, claims=()))
    with store.writing() as writing:
        add_readings(writing, [empty], made_by="reader/2")
    with store.viewing(then) as view:
        assert [each.extraction for each in each_reading(view)] == [read.extraction]
    with store.viewing() as view:
        assert [each.extraction for each in each_reading(view)] == [empty.extraction]


def test_reports_are_found_by_their_address_and_by_their_outlets_identifier(store: Store) -> None:
    one = report_of("One.", address="https://example.org/a", outlet="Gulf Post", report_id="7")
    two = report_of("Two.", address="https://example.org/a", outlet="Strait Gazette", report_id="7")
    with store.writing() as writing:
        add_reports(writing, [one, two])
        by_address = find_in_slot(writing, ("address", "https://example.org/a"))
        by_number = find_in_slot(writing, ("id", "Gulf Post", "7"))
    assert [each.text for each in by_address] == ["One.", "Two."]
    assert [each.text for each in by_number] == ["One."]


def test_what_several_reports_are_under_is_told_of_many_at_once(store: Store) -> None:
    place, paper = "https://example.org/a", {"outlet": "Gulf Post", "report_id": "7"}
    one = report_of("One.", address=place, **paper)
    two = report_of("Two.", address=place, outlet="Strait Gazette", report_id="7")
    six = report_of("Six.", address=f"{place}/6", **paper)
    slots = [("address", place), ("address", f"{place}/6"), ("id", "Gulf Post", "7")]
    slots += [("id", "Strait Gazette", "7"), ("id", "Gulf Post", "8"), ("address", "gone")]
    with store.writing() as writing:
        add_reports(writing, [one, two, six])
        assert shared_slots(writing, slots) == {slots[0], slots[2]}
        assert shared_slots(writing, []) == set()


def test_a_decision_stands_until_it_is_undone_and_again_when_that_is_undone(store: Store) -> None:
    signed = ("ana", "known for it")
    with store.writing() as writing:
        grade = add_decision(writing, DecisionKind.GRADE, "Gulf Post", value="B", signed=signed)
    with store.writing() as writing:
        undoing = add_decision(writing, DecisionKind.UNDO, grade.key, signed=("ben", ""))
    with store.viewing(grade.at) as view:
        assert list(each_standing_decision(view)) == [grade]
    with store.viewing() as view:
        assert list(each_standing_decision(view)) == []
        assert list(each_decision(view)) == [grade, undoing]
    with store.writing() as writing:
        add_decision(writing, DecisionKind.UNDO, undoing.key, signed=("ana", ""))
    with store.viewing() as view:
        assert list(each_standing_decision(view)) == [grade]


def test_what_is_not_there_cannot_be_undone(store: Store) -> None:
    with pytest.raises(MissingError, match="no such decision"), store.writing() as writing:
        add_decision(writing, DecisionKind.UNDO, "0" * 16, signed=("ana", ""))


def test_a_lease_is_one_holders_until_it_ends(store: Store) -> None:
    assert take_lease(store, "grouping", "one", for_s=60)
    assert not take_lease(store, "grouping", "two", for_s=60)
    assert take_lease(store, "grouping", "one", for_s=-1)
    assert take_lease(store, "grouping", "two", for_s=60)
    end_lease(store, "grouping", "one")
    assert not take_lease(store, "grouping", "three", for_s=60)
    end_lease(store, "grouping", "two")
    assert take_lease(store, "grouping", "three", for_s=60)


def test_a_brief_is_kept_as_it_was_made(store: Store) -> None:
    with store.writing() as writing:
        for _ in range(2):
            add_brief(writing, '{"a": 1}', title="A", as_of=writing.at, request={"title": "A"})
    with store.viewing() as view:
        assert [(each.document, each.request) for each in each_brief(view)] == [
            ('{"a": 1}', {"title": "A"})
        ]


def test_a_backup_is_a_file_that_holds_the_same_record(store: Store, tmp_path: Path) -> None:
    read = read_of("South Korea said that about 3,000 troops had been sent to Russia.")
    with store.writing() as writing:
        add_reports(writing, [read.report])
        add_readings(writing, [read], made_by=READER)
    copy = tmp_path / "copy.watchword"
    back_up(store, copy)
    with pytest.raises(StoreError, match="already"):
        back_up(store, copy)
    again = open_store(str(copy))
    with store.viewing() as old, again.viewing() as new:
        assert list(each_line(old)) == list(each_line(new))
        assert list(each_reading(old)) == list(each_reading(new))
        assert old.as_of == new.as_of
    again.close()


def test_a_copy_in_a_store_of_another_kind_goes_on_where_it_ended(
    store: Store, tmp_path: Path
) -> None:
    with store.writing() as writing:
        add_reports(writing, [report_of("The first.")])
    other = create_store(str(tmp_path / "other.watchword"), title="")
    copy_rows(store, other)
    with other.writing() as writing:
        add_reports(writing, [report_of("The second.")])
    with other.viewing() as view:
        assert [each.text for each in each_report(view)] == ["The first.", "The second."]
    other.close()
