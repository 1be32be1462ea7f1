"""Words into tokens: tags that agree with the tree, several sentences at once."""

from watchword.engines.tokens import agreed_tags


def test_a_tag_agrees_with_the_tree_and_the_word() -> None:
    words = ["Army", "citing", "seized", "ships"]
    tags = ["NNS", "VBD", "VBN", "NNS"]
    arcs = ([2, 2, -1, 2], ["nsubj", "advcl", "root", "obj"])
    assert agreed_tags(words, tags, *arcs) == ["NNS", "VBG", "VBD", "NNS"]
    helped = ([2, 2, -1, 2], ["nsubj", "aux", "root", "obj"])
    assert agreed_tags(words, tags, *helped)[2] == "VBN"
    described = ([2, 2, 3, -1], ["nsubj", "advcl", "amod", "root"])
    assert agreed_tags(words, tags, *described)[2] == "VBN"
