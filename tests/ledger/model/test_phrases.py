"""Phrases: exact, by their beginnings, only of types that are labelled, and made flat."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from tests.ledger.model.composed import marked_reading, phrase, reading_of, scheme, sentence

from watchword.ledger.model.phrases import (
    count_begins,
    count_exact,
    flattened,
    score_attribution,
    score_scheme,
    total,
)
from watchword.ledger.scores import Detection
from watchword.model.phrase import Phrase

SAID = "The mayor said ships left ."
LABELLED = sentence(
    SAID, schemes={"attribution": scheme((0, 2, "source"), (2, 3, "cue"), (3, 5, "content"))}
)


@st.composite
def each_phrase(draw: st.DrawFn) -> Phrase:
    start = draw(st.integers(0, 8))
    label = draw(st.sampled_from(["source", "cue", "content"]))
    confidence = draw(st.sampled_from([0.5, 0.7, 0.9]))
    return phrase((start, start + draw(st.integers(1, 6)), label), confidence)


def test_an_exact_phrase_has_both_ends_and_the_type() -> None:
    gold = frozenset({(0, 2, "source"), (2, 3, "cue"), (3, 5, "content")})
    found = frozenset({(0, 2, "source"), (2, 3, "source"), (3, 6, "content")})
    assert count_exact(gold, found) == Detection(hits=1, found=3, labelled=3)
    assert count_begins(gold, found) == Detection(hits=2, found=3, labelled=3)


def test_nothing_on_both_sides_has_no_score() -> None:
    assert count_exact(frozenset(), frozenset()).f1 is None


def test_a_perfect_reading_scores_one_for_each_kind() -> None:
    pairs = [(LABELLED, reading_of(LABELLED))]
    for kind in ("source", "cue", "content"):
        exact, begins = score_attribution(pairs, kind)
        assert exact == begins == Detection(hits=1, found=1, labelled=1)


def test_a_content_cut_short_is_right_by_its_beginning_only() -> None:
    found = marked_reading(LABELLED, "attribution", phrase((3, 4, "content")))
    exact, begins = score_attribution([(LABELLED, found)], "content")
    assert (exact.f1, begins.f1) == (0.0, 1.0)


def test_only_types_that_are_labelled_are_counted() -> None:
    labelled = sentence(
        SAID, schemes={"domain": scheme((0, 2, "person"), types=frozenset(["person"]))}
    )
    found = marked_reading(labelled, "domain", phrase((0, 2, "person")), phrase((3, 4, "vessel")))
    assert score_scheme([(labelled, found)], "domain").f1 == 1.0


def test_a_sentence_not_labelled_in_a_scheme_is_left_aside() -> None:
    found = marked_reading(LABELLED, "names", phrase((0, 2, "person")))
    assert score_scheme([(LABELLED, found)], "names") == Detection(hits=0, found=0, labelled=0)


def test_what_lies_in_a_content_is_dropped() -> None:
    outer = phrase((0, 2, "source")), phrase((2, 3, "cue")), phrase((3, 9, "content"), 0.5)
    inner = phrase((3, 4, "source")), phrase((4, 5, "cue")), phrase((5, 9, "content"))
    assert flattened((*outer, *inner)) == outer


def test_of_phrases_that_cross_the_surest_stays() -> None:
    weak, strong = phrase((0, 3, "source"), 0.6), phrase((2, 4, "cue"), 0.8)
    assert flattened((weak, strong)) == (strong,)


@given(st.lists(each_phrase(), max_size=8))
def test_flat_phrases_are_some_of_those_given_and_none_touches_another(
    phrases: list[Phrase],
) -> None:
    flat = flattened(phrases)
    assert set(flat) <= set(phrases)
    assert all(one.end <= other.start for one, other in pairwise(flat))
    assert flattened(flat) == flat


def test_every_phrase_weighs_the_same_over_all_sentences() -> None:
    many = Detection(hits=3, found=3, labelled=3)
    none = Detection(hits=0, found=1, labelled=0)
    assert total([many, none]) == Detection(hits=3, found=4, labelled=3)
