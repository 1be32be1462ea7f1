"""Phrases out of scores: none crosses another, the stronger stays, links tie what is marked."""

from collections.abc import Callable, Iterable

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from watchword.engines.answers import Answers
from watchword.engines.inventory import Inventory
from watchword.engines.phrases import LEAST, markings_of
from watchword.model.phrase import Phrase
from watchword.model.reading import Marking

Blank = Callable[..., Answers]
Told = dict[tuple[str, str, int, int], float]
"""Score of a phrase by its scheme, its type, its first word and its last."""


def answers_with(blank: Blank, inventory: Inventory, told: Told, **given: object) -> Answers:
    """Answer so that each stretch told has its type's score, and others of it score less."""
    answers = blank(words=8, **given)
    for (scheme, label, first, last), score in told.items():
        place, offset = list(inventory.schemes).index(scheme), 0
        for name, types in inventory.schemes.items():
            if name == scheme:
                answers.starts[0, first, offset + types.index(label)] = 1
                answers.ends[0, last, offset + types.index(label)] = 1
            offset += len(types)
        answers.stretches[place, 0, first, last] = score
    return answers


def marked(answers: Answers, inventory: Inventory, scheme: str) -> Marking:
    return next(each for each in markings_of(answers, inventory)[0] if each.scheme == scheme)


def places(phrases: Iterable[Phrase]) -> list[tuple[str, int, int]]:
    return [(phrase.label, phrase.start, phrase.end) for phrase in phrases]


def crosses(one: Phrase, other: Phrase) -> bool:
    return one.start < other.start < one.end < other.end


def test_nothing_is_marked_where_nothing_scores_above_nought(
    blank: Blank, inventory: Inventory
) -> None:
    found = markings_of(blank(), inventory)[0]
    assert [each.scheme for each in found] == list(inventory.schemes)
    assert [each.phrases for each in found] == [()] * 3
    assert [each.links for each in found] == [()] * 3


def test_a_phrase_has_its_words_its_type_and_how_sure_it_is(
    blank: Blank, inventory: Inventory
) -> None:
    answers = answers_with(blank, inventory, {("names", "location", 2, 3): 2.0})
    (phrase,) = marked(answers, inventory, "names").phrases
    assert places([phrase]) == [("location", 2, 4)]
    assert phrase.confidence == pytest.approx(1 / (1 + np.exp(LEAST["names"] - 2)), abs=0.001)


def test_of_two_that_cross_the_weaker_is_dropped(blank: Blank, inventory: Inventory) -> None:
    told: Told = {("attribution", "cue", 0, 3): 2.0, ("attribution", "source", 2, 5): 3.0}
    found = marked(answers_with(blank, inventory, told), inventory, "attribution")
    assert places(found.phrases) == [("source", 2, 6)]


def test_names_lie_apart_and_causes_may_lie_in_one_another(
    blank: Blank, inventory: Inventory
) -> None:
    told: Told = {
        ("names", "person", 0, 3): 2.0,
        ("names", "location", 1, 2): 3.0,
        ("causal", "cause", 0, 3): 2.0,
        ("causal", "effect", 1, 2): 3.0,
    }
    answers = answers_with(blank, inventory, told)
    assert places(marked(answers, inventory, "names").phrases) == [("location", 1, 3)]
    nested = places(marked(answers, inventory, "causal").phrases)
    assert nested == [("cause", 0, 4), ("effect", 1, 3)]


@pytest.mark.parametrize(("inner", "outer"), [(2.0, 3.0), (3.0, 2.0)])
def test_only_what_is_said_holds_other_parts_of_an_attribution(
    blank: Blank, inventory: Inventory, inner: float, outer: float
) -> None:
    told: Told = {
        ("attribution", "content", 0, 3): outer,
        ("attribution", "source", 1, 2): inner,
        ("attribution", "source", 4, 7): outer,
        ("attribution", "cue", 5, 6): inner,
    }
    found = marked(answers_with(blank, inventory, told), inventory, "attribution")
    kept = ("source", 4, 8) if outer > inner else ("cue", 5, 7)
    assert places(found.phrases) == [("content", 0, 4), ("source", 1, 3), kept]


def test_a_source_and_what_is_said_belong_to_the_cue_that_suits_them_best(
    blank: Blank, inventory: Inventory
) -> None:
    told: Told = {
        ("attribution", "source", 0, 1): 3.0,
        ("attribution", "cue", 2, 2): 3.0,
        ("attribution", "cue", 4, 4): 3.0,
        ("attribution", "content", 5, 7): 3.0,
    }
    answers = answers_with(blank, inventory, told)
    answers.links[0, 0, 4, 0] = -2
    answers.links[0, 1, 2, 5] = 1
    links = marked(answers, inventory, "attribution").links
    assert [(link.kind, *places([link.first, link.second])) for link in links] == [
        ("source", ("cue", 4, 5), ("source", 0, 2)),
        ("content", ("cue", 2, 3), ("content", 5, 8)),
    ]


def test_a_source_without_a_cue_is_linked_to_nothing(blank: Blank, inventory: Inventory) -> None:
    answers = answers_with(blank, inventory, {("attribution", "source", 0, 1): 3.0})
    answers.links[:] = 5
    assert marked(answers, inventory, "attribution").links == ()


