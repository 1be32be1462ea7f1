"""Relations of cause and effect: what is one, which match, and the two ways of counting."""

import pytest
from tests.ledger.model.composed import causal, phrase, reading_of, sentence

from watchword.ledger.model.causal import (
    found_relations,
    most_hits,
    relations_of,
    score_fairly,
    score_strictly,
)
from watchword.ledger.model.fairness import FairCounts
from watchword.ledger.scores import Detection
from watchword.model.phrase import Link
from watchword.model.reading import Reading

TEXT = "Floods shut roads so aid was late and prices rose ."
ROADS = ("effect", (0, 1), (1, 3))
AID = ("effect", (1, 3), (4, 7))
SO = ("signal", (1, 3), (3, 4))
LABELLED = sentence(TEXT, schemes={"causal": causal(ROADS, AID, SO)})
PLAIN = sentence(TEXT, schemes={"causal": causal()})


def link(kind: str, cause: tuple[int, int], other: tuple[int, int], sure: float = 0.9) -> Link:
    return Link(
        kind=kind, first=phrase((*cause, "cause"), sure), second=phrase((*other, kind), sure)
    )


def reading(*links: Link) -> Reading:
    return reading_of(LABELLED, links=links)


def test_a_relation_is_a_cause_its_effect_and_the_signals_of_the_cause() -> None:
    assert set(relations_of({ROADS, AID, SO})) == {
        frozenset({(0, 1, "cause"), (1, 3, "effect")}),
        frozenset({(1, 3, "cause"), (4, 7, "effect"), (3, 4, "signal")}),
    }


def test_found_relations_come_surest_first() -> None:
    first, second = found_relations(
        reading(link(*ROADS, sure=0.6), link(*AID, sure=0.8), link(*SO, sure=0.1))
    )
    assert (1, 3, "cause") in first
    assert (0, 1, "cause") in second


def test_a_perfect_reading_scores_one_both_ways() -> None:
    pairs = [(LABELLED, reading_of(LABELLED)), (PLAIN, reading_of(PLAIN))]
    assert score_strictly(pairs) == Detection(hits=5, found=5, labelled=5)
    assert score_fairly(pairs) == FairCounts(hits=5)
    assert score_fairly(pairs).f1 == 1.0


def test_relations_are_matched_so_that_most_phrases_are_right() -> None:
    gold = [frozenset({(0, 1, "cause"), (1, 3, "effect")}), frozenset({(4, 5, "cause")})]
    found = [gold[1], gold[0] - {(1, 3, "effect")}, frozenset({(9, 10, "cause")})]
    assert most_hits(gold, found) == 2
    assert most_hits(gold, []) == 0
    assert most_hits([], found) == 0


def test_strictly_a_phrase_is_wrong_in_a_relation_that_is_none() -> None:
    swapped = reading(link("effect", (0, 1), (4, 7)))
    # The cause of one labelled relation, and the effect of the other: one can be right.
    assert score_strictly([(LABELLED, swapped)]) == Detection(hits=1, found=2, labelled=5)


def test_strictly_what_is_found_in_a_sentence_without_cause_is_wrong() -> None:
    pairs = [(PLAIN, reading(link(*ROADS)))]
    assert score_strictly(pairs) == Detection(hits=0, found=2, labelled=0)


def test_fairly_sentences_without_cause_and_relations_too_many_do_not_count() -> None:
    one = sentence(TEXT, schemes={"causal": causal(ROADS)})
    found = reading(link(*ROADS, sure=0.9), link("effect", (8, 9), (9, 10), sure=0.5))
    assert score_fairly([(one, found), (PLAIN, found)]) == FairCounts(hits=2)


def test_fairly_a_lacking_relation_is_missed_whole() -> None:
    assert score_fairly([(LABELLED, reading(link(*ROADS)))]) == FairCounts(hits=2, missed=3)


def test_fairly_a_cause_cut_short_is_one_error_that_is_near() -> None:
    one = sentence(TEXT, schemes={"causal": causal(AID)})
    counts = score_fairly([(one, reading(link("effect", (2, 3), (4, 7))))])
    assert counts == FairCounts(hits=1, near=1)
    assert counts.f1 == pytest.approx(2 / 3)


def test_a_signal_is_never_near_to_a_cause() -> None:
    one = sentence(TEXT, schemes={"causal": causal(AID)})
    found = reading(link("effect", (8, 9), (4, 7)), link("signal", (8, 9), (1, 3)))
    assert score_fairly([(one, found)]) == FairCounts(hits=1, extra=2, missed=1)


def test_a_sentence_whose_phrases_were_not_marked_is_left_aside() -> None:
    bare = sentence(TEXT)
    assert score_strictly([(bare, reading(link(*ROADS)))]).found == 0
    assert score_fairly([(bare, reading(link(*ROADS)))]) == FairCounts()
