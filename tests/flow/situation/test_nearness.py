"""What is near in meaning is told from what is not, and what says nothing is near to nothing."""

from watchword.engines import ReadingEngine
from watchword.flow.situation.nearness import nearness_of


def test_words_of_one_meaning_are_nearer_than_words_of_another() -> None:
    near, far = nearness_of(
        ["Troops were sent to Russia.", "The cat sleeps on the roof."],
        ["Soldiers went to Russia.", "Seoul has sent nothing."],
        ReadingEngine(),
    )
    assert near > far


def test_nothing_is_near_to_nothing() -> None:
    engine = ReadingEngine()
    assert nearness_of(["a word"], [], engine) == (0.0,)
    assert nearness_of([], ["a word"], engine) == ()
    assert nearness_of([""], ["a word"], engine) == (0.0,)
