"""What was so then is told as of then, and no modal is touched."""

import sys
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path

import pytest

from watchword.brief.naming import Placing
from watchword.brief.telling import each_wording
from watchword.brief.tenses import past_cue

sys.path.insert(0, str(Path(__file__).parent / "situations"))
texts = import_module("report_texts")

LATER = Placing(datetime(2024, 12, 9, tzinfo=UTC))
NEXT_DAY = Placing(datetime(2024, 11, 9, tzinfo=UTC))


def told(text: str, placing: Placing) -> str:
    report, claims = texts.read_text(text)
    return next(each_wording(claims[0], report, placing)).text


@pytest.mark.parametrize(
    ("text", "later"),
    [
        (
            "Some 40 trucks are now stationed in Chad, the United Nations said.",
            "The United Nations said that some 40 trucks were stationed in Chad",
        ),
        (
            "The trucks have crossed into Chad, the United Nations said.",
            "The United Nations said that the trucks had crossed into Chad",
        ),
        (
            "The trucks will cross into Chad, the United Nations said.",
            "The United Nations said that the trucks will cross into Chad",
        ),
        (
            "The trucks may be in Chad, the United Nations said.",
            "The United Nations said that the trucks may be in Chad",
        ),
    ],
)
def test_the_main_verb_goes_into_the_past_after_a_week(text: str, later: str) -> None:
    assert told(text, LATER).startswith(later)


def test_news_of_the_day_stays_in_its_tense() -> None:
    text = "Some 40 trucks are now stationed in Chad, the United Nations said."
    assert " are now stationed " in told(text, NEXT_DAY)


def test_the_day_it_was_said_becomes_a_date_and_the_reports_own_day_is_dropped() -> None:
    other = told("The United Nations said on Tuesday that trucks have left Chad.", NEXT_DAY)
    own = told("The United Nations said on Friday that trucks have left Chad.", NEXT_DAY)
    assert other.startswith("The United Nations said on 5 November that trucks")
    assert own.startswith("The United Nations said that trucks")


def test_a_word_of_reporting_in_the_present_goes_into_the_past() -> None:
    assert past_cue("estimates that it rained", "estimates") == "estimated that it rained"
    assert past_cue("told reporters to ask", "told") == "told reporters to ask"
