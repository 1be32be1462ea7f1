"""Visits to a folder of real files."""

import os
from pathlib import Path

import pytest
from keeper import Clock, Keeper

from watchword.collect.feeds import make_feed
from watchword.model.feed import Feed, FeedKind, VisitOutcome

WORDS = "The harbour was closed at noon, the port authority said.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    return inbox


def put(clock: Clock, path: Path, words: str, *, age_s: float = 60) -> None:
    path.write_text(words, encoding="utf-8")
    at = clock().timestamp() - age_s
    os.utime(path, (at, at))


def feed_of(folder: Path) -> Feed:
    return make_feed(FeedKind.FOLDER, str(folder))


def names_of(visited: list[str]) -> list[str]:
    return [Path(found_at).name for found_at in visited]


def test_a_file_is_read_once_and_again_when_its_words_change(
    folder: Path, keeper: Keeper, clock: Clock
) -> None:
    put(clock, folder / "a.txt", WORDS)
    feed = feed_of(folder)
    assert keeper.visit(feed).visit.new == 1
    assert keeper.visit(feed).visit.outcome is VisitOutcome.UNCHANGED
    put(clock, folder / "a.txt", WORDS, age_s=30)
    touched = keeper.visit(feed)
    assert (touched.visit.new, touched.visit.known) == (0, 1)
    put(clock, folder / "a.txt", WORDS + "It was opened at six.\n", age_s=20)
    assert keeper.visit(feed).visit.new == 1


def test_a_file_that_is_still_being_written_is_left_for_the_next_visit(
    folder: Path, keeper: Keeper, clock: Clock
) -> None:
    put(clock, folder / "a.txt", WORDS, age_s=0)
    put(clock, folder / "b.txt.part", WORDS)
    assert keeper.visit(feed_of(folder)).arrivals == []
    clock.pass_by(seconds=10)
    assert keeper.visit(feed_of(folder)).visit.new == 1


def test_a_file_moved_in_with_an_old_time_is_as_new_as_any(
    folder: Path, keeper: Keeper, clock: Clock
) -> None:
    put(clock, folder / "a.txt", WORDS)
    assert keeper.visit(feed_of(folder)).visit.new == 1
    put(clock, folder / "b.txt", f"Old. {WORDS}", age_s=10_000_000)
    (report,) = keeper.visit(feed_of(folder)).reports
    assert names_of([report.found_at]) == ["b.txt"]


def test_a_file_of_many_reports_counts_as_read_with_the_last_of_them(
    folder: Path, keeper: Keeper, clock: Clock
) -> None:
    rows = "".join(f'{number},"Post {number}: {WORDS.strip()}"\n' for number in range(3))
    put(clock, folder / "a.csv", f"id,text\n{rows}")
    feed = feed_of(folder)
    before = keeper.visit(feed, dies_after=2).reports
    after = keeper.visit(feed).reports
    assert (len(before), len(after)) == (2, 3)
    assert {report.key for report in before} < {report.key for report in after}
    assert keeper.visit(feed).visit.new == 0


def test_a_file_that_cannot_be_read_is_told_once(
    folder: Path, keeper: Keeper, clock: Clock
) -> None:
    (folder / "a.png").write_bytes(b"\x89PNG\r\n")
    at = clock().timestamp() - 60
    os.utime(folder / "a.png", (at, at))
    feed = feed_of(folder)
    assert [told.reason for told in keeper.visit(feed).unread] == ["a picture (PNG)"]
    assert keeper.visit(feed).unread == []


def test_a_folder_that_is_not_there_is_a_failed_visit(folder: Path, keeper: Keeper) -> None:
    visit = keeper.visit(feed_of(folder / "none")).visit
    assert (visit.outcome, visit.reason) == (VisitOutcome.FAILED, "there is no such folder")
