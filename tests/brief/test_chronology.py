"""What happened on which day, told in sentences that pass the check."""

import sys
from dataclasses import replace
from datetime import UTC, date, datetime
from importlib import import_module
from pathlib import Path

import pytest

from watchword.brief.chronology import Wanted, chronology_of
from watchword.brief.verify import check_sentence
from watchword.flow.chronicling import chronicle
from watchword.model.chronology import Chronology, Dated
from watchword.model.known import Known

sys.path.insert(0, str(Path(__file__).parent / "situations"))
made = import_module("dated_reports")


def days(found: Chronology) -> list[str]:
    return [each.day.isoformat() for each in found.days]


def texts(found: Chronology) -> list[str]:
    return [line.sentence.text for day in found.days for line in day.lines]


@pytest.fixture(scope="module")
def ferry() -> Known:
    known: Known = made.ferry()
    return known


def test_events_stand_on_their_own_days_and_not_on_those_of_their_reports(ferry: Known) -> None:
    assert days(chronicle(ferry)) == ["2011-05-02", "2011-05-03", "2011-05-05", "2011-05-20"]


def test_two_prints_that_give_the_day_their_own_way_are_one_line(ferry: Known) -> None:
    sunk = chronicle(ferry).days[0]
    assert len(sunk.lines) == 1
    assert len(sunk.origins) == len(sunk.later) == 2
    assert sunk.weight == 4


def test_every_sentence_passes_the_check(ferry: Known) -> None:
    claims = tuple(ferry.claims.values())
    for day in chronicle(ferry).days:
        for line in day.lines:
            assert check_sentence(line.sentence, claims, ferry.reports) == ()


def test_what_lies_ahead_is_marked(ferry: Known) -> None:
    planned = chronicle(ferry).days[-1].lines[0]
    assert planned.ahead
    assert planned.dated is Dated.TOLD


def test_what_a_text_puts_in_another_year_is_counted_and_not_told(ferry: Known) -> None:
    found = chronicle(ferry)
    assert found.undated == 1
    assert not any("2009" in text for text in texts(found))


def test_of_few_days_those_that_others_come_back_to_are_told(ferry: Known) -> None:
    found = chronicle(ferry, Wanted(days=1))
    assert days(found) == ["2011-05-02"]
    assert found.left_out == 3


def test_only_days_that_are_asked_for_are_told(ferry: Known) -> None:
    wanted = Wanted(since=date(2011, 5, 3), until=date(2011, 5, 5))
    assert days(chronicle(ferry, wanted)) == ["2011-05-03", "2011-05-05"]


def test_as_of_an_earlier_day_nothing_later_is_told() -> None:
    reports = [made.report(*each) for each in made.FERRY]
    known = made.known_from(*reports, as_of=datetime(2011, 5, 4, tzinfo=UTC))
    assert days(chronicle(known)) == ["2011-05-02", "2011-05-03"]


def test_a_withdrawn_report_tells_nothing() -> None:
    first, *rest = made.FERRY
    known = made.known_from(made.report(*first, gone=True), *(made.report(*each) for each in rest))
    assert not any("rescued" in text for text in texts(chronicle(known)))


def test_a_statement_that_adds_a_number_is_told_beside_one_without() -> None:
    bare = "Norland sent troops to the border on Monday, the army said."
    counted = "Norland sent 800 troops to the border on Monday, the ministry said."
    known = made.known_from(
        made.report("Harbour Post", 3, "Troops", bare), made.report("Gulf Post", 3, "More", counted)
    )
    assert any("800" in text for text in texts(chronicle(known, Wanted(per_day=5))))


def test_the_same_reports_in_any_order_give_the_same_days() -> None:
    reports = [made.report(*each) for each in made.FERRY]
    assert chronicle(made.known_from(*reports)) == chronicle(made.known_from(*reports[::-1]))


def test_nothing_known_gives_no_day(ferry: Known) -> None:
    empty = replace(ferry, reports={}, claims={}, events=(), origins=())
    assert chronology_of(empty, ()).days == ()


def test_a_later_print_that_gives_no_day_comes_back_to_the_day_of_what_it_tells() -> None:
    first = "A ferry sank off Kastel on Monday, the coast guard said."
    again = "A ferry sank off Kastel, the transport ministry said."
    known = made.known_from(
        made.report("Harbour Post", 3, "Ferry sinks", first),
        made.report("Gulf Post", 6, "Ferry sank", again),
    )
    (day,) = chronicle(known).days
    assert day.day == date(2011, 5, 2)
    assert len(day.later) == 2
