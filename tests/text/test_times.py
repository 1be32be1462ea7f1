"""Times in text: golden cases in times.txt, properties, and time on hostile input."""

from datetime import UTC, date, datetime
from pathlib import Path
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from watchword.model.moment import Moment, Precision
from watchword.text.time_rules import has_one
from watchword.text.times import RULES, find_moments

ANCHOR = date(2024, 10, 23)
PIECES = st.sampled_from(
    ["October", "8", "to", "13", "30", "February", ",", "2024", "by", "since", "Friday", "a day",
     "earlier", "last", "next", "the end of", "year", "in", "three", "weeks", "ago", "10:30 p.m.",
     "EST", "between", "and", "mid-", "early", "1990s", "31/12/9999", "9999-12-31", "1000-01-01"]
)  # fmt: skip
MIXED = st.one_of(st.text(), st.lists(PIECES, max_size=10).map(" ".join))


def _cases(name: str) -> list[tuple[str, list[str]]]:
    cases: list[tuple[str, list[str]]] = []
    for line in Path(__file__).with_name(name).read_text("utf-8").splitlines():
        if line.startswith("  "):
            cases[-1][1].append(line.strip())
        elif not line.startswith("#"):
            cases.append((line, []))
    return cases


def _instant(at: datetime | None) -> str:
    return "-" if at is None else at.isoformat()[:16].removesuffix("T00:00")


def _shown(moment: Moment) -> str:
    ends = [_instant(moment.since), _instant(moment.until)]
    return " | ".join([moment.words, *ends, moment.precision.value])


def _find(text: str, anchor: date | None = ANCHOR, *, future: bool = False) -> tuple[Moment, ...]:
    return find_moments(text, 0, len(text), anchor=anchor, future=future)


@pytest.mark.parametrize(("text", "expected"), _cases("times.txt"))
def test_each_case_is_read_as_its_file_says(text: str, expected: list[str]) -> None:
    assert [_shown(moment) for moment in _find(text)] == expected


@pytest.mark.parametrize(("text", "expected"), _cases("times-ahead.txt"))
def test_what_lies_ahead_is_placed_as_its_file_says(text: str, expected: list[str]) -> None:
    assert [_shown(moment) for moment in _find(text, future=True)] == expected


@pytest.mark.parametrize(
    ("year", "easter", "ramadan"),
    [(2023, (4, 9), (3, 23)), (2024, (3, 31), (3, 11)), (2025, (4, 20), (3, 1))],
)
def test_feasts_fall_on_their_days(
    year: int, easter: tuple[int, int], ramadan: tuple[int, int]
) -> None:
    anchor = date(year, 1, 5)
    (first,) = _find("on Easter Sunday", anchor, future=True)
    (second,) = _find("during Ramadan", anchor, future=True)
    assert first.since == datetime(year, *easter, tzinfo=UTC)
    assert second.since == datetime(year, *ramadan, tzinfo=UTC)


def test_a_planned_weekday_is_the_next_one() -> None:
    text = "They are expected on Friday, next week and in three days."
    found = [moment.since for moment in _find(text, future=True)]
    assert found == [datetime(2024, 10, day, tzinfo=UTC) for day in (25, 28, 26)]


def test_a_planned_weekday_may_be_the_anchor_itself() -> None:
    (moment,) = _find("on Wednesday", future=True)
    assert moment.since == datetime(2024, 10, 23, tzinfo=UTC)


def test_without_an_anchor_relative_times_are_found_and_not_placed() -> None:
    moments = _find("on Friday, on October 8, two weeks ago, this month, in 2024", None)
    assert [moment.words for moment in moments] == [
        "Friday",
        "October 8",
        "two weeks ago",
        "this month",
        "2024",
    ]
    assert [moment.since for moment in moments[:4]] == [None] * 4
    assert moments[4].since == datetime(2024, 1, 1, tzinfo=UTC)


def test_only_the_stretch_asked_for_is_read() -> None:
    text = "On Monday, on Tuesday, on Friday."
    found = find_moments(text, 10, 22, anchor=ANCHOR)
    assert [moment.words for moment in found] == ["Tuesday"]


@given(MIXED, st.one_of(st.none(), st.dates()), st.booleans())
def test_moments_are_in_order_quoted_exactly_and_never_run_backwards(
    text: str, anchor: date | None, future: bool
) -> None:
    last = 0
    for moment in _find(text, anchor, future=future):
        assert last <= moment.start < moment.end <= len(text)
        assert moment.words == text[moment.start : moment.end]
        last = moment.end
        if moment.since and moment.until:
            assert moment.since < moment.until
        for instant in (moment.since, moment.until):
            assert instant is None or instant.tzinfo is UTC


@pytest.mark.parametrize("text", ["soon", "February 30", "for several months"])
def test_what_cannot_be_placed_is_vague(text: str) -> None:
    (moment,) = _find(text)
    assert (moment.since, moment.until, moment.precision) == (None, None, Precision.VAGUE)


@pytest.mark.parametrize("unit", ["1", ",", " ", "\n", "October 8 to ", "a day earlier "])
def test_hostile_input_of_200_000_characters_ends_in_seconds(unit: str) -> None:
    text = unit * (200_000 // len(unit))
    began = process_time()
    _find(text)
    assert process_time() - began < 20


@pytest.mark.parametrize("text", [line for line, _ in _cases("times.txt")])
def test_no_rule_matches_where_what_it_needs_is_not(text: str) -> None:
    for pattern, _, needs in RULES:
        matches = [match[0] for match in pattern.finditer(text)]
        assert all(has_one(words, each) for words in matches for each in needs)
