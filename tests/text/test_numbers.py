"""Numbers in text: golden cases in numbers.txt, properties, and time on hostile input."""

from pathlib import Path
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from watchword.model.figure import Approx
from watchword.text.number_roles import Role
from watchword.text.numbers import Number, find_numbers
from watchword.text.qualifiers import _BEFORE, _LAST_WORDS, WINDOW

PIECES = st.sampled_from(
    ["1,500", "10", " ", "-", "to", "thousand", "at least", "a", "half", "dozen", "of", "$", "7",
     "billion", "and", "between", "several", "[", "]", "one", "2024", ".", ",", "\n", "mm", "%"]
)  # fmt: skip
MIXED = st.one_of(st.text(), st.lists(PIECES, max_size=12).map(" ".join))


def _cases() -> list[tuple[str, list[str]]]:
    cases: list[tuple[str, list[str]]] = []
    for line in Path(__file__).with_name("numbers.txt").read_text("utf-8").splitlines():
        if line.startswith("  "):
            cases[-1][1].append(line.strip())
        elif not line.startswith("#"):
            cases.append((line, []))
    return cases


def _shown(number: Number) -> str:
    values = (number.low, number.best, number.high)
    bounds = ["-" if value is None else format(round(value, 4), ".15g") for value in values]
    role = [] if number.role is Role.COUNT else [number.role.value]
    return " | ".join([number.words, *bounds, number.approx.value, *role])


@pytest.mark.parametrize(("text", "expected"), _cases())
def test_each_case_is_read_as_its_file_says(text: str, expected: list[str]) -> None:
    assert [_shown(number) for number in find_numbers(text)] == expected


@given(MIXED)
def test_numbers_are_in_order_apart_and_quoted_exactly(text: str) -> None:
    last = 0
    for number in find_numbers(text):
        assert last <= number.start < number.end <= len(text)
        assert number.words == text[number.start : number.end]
        last = number.end


@given(MIXED)
def test_bounds_enclose_the_best_value(text: str) -> None:
    for number in find_numbers(text):
        best = number.best
        assert number.low is None or best is None or number.low <= best
        assert number.high is None or best is None or best <= number.high
        assert (number.low, number.best, number.high) != (None, None, None)
        if number.approx is Approx.RANGE:
            assert number.low is not None
            assert number.high is not None
            assert number.low < number.high


def test_only_the_stretch_asked_for_is_read() -> None:
    text = "at least 30 men and 40 guns"
    assert [number.words for number in find_numbers(text, 9, 22)] == ["30", "40"]


def test_identifiers_too_long_for_a_number_are_passed_over() -> None:
    assert find_numbers("9" * 400) == []


@pytest.mark.parametrize("unit", ["1", ",", "111,", "111 ", "a-", "\n", "thousand "])
def test_hostile_input_of_200_000_characters_ends_in_seconds(unit: str) -> None:
    text = unit * (200_000 // len(unit))
    began = process_time()
    find_numbers(text)
    assert process_time() - began < 20


@pytest.mark.parametrize("text", [text for text, _ in _cases()])
def test_no_qualifier_ends_in_a_word_behind_which_none_is_tried(text: str) -> None:
    windows = [text[max(0, end - WINDOW) : end] for end in range(1, len(text) + 1)]
    ends = [each.split()[-1] for each in windows if any(p.search(each) for _, p in _BEFORE)]
    assert all(word.lower().endswith(_LAST_WORDS) for word in ends)
