"""Places as words: marks do not count, half of the shorter is enough, cleaning moves places."""

import pytest

from watchword.errors import UnreadableError
from watchword.ledger.reading.places import Moved, WordPlaces, are_of_one

TEXT = "Ships left, Berg said."


def test_a_stretch_covers_each_word_that_it_has_a_character_of_and_no_mark() -> None:
    places = WordPlaces(TEXT)
    assert places.covered([(0, 11)]) == {0, 1}
    assert places.covered([(3, 8), (21, 22)]) == {0, 1}
    assert places.covered([(10, 12)]) == frozenset()
    assert places.covered([]) == frozenset()


def test_stretches_that_share_nothing_are_not_of_one_content() -> None:
    assert not are_of_one(frozenset(), frozenset())
    assert not are_of_one({1}, {2})
    assert are_of_one({1}, {1, 2, 3, 4})


def test_places_move_with_the_words_when_white_space_is_cleaned() -> None:
    before, after = "Ships\u00a0\u00a0\n\n\n left.\x00 Yes.", "Ships\n\n left. Yes."
    moved = Moved(before, after)
    ((start, end),) = moved(((0, before.index(".") + 1),))
    assert after[start:end] == "Ships\n\n left."
    assert moved(((5, 9),)) == ()


def test_a_text_whose_words_changed_is_told() -> None:
    with pytest.raises(UnreadableError, match="changed the words"):
        Moved("Ships left.", "Ships stayed.")
