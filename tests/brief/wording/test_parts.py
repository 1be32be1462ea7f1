"""A whole part may be left out, a word out of one may not."""

import pytest

from watchword.brief.verify.tokens import read_wording
from watchword.brief.wording.parts import check_parts

OLD = (
    "Officials said that the ministry had stopped sending troops to the border, as a first step, "
    "with tents and trucks in support of the police."
)


def faults(new: str) -> list[str]:
    return list(check_parts(read_wording(new), read_wording(OLD)))


@pytest.mark.parametrize(
    "left_out", ["", " as a first step,", " in support of the police", ", as a first step"]
)
def test_a_whole_part_may_go(left_out: str) -> None:
    assert faults(OLD.replace(left_out, "")) == []


def test_who_says_it_may_move() -> None:
    said = "Officials said that the ministry had stopped sending troops to the border"
    moved = "The ministry had stopped sending troops to the border, officials said"
    assert faults(OLD.replace(said, moved)) == []


@pytest.mark.parametrize(
    ("left_out", "told"),
    [("stopped ", "stopped"), ("first ", "first"), ("and trucks ", "trucks"), ("border", "border")],
)
def test_a_word_out_of_a_part_may_not(left_out: str, told: str) -> None:
    (fault,) = faults(OLD.replace(left_out, ""))
    assert fault.startswith(f"“{told}” out of ")


def test_who_does_it_is_no_part_that_may_go() -> None:
    assert faults("Officials said, as a first step, with tents and trucks.")


def test_a_word_that_stands_twice_is_kept_twice() -> None:
    old = read_wording("The foreign minister said that the foreign ministry closed.")
    new = read_wording("The foreign minister said that the ministry closed.")
    assert len(list(check_parts(new, old))) == 1
