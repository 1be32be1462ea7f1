from watchword.ledger.corpora.iob import find_labelled


def test_phrases_of_one_type_can_touch() -> None:
    assert list(find_labelled(["B-a", "B-a", "I-a"])) == [(0, 1, "a"), (1, 3, "a")]


def test_a_phrase_that_was_not_begun_begins_where_it_stands() -> None:
    assert list(find_labelled(["O", "I-a", "I-b", "I-b"])) == [(1, 2, "a"), (2, 4, "b")]


def test_types_may_have_hyphens_and_sentences_no_words() -> None:
    assert list(find_labelled(["B-a-b", "I-a-b"])) == [(0, 2, "a-b")]
    assert list(find_labelled([])) == []
