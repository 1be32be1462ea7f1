"""The part of a large record that a view is worked out from."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.store.listed import fill
from tests.store.records import report_of

from watchword.brief.document import from_json, to_json
from watchword.brief.verify.counts import check_notice
from watchword.errors import RefusedError
from watchword.flow.briefing import Request
from watchword.flow.situation.composing import written
from watchword.flow.situation.rebuilding import rebuild_brief
from watchword.flow.situation.recording import record
from watchword.flow.situation.scoping import Asked
from watchword.flow.situation.standing import (
    BriefAsked,
    brief_standing,
    find_brief,
    find_standing,
    keep_brief,
    known_standing,
)
from watchword.flow.situation.windowing import standing_asked, standing_in, window_of
from watchword.model.brief import Looked, Measure
from watchword.store import Store, create_store


@pytest.fixture
def store(tmp_path: Path) -> Store:
    made = create_store(str(tmp_path / "a.watchword"), title="Troops")
    fill(made)
    return made


def test_a_window_of_a_small_record_is_all_of_it(store: Store) -> None:
    window = window_of(store, Asked())
    assert (window.reports, window.of, window.is_whole, window.in_words()) == (24, 24, True, "")
    inside = known_standing(standing_in(store, window))
    assert inside == known_standing(find_standing(store, window.as_of))
    store.close()


def test_a_window_of_a_large_record_says_what_it_is_over(store: Store) -> None:
    window = window_of(store, Asked(), most=5)
    assert not window.is_whole
    assert window.in_words() == "over the newest 5 of 24 reports; narrow it to see others"
    known = known_standing(standing_in(store, window))
    days = {report.published.at.day for report in known.reports.values() if report.published.at}
    assert days == {16, 17, 18, 19, 20}
    store.close()


def test_a_window_is_of_what_is_asked(store: Store) -> None:
    assert window_of(store, Asked(story=f"{0:016x}")).reports == 6
    assert window_of(store, Asked(actors=("Envoy 4",))).reports == 1
    store.close()


def test_a_brief_of_a_small_record_looks_at_all_of_it_and_does_not_say_so(store: Store) -> None:
    standing = standing_asked(store, Asked())
    assert standing == find_standing(store)
    assert standing.looked is None
    store.close()


def test_a_brief_of_a_large_record_says_what_it_was_made_from(store: Store) -> None:
    standing = standing_asked(store, Asked(), most=5)
    assert standing.looked == Looked(reports=5, of=24)
    assert len(standing.read) == 5
    notices = [each.text for each in brief_standing(standing, Request()).notices]
    told = "It was made from the newest 5 of 24 reports; what older ones tell is not in it."
    assert told in notices
    store.close()


def test_a_brief_of_a_part_says_which_and_its_check_knows_the_words(store: Store) -> None:
    standing = standing_asked(store, Asked(actors=("Envoy 4",)))
    brief = brief_standing(standing, Request())
    told = "It was asked for the 1 report speaking of Envoy 4; what others tell is not in it."
    notice = next(each for each in brief.notices if each.measure is Measure.NARROWED)
    assert notice.text == told
    assert not list(check_notice(brief, notice))
    assert list(check_notice(brief, replace(notice, text=f"{notice.text} 7,312 troops left.")))
    assert from_json(to_json(brief)) == brief
    store.close()


def test_a_brief_on_two_is_made_from_what_speaks_of_both(store: Store) -> None:
    standing = standing_asked(store, Asked(), between=("Envoy 4",), most=5)
    assert standing.looked == Looked(reports=1, of=1, asked="speaking of Envoy 4")
    assert standing_asked(store, Asked(), between=("Envoy 4",)).looked is None
    store.close()


def test_a_brief_of_nothing_is_refused(store: Store) -> None:
    with pytest.raises(RefusedError, match="no report is of what the brief was asked for"):
        standing_asked(store, Asked(actors=("Nobody At All",)))
    store.close()


def test_a_brief_of_a_part_is_made_again_byte_for_byte_whatever_came_since(store: Store) -> None:
    asked = Asked(story=f"{0:016x}", since=datetime(2024, 10, 2, tzinfo=UTC))
    standing = standing_asked(store, asked, most=3)
    wish = BriefAsked(asked=asked, most=3)
    brief = written(store, standing, "Part", wish)
    key = keep_brief(store, brief, wish)
    record(store, [report_of("Moscow denied on Sunday that 9 troops had been sent.")])
    assert to_json(rebuild_brief(store, find_brief(store, key))) == to_json(brief)
    assert brief.looked is not None
    assert (brief.looked.reports, brief.looked.of) == (3, 5)
    store.close()
