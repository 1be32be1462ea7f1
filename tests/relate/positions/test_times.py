"""When a statement was made: old words are told again."""

from dataclasses import replace

import pytest
from tests.relate.claims import claim, on, report
from tests.relate.positions.utterances import SEOUL

from watchword.model.claim import Claim
from watchword.relate.positions.times import saying_of

REPORT = report("r1", 25)


def said(words: str) -> Claim:
    told = claim("c", "it would not send arms", SEOUL)
    return replace(told, attribution=replace(told.attribution, said=words))


def test_what_is_said_on_the_day_of_the_report_is_news() -> None:
    found = saying_of(said(""), REPORT, "Seoul said")
    assert (found.at, found.recalled) == (on(25), False)
    assert not saying_of(said("on Thursday"), REPORT, "Seoul said").recalled


@pytest.mark.parametrize("words", ["in June", "on October 3"])
def test_what_is_dated_long_before_is_recalled_and_placed_there(words: str) -> None:
    found = saying_of(said(words), REPORT, "Seoul said")
    assert found.recalled
    assert found.at is not None
    assert found.at < on(21)


@pytest.mark.parametrize("shown", ["had refused", "Two months ago Seoul said", "initially refused"])
def test_what_only_lies_back_is_recalled_without_a_day(shown: str) -> None:
    found = saying_of(said(""), REPORT, shown)
    assert (found.at, found.recalled) == (None, True)
