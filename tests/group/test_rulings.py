from datetime import timedelta

from tests.group.prints import EPOCH, WIRE, put_all
from tests.relate.claims import report

from watchword.group.rulings import decide_again
from watchword.model.origin import OriginDecision, OriginRuling

FIRST, SECOND = WIRE, WIRE.replace("Oster", "Tarn").replace("Holt", "Brandt").replace("40", "9")


def rule(one: str, other: str | None, *, is_copy: bool) -> OriginRuling:
    return OriginRuling(report=one, other=other, is_copy=is_copy, by="Ada", at=EPOCH)


def chain() -> dict[str, OriginDecision]:
    """r2 repeats r1, r3 repeats r2; r9 is of another origin."""
    made = put_all(
        [report("r1", text=FIRST), report("r2", text=FIRST), report("r3", text=FIRST)]
    ).decisions
    other = put_all([report("r9", text=SECOND)]).decisions
    return {**made, **other}


def homes(changed: tuple[OriginDecision, ...]) -> dict[str, str]:
    return {decision.report: decision.origin for decision in changed}


def test_a_ruling_that_all_obeys_already_changes_nothing() -> None:
    known = chain().values()
    assert decide_again(rule("r2", "r1", is_copy=True), known) == ()
    assert decide_again(rule("r9", "r1", is_copy=False), known) == ()
    assert decide_again(rule("r9", None, is_copy=False), known) == ()


def test_a_ruling_on_reports_that_have_not_come_changes_nothing_yet() -> None:
    assert decide_again(rule("r2", "r8", is_copy=True), chain().values()) == ()
    assert decide_again(rule("r8", None, is_copy=False), chain().values()) == ()


def test_an_origin_moves_as_a_whole_when_its_first_report_is_ruled_a_copy() -> None:
    changed = decide_again(rule("r1", "r9", is_copy=True), chain().values())
    assert homes(changed) == {"r1": "r9", "r2": "r9", "r3": "r9"}
    assert changed[0].copy_of == "r9"
    assert {decision.made_by for decision in changed} == {"Ada"}


def test_the_report_that_repeats_leaves_whichever_way_the_ruling_names_the_two() -> None:
    assert homes(decide_again(rule("r1", "r2", is_copy=False), chain().values()))["r2"] == "r2"
    assert homes(decide_again(rule("r2", "r1", is_copy=False), chain().values()))["r2"] == "r2"


def test_a_move_and_its_undoing_leave_the_report_where_it_was() -> None:
    known = chain()
    there = decide_again(rule("r9", "r1", is_copy=True), known.values())
    known |= {decision.report: decision for decision in there}
    back = decide_again(rule("r9", "r1", is_copy=False), known.values())
    assert homes(there) == {"r9": "r1"}
    assert homes(back) == {"r9": "r9"}
    assert EPOCH + timedelta(0) == rule("r9", "r1", is_copy=False).at
