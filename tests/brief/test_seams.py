"""Sentences in a run tell no name in full, no date and no verb twice."""

import sys
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path

from watchword.brief.naming import Placing
from watchword.brief.seams import Told, each_joined, each_shorter, each_undated
from watchword.brief.telling import each_wording

sys.path.insert(0, str(Path(__file__).parent / "situations"))
texts = import_module("report_texts")

PLACING = Placing(datetime(2024, 11, 9, tzinfo=UTC), with_outlet=False)
TEXT = (
    "Senator Imelda Cruz said that the ferry was old. Senator Imelda Cruz said that the Senate "
    "has changed the rules. The Transport Ministry said that the ferry was new."
)


def run() -> list[Told]:
    report, claims = texts.read_text(TEXT)
    return [
        Told(
            sentence=next(each_wording(claim, report, PLACING)),
            claim=claim,
            day=report.published.at,
        )
        for claim in claims
    ]


def test_two_sentences_of_one_speaker_become_one() -> None:
    first, second, third = run()
    joined = next(each_joined(first, second))
    assert joined.text == (
        "Senator Imelda Cruz said that the ferry was old, and that the Senate has changed the "
        "rules (8 November)."
    )
    assert joined.claims == (first.claim.key, second.claim.key)
    assert list(each_joined(second, third)) == []


def test_a_speaker_named_before_is_told_by_name_alone() -> None:
    first, second, _ = run()
    assert list(each_shorter(first, set())) == []
    (short,) = each_shorter(second, {"Imelda Cruz"})
    assert short.text.startswith("Imelda Cruz said that the Senate")


def test_a_date_that_the_sentence_before_has_is_left_out() -> None:
    first, second, _ = run()
    (undated,) = each_undated(second, first)
    assert undated.text == "Senator Imelda Cruz said that the Senate has changed the rules."
