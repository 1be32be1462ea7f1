from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.group.prints import (
    EPOCH,
    FIRE,
    SHORT,
    WIRE,
    Record,
    put,
    put_all,
    some_prints,
    with_time,
)
from tests.relate.claims import report

from watchword.group.copies import decide_origins
from watchword.group.shelf import OriginShelf
from watchword.group.traces import trace_of
from watchword.model.origin import Manner, OriginDecision, OriginRuling
from watchword.model.report import Report


def origins(record: Record) -> dict[str, str]:
    return {key: decision.origin for key, decision in record.decisions.items()}


def ruling(one: str, other: str | None, *, is_copy: bool, hour: int = 0) -> OriginRuling:
    at = EPOCH + timedelta(hours=hour)
    return OriginRuling(report=one, other=other, is_copy=is_copy, by="Ada", at=at)


@given(some_prints())
def test_every_report_is_in_one_origin_which_its_first_report_names(reports: list[Report]) -> None:
    homes = origins(put_all(reports))
    assert homes.keys() == {known.key for known in reports}
    assert all(homes[origin] == origin for origin in homes.values())


@given(some_prints())
def test_a_batch_is_decided_as_the_same_reports_in_the_order_of_their_time(
    reports: list[Report],
) -> None:
    arriving = sorted(reports, key=lambda known: (known.published.at, known.key))
    online = put_all(arriving).decisions
    assert {each.report: each for each in decide_origins(reports)} == online


@given(some_prints(), st.data())
def test_a_restart_at_any_point_changes_no_decision(
    reports: list[Report], data: st.DataObject
) -> None:
    stopped = data.draw(st.integers(0, len(reports)))
    record = put_all(reports[:stopped])
    shelf = OriginShelf()
    for known in reports[stopped:]:
        put(shelf, record, known)
    assert record.decisions == put_all(reports).decisions


@given(some_prints())
def test_a_shelf_that_forgets_all_it_may_decides_as_one_that_keeps_all(
    reports: list[Report],
) -> None:
    assert put_all(reports, most_kept=0).decisions == put_all(reports).decisions


def test_what_lies_outside_the_days_asked_about_is_forgotten() -> None:
    shelf = OriginShelf(most_kept=10)
    for day in range(200):
        known = with_time(report(f"r{day}"), EPOCH + timedelta(days=day))
        shelf.place(trace_of(known))
    assert shelf.days_wanted(EPOCH)
    assert not shelf.days_wanted(EPOCH + timedelta(days=199))


def test_a_copy_says_what_it_repeats_how_and_by_how_much() -> None:
    record = put_all([report("r1", 18, text=WIRE), report("r2", 19, text=WIRE[:370])])
    copy = record.decisions["r2"]
    assert (copy.origin, copy.copy_of, copy.manner) == ("r1", "r1", Manner.CUT)
    assert copy.score > 0.9
    assert copy.reason.endswith("% of its wording is in Outlet r1 of 2024-10-18 (cut or extended)")


def test_an_agencys_own_print_that_comes_late_names_the_origin_which_keeps_its_key() -> None:
    early = [
        report("r1", 18, text=WIRE, outlet="Post", bylines=("Jane Roe, Reuters",)),
        report("r2", 18, text=WIRE[:500], outlet="Gazette"),
        report("r3", 18, text=WIRE, outlet="Courier"),
    ]
    record = put_all([*early, report("r4", 19, text=WIRE, outlet="Reuters")])
    own = record.decisions["r4"]
    assert set(origins(record).values()) == {"r1"}
    assert own.agency == "Reuters"
    assert own.reason.startswith("Reuters's own print")
    assert own.reason.endswith("Reuters via three outlets")


def test_a_copy_of_an_agencys_text_is_the_agencys_even_where_it_does_not_say_so() -> None:
    wire, copy = report("r1", text=WIRE, outlet="Yonhap"), report("r2", text=WIRE, outlet="Post")
    decision = put_all([wire, copy]).decisions["r2"]
    assert (decision.credit, decision.agency) == (None, "Yonhap")
    assert decision.reason.endswith("Yonhap via Post")


def test_an_original_that_comes_after_its_copy_joins_it() -> None:
    copy, original = report("r1", 19, text=WIRE[:500]), report("r2", 18, text=WIRE)
    assert origins(put_all([copy, original])) == {"r1": "r1", "r2": "r1"}


def test_an_undated_report_stands_at_its_arrival() -> None:
    shelf = OriginShelf()
    wire = trace_of(report("r1", 18, text=WIRE))
    shelf.place(wire)
    undated = with_time(report("r2", text=WIRE[:500]), None)
    soon = trace_of(undated, arrived=EPOCH + timedelta(days=2))
    late = trace_of(replace(undated, key="r3"), arrived=EPOCH + timedelta(days=9))
    assert shelf.place(soon).origin == "r1"
    assert shelf.place(late).origin == "r3"


