"""Each rule that puts tags right, with a sentence that asks for it."""

import pytest

from watchword.engines.repairs import repaired


@pytest.mark.parametrize(
    ("sentence", "tags", "word", "right"),
    [
        ("The ministry said so", "DT NN VBN RB", "said", "VBD"),
        ("Rebels told him", "NNS VBN PRP", "told", "VBD"),
        ("It was said so", "PRP VBD VBN RB", "said", "VBN"),
        ("that five ships sailed from Goma", "IN CD NNS VBN IN NNP", "sailed", "VBD"),
        ("The men trained here have left", "DT NNS VBN RB VBP VBN", "trained", "VBN"),
        ("The ministry estimates that ships left", "DT NNP NNS IN NNS VBD", "estimates", "VBZ"),
        ("A lot of media reports that say so", "DT NN IN NNS NNS WDT VBP RB", "reports", "NNS"),
        ("the Pentagon confirmed it", "DT NNP VBN PRP", "confirmed", "VBD"),
        ("was reported by Reuters", "VBD VBN IN NNP", "reported", "VBN"),
        ("The official said so", "DT JJ VBD RB", "official", "NN"),
        ("told journalists the story", "VBD VBZ DT NN", "journalists", "NNS"),
        ("its officials said so", "PRP$ VBZ VBD RB", "officials", "NNS"),
    ],
)
def test_a_tag_is_put_right(sentence: str, tags: str, word: str, right: str) -> None:
    words = sentence.split()
    assert repaired(words, tags.split())[words.index(word)] == right


def test_tags_that_are_right_are_left_alone() -> None:
    words = ["The", "army", "has", "said", "that", "it", "will", "leave", "."]
    tags = ["DT", "NN", "VBZ", "VBN", "IN", "PRP", "MD", "VB", "."]
    assert repaired(words, tags) == tags


def test_the_words_given_are_not_changed() -> None:
    tags = ["NNP", "VBN"]
    repaired(["Seoul", "said"], tags)
    assert tags == ["NNP", "VBN"]
