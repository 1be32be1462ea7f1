from pathlib import Path

import pytest

from watchword.errors import UnreadableError
from watchword.ledger.corpora.events import read_cameo, read_plv
from watchword.ledger.corpora.sentence import LabelledSentence

HEADER = "sentence_id\tsentence\tmarked_sentence\tsource\ttarget\tgold_root\tgold_penta\n"


def lay_plv(folder: Path, split: str, *marked: str, target: str = "") -> None:
    rows = (
        f"{number}\t{text.replace('<s>', '').replace('</s>', '')}\t{text}\tx\t{target}\tAID\t2\n"
        for number, text in enumerate(marked)
    )
    path = folder / "events" / "plv" / f"PLV_{split}.tsv"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(HEADER + "".join(rows), "utf-8")


def lay_cameo(folder: Path, classes: str, tagged: str, split: str = "train") -> None:
    for name, content in ((f"class/{split}.tsv", classes), (f"ner/{split}.txt", tagged)):
        path = folder / "conflibert" / f"cameo_{name}"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, "utf-8")


def sides(sentence: LabelledSentence) -> list[str]:
    assert sentence.pair is not None
    return [" ".join(sentence.words[start:end]) for start, end in sentence.pair]


def test_the_marked_words_and_the_labels_are_read(tmp_path: Path) -> None:
    lay_plv(tmp_path, "train", "Today <s>the Vale</s> sent <t>Orla\u2019s troops</t> food.")
    (sentence,) = read_plv(tmp_path, "train")
    assert sides(sentence) == ["the Vale", "Orla \u2019s troops"]
    assert sentence.event == {"root": "AID", "quad": "2"}
    assert "<" not in "".join(sentence.words)


def test_of_a_name_marked_twice_the_whole_word_counts(tmp_path: Path) -> None:
    lay_plv(tmp_path, "train", "A <s>Vale</s>an said <s>Vale</s> helped <t>Orla</t> .")
    (sentence,) = read_plv(tmp_path, "train")
    assert sentence.pair == ((3, 4), (5, 6))


def test_an_unsaid_side_is_an_empty_stretch(tmp_path: Path) -> None:
    lay_plv(tmp_path, "test", "<s>Orla</s> stepped down.", target="a recipient")
    (sentence,) = read_plv(tmp_path, "test")
    assert sentence.pair == ((0, 1), (0, 0))


def test_a_target_that_only_the_column_has_is_found(tmp_path: Path) -> None:
    lay_plv(tmp_path, "test", "<s>Vale</s> freed a Valean.", target="a Valean")
    (sentence,) = read_plv(tmp_path, "test")
    assert sides(sentence) == ["Vale", "a Valean"]


def test_cameo_gives_the_first_source_and_target_and_the_class(tmp_path: Path) -> None:
    lay_plv(tmp_path, "test")
    tagged = "Vale B-S\n's I-S\nking I-S\nmet O\nOrla B-T\nand O\nBo B-T\n. O\n\n"
    lay_cameo(tmp_path, "Vale\u02bcs king met Orla and Bo.\t1\r\n", tagged)
    (sentence,) = read_cameo(tmp_path, "train")
    assert sides(sentence) == ["Vale 's king", "Orla"]
    assert sentence.event == {"quad": "1"}


def test_cameo_sentences_without_marks_have_no_pair(tmp_path: Path) -> None:
    lay_plv(tmp_path, "test")
    lay_cameo(tmp_path, "Orla spoke.\t0\nBo slept.\t0\n", "Bo O\nslept O\n. O\n")
    assert [sentence.pair for sentence in read_cameo(tmp_path, "train")] == [None, None]


def test_cameo_training_lacks_what_plv_is_tested_on(tmp_path: Path) -> None:
    lay_plv(tmp_path, "test", "On Monday, Vale fed Orla.")
    classes = "Vale fed Orla!\t2\nBo slept.\t0\n"
    lay_cameo(tmp_path, classes, "")
    lay_cameo(tmp_path, classes, "", split="test")
    assert [sentence.words[0] for sentence in read_cameo(tmp_path, "train")] == ["Bo"]
    assert len(list(read_cameo(tmp_path, "test"))) == 2


@pytest.mark.parametrize(
    ("classes", "tagged"),
    [("Bo slept.\t9\n", ""), ("Bo slept.\n", ""), ("", "Bo B-X\n"), ("", "Bo\n")],
)
def test_unknown_classes_and_tags_are_refused(tmp_path: Path, classes: str, tagged: str) -> None:
    lay_plv(tmp_path, "test")
    lay_cameo(tmp_path, classes, tagged)
    with pytest.raises(UnreadableError):
        list(read_cameo(tmp_path, "train"))


def test_an_unknown_split_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match="dev"):
        list(read_plv(tmp_path, "dev"))
