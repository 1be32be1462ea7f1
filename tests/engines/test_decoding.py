"""Answers into readings: labels by name, heads from 0, windows of one sentence as one."""

from collections.abc import Callable, Sequence
from dataclasses import replace

import numpy as np
import pytest

from watchword.engines.answers import Answers
from watchword.engines.decoding import JOINED, joined, readings_of
from watchword.engines.inventory import Inventory
from watchword.model.phrase import Link, Phrase
from watchword.model.reading import Marking, Reading, Trait, Word
from watchword.text.words import find_words

Blank = Callable[..., Answers]
WORDS = find_words("Troops seized 3,000 tanks")


def read(answers: Answers, inventory: Inventory, words: Sequence[Word] = WORDS) -> Reading:
    (reading,) = readings_of([words], answers, inventory)
    return reading


def test_a_token_has_its_labels_by_name_and_its_place(blank: Blank, inventory: Inventory) -> None:
    answers = blank(
        tags=np.array([[0, 1, 0, 0]]),
        classes=np.array([[0, 1, 0, 0]]),
        features=np.array([[1, 0, 0, 1]]),
        lemmas=np.array([[1, 0, 2, 1]]),
        heads=np.array([[2, 0, 4, 2]]),
        relations=np.array([[1, 0, 2, 2]]),
    )
    tokens = read(answers, inventory).tokens
    assert [token.tag for token in tokens] == ["NN", "VBD", "NN", "NN"]
    assert [token.word_class for token in tokens] == ["NOUN", "VERB", "NOUN", "NOUN"]
    assert [token.features for token in tokens] == ["Number=Plur", "_", "_", "Number=Plur"]
    assert [token.lemma for token in tokens] == ["troop", "seize", "3,000", "tank"]
    assert [token.head for token in tokens] == [1, -1, 3, 1]
    assert [token.relation for token in tokens] == ["nsubj", "root", "obj", "obj"]
    assert [(token.text, token.start, token.end) for token in tokens] == [
        (word.text, word.start, word.end) for word in WORDS
    ]


def test_only_predicates_and_the_root_are_rated_as_facts(
    blank: Blank, inventory: Inventory
) -> None:
    answers = blank(
        classes=np.array([[0, 0, 1, 0]]),
        factuality=np.array([[-0.001, 9, 9, -9]], dtype=np.float32),
        statuses=np.array([[1, 0, 2, 0]]),
    )
    tokens = read(answers, inventory).tokens
    assert [token.factuality for token in tokens] == [0.0, None, 3.0, None]
    assert str(tokens[0].factuality) == "0.0"
    assert [token.status for token in tokens] == ["planned", None, "considered", None]


def test_what_may_hold_of_the_sentence_and_its_meaning_are_told(
    blank: Blank, inventory: Inventory
) -> None:
    reading = read(blank(), inventory)
    assert reading.traits == (
        Trait(kind="causal", probability=0.25),
        Trait(kind="counterfactual", probability=0.25),
    )
    assert reading.embedding is not None
    assert len(reading.embedding) == 2 * 384
    assert [marking.scheme for marking in reading.markings] == list(inventory.schemes)
    assert reading.made_by == "little/1"


def test_what_was_answered_where_no_word_is_is_not_read(blank: Blank, inventory: Inventory) -> None:
    assert len(read(blank(words=8), inventory).tokens) == len(WORDS)


def test_a_sentence_of_one_window_is_left_as_it_is(blank: Blank, inventory: Inventory) -> None:
    reading = read(blank(), inventory)
    assert joined([reading]) is reading


def test_windows_of_one_sentence_become_one_tree(blank: Blank, inventory: Inventory) -> None:
    first = read(blank(heads=np.array([[2, 0, 2, 2]])), inventory)
    tokens = joined([first, read(blank(), inventory), read(blank(), inventory)]).tokens
    assert [token.head for token in tokens] == [1, -1, 1, 1, 1, 4, 5, 6, 1, 8, 9, 10]
    assert [place for place, token in enumerate(tokens) if token.relation == JOINED] == [4, 8]
    assert [token.text for token in tokens] == [word.text for word in WORDS] * 3


def test_phrases_and_links_of_later_windows_move_with_their_words(
    blank: Blank, inventory: Inventory
) -> None:
    cue, source = Phrase(start=0, end=1, label="cue"), Phrase(start=2, end=4, label="source")
    marking = Marking(
        scheme="attribution",
        phrases=(cue, source),
        links=(Link(kind="source", first=cue, second=source),),
    )
    reading = replace(read(blank(), inventory), markings=(marking,))
    whole = joined([reading, reading])
    places = [(phrase.start, phrase.end) for phrase in whole.phrases("attribution")]
    assert places == [(0, 1), (2, 4), (4, 5), (6, 8)]
    ends = [(link.first.start, link.second.start) for link in whole.links("attribution")]
    assert ends == [(0, 2), (4, 6)]


def test_a_long_sentence_is_judged_by_its_surest_window_and_means_what_all_do(
    blank: Blank, inventory: Inventory
) -> None:
    sure = blank(
        traits=np.array([[0.75, 0.125]], dtype=np.float32),
        embeddings=np.eye(384, dtype=np.float32)[:1],
    )
    whole = joined([read(blank(), inventory), read(sure, inventory)])
    assert [each.probability for each in whole.traits] == [0.75, 0.25]
    meaning = np.frombuffer(whole.embedding or b"", dtype="<f2").astype(np.float64)
    assert np.linalg.norm(meaning) == pytest.approx(1, abs=2e-3)
    assert meaning[0] > 0.7
