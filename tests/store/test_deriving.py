"""What is kept beside the record says what the record says, however rows came."""

from datetime import datetime

import sqlalchemy as sa
from tests.store.listed import fill, told

from watchword.model.tally import TallyKind
from watchword.store import Store, View
from watchword.store.backup import each_line
from watchword.store.browsing.counted import counted_as_of, is_as_now
from watchword.store.deriving import derive_anew
from watchword.store.reports import add_reports
from watchword.store.tables_derived import DERIVED, story_member, tally

Counted = dict[tuple[str, str], tuple[int, int]]


def kept(view: View, kind: TallyKind) -> Counted:
    query = sa.select(tally).where(tally.c.kind == kind.value, tally.c.reports > 0)
    return {
        (row.name, row.mark): (row.reports, row.claims) for row in view.connection.execute(query)
    }


def anew(view: View, kind: TallyKind) -> Counted:
    rows = view.connection.execute(sa.select(counted_as_of(view, kind)))
    return {(row.name, row.mark): (row.reports, row.claims) for row in rows if row.reports}


def members(view: View) -> list[tuple[int, str, datetime, datetime | None]]:
    columns = (story_member.c[name] for name in ("report_id", "story", "known_at", "until"))
    rows = view.connection.execute(sa.select(*columns))
    return sorted((tuple(row) for row in rows), key=repr)


def test_counts_that_are_kept_are_those_that_counting_gives(store: Store) -> None:
    fill(store)
    with store.viewing() as view:
        there = {kind: kept(view, kind) for kind in TallyKind}
        assert there == {kind: anew(view, kind) for kind in TallyKind}
    assert all(there.values())


def test_working_them_out_anew_changes_nothing(store: Store) -> None:
    fill(store)
    with store.viewing() as view:
        before = {kind: kept(view, kind) for kind in TallyKind}
        stays = members(view)
    with store.writing() as writing:
        derive_anew(writing.connection)
    with store.viewing() as view:
        assert {kind: kept(view, kind) for kind in TallyKind} == before
        assert members(view) == stays
    assert before[TallyKind.READ] == {("", ""): (21, 0)}
    assert before[TallyKind.TRIED] == {("", ""): (22, 0)}


def test_a_report_that_is_read_again_counts_by_its_latest_reading(store: Store) -> None:
    fill(store)
    with store.viewing() as view:
        there = kept(view, TallyKind.ACTS)
        places = kept(view, TallyKind.PLACE)
    assert there["envoy", ""] == (20, 20)
    assert there["North Korea", ""] == (21, 21)
    assert places == {("Kursk", "RU:538560"): (21, 0)}


def test_counts_hold_for_now_until_something_is_added(store: Store) -> None:
    fill(store)
    with store.viewing() as view:
        then = view.as_of
        assert is_as_now(view)
    with store.writing() as writing:
        add_reports(writing, [told(99).report])
    with store.viewing() as view:
        assert is_as_now(view)
    with store.viewing(then) as view:
        assert not is_as_now(view)
        assert anew(view, TallyKind.ALL)["", ""][0] == 24


def test_what_was_counted_earlier_is_counted_again_for_its_instant(store: Store) -> None:
    with store.viewing() as view:
        beginning = view.as_of
    fill(store)
    with store.viewing(beginning) as view:
        assert not any(anew(view, kind) for kind in TallyKind)


def test_derived_tables_are_no_part_of_what_is_written_out(store: Store) -> None:
    fill(store)
    with store.viewing() as view:
        written = {line["table"] for line in each_line(view)}
    assert written.isdisjoint({table.name for table in DERIVED})
