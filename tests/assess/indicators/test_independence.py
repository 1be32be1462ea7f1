"""Ten prints of one text are one; so are ten texts that quote one office."""

from itertools import permutations

from watchword.assess.indicators.independence import count_independent


def test_nothing_is_independent_of_nothing() -> None:
    assert count_independent([]) == 0


def test_copies_of_one_text_and_texts_of_one_source_count_once() -> None:
    assert count_independent([("wire", "a"), ("wire", "b"), ("wire", "c")]) == 1
    assert count_independent([("one", "seoul"), ("two", "seoul"), ("three", "seoul")]) == 1


def test_the_order_of_the_sightings_does_not_matter() -> None:
    pairs = [("one", "seoul"), ("two", "seoul"), ("one", "kyiv"), ("three", "kyiv")]
    assert {count_independent(each) for each in permutations(pairs)} == {2}
