"""The engine reads sentences one by one, the same alone and beside others."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from watchword.engines import TaggingEngine
from watchword.engines.tagging import lemma_of
from watchword.text.words import find_words

ENGINE = TaggingEngine()


def test_a_reading_keeps_words_and_places() -> None:
    text = "The army didn\u2019t move 3,000 men."
    words = find_words(text)
    (reading,) = ENGINE.read([words])
    assert [(t.text, t.start, t.end) for t in reading.tokens] == [
        (word.text, word.start, word.end) for word in words
    ]
    assert [t.lemma for t in reading.tokens][2:5] == ["do", "not", "move"]
    assert reading.made_by == ENGINE.name


def test_no_sentences_have_no_readings() -> None:
    assert ENGINE.read([]) == ()
    (reading,) = ENGINE.read([()])
    assert reading.tokens == ()


@settings(deadline=None, max_examples=40)
@given(st.lists(st.text(max_size=60), min_size=1, max_size=4))
def test_a_sentence_is_read_the_same_alone_and_in_a_batch(texts: list[str]) -> None:
    sentences = [find_words(text) for text in texts]
    alone = tuple(TaggingEngine().read([sentence])[0] for sentence in sentences)
    assert ENGINE.read(sentences) == alone


@pytest.mark.parametrize(
    ("word", "tag", "lemma"),
    [
        ("sent", "VBD", "send"),
        ("women", "NNS", "woman"),
        ("wo", "MD", "will"),
        ("ca", "MD", "can"),
        ("n\u2019t", "RB", "not"),
        ("\u2019ve", "VBP", "have"),
        ("'s", "VBZ", "be"),
        ("'d", "MD", "would"),
        ("'d", "VBD", "have"),
        ("Goma", "NNP", "goma"),
        ("\u0421\u0435\u0443\u043b", "NN", "\u0441\u0435\u0443\u043b"),
        ("?", ".", "?"),
    ],
)
def test_dictionary_forms(word: str, tag: str, lemma: str) -> None:
    assert lemma_of(word, tag) == lemma
