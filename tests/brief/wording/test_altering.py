"""The judge is itself judged: nearly every lie is dropped, and nearly every honest wording kept."""

from collections import Counter

import pytest

from watchword.brief.mutate_words import Cast
from watchword.brief.wording.altering import each_faithful, each_lie
from watchword.brief.wording.asking import sentences_to_word
from watchword.brief.wording.judging import Judge
from watchword.model.brief import Brief

LEAST_DROPPED = 0.98
LEAST_KEPT = 0.95


@pytest.fixture(scope="module")
def brief(written_briefs: tuple[Brief, ...]) -> Brief:
    return written_briefs[3]


def test_nearly_every_lie_is_dropped(brief: Brief) -> None:
    asked, cast, judge = sentences_to_word(brief), Cast.of(brief), Judge()
    missed = []
    made: Counter[str] = Counter()
    for place, each in enumerate(asked):
        for kind, text in each_lie(each, asked[place + 1 :], cast):
            made[kind] += 1
            missed += [] if judge.faults(text, each) else [(kind, text)]
    assert sum(made.values()) > 500
    assert len(missed) <= (1 - LEAST_DROPPED) * sum(made.values()), missed
    assert made.keys() >= {
        "number_changed", "hedge_dropped", "tense_changed", "small_word_changed", "part_dropped",
        "sentence_added", "instruction_obeyed", "sentence_swapped", "origin_dropped",
        "chain_reversed", "outlet_dropped", "hearsay_added", "opinion_added", "markup_added",
    }  # fmt: skip


def test_nearly_every_honest_wording_is_kept(brief: Brief) -> None:
    judge = Judge()
    outcomes = [
        (text, judge.faults(text, each))
        for each in sentences_to_word(brief)
        for _kind, text in each_faithful(each)
    ]
    refused = [(text, faults) for text, faults in outcomes if faults]
    assert len(outcomes) > 10
    assert len(refused) <= (1 - LEAST_KEPT) * len(outcomes), refused


def test_no_lie_is_what_stands_there(brief: Brief) -> None:
    asked, cast = sentences_to_word(brief), Cast.of(brief)
    for each in asked:
        honest = {each.sentence.text, *(text for _, text in each_faithful(each))}
        assert honest.isdisjoint(text for _, text in each_lie(each, (), cast))
