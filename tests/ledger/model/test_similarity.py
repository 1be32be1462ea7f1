"""Similarity: texts are the mean of their sentences, and pairs of one story should be nearer."""

import numpy as np
import pytest
from tests.ledger.model.composed import GoldEngine, reading_of, sentence

from watchword.errors import WatchwordError
from watchword.ledger.corpora.streams import StoryPairs
from watchword.ledger.model.similarity import cut_text, embed_texts, score_similarity

EAST, NORTH = (1.0, 0.0), (0.0, 1.0)
ENGINE = GoldEngine(embeddings={"Ships left .": EAST, "Crowds met .": NORTH, "Ships": EAST})


def test_a_text_of_two_sentences_points_between_them() -> None:
    (direction,) = embed_texts(["Ships left. Crowds met."], ENGINE.read)
    assert direction == pytest.approx(np.array([1.0, 1.0]) / np.sqrt(2))


def test_pairs_that_lie_nearer_when_alike_score_one() -> None:
    right = (("Ships", "Ships left.", True), ("Ships", "Crowds met.", False))
    wrong = (("Ships", "Crowds met.", True), ("Ships", "Ships left.", False))
    headlines, leads = score_similarity(StoryPairs(headlines=right, leads=wrong), ENGINE.read)
    assert (headlines.value, leads.value) == (1.0, 0.0)
    assert headlines.counts == {"pairs": 2, "alike": 1}


def test_without_pairs_there_is_no_score() -> None:
    scores = score_similarity(StoryPairs(headlines=(), leads=()), ENGINE.read)
    assert [score.value for score in scores] == [None, None]


def test_an_engine_without_embeddings_is_told() -> None:
    with pytest.raises(WatchwordError, match="no embeddings"):
        embed_texts(["Ships left."], lambda _: [reading_of(sentence("Ships left ."))])


def test_a_text_without_sentences_is_one() -> None:
    assert [[word.text for word in each] for each in cut_text("Ships")] == [["Ships"]]
    assert len(cut_text("Ships left. Crowds met.")) == 2
