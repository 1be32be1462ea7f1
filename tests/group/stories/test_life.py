"""A story's life, by when its reports were published."""

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st
from tests.group.stories.made import FIRST_DAY

from watchword.group.stories.life import life_of
from watchword.model.story import Life


def lives(*days: int, at: int) -> Life:
    return life_of(
        [FIRST_DAY + timedelta(days=day) for day in days], FIRST_DAY + timedelta(days=at)
    )


def test_a_story_with_reports_of_this_week_grows() -> None:
    assert lives(0, 2, 5, at=6) is Life.GROWING


def test_a_story_without_reports_for_a_week_is_quiet() -> None:
    assert lives(0, 2, at=10) is Life.QUIET


def test_a_story_that_grows_again_after_a_silence_is_reopened() -> None:
    assert lives(0, 2, 30, at=31) is Life.REOPENED
    assert lives(0, 2, 30, at=60) is Life.QUIET


def test_what_was_published_later_is_not_known_yet() -> None:
    assert lives(0, 30, at=3) is Life.GROWING


def test_a_story_without_dated_reports_is_quiet() -> None:
    assert lives(at=0) is Life.QUIET


@given(st.lists(st.integers(0, 300)), st.integers(0, 300))
def test_nothing_that_came_later_changes_a_life(days: list[int], at: int) -> None:
    known = [day for day in sorted(days) if day <= at]
    assert lives(*sorted(days), at=at) is lives(*known, at=at)
