"""A judgment tells who bears it out and who denies it, counted, and what would change it."""

import sys
from collections.abc import Callable
from dataclasses import replace
from importlib import import_module
from pathlib import Path

import pytest

from watchword.brief.verify import Ground, Rule, check_weighing, verify
from watchword.model.brief import Brief, Judgment

sys.path.insert(0, str(Path(__file__).parent / "situations"))
situations = import_module("situation_files")

Judged = Callable[[str], tuple[Brief, Judgment]]


@pytest.fixture(scope="module")
def judged() -> Judged:
    briefs = [situations.brief_on(name) for name in situations.NAMES]

    def find(words: str) -> tuple[Brief, Judgment]:
        return next(
            (brief, one)
            for brief in briefs
            for one in brief.judgments
            if words in one.sentence.text
        )

    return find


def rules(brief: Brief, judgment: Judgment) -> set[Rule]:
    return {rule for rule, _ in check_weighing(judgment, Ground.of(brief))}


def test_a_denial_is_told_with_who_denies_and_that_it_is_a_party(judged: Judged) -> None:
    _, judgment = judged("200 troops")
    assert judgment.weighed == (
        "One text alone bears it out, on the word of the Nigerien Defence Ministry; "
        "Mali, a party to it, denies it."
    )
    assert judgment.would_change[0] == "evidence for the denial by Mali"


def test_what_nobody_denies_is_told_so(judged: Judged) -> None:
    _, judgment = judged("1,400 Ugandan soldiers")
    assert judgment.weighed.endswith("; nobody denies it in these reports.")
    assert judgment.would_change[0] == "a second source beside the Congolese Defence Ministry"


def test_what_is_weighed_would_change_with_a_decision(judged: Judged) -> None:
    _, judgment = judged("considering a ban")
    assert judgment.would_change[0] == "word of a decision"


def test_every_judgment_counts_what_it_cites() -> None:
    for name in situations.NAMES:
        brief = situations.brief_on(name)
        for judgment in brief.judgments:
            assert set(judgment.sentence.claims) <= set(judgment.supports)
            assert rules(brief, judgment) == set()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("One text alone bears", "Two independent texts bear"),
        ("the Nigerien Defence Ministry", "the Algerian Defence Ministry"),
        ("the Nigerien Defence Ministry", "the Nigerien Defence Ministry and two others"),
        ("Mali, a party to it, denies it", "nobody denies it in these reports"),
        ("Mali, a party to it, denies it", "Mali denies it"),
        ("Mali, a party to it,", "Algeria, a party to it,"),
        ("bears it out", "proves it"),
    ],
)
def test_an_account_that_cannot_be_counted_again_is_found(
    judged: Judged, old: str, new: str
) -> None:
    brief, judgment = judged("200 troops")
    assert old in judgment.weighed
    altered = replace(judgment, weighed=judgment.weighed.replace(old, new))
    assert rules(brief, altered) == {Rule.WEIGHED}


@pytest.mark.parametrize(
    "words",
    [
        "a second source beside Pedro Alarcón",
        "a newer report: the newest is 99 days old",
        "a bribe",
    ],
)
def test_a_change_in_other_words_or_numbers_is_found(judged: Judged, words: str) -> None:
    brief, judgment = judged("200 troops")
    assert rules(brief, replace(judgment, would_change=(words,))) == {Rule.WEIGHED}


def test_sides_that_are_mixed_up_are_found(judged: Judged) -> None:
    brief, judgment = judged("200 troops")
    mixed = replace(judgment, supports=(*judgment.supports, *judgment.denies), denies=())
    assert Rule.WEIGHED in rules(brief, mixed)
    turned = replace(judgment, supports=judgment.denies, denies=judgment.supports)
    assert Rule.WEIGHED in rules(brief, turned)


def test_a_claim_that_is_not_there_is_found(judged: Judged) -> None:
    brief, judgment = judged("200 troops")
    assert rules(brief, replace(judgment, denies=("nothing",))) == {Rule.WEIGHED}


def test_the_whole_brief_is_checked_for_it(judged: Judged) -> None:
    brief, judgment = judged("200 troops")
    lie = replace(judgment, weighed=judgment.weighed.replace("One text alone", "No text at all"))
    altered = replace(
        brief, judgments=tuple(lie if one == judgment else one for one in brief.judgments)
    )
    assert {problem.rule for problem in verify(altered).problems} == {Rule.WEIGHED}


def test_a_judgment_that_tells_nothing_of_itself_has_nothing_to_be_found(judged: Judged) -> None:
    brief, judgment = judged("200 troops")
    silent = replace(judgment, weighed="", would_change=(), supports=(), denies=())
    assert rules(brief, silent) == set()
