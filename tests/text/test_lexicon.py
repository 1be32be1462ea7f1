"""A word list is a set of the words in a row."""

from watchword.text.lexicon import lexicon


def test_words_in_a_row_become_a_set() -> None:
    assert lexicon("  said says\n tells ") == {"said", "says", "tells"}
    assert lexicon("") == frozenset()
