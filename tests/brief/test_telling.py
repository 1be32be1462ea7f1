"""A claim is told in the report's own words, with who said it, where and when."""

import sys
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path

import pytest

from watchword.brief.clarity import is_clear
from watchword.brief.naming import Placing, joined_names
from watchword.brief.telling import LONGEST, each_wording, headline_of

sys.path.insert(0, str(Path(__file__).parent / "situations"))
texts = import_module("report_texts")

PLACING = Placing(datetime(2024, 11, 9, tzinfo=UTC))


def wordings(text: str, number: int = 0) -> list[str]:
    report, claims = texts.read_text(text)
    return [sentence.text for sentence in each_wording(claims[number], report, PLACING)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "The United Nations said at least 40 trucks are in Sudan.",
            "The United Nations said at least 40 trucks are in Sudan (Harbour Post, 8 November).",
        ),
        (
            "At least 40 trucks have crossed into Chad, the United Nations said.",
            (
                "The United Nations said that at least 40 trucks have crossed into Chad"
                " (Harbour Post, 8 November)."
            ),
        ),
        (
            "The ferry, according to the United Nations, is carrying flour to Haiti.",
            (
                "The United Nations said that the ferry is carrying flour to Haiti"
                " (Harbour Post, 8 November)."
            ),
        ),
        (
            "Ships have reportedly left Odesa.",
            "Harbour Post reported that ships have reportedly left Odesa (8 November).",
        ),
        (
            "The Kremlin denied that trucks had crossed the border.",
            "The Kremlin denied that trucks had crossed the border (Harbour Post, 8 November).",
        ),
    ],
)
def test_the_content_is_told_word_for_word(text: str, told: str) -> None:
    assert told in wordings(text)


def test_a_clause_that_borrows_its_subject_gets_it_in_brackets() -> None:
    text = "The United Nations said the trucks are in Chad and should reach Sudan on Monday."
    (told,) = wordings(text, 1)
    assert "[the trucks] should reach Sudan" in told


def test_another_day_gets_its_date_and_the_reports_own_day_does_not() -> None:
    other = wordings("Police in Haiti said the bridge was closed on Wednesday.")
    own = wordings("Police in Haiti said the bridge was closed on Friday.")
    assert any("Wednesday (6 November)" in told for told in other)
    assert other
    assert own
    assert all("Friday (8" not in told for told in own)


def test_a_source_nobody_named_is_not_told() -> None:
    assert wordings("He said the trucks have crossed into Chad.") == []


def test_a_sentence_too_long_is_left_to_the_report() -> None:
    places = ", ".join(["Chad"] * (LONGEST + 5))
    assert wordings(f"The United Nations said trucks have crossed into {places}.") == []


@pytest.mark.parametrize(
    ("text", "clear"),
    [
        ("The United Nations said 40 trucks have crossed into Chad.", True),
        ("The United Nations said they have crossed into Chad.", False),
        ("The United Nations said I have crossed into Chad.", False),
        ("The United Nations said these figures are lower than those of Chad.", False),
        ("It has crossed into Chad on Monday.", False),
    ],
)
def test_what_needs_the_sentence_before_it_is_not_clear(text: str, *, clear: bool) -> None:
    _, claims = texts.read_text(text)
    assert is_clear(claims[0]) is clear


def test_a_headline_is_short_and_has_no_outlet() -> None:
    report, claims = texts.read_text(
        "The United Nations said at least 40 trucks have crossed into Chad from Sudan "
        "while fighting goes on near the border."
    )
    lines = [sentence.text for sentence in headline_of(claims[0], report)]
    assert lines[0] == (
        "The United Nations said at least 40 trucks have crossed into Chad from Sudan."
    )
    assert all("Harbour Post" not in line for line in lines)


def test_names_in_a_row() -> None:
    assert joined_names(["A"]) == "A"
    assert joined_names(["A", "B", "C,"]) == "A, B and C"


def test_a_relayed_source_is_told_with_who_relays_it() -> None:
    told = wordings("Reuters reported, citing a Chadian official, that 40 trucks have left.")
    assert any("Reuters" in each and "Chadian official" in each for each in told)
