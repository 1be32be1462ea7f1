"""An archive grouped in one go is what one process makes of the same rows, report by report."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
import sqlalchemy as sa
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.store.records import report_of

from watchword.engines.tagging import TaggingEngine
from watchword.flow.archive.grouping import Grouped, group_archive
from watchword.flow.archive.preparing import Preparers
from watchword.flow.situation.actors import see_waiting
from watchword.flow.situation.origins import place_waiting
from watchword.flow.situation.reading import Reader, read_waiting
from watchword.flow.situation.recording import record
from watchword.flow.situation.stories import StoryKeeper
from watchword.flow.situation.waiting import ORIGINS, STORIES, Pages, ToTell
from watchword.model.report import DateSource, Published, Report
from watchword.store import Store, View, create_store, open_store

READER = Reader(engine=TaggingEngine(), events=None, name="rules/1")
WHO = ("Anna Kovalenko", "Mayor Petar Ilic", "the Lindau Harbour Board", "Sloga")
TANKS = """said on Monday that {n} tanks had crossed the river near Kursk before dawn, that the
bridge at Oster was closed, and that the roads to the north would stay shut for days"""
FERRY = """told reporters that the ferry Aurora had sunk off Lindau with {n} people aboard, and that
divers of the rescue service would search the wreck until the storm came in"""
STRIKE = """announced a strike of {n} dock workers in Belgrade for higher pay, after talks with the
port had failed for the third time in a month, and called on others to join"""
WHAT = tuple(" ".join(each.split()) for each in (TANKS, FERRY, STRIKE))
DECIDED = (
    "SELECT report_id, day, digest, trace FROM copy_trace ORDER BY report_id",
    "SELECT report_id, origin, payload FROM placement ORDER BY id",
    "SELECT report_id, older, newer, payload FROM succession ORDER BY id",
    "SELECT id, report_id, trace FROM story_trace ORDER BY id",
    "SELECT trace_id, key, step, story, report, other, payload FROM story_step ORDER BY id",
    "SELECT report_id, story FROM story_member WHERE until IS NULL ORDER BY report_id",
    "SELECT kind, key, subject, payload FROM identity ORDER BY id",
    "SELECT name, value FROM meta WHERE name LIKE 'done %' ORDER BY name",
    "SELECT kind, name, mark, reports FROM tally WHERE reports > 0 ORDER BY kind, name, mark",
)
"""What grouping adds to a record, without from when it is known."""

told = st.tuples(st.sampled_from(WHO), st.sampled_from(WHAT), st.integers(2, 5), st.integers(0, 3))
streams = st.lists(told, min_size=1, max_size=14)


def stream_of(rows: list[tuple[str, str, int, int]]) -> list[Report]:
    """Reports in the order of their time, those of one text told apart by their outlets."""
    at, found = datetime(2024, 10, 1, tzinfo=UTC), []
    for number, (who, what, count, days) in enumerate(rows):
        at += timedelta(days=days * 40 if days == 3 else days)
        made = report_of(f"{who} {what.format(n=count)}.", outlet=f"Outlet {number}")
        found.append(replace(made, published=Published(at=at, how=DateSource.HEADER)))
    return found


@contextmanager
def stored(reports: list[Report]) -> Iterator[Store]:
    """A record of reports that are read and not grouped."""
    with TemporaryDirectory() as folder:
        store = create_store(str(Path(folder) / "archive.watchword"), title="Archive")
        record(store, reports)
        read_waiting(store, READER)
        yield store
        store.close()


def decided(store: Store) -> list[list[tuple[object, ...]]]:
    with store.engine.connect() as connection:
        return [[tuple(row) for row in connection.execute(sa.text(each))] for each in DECIDED]


def group_one_by_one(store: Store) -> None:
    place_waiting(store)
    see_waiting(store)
    StoryKeeper(store).tell_waiting()


class Once:
    """Gives one stretch, and then says that nothing waits."""

    def __init__(self, pages: Pages[ToTell]) -> None:
        """Take it from there."""
        self._pages = pages
        self._is_given = False

    def __call__(self, view: View, after: int) -> Sequence[ToTell]:
        """Give it."""
        given, self._is_given = self._is_given, True
        return [] if given else self._pages(view, after)


def many() -> list[Report]:
    rows = [(WHO[n % 4], WHAT[n % 7 % 3], 2 + n % 5, n % 11 % 4) for n in range(60)]
    return stream_of(rows)


@settings(max_examples=8, deadline=None)
@given(streams, st.sampled_from((1, 2, 5)))
def test_stretches_cut_anywhere_give_what_one_process_gives(
    rows: list[tuple[str, str, int, int]], stretches: int
) -> None:
    reports = stream_of(rows)
    with stored(reports) as one, stored(reports) as other:
        group_one_by_one(one)
        group_archive(other, 1, at_once=-(-len(reports) // stretches))
        assert decided(other) == decided(one)


@pytest.mark.parametrize(("processes", "at_once"), [(2, 7), (3, 13)])
def test_several_processes_give_what_one_gives(processes: int, at_once: int) -> None:
    with stored(many()) as one, stored(many()) as other:
        group_one_by_one(one)
        grouped = group_archive(other, processes, at_once=at_once)
        assert grouped == Grouped(placed=60, seen=60, told=60)
        assert decided(other) == decided(one)


def test_what_is_collected_afterwards_is_grouped_as_if_all_had_come_one_by_one() -> None:
    reports = many()
    with stored(reports[:40]) as one, stored(reports[:40]) as other:
        group_one_by_one(one)
        group_archive(other, 2, at_once=9)
        for store in (one, other):
            record(store, reports[40:])
            read_waiting(store, READER)
        group_one_by_one(one)
        group_one_by_one(other)
        assert decided(other) == decided(one)


def test_grouping_that_was_stopped_goes_on_where_it_was() -> None:
    with stored(many()) as one, stored(many()) as other:
        group_one_by_one(one)
        location = other.location
        place_waiting(other, pages=Preparers(0, at_once=25).pages(ORIGINS))
        stopped = StoryKeeper(other, pages=Once(Preparers(0, at_once=17).pages(STORIES)))
        assert stopped.tell_waiting() == 17
        other.close()
        again = open_store(location)
        group_archive(again, 1, at_once=11)
        assert decided(again) == decided(one)
        again.close()


def test_a_process_that_ends_costs_no_report() -> None:
    with stored(many()) as one, stored(many()) as other, Preparers(2, at_once=5) as preparers:
        group_one_by_one(one)
        for each in preparers._started:
            each.close()
        place_waiting(other, pages=preparers.pages(ORIGINS))
        see_waiting(other)
        StoryKeeper(other, preparers.pages(STORIES)).tell_waiting()
        assert decided(other) == decided(one)


def test_nothing_is_grouped_twice() -> None:
    with stored(many()) as store:
        group_archive(store, 1)
        before = decided(store)
        assert group_archive(store, 1) == Grouped(placed=0, seen=0, told=0)
        assert decided(store) == before
