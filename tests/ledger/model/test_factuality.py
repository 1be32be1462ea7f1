"""Factuality: correlation at the rated words, and what stands for a word that is not told."""

import pytest
from tests.ledger.model.composed import reading_of, sentence

from watchword.ledger.model.factuality import rated_words, score_factuality

RATED = sentence("They may have gone home", factuality={1: -3.0, 3: 3.0, 4: 0.0})


def test_a_perfect_reading_correlates_fully_and_has_no_error() -> None:
    correlation, error, told = score_factuality([(RATED, reading_of(RATED))])
    assert correlation.value == pytest.approx(1.0)
    assert error.value == 0.0
    assert told.value == pytest.approx(1.0)
    assert correlation.counts == {"rated": 3, "untold": 0}


def test_a_word_that_is_not_told_counts_as_nothing_and_is_counted() -> None:
    found = reading_of(RATED, factuality=(None, None, 1.0, 3.0, 1.5))
    correlation, error, told = score_factuality([(RATED, found)])
    # (-3, 3, 0) against (0, 3, 1.5), whose distances are 3, 0 and 1.5.
    assert correlation.counts == {"rated": 3, "untold": 1}
    assert error.value == pytest.approx(1.5)
    assert correlation.value == pytest.approx(1.0)
    assert told.counts == {"rated": 2}


def test_words_that_nobody_rated_are_left_aside() -> None:
    assert rated_words([(RATED, reading_of(RATED))]).gold == (-3.0, 3.0, 0.0)
    assert rated_words([]).found == ()
