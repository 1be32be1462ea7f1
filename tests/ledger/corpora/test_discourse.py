"""GUM's attribution relations: units, those that are broken, texts put together from words."""

from pathlib import Path

import pytest

from watchword.errors import UnreadableError
from watchword.ledger.corpora.discourse import read_gum_attributions
from watchword.ledger.corpora.texts import LabelledText

FIRST = (
    ("Ships", "Discourse=ROOT:1:0"),
    (",", "SpaceAfter=No"),
    ("Berg", "Discourse=attribution-positive:2->1:0:_"),
    ("said", "SpaceAfter=No"),
    (",", "_"),
    ("left", "Discourse=same-unit_m:3->1:0:_;joint-list:3->2:1:0"),
    (".", "_"),
)
SECOND = (
    ("Dahl", "Discourse=attribution-negative:4->5:0:_"),
    ("denied", "_"),
    ("it", "Discourse=elaboration-additional:5->1:0:_|SpaceAfter=No"),
    (".", "_"),
)


def block(sentence_id: str, words: tuple[tuple[str, str], ...], *comments: str) -> str:
    rows = [
        f"{number}\t{word}\t{word}\tX\tX\t_\t{number - 1}\tdep\t_\t{extra}"
        for number, (word, extra) in enumerate(words, start=1)
    ]
    return "\n".join([*comments, f"# sent_id = {sentence_id}", *rows]) + "\n\n"


def lay(folder: Path, *blocks: str) -> None:
    path = folder / "treebanks" / "gum" / "dev" / "GUM_news_port.conllu"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(blocks), "utf-8")


def read(folder: Path) -> LabelledText:
    (text,) = read_gum_attributions(folder, "dev", genre="news")
    return text


def test_units_are_stretches_of_the_text_and_a_broken_one_is_whole(tmp_path: Path) -> None:
    lay(tmp_path, block("1", FIRST, "# newdoc id = port"), block("2", SECOND, "# newpar"))
    text = read(tmp_path)
    assert text.text == "Ships ,Berg said, left .\n\nDahl denied it."
    first, second = text.attributions
    words = [[text.text[start:end] for start, end in each] for each in (first.cue, first.content)]
    assert words == [["Berg said,"], ["Ships ,", "left ."]]
    assert (first.negative, second.negative) == (False, True)
    assert [text.text[start:end] for start, end in second.content] == ["it."]
    assert first.source == ()


def test_what_a_unit_attributes_itself_belongs_to_what_is_attributed(tmp_path: Path) -> None:
    words = (
        ("Berg", "Discourse=attribution-positive:1->2:0:_"),
        ("said", "_"),
        ("Dahl", "Discourse=attribution-negative:2->3:0:_"),
        ("denied", "_"),
        ("it", "Discourse=ROOT:3:0"),
    )
    lay(tmp_path, block("1", words))
    text = read(tmp_path)
    contents = [[text.text[start:end] for start, end in each.content] for each in text.attributions]
    assert contents == [["Dahl denied", "it"], ["it"]]


def test_sentences_of_one_paragraph_are_parted_by_a_blank(tmp_path: Path) -> None:
    lay(tmp_path, block("1", FIRST), block("2", SECOND))
    assert read(tmp_path).text == "Ships ,Berg said, left . Dahl denied it."


@pytest.mark.parametrize(
    ("link", "words"), [("attribution", "not a link"), ("joint-list:1->9:0:_", "leads nowhere")]
)
def test_a_link_that_is_broken_is_told(tmp_path: Path, link: str, words: str) -> None:
    lay(tmp_path, block("1", (("Ships", f"Discourse={link}"), ("left", "_"))))
    with pytest.raises(UnreadableError, match=words):
        read(tmp_path)


def test_a_genre_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match="no CoNLL-U files"):
        list(read_gum_attributions(tmp_path, "dev", genre="news"))
