"""The sentences that a reader needs, each of which passes the check."""

import sys
from dataclasses import replace
from importlib import import_module
from pathlib import Path

import pytest

from watchword.brief.digest import digest_of
from watchword.brief.verify import check_sentence
from watchword.model.known import Known

sys.path.insert(0, str(Path(__file__).parent / "situations"))
made = import_module("dated_reports")


@pytest.fixture(scope="module")
def ferry() -> Known:
    known: Known = made.ferry()
    return known


def test_every_sentence_passes_the_check_and_leads_to_its_claims(ferry: Known) -> None:
    digest = digest_of(ferry, 1_000)
    claims = tuple(ferry.claims.values())
    assert len(digest.lines) == 6
    assert [check_sentence(each.sentence, claims, ferry.reports) for each in digest.lines] == [
        ()
    ] * 6


def test_sentences_stand_in_the_order_of_publication_and_of_the_report(ferry: Known) -> None:
    outlets = [ferry.reports[each.report].outlet for each in digest_of(ferry, 1_000).lines]
    assert outlets[:2] == ["Harbour Post", "Harbour Post"]
    assert outlets[2:4] == ["Gulf Post", "Gulf Post"]
    assert outlets[4:] == ["Strait Gazette", "Strait Gazette"]


def test_a_short_digest_has_the_weightiest_sentences(ferry: Known) -> None:
    whole = digest_of(ferry, 1_000).lines
    (only,) = digest_of(ferry, 1).lines
    assert only.weight == max(each.weight for each in whole)
    assert digest_of(ferry, 1).left_out == 5


def test_outlet_and_day_stand_in_brackets_and_the_bare_sentence_has_neither(ferry: Known) -> None:
    first = digest_of(ferry, 1_000).lines[0]
    assert first.sentence.text.endswith(" (Harbour Post, 3 May).")
    assert first.bare == "A ferry sank off Kastel on Monday, the coast guard said."


def test_an_abbreviation_at_the_end_keeps_its_stop() -> None:
    text = "The envoy met senators in Washington D.C.\n\nNobody else was there."
    known = made.known_from(made.report("Harbour Post", 3, "Envoy in Washington", text))
    assert (
        digest_of(known, 1)
        .lines[0]
        .sentence.text.startswith("The envoy met senators in Washington D.C. (Harbour")
    )


def test_what_two_reports_say_in_like_words_is_told_once() -> None:
    first = "A ferry with 40 people aboard sank off Kastel on Monday, the coast guard said."
    later = "A ferry with 40 people aboard sank off Kastel at night, the transport ministry said."
    known = made.known_from(
        made.report("Harbour Post", 3, "Ferry sinks", first),
        made.report("Gulf Post", 4, "Ferry lost", later),
    )
    assert len(digest_of(known, 1_000).lines) == 1


def test_a_withdrawn_report_is_left_out() -> None:
    known = made.known_from(made.report(*made.FERRY[0], gone=True))
    assert digest_of(known).lines == ()


def test_nothing_known_gives_an_empty_digest(ferry: Known) -> None:
    empty = replace(ferry, reports={}, claims={}, events=(), origins=())
    assert (digest_of(empty).lines, digest_of(empty).reports) == ((), 0)


def test_claims_are_told_one_by_one_where_that_is_asked_for(ferry: Known) -> None:
    told = [each.bare for each in digest_of(ferry, 1_000, whole=False).lines]
    assert "The coast guard said that a ferry sank off Kastel on Monday (2 May)." in told
