from itertools import permutations

from tests.group.prints import FIRE, WIRE, put_all
from tests.relate.claims import report

from watchword.group.days import LEAST_INDEXED, Day, candidates, indexed_runs, place_of
from watchword.group.traces import trace_of, whole_of


def runs_of(text: str) -> frozenset[int]:
    return frozenset(whole_of(trace_of(report("x", text=text))).tolist())


def test_a_day_answers_alike_in_whatever_order_it_was_filled() -> None:
    reports = [report("r1", 18, text=WIRE), report("r2", 18, text=WIRE), report("r3", text=FIRE)]
    decisions = put_all(reports).decisions
    placed = [place_of(trace_of(r), decisions[r.key]) for r in reports]
    answers = set()
    for order in permutations(placed):
        day = Day()
        for each in order:
            day.add(each)
        found = candidates([day], runs_of(WIRE), frozenset())
        answers.add(tuple(each.trace.report for each in found))
    assert answers == {("r1",)}


def test_a_barred_origin_brings_no_candidates() -> None:
    known = report("r1", text=WIRE)
    day = Day()
    day.add(place_of(trace_of(known), put_all([known]).decisions["r1"]))
    assert candidates([day], runs_of(WIRE), frozenset({"r1"})) == []


def test_part_of_a_long_text_is_indexed_and_all_of_a_short_one() -> None:
    short = trace_of(report("r1", text="one two three four five six seven"))
    long = trace_of(report("r2", text=" ".join(f"word{number}" for number in range(2_000))))
    assert len(indexed_runs(short)) == 3
    assert LEAST_INDEXED < len(indexed_runs(long)) < 300
