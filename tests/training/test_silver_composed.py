import pytest

from silver.composed import FOLDER, each_composed
from silver.markup import MarkupError, labelled, read_marked


def test_there_are_more_than_250_sentences_and_all_can_be_read() -> None:
    sentences = list(each_composed(seed=1, copies=1))
    assert len(sentences) > 250
    assert {name for sentence in sentences for name in sentence.schemes} == {
        "attribution",
        "domain",
        "causal",
        "conditional",
    }
    for sentence in sentences:
        assert not set("{}[]|") & set("".join(sentence.words)), sentence.words


def test_copies_of_a_sentence_share_their_document() -> None:
    once, twice = list(each_composed(1, 1)), list(each_composed(1, 2))
    assert {each.document for each in once} == {each.document for each in twice}
    assert len(twice) > len(once)


def test_every_file_announces_what_it_labels() -> None:
    for path in FOLDER.glob("*.txt"):
        assert path.read_text(encoding="utf-8").startswith("# ")


def test_numbered_phrases_are_linked_to_their_cue() -> None:
    marked = read_marked("[Reuters:source1] [said:cue1] [[Kim:source2] [lied:cue2]:content1].")
    sentence = labelled(marked, ("source", "cue", "content"), document="d", corpus="c")
    links = sentence.schemes["attribution"].links
    assert ("source", (1, 2), (0, 1)) in links
    assert ("content", (1, 2), (2, 4)) in links
    assert ("source", (3, 4), (2, 3)) in links


@pytest.mark.parametrize("text", ["[open", "closed:source1]", "half[way:source1]"])
def test_broken_markup_is_refused(text: str) -> None:
    with pytest.raises(MarkupError):
        read_marked(text)


def test_a_type_that_is_not_announced_is_refused() -> None:
    with pytest.raises(MarkupError):
        labelled(read_marked("[Kim:person]"), ("unit",), document="d", corpus="c")
