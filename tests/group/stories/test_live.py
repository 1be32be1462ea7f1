"""The sums of a story's last reports, the index over them, and what its words weigh."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.group.stories.made import FERRY, FIRST_DAY, STRIKE, features

from watchword.group.stories.dividing import division_of
from watchword.group.stories.index import StoryIndex
from watchword.group.stories.live import KEPT, LiveStory
from watchword.group.stories.weights import COUNTED_FOR, Weighed, Weigher

TEXTS = (FERRY, STRIKE, "Snow closed the pass of Arl.", "The court of Lindau heard the union.")


def weighed(*texts: str) -> list[Weighed]:
    weigher = Weigher()
    return [
        weigher.weigh(features(text, str(number)), FIRST_DAY) for number, text in enumerate(texts)
    ]


def test_a_word_weighs_less_the_more_reports_have_it() -> None:
    first, *_, last = weighed(*([FERRY] * 20))
    assert last.weights["names"]["lindau"] < first.weights["names"]["lindau"]


def test_a_common_word_weighs_less_than_a_rare_one() -> None:
    (report,) = weighed("The government of Lindaugrad met")
    assert report.weights["words"]["govern"] < report.weights["words"]["lindaugrad"]


def test_what_was_counted_half_a_year_ago_counts_no_more() -> None:
    weigher = Weigher()
    first = weigher.weigh(features(FERRY, "a"), FIRST_DAY)
    after = FIRST_DAY + COUNTED_FOR + timedelta(days=1)
    later = weigher.weigh(features(FERRY, "b"), after)
    assert later.weights == first.weights


def test_a_sentence_is_short_and_an_article_long() -> None:
    many = " ".join(
        f"wordy{chr(97 + first)}{chr(97 + last)}" for first in range(9) for last in range(9)
    )
    short, long = weighed(FERRY, many)
    assert (short.part, long.part) == (0.0, 1.0)


@given(st.lists(st.sampled_from(TEXTS), min_size=1, max_size=8), st.integers(0, 7))
def test_taking_a_report_out_undoes_putting_it_in(texts: list[str], which: int) -> None:
    reports = weighed(*texts)
    out = reports[which % len(reports)]
    with_it, without = LiveStory("s"), LiveStory("s")
    with_it.add(*reports)
    without.add(*(each for each in reports if each is not out))
    assert with_it.remove(out.features.report) is out
    assert (with_it.sums, with_it.squares) == (without.sums, without.squares)
    assert (with_it.countries, with_it.numbers) == (without.countries, without.numbers)


def test_a_story_keeps_the_sums_of_its_last_reports() -> None:
    reports = weighed(*([FERRY] * (KEPT + 3)))
    story = LiveStory("s")
    outdated = [gone for report in reports for gone in story.add(report)]
    assert outdated == reports[:3]
    assert (len(story.members), len(story.reports)) == (KEPT, KEPT + 3)


def test_the_index_finds_the_story_that_shares_most() -> None:
    ferry, strike, asked = weighed(FERRY, STRIKE, "Divers reached the Aurora off Lindau.")
    stories, index = {"ferry": LiveStory("ferry"), "strike": LiveStory("strike")}, StoryIndex()
    for key, report in (("ferry", ferry), ("strike", strike)):
        stories[key].add(report)
        index.add(report, stories[key])
    assert [each.story for each in index.nearest(asked, stories)] == [stories["ferry"]]
    index.clear(stories["ferry"])
    assert index.nearest(asked, stories) == []


@pytest.mark.parametrize("texts", [(FERRY,) * 6, (FERRY, STRIKE), (FERRY,) * 5 + (STRIKE,)])
def test_reports_that_hold_together_or_are_too_few_are_not_divided(texts: tuple[str, ...]) -> None:
    assert division_of(weighed(*texts)) is None


def test_two_groups_without_a_word_in_common_are_divided() -> None:
    divided = division_of(weighed(FERRY, STRIKE, FERRY, STRIKE, FERRY))
    assert divided == ((1, 3), 0.0)
