from dataclasses import replace

import pytest
from tests.group.prints import FIRE, WIRE
from tests.relate.claims import report

from watchword.group.likeness import likeness
from watchword.group.traces import trace_of
from watchword.model.origin import Manner


def alike(one: str, other: str, **known: object) -> Manner | None:
    found = likeness(trace_of(report("r1", text=one)), trace_of(report("r2", text=other, **known)))
    return found.manner if found else None


def test_likeness_names_its_manner() -> None:
    assert alike(WIRE, WIRE) is Manner.SAME
    assert alike(WIRE, f"By our desk in Oster. {WIRE}") is Manner.VERBATIM
    assert alike(WIRE, WIRE[:370]) is Manner.CUT
    assert alike(WIRE, FIRE) is None


def test_likeness_goes_both_ways() -> None:
    whole, cut = trace_of(report("r1", text=WIRE)), trace_of(report("r2", text=WIRE[:370]))
    assert likeness(whole, cut) == likeness(cut, whole)


def test_an_outlets_own_text_must_be_nearly_equal_to_be_a_copy() -> None:
    half = WIRE[: len(WIRE) // 2] + FIRE[len(FIRE) // 2 :]
    assert alike(WIRE, half.replace("Tarn", "Oster"), outlet="Outlet r1") is None


@pytest.mark.parametrize("kept", [5, 6, 7])
def test_a_cut_print_of_the_text_with_one_number_changed_is_a_copy(kept: int) -> None:
    cut = ". ".join(WIRE.split(". ")[:kept])
    assert alike(WIRE.replace("40 fishing", "43 fishing"), cut)


def test_a_blank_text_is_like_nothing() -> None:
    blank = trace_of(report("r1", text=" "))
    assert likeness(blank, replace(blank, report="r2")) is None
