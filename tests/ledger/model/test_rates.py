"""Speed: enough words, the best of some readings, by a clock that is composed."""

from itertools import count

from tests.ledger.model.composed import GoldEngine

from watchword.ledger.model.footprint import made_words
from watchword.ledger.model.rates import enough_sentences, words_a_second


def test_whole_texts_are_taken_until_there_are_enough_words() -> None:
    texts = ["Ships left. Crowds met.", "Talks failed.", "Nobody came."]
    assert [len(each) for each in enough_sentences(texts, 4)] == [3, 3]
    assert [len(each) for each in enough_sentences(texts, 7)] == [3, 3, 3]
    assert len(enough_sentences(texts, 1000)) == 4


def test_the_best_of_three_readings_counts_and_the_first_sentence_is_read_before() -> None:
    engine = GoldEngine()
    sentences = [made_words(["Ships", "left", "."])] * 4
    times = iter([0.0, 3.0, 10.0, 12.0, 20.0, 24.0])
    assert words_a_second(engine, sentences, clock=lambda: next(times)) == 12 / 2.0
    assert engine.sizes == [1, 4, 4, 4]


def test_without_words_there_is_no_speed() -> None:
    seconds = count()
    assert words_a_second(GoldEngine(), [], clock=lambda: float(next(seconds))) is None
