"""A brief on a composed situation stands on its claims, says nothing twice, and hides nothing."""

import sys
from dataclasses import replace
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path

import pytest

from watchword.brief.compose import compose
from watchword.brief.verify import check_sentence, verify
from watchword.flow.briefing import Request, write_brief
from watchword.model.brief import Brief, Measure
from watchword.model.sentence import Sentence

sys.path.insert(0, str(Path(__file__).parent / "situations"))
situations = import_module("situation_files")


@pytest.fixture(scope="module", params=situations.NAMES)
def brief(request: pytest.FixtureRequest) -> Brief:
    return situations.brief_on(request.param)


def told_once(brief: Brief) -> list[Sentence]:
    """The sentences that may not repeat one another."""
    body = [s for part in brief.sections for paragraph in part.paragraphs for s in paragraph]
    judged = [judgment.sentence for judgment in brief.judgments]
    return [*judged, *brief.overview, *body, *brief.watch]


def every_sentence(brief: Brief) -> list[Sentence]:
    """The sentences with headings, contests, changes and the headline."""
    headings = [part.heading for part in brief.sections]
    contests = [contest.summary for contest in brief.contests]
    head = [brief.headline] if brief.headline else []
    return [*head, *told_once(brief), *headings, *contests, *brief.changes]


def test_the_whole_brief_passes_verification(brief: Brief) -> None:
    assert verify(brief).problems == ()


def test_every_sentence_cites_claims_and_passes_the_check_alone(brief: Brief) -> None:
    claims = {claim.key: claim for claim in brief.claims}
    reports = {report.key: report for report in brief.reports}
    assert every_sentence(brief)
    for sentence in every_sentence(brief):
        assert sentence.claims
        cited = [claims[key] for key in sentence.claims]
        assert check_sentence(sentence, cited, reports) == (), sentence.text


def test_no_sentence_stands_twice(brief: Brief) -> None:
    texts = [sentence.text for sentence in told_once(brief)]
    assert len(set(texts)) == len(texts)


def test_parts_keep_to_their_lengths(brief: Brief) -> None:
    assert 1 <= len(brief.judgments) <= 6
    assert len(brief.overview) <= 4
    assert len(brief.watch) <= 6
    for section in brief.sections:
        assert sum(map(len, section.paragraphs)) <= 8


def test_the_evidence_is_what_is_cited_and_no_more(brief: Brief) -> None:
    cited = {key for sentence in every_sentence(brief) for key in sentence.claims}
    points = {point.claim for contest in brief.contests for point in contest.track.points}
    sides = {key for one in brief.judgments for key in (*one.supports, *one.denies)}
    rows = {key for panel in brief.panels for row in panel.rows for key in row.claims}
    assert {claim.key for claim in brief.claims} == cited | points | sides | rows
    assert {claim.report for claim in brief.claims} <= {report.key for report in brief.reports}
    assert [entry.number for entry in brief.sources] == list(range(1, len(brief.sources) + 1))
    assert [entry.report for entry in brief.sources] == [report.key for report in brief.reports]


def test_what_was_refused_is_counted(brief: Brief) -> None:
    counted = [notice.count for notice in brief.notices if notice.measure is Measure.REFUSED]
    assert counted == ([len(brief.refused)] if brief.refused else [])
    assert all(refusal.reasons for refusal in brief.refused)


@pytest.mark.parametrize("name", situations.NAMES)
def test_the_same_reports_give_the_same_brief(name: str) -> None:
    assert situations.brief_on(name) == situations.brief_on(name)


def test_a_withdrawn_report_is_never_told() -> None:
    brief = situations.brief_on("grid-intrusion")
    assert all("5,000" not in sentence.text for sentence in every_sentence(brief))
    assert "g8" not in {claim.report for claim in brief.claims}


def test_nothing_published_after_the_briefs_time_is_in_it() -> None:
    as_of = datetime(2025, 2, 11, tzinfo=UTC)
    brief = situations.brief_on("sahel-convoy", as_of=as_of)
    assert brief.as_of == as_of
    for report in brief.reports:
        assert report.published.at is not None
        assert report.published.at <= as_of
    assert all("29 soldiers" not in sentence.text for sentence in every_sentence(brief))
    early = [
        read
        for read in situations.read_situation("sahel-convoy")
        if read.report.key in {"s1", "s2", "s3"}
    ]
    assert write_brief(early, (), Request(as_of=as_of)) == brief


def test_copies_count_once() -> None:
    brief = situations.brief_on("volcano-ferry")
    (copies,) = [notice for notice in brief.notices if notice.measure is Measure.COPIES]
    assert copies.count == 1
    assert {"v2", "v6"} in [set(origin.reports) for origin in brief.origins]


def test_nothing_found_gives_a_brief_that_says_so() -> None:
    brief = compose(situations.empty_material())
    assert brief.headline is None
    assert (brief.judgments, brief.overview, brief.sections, brief.watch) == ((), (), (), ())
    assert brief.notices[0].count == 0
    assert "0 reports" in brief.notices[0].text
    assert verify(brief).problems == ()


def test_an_altered_sentence_would_be_found_out(brief: Brief) -> None:
    first = brief.judgments[0]
    altered = Sentence(
        text=first.sentence.text.replace(" said", " denied", 1), claims=first.sentence.claims
    )
    changed = replace(brief, judgments=(replace(first, sentence=altered), *brief.judgments[1:]))
    assert altered.text == first.sentence.text or verify(changed).problems


def test_a_denial_of_what_the_brief_tells_is_told_too() -> None:
    told = " ".join(
        sentence.text for sentence in every_sentence(situations.brief_on("sahel-convoy"))
    )
    assert "200 troops" in told
    assert "Mali denied" in told