def test_an_effect_may_have_several_causes_or_none(blank: Blank, inventory: Inventory) -> None:
    told: Told = {
        ("causal", "cause", 0, 0): 3.0,
        ("causal", "cause", 2, 2): 3.0,
        ("causal", "effect", 4, 4): 3.0,
        ("causal", "effect", 6, 6): 3.0,
    }
    answers = answers_with(blank, inventory, told)
    answers.links[0, 2, [0, 2], 4] = 1
    links = marked(answers, inventory, "causal").links
    assert [(link.first.start, link.second.start) for link in links] == [(0, 4), (2, 4)]


@settings(deadline=None, max_examples=60)
@given(seed=st.integers(0, 10_000), sure=st.floats(-6, 6))
def test_whatever_scores_phrases_of_a_scheme_never_cross(
    blank: Blank, inventory: Inventory, seed: int, sure: float
) -> None:
    for marking in markings_of(noise(blank, seed, sure), inventory)[0]:
        phrases = marking.phrases
        assert not any(crosses(one, other) for one in phrases for other in phrases)
        assert all(0 <= phrase.start < phrase.end <= WORDS for phrase in phrases)
        assert all(0.5 <= phrase.confidence <= 1 for phrase in phrases)
        assert len({(phrase.start, phrase.end) for phrase in phrases}) == len(phrases)
        assert {end for link in marking.links for end in (link.first, link.second)} <= set(phrases)
        holding = {
            outer.label
            for outer in phrases
            for inner in phrases
            if outer is not inner and outer.start <= inner.start and inner.end <= outer.end
        }
        assert holding <= {"names": set(), "attribution": {"content"}}.get(marking.scheme, holding)


@settings(deadline=None, max_examples=30)
@given(seed=st.integers(0, 10_000))
def test_what_is_not_marked_crosses_or_begins_or_ends_with_something_stronger(
    blank: Blank, inventory: Inventory, seed: int
) -> None:
    answers = noise(blank, seed, sure=1)
    causal = marked(answers, inventory, "causal").phrases
    assume(causal)
    starts, ends = answers.starts[0, :, CAUSAL], answers.ends[0, :, CAUSAL]
    for first, last in zip(
        *np.nonzero(np.triu(answers.stretches[2, 0] > LEAST["causal"])), strict=True
    ):
        both = starts[first] + ends[last]
        bound = starts[first].max() + ends[last].max()
        score = answers.stretches[2, 0, first, last] - bound + both.max() - LEAST["causal"]
        here = Phrase(start=first, end=last + 1, label="", confidence=1 / (1 + np.exp(-score)))
        stronger = [each for each in causal if each.confidence >= here.confidence - 0.001]
        assert (
            score <= 0
            or any(each.start == first or each.end == last + 1 for each in stronger)
            or any(crosses(each, here) or crosses(here, each) for each in stronger)
        )


WORDS = 12
CAUSAL = slice(5, 8)


def noise(blank: Blank, seed: int, sure: float) -> Answers:
    """Make up scores, such that no type of a stretch scores above the stretch."""
    draws = np.random.default_rng(seed)
    starts, ends = (draws.normal(0, 3, (1, WORDS, 8)).astype(np.float32) for _ in range(2))
    stretches = [
        np.triu(
            starts[..., types].max(-1)[:, :, None]
            + ends[..., types].max(-1)[:, None, :]
            + draws.normal(sure, 3, (1, WORDS, WORDS))
        )
        for types in (slice(0, 2), slice(2, 5), CAUSAL)
    ]
    links = draws.normal(0, 3, (1, 5, WORDS, WORDS)).astype(np.float32)
    return blank(
        words=WORDS,
        starts=starts,
        ends=ends,
        stretches=np.stack(stretches).astype(np.float32),
        links=links,
    )


def test_two_phrases_of_one_type_do_not_begin_together(blank: Blank, inventory: Inventory) -> None:
    told: Told = {
        ("causal", "cause", 0, 2): 3.0,
        ("causal", "effect", 4, 6): 3.0,
        ("causal", "effect", 4, 5): 1.0,
    }
    phrases = marked(answers_with(blank, inventory, told), inventory, "causal").phrases
    assert [(phrase.start, phrase.end) for phrase in phrases] == [(0, 3), (4, 7)]


def test_an_effect_without_a_cause_is_not_marked(blank: Blank, inventory: Inventory) -> None:
    told: Told = {("causal", "effect", 4, 6): 3.0}
    assert marked(answers_with(blank, inventory, told), inventory, "causal").phrases == ()


def test_a_content_lies_in_another_only_where_a_cue_parts_them(
    blank: Blank, inventory: Inventory
) -> None:
    told: Told = {
        ("attribution", "content", 0, 6): 2.0,
        ("attribution", "content", 3, 6): 3.0,
    }
    alone = marked(answers_with(blank, inventory, told), inventory, "attribution").phrases
    assert [(phrase.start, phrase.end) for phrase in alone] == [(3, 7)]
    told[("attribution", "cue", 2, 2)] = 4.0
    parted = marked(answers_with(blank, inventory, told), inventory, "attribution").phrases
    assert [(phrase.start, phrase.end) for phrase in parted] == [(0, 7), (2, 3), (3, 7)]
