"""A smaller record has what was published of late and what older work rests on, as it was."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from tests.store.listed import fill

from watchword.model.decision import DecisionKind
from watchword.model.report import Unread
from watchword.model.search import Query, Sought
from watchword.store import Store, create_store
from watchword.store.decisions import add_decision
from watchword.store.members import stories_of
from watchword.store.readings import each_reading
from watchword.store.reports import each_report, each_unread
from watchword.store.search import search
from watchword.store.thinning import thin
from watchword.store.tidying import tidy

SINCE = datetime(2024, 10, 13, tzinfo=UTC)


@pytest.fixture
def other(location: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A second store of the same kind."""
    place = tmp_path_factory.mktemp("other") / "other.watchword"
    made = create_store(f"{location}_other" if "?schema=" in location else str(place), title="B")
    yield made
    made.close()


def thinned(store: Store, other: Store) -> tuple[str, set[str]]:
    """Fill and thin; gives the report that a decision is on, and the keys of the small record."""
    reports = fill(store)
    withdrawn = reports[6].report.key
    with store.writing() as writing:
        add_decision(writing, DecisionKind.WITHDRAW, withdrawn, signed=("an analyst", "a hoax"))
    came = thin(store, other, since=SINCE)
    with other.viewing() as view:
        kept = {each.key for each in each_report(view)}
    assert (came.kept, came.kept + came.left) == (len(kept), len(reports))
    assert came.older > 0
    assert came.left > 0
    return withdrawn, kept


def test_what_is_kept_is_as_it_was(store: Store, other: Store) -> None:
    _, kept = thinned(store, other)
    with store.viewing() as whole, other.viewing() as small:
        wanted = [each for each in each_reading(whole) if each.report.key in kept]
        assert list(each_reading(small)) == wanted
        assert stories_of(small, sorted(kept)) == stories_of(whole, sorted(kept))
    for kind in Sought:
        query = Query(words="troops", kind=kind, limit=100)
        found = [hit for hit in search(store, query) if hit.report in kept]
        there = search(other, query)
        assert {(hit.report, hit.claim) for hit in there} == {
            (hit.report, hit.claim) for hit in found
        }


def test_recent_reports_and_those_that_something_rests_on_are_kept(
    store: Store, other: Store
) -> None:
    withdrawn, kept = thinned(store, other)
    with store.viewing() as view:
        every = list(each_report(view))
    recent = {each.key for each in every if each.published.at and each.published.at >= SINCE}
    assert recent < kept
    assert withdrawn in kept


def test_how_many_are_not_there_is_told(store: Store, other: Store) -> None:
    _, kept = thinned(store, other)
    with store.viewing() as view:
        total = len(list(each_report(view)))
        assert list(each_unread(view)) == []
    with other.viewing() as view:
        (told,) = each_unread(view)
    assert told == Unread(
        found_at="reports published before 2024-10-13",
        reason=f"left in the whole record, {store.location}",
        count=total - len(kept),
    )


def test_a_record_of_recent_reports_alone_is_copied_whole(store: Store, other: Store) -> None:
    reports = fill(store)
    came = thin(store, other, since=datetime(2020, 1, 1, tzinfo=UTC))
    assert (came.kept, came.older, came.left) == (len(reports), 0, 0)
    with other.viewing() as view:
        assert list(each_unread(view)) == []


def test_a_record_can_be_tidied_and_is_the_same(store: Store) -> None:
    fill(store)
    query = Query(words="troops")
    before = search(store, query)
    came = tidy(store)
    assert came.after > 0
    assert search(store, query) == before
