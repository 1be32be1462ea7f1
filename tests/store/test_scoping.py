"""The newest reports of what a scope asks."""

from datetime import UTC, datetime

from tests.store.listed import fill, told

from watchword.model.origin import Manner, OriginDecision
from watchword.model.scope import Named, Scope
from watchword.store import Store
from watchword.store.origins import add_placements, each_placement
from watchword.store.readings import each_reading
from watchword.store.reports import add_reports
from watchword.store.scoping import count_within, newest_within


def test_the_newest_reports_of_a_scope_are_found_and_all_of_them_counted(store: Store) -> None:
    reports = fill(store)
    days = Scope(since=datetime(2024, 10, 3, tzinfo=UTC), until=datetime(2024, 10, 5, tzinfo=UTC))
    envoy = Scope(actors=(Named(names=("Envoy 4",)),))
    story = Scope(story=f"{0:016x}")
    with store.viewing() as view:
        then = view.as_of
        assert [count_within(view, each) for each in (Scope(), days, envoy, story)] == [24, 4, 1, 6]
        newest = newest_within(view, Scope(), 2)
        read = list(each_reading(view, numbers=newest))
    assert {each.report.key for each in read} == {reports[18].report.key, reports[19].report.key}
    with store.writing() as writing:
        add_reports(writing, [told(99).report])
    with store.viewing(then) as view:
        assert count_within(view, Scope()) == 24


def test_a_window_of_reports_has_their_origins_alone(store: Store) -> None:
    reports = fill(store)
    placed = [_placed(each.report.key) for each in reports]
    with store.writing() as writing:
        add_placements(writing, placed)
    with store.viewing() as view:
        newest = newest_within(view, Scope(), 3)
        there = list(each_placement(view, numbers=newest))
    assert len(there) == 3


def _placed(key: str) -> OriginDecision:
    return OriginDecision(
        report=key,
        origin=key,
        copy_of=None,
        manner=Manner.OWN,
        score=0.0,
        reason="",
        label="",
        outlet=None,
        credit=None,
        agency=None,
        made_by="test",
    )
