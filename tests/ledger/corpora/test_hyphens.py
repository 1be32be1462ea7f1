import pytest

from watchword.ledger.corpora.hyphens import join_hyphens
from watchword.ledger.corpora.sentence import LabelledSentence, Scheme, Tree

SENTENCE = LabelledSentence(
    words=("Oslo", "-", "based", "coal", "-", "buyers", "left"),
    document="d",
    corpus="c",
    tags=("NNP", "HYPH", "VBN", "NN", "HYPH", "NNS", "VBD"),
    classes=("PROPN", "PUNCT", "VERB", "NOUN", "PUNCT", "NOUN", "VERB"),
    features=("a", "b", "c", "d", "e", "f", "g"),
    lemmas=("Oslo", "-", "base", "coal", "-", "buyer", "leave"),
    tree=Tree(
        heads=(2, 0, 5, 5, 3, 6, -1),
        relations=("obl", "punct", "amod", "compound", "punct", "nsubj", "root"),
    ),
    schemes={
        "names": Scheme(
            types=frozenset({"place", "group"}),
            phrases=frozenset({(0, 1, "place"), (0, 6, "group"), (3, 6, "group")}),
            links=frozenset({("in", (0, 6), (3, 6)), ("in", (0, 6), (0, 1))}),
        )
    },
    factuality={2: 1.0, 6: 3.0},
)
TIGHT = (True, True, False, True, True, False, False)


def test_words_are_whole_and_hang_where_their_highest_part_hung() -> None:
    whole = join_hyphens(SENTENCE, TIGHT)
    assert whole.words == ("Oslo-based", "coal-buyers", "left")
    assert whole.tags == ("JJ", "NNS", "VBD")
    assert whole.classes == ("VERB", "NOUN", "VERB")
    assert whole.features == ("c", "f", "g")
    assert whole.lemmas == ("oslo-based", "coal-buyer", "leave")
    assert whole.tree == Tree(heads=(1, 2, -1), relations=("amod", "nsubj", "root"))
    assert whole.factuality == {0: 1.0, 2: 3.0}


def test_a_phrase_that_ends_within_a_whole_word_is_dropped_with_its_links() -> None:
    scheme = join_hyphens(SENTENCE, TIGHT).schemes["names"]
    assert scheme.phrases == {(0, 2, "group"), (1, 2, "group")}
    assert scheme.links == {("in", (0, 2), (1, 2))}


def test_a_dash_with_space_beside_it_joins_nothing() -> None:
    assert join_hyphens(SENTENCE, (False,) * 7) is SENTENCE


def test_a_joined_name_keeps_its_capitals() -> None:
    sentence = LabelledSentence(
        words=("al", "-", "Amin"),
        document="d",
        corpus="c",
        tags=("NNP", "HYPH", "NNP"),
        classes=("PROPN", "PUNCT", "PROPN"),
        features=("_", "_", "_"),
        lemmas=("al", "-", "Amin"),
        tree=Tree(heads=(2, 0, -1), relations=("compound", "punct", "root")),
    )
    assert join_hyphens(sentence, (True, True, False)).lemmas == ("al-Amin",)


def test_a_sentence_without_a_tree_is_not_joined() -> None:
    bare = LabelledSentence(words=("a", "-", "b"), document="d", corpus="c")
    with pytest.raises(ValueError, match="tree"):
        join_hyphens(bare, (True, True, False))
