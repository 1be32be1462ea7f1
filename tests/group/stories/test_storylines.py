"""Stories of one matter that lie apart in time, and how a story is summed up."""

from dataclasses import replace
from datetime import timedelta

from tests.group.stories.made import FERRY, FIRST_DAY, STRIKE, features

from watchword.group.stories import find_storylines, story_of
from watchword.model.story import Story

TALKS = Story(
    key="talks",
    name="Oster, Mira Holt",
    reports=("a", "b"),
    since=FIRST_DAY,
    until=FIRST_DAY + timedelta(days=3),
    names=("oster", "mira holt", "port union"),
    places=("oster",),
    events=("CONSULT",),
    times=(FIRST_DAY, FIRST_DAY + timedelta(days=3)),
)


def later(story: Story, key: str, days: int) -> Story:
    since, until = FIRST_DAY + timedelta(days=days), FIRST_DAY + timedelta(days=days + 2)
    return replace(story, key=key, since=since, until=until)


def test_stories_that_share_people_place_and_deed_weeks_apart_are_a_line() -> None:
    second, third = later(TALKS, "more talks", 30), later(TALKS, "last talks", 70)
    (line,) = find_storylines((third, TALKS, second))
    assert line.stories == ("talks", "more talks", "last talks")
    assert line.shared == TALKS.names


def test_the_order_of_the_stories_does_not_matter() -> None:
    stories = [TALKS, later(TALKS, "more talks", 30), later(TALKS, "last talks", 70)]
    assert find_storylines(stories) == find_storylines(stories[::-1])


def test_stories_at_one_time_are_no_line() -> None:
    assert find_storylines((TALKS, later(TALKS, "other talks", 1))) == ()


def test_a_shared_person_without_a_shared_place_makes_no_line() -> None:
    elsewhere = replace(later(TALKS, "far talks", 30), names=("lindau", *TALKS.names[1:]))
    assert find_storylines((TALKS, replace(elsewhere, places=("lindau",)))) == ()


def test_another_sort_of_deed_makes_no_line() -> None:
    assert find_storylines((TALKS, replace(later(TALKS, "raid", 30), events=("ASSAULT",)))) == ()


def test_a_silence_of_many_months_ends_a_line() -> None:
    assert find_storylines((TALKS, later(TALKS, "new talks", 300))) == ()


def test_undated_stories_are_in_no_line() -> None:
    undated = replace(TALKS, key="undated", since=None, until=None, times=())
    assert find_storylines((TALKS, undated)) == ()


def test_a_story_is_summed_up_in_order_of_time() -> None:
    parts = (features(FERRY, "b", day=4), features(FERRY, "a"), features(STRIKE, "c", day=None))
    story = story_of("key", parts)
    assert story.reports == ("a", "b", "c")
    assert (story.since, story.until) == (FIRST_DAY, FIRST_DAY + timedelta(days=4))
    assert story.names[0] in {"lindau", "aurora"}
    assert "Lindau" in story.name
