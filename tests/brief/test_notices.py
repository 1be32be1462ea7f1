"""What a brief cannot tell is counted from the brief, and can be counted again."""

import sys
from dataclasses import replace
from importlib import import_module
from pathlib import Path

import pytest

from watchword.brief.notices import notices_of
from watchword.brief.verify import recount
from watchword.model.brief import Brief, Measure
from watchword.model.report import Unread

sys.path.insert(0, str(Path(__file__).parent / "situations"))
situations = import_module("situation_files")


@pytest.fixture(scope="module")
def brief() -> Brief:
    return situations.brief_on("volcano-ferry")  # type: ignore[no-any-return]


def test_each_count_is_the_one_made_again(brief: Brief) -> None:
    assert brief.notices
    for notice in brief.notices:
        assert (notice.count, notice.of) == recount(brief, notice.measure)
        assert str(notice.count) in notice.text


def test_standing_notices_are_there_even_for_nothing(brief: Brief) -> None:
    measures = {notice.measure for notice in brief.notices}
    assert {Measure.REPORTS, Measure.SINGLE_ORIGIN, Measure.UNGRADED} <= measures


def test_what_does_not_occur_is_not_noticed(brief: Brief) -> None:
    measures = {notice.measure for notice in brief.notices}
    assert not {Measure.UNDATED, Measure.UNREAD, Measure.WITHDRAWN} & measures


def test_one_and_many_have_their_own_words(brief: Brief) -> None:
    lost = Unread(found_at="a.txt", reason="not text")
    one = notices_of(replace(brief, unread=(lost,)))
    many = notices_of(replace(brief, unread=(lost, replace(lost, found_at="b.txt", count=3))))
    assert "1 input could not be read." in [notice.text for notice in one.notices]
    assert "4 inputs could not be read." in [notice.text for notice in many.notices]


def test_noticing_twice_changes_nothing(brief: Brief) -> None:
    assert notices_of(brief) == brief
