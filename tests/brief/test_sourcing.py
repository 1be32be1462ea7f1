"""What a brief says of its sources comes out again when counted, and no machine hides."""

import sys
from dataclasses import replace
from importlib import import_module
from pathlib import Path

import pytest
from tests.brief.sample import make_brief

from watchword.brief.mutate import each_mutation
from watchword.brief.sourcing import sourced
from watchword.brief.verify import Rule, verify
from watchword.brief.verify.sourcing import check_machines, check_sourcing, source_summary
from watchword.model.brief import Brief, Machine, Wording
from watchword.model.report import Published, Unread
from watchword.text.languages import language_name

sys.path.insert(0, str(Path(__file__).parent / "situations"))
situations = import_module("situation_files")


@pytest.fixture(scope="module")
def brief() -> Brief:
    return situations.brief_on("sahel-convoy")


def test_the_summary_counts_reports_outlets_origins_and_hands(brief: Brief) -> None:
    told = brief.sourcing
    assert f"cites {len(brief.reports)} reports" in told
    assert f"{len(brief.origins)} independent origin" in told
    assert "from officials at first hand" in told
    assert f"of {len(brief.judgments)} key judgments cite a single origin" in told
    assert f"English ({len(brief.reports)})" in told
    assert verify(brief).problems == ()


def test_a_number_that_is_altered_or_a_sentence_added_is_found(brief: Brief) -> None:
    altered = [each for each in each_mutation(brief) if each.kind.startswith("sourcing")]
    assert {each.kind for each in altered} == {"sourcing_altered", "sourcing_invented"}
    assert len(altered) > 8
    for each in altered:
        (problem,) = verify(each.document).problems
        assert (problem.rule, problem.where) == (Rule.SOURCING, "/sourcing")


def test_a_machine_that_hides_is_found(brief: Brief) -> None:
    hidden = [each for each in each_mutation(brief) if each.kind == "machine_hidden"]
    assert len(hidden) == len(brief.machines)
    for each in hidden:
        assert [problem.rule for problem in verify(each.document).problems] == [Rule.SOURCING]


def test_a_brief_that_tells_nothing_of_its_sources_tells_nothing_wrong(brief: Brief) -> None:
    bare = replace(brief, sourcing="", machines=())
    assert list(check_sourcing(bare)) == list(check_machines(bare)) == []


def test_every_machine_is_named_with_what_it_did() -> None:
    wording = Wording(
        pointer="/overview/0", model="small-model", prompt="1", instead_of="It is.", request="r"
    )
    by_hand = Machine(name="another", did="translated")
    brief = sourced(replace(make_brief(), worded=(wording,), machines=(by_hand,)))
    did = {machine.name: machine.did for machine in brief.machines}
    assert did["small-model"] == "worded 1 sentence, each checked like any other"
    assert did["another"] == "translated"
    assert set(did) >= {claim.made_by for claim in brief.claims} | {brief.made_by}
    assert sourced(brief) == brief


def test_gaps_are_told(brief: Brief) -> None:
    failed = Unread(found_at="https://example.org/feed", reason="a feed that failed when it was")
    lost = Unread(found_at="lines.csv", reason="not a report", count=3)
    first = replace(brief.reports[0], published=Published(), outlet=None, language="ko")
    poorer = replace(brief, unread=(failed, lost), reports=(first, *brief.reports[1:]))
    told = " ".join(source_summary(poorer))
    assert "4 inputs could not be read, 1 of them a feed that failed." in told
    assert "1 cited report is undated." in told
    assert "(the outlet of 1 is not named)" in told
    assert "Korean (1)" in told


def test_of_nothing_it_is_told_that_nothing_is_cited() -> None:
    nothing = replace(make_brief(), reports=(), claims=(), sources=(), judgments=(), origins=())
    assert source_summary(replace(nothing, unread=())) == ("The brief cites no report.",)


def test_a_language_without_a_known_name_keeps_its_code() -> None:
    assert language_name("xx") == "xx"
