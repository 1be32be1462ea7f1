"""Quotations: golden cases in quotations.txt, properties, and time on hostile input."""

from pathlib import Path
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from watchword.text.quotations import Quotation, find_quotations

MARKS = st.text(alphabet="\"'\u2018\u2019“”„«»\u2039\u203aas .,\n", max_size=60)


def _cases() -> list[tuple[str, list[str]]]:
    cases: list[tuple[str, list[str]]] = []
    for line in Path(__file__).with_name("quotations.txt").read_text("utf-8").splitlines():
        if line.startswith("  "):
            cases[-1][1].append(line.strip())
        elif not line.startswith("#"):
            cases.append((line.replace("\\n", "\n"), []))
    return cases


def _shown(text: str, quotation: Quotation) -> str:
    inner = text[quotation.inner_start : quotation.inner_end]
    marks = ["continues"] if quotation.continues else []
    return " | ".join([inner, str(quotation.depth), *marks])


@pytest.mark.parametrize(("text", "expected"), _cases())
def test_each_case_is_read_as_its_file_says(text: str, expected: list[str]) -> None:
    assert [_shown(text, quotation) for quotation in find_quotations(text)] == expected


def test_a_mark_that_never_closes_stops_at_its_paragraph() -> None:
    text = "He said “no.  \n\nAnd then ” nothing."
    (quotation,) = find_quotations(text)
    assert text[quotation.start : quotation.end] == "“no."
    assert not quotation.continues


@given(st.one_of(st.text(), MARKS))
def test_quotations_lie_inside_the_text_in_order_and_never_cross(text: str) -> None:
    opened: list[Quotation] = []
    last = 0
    for quotation in find_quotations(text):
        assert last <= quotation.start < quotation.inner_start <= quotation.inner_end
        assert quotation.inner_end <= quotation.end <= len(text)
        last = quotation.start
        while opened and opened[-1].end <= quotation.start:
            opened.pop()
        assert all(quotation.end <= outer.end for outer in opened)
        assert quotation.depth == len(opened)
        opened.append(quotation)


@pytest.mark.parametrize("unit", ['"', "'", "“", "\u2018", "s' ", "a 'b ", " ", "\n", "«»"])
def test_hostile_input_of_200_000_characters_ends_in_seconds(unit: str) -> None:
    text = unit * (200_000 // len(unit))
    began = process_time()
    find_quotations(text)
    assert process_time() - began < 20