def test_a_long_text_printed_again_after_months_is_the_same_and_a_set_sentence_is_not() -> None:
    later = EPOCH + timedelta(days=90)
    reports = [report("r1", 18, text=WIRE), report("r2", 18, text=SHORT)]
    again = [with_time(report(f"again {known.key}", text=known.text), later) for known in reports]
    homes = origins(put_all([*reports, *again]))
    assert homes["again r1"] == "r1"
    assert homes["again r2"] == "again r2"


def test_a_report_that_comes_twice_keeps_its_decision() -> None:
    shelf, known = OriginShelf(), trace_of(report("r1", text=WIRE))
    assert shelf.place(known) == shelf.place(known)


def test_a_later_version_joins_its_elders_origin_however_old_that_is() -> None:
    elder = put_all([report("r1", 1, text=WIRE)]).decisions["r1"]
    decision = OriginShelf().place(trace_of(report("r2", 29, text=FIRE)), version_of=elder)
    assert (decision.origin, decision.manner) == ("r1", Manner.VERSION)
    assert decision.reason == "a later version of Outlet r1 of 2024-10-01"


def placed(*reports: Report) -> tuple[OriginShelf, dict[str, OriginDecision]]:
    shelf = OriginShelf()
    return shelf, {known.key: shelf.place(trace_of(known)) for known in reports}


def test_a_report_ruled_no_copy_leaves_with_what_repeats_it() -> None:
    changed = WIRE.replace("three days", "three long days")
    shelf, made = placed(
        report("r1", 18, text=WIRE),
        report("r2", 19, text=changed),
        with_time(report("r3", text=changed), EPOCH + timedelta(days=4)),
    )
    assert {each.origin for each in made.values()} == {"r1"}
    again = shelf.obey(ruling("r2", "r1", is_copy=False), made.values())
    assert {each.report: each.origin for each in again} == {"r2": "r2", "r3": "r2"}
    assert again[0].reason == "held to be no copy of Outlet r1 of 2024-10-18 by Ada"
    later = with_time(report("r4", text=changed), EPOCH + timedelta(days=5))
    assert shelf.place(trace_of(later)).origin == "r2"


def test_a_ruling_made_before_the_reports_come_is_obeyed_when_they_do() -> None:
    shelf = OriginShelf()
    shelf.obey(ruling("r2", "r1", is_copy=False), ())
    shelf.obey(ruling("r3", "r1", is_copy=True), ())
    texts = {"r1": WIRE, "r2": WIRE, "r3": FIRE}
    homes = {key: shelf.place(trace_of(report(key, text=text))) for key, text in texts.items()}
    assert {key: made.origin for key, made in homes.items()} == {"r1": "r1", "r2": "r2", "r3": "r1"}
    assert (homes["r3"].manner, homes["r3"].made_by) == (Manner.RULED, "Ada")


@pytest.mark.parametrize("other", ["r1", None])
def test_a_ruling_is_obeyed_after_a_restart_and_a_replay(other: str | None) -> None:
    _, made = placed(report("r1", text=WIRE))
    shelf = OriginShelf()
    shelf.heed(ruling("r2", other, is_copy=False), made.values())
    shelf.restore(EPOCH.date(), [(trace_of(report("r1", text=WIRE)), made["r1"])])
    decision = shelf.place(trace_of(report("r2", text=WIRE)))
    assert decision.origin == "r2"
    assert decision.made_by == ("copies 1" if other else "Ada")


def test_of_two_rulings_on_the_same_reports_the_later_stands() -> None:
    shelf = OriginShelf()
    shelf.heed(ruling("r2", "r1", is_copy=True, hour=2))
    shelf.heed(ruling("r2", "r1", is_copy=False, hour=1))
    for key, text in (("r1", WIRE), ("r2", FIRE)):
        decision = shelf.place(trace_of(report(key, text=text)))
    assert decision.origin == "r1"


def apart() -> list[Report]:
    """Two prints that differ too much, in a number and in their order, and what both print."""
    reordered = ". ".join(sorted(WIRE.removesuffix(".").split(". "), key=len)) + "."
    return [
        report("r1", 18, text=WIRE.replace("40 fishing", "43 fishing")),
        report("r2", 18, text=reordered),
        report("r3", 18, text=WIRE),
    ]


def test_an_original_that_comes_late_makes_one_origin_of_its_prints() -> None:
    one, two, original = apart()
    before = origins(put_all([one, two]))
    after = origins(put_all([one, two, original]))
    assert before == {"r1": "r1", "r2": "r2"}
    assert len(set(after.values())) == 1


def test_a_round_up_that_prints_two_texts_makes_them_no_one_origin() -> None:
    round_up = report("r3", 18, text=f"{WIRE}\n\n{FIRE}")
    homes = origins(put_all([report("r1", 18, text=WIRE), report("r2", 18, text=FIRE), round_up]))
    assert homes["r1"] != homes["r2"]


def test_origins_ruled_apart_are_not_made_one() -> None:
    one, two, original = apart()
    shelf, made = placed(one, two)
    shelf.heed(ruling("r1", "r2", is_copy=False), made.values())
    decision = shelf.place(trace_of(original))
    assert decision.also
    assert shelf.join(decision, [*made.values(), decision]) == ()
