"""Sentences into windows and batches: no word left out, lengths that depend on nothing else."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from watchword.engines.pieces import END, START, UNKNOWN
from watchword.engines.questions import (
    IN_BATCH,
    LONGEST,
    MOST_PIECES,
    batched,
    pair_window,
    question_of,
    windows_of,
)

WORDS = st.lists(st.sampled_from(["a", "troops", "D\u00fcrnkrut", "." * 90, "", "\x00"]))


def test_a_sentence_of_no_words_has_no_window() -> None:
    assert list(windows_of(0, [])) == []
    assert list(batched([])) == []


@settings(deadline=None, max_examples=60)
@given(WORDS)
def test_windows_hold_every_word_once_and_in_order(words: list[str]) -> None:
    windows = list(windows_of(3, words, [index % 3 for index in range(len(words))]))
    assert sum((window.words for window in windows), ()) == sum(
        (window.words for word in words for window in windows_of(3, [word])), ()
    )
    ahead = 0
    for window in windows:
        assert (window.sentence, window.start) == (3, ahead)
        assert window.marks == tuple((ahead + place) % 3 for place in range(len(window.words)))
        assert 2 + sum(map(len, window.words)) <= window.length <= LONGEST + 2
        assert window.length == 2 + sum(map(len, window.words))
        ahead += len(window.words)


def test_a_word_longer_than_a_window_is_read_from_its_head() -> None:
    (window,) = windows_of(0, ["." * 5_000])
    assert len(window.words[0]) == MOST_PIECES
    (window,) = windows_of(0, ["x" * 5_000])
    assert [number for number, _ in window.words[0]] == [UNKNOWN]


def test_a_sentence_of_three_thousand_words_is_read_in_windows() -> None:
    windows = list(windows_of(0, ["troops"] * 3_000))
    assert [len(window.words) for window in windows] == [LONGEST] * 11 + [206]


def test_batches_are_of_one_length_and_keep_every_window() -> None:
    sentences = [["a"] * (number % 40 + 1) for number in range(300)]
    windows = [window for n, words in enumerate(sentences) for window in windows_of(n, words)]
    batches = list(batched(windows))
    for batch in batches:
        assert question_of(batch).pieces.all(), "what is filled up would be read with the rest"
        assert len({window.length for window in batch}) == 1
        assert len(batch) * batch[0].length <= IN_BATCH
    kept = [window.sentence for batch in batches for window in batch]
    assert sorted(kept) == list(range(300))


def test_a_question_tells_where_each_word_begins_and_ends() -> None:
    windows = [
        next(windows_of(0, ["Kursk", "."], [1, 0])),
        next(windows_of(1, ["troops", "left", "."], [0, 0, 2])),
    ]
    question = question_of(windows)
    assert question.pieces.shape == (2, 5)
    assert question.pieces[:, 0].tolist() == [START, START]
    assert question.pieces[:, 4].tolist() == [END, END]
    assert question.first[0].tolist() == [1, 3, 0, 0, 0]
    assert question.last[0].tolist() == [2, 3, 0, 0, 0]
    assert question.last[1].tolist() == [1, 2, 3, 0, 0]
    assert question.marks.tolist() == [[0, 1, 1, 0, 0], [0, 0, 0, 2, 0]]
    assert all(getattr(question, name).dtype == np.int32 for name in ("pieces", "first", "last"))


def test_shapes_stand_where_pieces_do_and_nowhere_else() -> None:
    question = question_of([next(windows_of(0, ["Kursk", "."]))])
    assert (question.shapes[0] > 0).tolist() == [False, True, True, True, False]


def test_a_pair_stands_in_one_window_of_a_long_sentence() -> None:
    words = ["a"] * 600
    marks = [0] * 600
    marks[250], marks[300] = 1, 2
    window = pair_window(7, words, marks)
    assert window.sentence == 7
    assert set(window.marks) == {0, 1, 2}


def test_of_a_pair_too_far_apart_one_side_is_kept() -> None:
    marks = [1, *[0] * 598, 2]
    assert set(pair_window(0, ["a"] * 600, marks).marks) == {0, 1}


@pytest.mark.parametrize("words", [[], ["a"], ["a"] * 600])
def test_a_pair_without_words_has_a_window_without_marks(words: list[str]) -> None:
    window = pair_window(0, words, [0] * len(words))
    assert not any(window.marks)
    assert question_of([window]).pieces[0, 0] == START
