"""Feeds into the record: from a real web server on loopback, whole whatever happens between."""

import gzip
import multiprocessing
import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from time import sleep

import pytest
from tests.collect.loopback import Served, gives, serving

from watchword.collect.feeds import make_feed
from watchword.collect.limits import Limits
from watchword.flow.situation.feeding import find_feed, keep_feeds
from watchword.flow.situation.visiting import Terms, visit_due
from watchword.model.feed import Feed, FeedKind, VisitOutcome
from watchword.store import Store, open_store
from watchword.store.feeds import each_feed, each_visit, state_of
from watchword.store.reports import each_report

LIMITS = Limits(allow_private=True, host_gap_s=0.0, timeout_s=5.0)
TERMS = Terms(limits=LIMITS, password=lambda _name: None, even_if_not_due=True)
_fork = multiprocessing.get_context("fork")


@pytest.fixture
def site() -> Iterator[Served]:
    """A web server whose robots.txt allows everything."""
    with serving() as served:
        yield served


def rss(count: int, *, first: int = 0) -> bytes:
    items = "".join(
        f"<item><guid>n{number}</guid><title>Convoy {number}</title>"
        f"<description>On day {number} Kyiv said that {number + 2} tanks had been lost near"
        " Kursk, and Moscow denied it.</description></item>"
        for number in range(first, first + count)
    )
    return f'<rss version="2.0"><channel><title>Gulf Post</title>{items}</channel></rss>'.encode()


def added(store: Store, site: Served, path: str = "/feed") -> Feed:
    feed = make_feed(FeedKind.FEED, site.address + path)
    keep_feeds(store, [feed])
    return feed


def texts(store: Store) -> list[str]:
    with store.viewing() as view:
        return [report.text for report in each_report(view)]


def test_a_feed_is_visited_and_its_next_visit_brings_what_is_new(
    store: Store, site: Served
) -> None:
    feed = added(store, site)
    site.answers["/feed"] = gives(rss(3), "application/rss+xml")
    assert visit_due(store, TERMS).recorded.new == 3
    site.answers["/feed"] = gives(rss(4, first=1), "application/rss+xml")
    again = visit_due(store, TERMS)
    assert (again.recorded.new, [visit.outcome for visit in again.visits]) == (
        2,
        [VisitOutcome.OK],
    )
    assert len(texts(store)) == 5
    with store.viewing() as view:
        assert [visit.new for visit in each_visit(view, feed.key)] == [3, 2]
        state = state_of(view, feed.key)
        assert state.failures == 0
        assert state.due_at is not None
    assert visit_due(store, replace(TERMS, even_if_not_due=False)).visits == ()


def test_a_feed_that_fails_is_kept_account_of_and_the_others_go_on(
    store: Store, site: Served
) -> None:
    gone, well = added(store, site, "/gone"), added(store, site, "/well")
    site.answers["/well"] = gives(rss(2), "application/rss+xml")
    visited = visit_due(store, TERMS)
    assert visited.recorded.new == 2
    outcomes = {visit.feed: visit.outcome for visit in visited.visits}
    assert outcomes == {gone.key: VisitOutcome.FAILED, well.key: VisitOutcome.OK}
    with store.viewing() as view:
        assert state_of(view, gone.key).failures == 1
        assert "404" in state_of(view, gone.key).reason


def test_what_is_fetched_is_kept_as_warc_where_a_feed_wants_it(
    store: Store, site: Served, tmp_path: Path
) -> None:
    site.answers["/feed"] = gives(rss(2), "application/rss+xml")
    feed = replace(make_feed(FeedKind.FEED, site.address + "/feed"), archive=True)
    keep_feeds(store, [feed])
    visit_due(store, replace(TERMS, archive=tmp_path / "kept.warc"))
    (file,) = (tmp_path / "kept.warc").glob("*.warc.gz")
    assert b"<guid>n1</guid>" in gzip.decompress(file.read_bytes())


def test_a_watched_folder_gives_what_is_put_into_it(store: Store, tmp_path: Path) -> None:
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    (inbox / "a.txt").write_text("Moscow denied that 500 troops had crossed.", encoding="utf-8")
    old = (store.now() - timedelta(minutes=5)).timestamp()
    import os  # noqa: PLC0415 - only to set the file's age

    os.utime(inbox / "a.txt", (old, old))
    keep_feeds(store, [find_feed(FeedKind.FOLDER, str(inbox), LIMITS)[0]])
    assert visit_due(store, TERMS).recorded.new == 1
    assert visit_due(store, TERMS).recorded.new == 0


def test_a_home_page_stands_for_the_one_feed_that_it_announces(site: Served) -> None:
    page = b'<html><head><link rel="alternate" type="application/rss+xml" href="/n.rss"></head>'
    site.answers["/"] = gives(page)
    feed, told = find_feed(FeedKind.FEED, site.address, LIMITS)
    assert feed.address == f"{site.address}/n.rss"
    assert "found on the page" in told


def visit(location: str) -> None:
    store = open_store(location)
    visit_due(store, TERMS)
    store.close()


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
@pytest.mark.parametrize("location", ["file", "server"], indirect=True)
def test_a_visit_that_is_killed_at_any_moment_loses_and_doubles_no_entry(
    store: Store, site: Served, location: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("watchword.flow.situation.turns.LEASE_S", 0.01)
    monkeypatch.setattr("watchword.flow.situation.recording.AT_ONCE", 5)
    added(store, site)
    store.close()
    chance = random.Random(20241019)  # noqa: S311 - moments, not secrets
    for run in range(25):
        site.answers["/feed"] = gives(rss(40, first=20 * run), "application/rss+xml")
        process = _fork.Process(target=visit, args=(location,))
        process.start()
        sleep(chance.uniform(0.02, 0.4))
        process.kill()
        process.join()
    site.answers["/feed"] = gives(rss(540), "application/rss+xml")
    again = open_store(location)
    visit_due(again, TERMS)
    assert visit_due(again, TERMS).recorded.new == 0
    found = texts(again)
    assert len(found) == len(set(found)) == 540
    with again.viewing() as view:
        assert len(list(each_feed(view))) == 1
    again.close()
