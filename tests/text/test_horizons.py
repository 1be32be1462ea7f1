"""When something foretold would come."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from watchword.model.moment import Precision
from watchword.text.horizons import find_horizon

DAY = date(2024, 11, 8)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Fuel will run out within days.", "within days"),
        ("The dam could break in the next few weeks.", "the next few weeks"),
        ("They would be a threat on their return.", "on their return"),
        ("Turnout may fall after the vote.", "after the vote"),
        ("Prices will double by winter.", "by winter"),
        ("It would harm the port in the long run.", "in the long run"),
        ("The ban would end by the end of the year.", "by the end of the year"),
        ("The army would hold the town for years.", None),
        ("The valley will flood.", None),
    ],
)
def test_the_words_that_tell_when(text: str, words: str | None) -> None:
    found = find_horizon(text, 0, len(text), anchor=DAY)
    assert (found.words if found else None) == words


def test_a_time_of_the_calendar_is_resolved() -> None:
    text = "The lease would end next month, soon after the vote."
    found = find_horizon(text, 0, len(text), anchor=DAY)
    assert found is not None
    assert found.precision is Precision.MONTH
    assert found.since == datetime(2024, 12, 1, tzinfo=UTC)


def test_only_the_words_asked_for_are_searched() -> None:
    text = "If fuel runs out within days, the clinic will close."
    assert find_horizon(text, text.index("the clinic"), len(text), anchor=DAY) is None


PIECES = ("within weeks ", "on their return ", "next month ", "for years ", "the army ", "soon ")


@given(st.lists(st.sampled_from(PIECES), max_size=6))
def test_the_words_stand_where_they_are_said_to(pieces: list[str]) -> None:
    text = "".join(pieces)
    found = find_horizon(text, 0, len(text), anchor=DAY)
    if found is not None:
        assert text[found.start : found.end] == found.words
