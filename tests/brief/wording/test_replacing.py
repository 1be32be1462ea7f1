"""A sentence is replaced where it stands, wherever that is, and only where it still stands."""

from dataclasses import replace

import pytest

from watchword.brief.document import each_sentence, from_json, to_json
from watchword.brief.verify import Rule, verify
from watchword.brief.wording.replacing import sentence_at, with_wordings
from watchword.model.brief import Brief, Wording


def wording(pointer: str, instead_of: str) -> Wording:
    return Wording(
        pointer=pointer, model="small", prompt="word/1", instead_of=instead_of, request="a" * 16
    )


def test_every_sentence_of_a_brief_is_found_by_its_pointer(
    written_briefs: tuple[Brief, ...],
) -> None:
    for brief in written_briefs:
        for pointer, sentence in each_sentence(brief):
            assert sentence_at(brief, pointer) is sentence


@pytest.mark.parametrize(
    "pointer", ["", "/", "/overview/99", "/overview/x", "/title", "/nowhere/0", "/headline/text"]
)
def test_what_is_no_sentence_is_not_found(written_briefs: tuple[Brief, ...], pointer: str) -> None:
    assert sentence_at(written_briefs[0], pointer) is None


def test_each_place_can_be_worded_and_nothing_else_changes(
    written_briefs: tuple[Brief, ...],
) -> None:
    brief = written_briefs[3]
    for pointer, sentence in each_sentence(brief):
        worded = with_wordings(brief, [(wording(pointer, sentence.text), "Another.")])
        changed = {
            place: new.text
            for (place, new), (_, old) in zip(
                each_sentence(worded), each_sentence(brief), strict=True
            )
            if new != old
        }
        assert changed == {pointer: "Another."}
        assert worded.worded == (wording(pointer, sentence.text),)
        assert from_json(to_json(worded)).worded == worded.worded


def test_a_sentence_that_has_changed_since_is_left_alone(
    written_briefs: tuple[Brief, ...],
) -> None:
    brief = written_briefs[0]
    assert with_wordings(brief, [(wording("/overview/0", "Something else."), "New.")]) == brief
    assert with_wordings(brief, [(wording("/overview/99", "Something."), "New.")]) == brief


def test_a_brief_that_says_falsely_what_a_model_worded_fails_its_check(
    written_briefs: tuple[Brief, ...],
) -> None:
    brief = written_briefs[0]
    text = brief.overview[0].text
    assert verify(replace(brief, worded=(wording("/overview/0", text),))).ok
    for told, rule in (
        (wording("/overview/99", text), Rule.FORM),
        (wording("/overview/0", "Peru has sold submarines."), Rule.NAME),
    ):
        problems = verify(replace(brief, worded=(told,))).problems
        assert rule in {problem.rule for problem in problems}
    twice = (wording("/overview/0", text),) * 2
    assert not verify(replace(brief, worded=twice)).ok
