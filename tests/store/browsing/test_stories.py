"""The newest and the largest stories, a page at a time."""

import sqlalchemy as sa
from tests.store.listed import fill

from watchword.model.page import ByTime
from watchword.model.story_outline import StoryOutline
from watchword.store import Store
from watchword.store.browsing.stories import StoriesAsked, largest_stories, newest_stories
from watchword.store.members import members_of, stories_of
from watchword.store.tables_derived import story_member


def test_every_story_stands_once_where_its_newest_report_stands(store: Store) -> None:
    fill(store)
    with store.viewing() as view:
        whole = newest_stories(view, StoriesAsked(most=50))
        paged: list[StoryOutline] = []
        after: ByTime | None = None
        while len(paged) < 50:
            page = newest_stories(view, StoriesAsked(after=after, most=1))
            paged += page.rows
            assert page.next is None or isinstance(page.next, ByTime)
            after = page.next
            if after is None:
                break
    assert tuple(paged) == whole.rows
    untils = [each.until for each in whole.rows if each.until]
    assert untils == sorted(untils, reverse=True)
    assert {each.key: each.reports for each in whole.rows} == {
        f"{0:016x}": 6,
        f"{2:016x}": 5,
        f"{3:016x}": 5,
        f"{9:016x}": 2,
    }


def test_the_largest_come_first_where_that_is_asked(store: Store) -> None:
    fill(store)
    with store.viewing() as view:
        page = largest_stories(view, most=2)
        rest = largest_stories(view, after=page.next, most=9)  # type: ignore[arg-type]
    assert [each.reports for each in (*page.rows, *rest.rows)] == [6, 5, 5, 2]


def test_stories_are_narrowed_to_who_is_spoken_of(store: Store) -> None:
    fill(store)
    with store.viewing() as view:
        one = newest_stories(view, StoriesAsked(names=("Envoy 4",)))
        large = newest_stories(view, StoriesAsked(names=("Kursk",), least=5))
    assert [each.key for each in one.rows] == [f"{9:016x}"]
    assert sorted(each.reports for each in large.rows) == [5, 5, 6]


def test_members_are_those_of_the_instant(store: Store) -> None:
    reports = fill(store)
    with store.viewing() as view:
        now = members_of(view, [f"{0:016x}", f"{1:016x}", f"{9:016x}"])
        homes = stories_of(view, [reports[4].report.key, reports[23].report.key])
        instants = sorted(view.connection.scalars(sa.select(story_member.c.known_at).distinct()))
    assert f"{1:016x}" not in now
    assert len(now[f"{0:016x}"]) == 6
    assert homes == {reports[4].report.key: f"{9:016x}"}
    with store.viewing(instants[1]) as view:
        then = members_of(view, [f"{0:016x}", f"{1:016x}"])
    assert {key: len(each) for key, each in then.items()} == {f"{0:016x}": 4, f"{1:016x}": 4}
