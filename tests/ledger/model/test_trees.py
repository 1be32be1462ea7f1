"""Trees and the labels of words, counted by hand on a sentence of three words."""

from tests.ledger.model.composed import SHIPS, reading_of, sentence

from watchword.ledger.model.trees import (
    score_classes,
    score_features,
    score_lemmas,
    score_tags,
    score_trees,
)
from watchword.ledger.scores import Share


def test_a_perfect_reading_scores_one_everywhere() -> None:
    pairs = [(SHIPS, reading_of(SHIPS))]
    found = score_trees(pairs)
    assert found.unlabelled == found.labelled == found.full == Share(hits=3, of=3)
    for score in (score_tags, score_classes, score_features, score_lemmas):
        assert score(pairs) == Share(hits=3, of=3)


def test_the_subtype_of_a_relation_counts_only_where_it_is_asked_for() -> None:
    reading = reading_of(SHIPS, relation=("nsubj", "root", "punct"))
    found = score_trees([(SHIPS, reading)])
    assert found.labelled == Share(hits=3, of=3)
    assert found.full == Share(hits=2, of=3)


def test_a_relation_is_right_only_with_its_head_and_marks_count_too() -> None:
    reading = reading_of(SHIPS, head=(1, -1, 0), relation=("obj", "root", "punct"))
    found = score_trees([(SHIPS, reading)])
    assert found.unlabelled == Share(hits=2, of=3)
    assert found.labelled == Share(hits=1, of=3)


def test_a_bundle_of_features_is_right_as_a_whole_in_any_order() -> None:
    reading = reading_of(SHIPS, features=("Number=Sing", "Tense=Past|Mood=Ind", "_"))
    assert score_features([(SHIPS, reading)]) == Share(hits=2, of=3)


def test_lemmas_may_differ_in_capitals() -> None:
    reading = reading_of(SHIPS, lemma=("Ship", "left", "."))
    assert score_lemmas([(SHIPS, reading)]) == Share(hits=2, of=3)


def test_what_is_not_labelled_is_not_judged() -> None:
    bare = sentence("Ships left .")
    assert score_trees([(bare, reading_of(SHIPS))]).labelled.value is None
    assert score_tags([(bare, reading_of(SHIPS))]).value is None
