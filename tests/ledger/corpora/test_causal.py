import csv
from pathlib import Path

import pytest

from watchword.errors import UnreadableError
from watchword.ledger.corpora.causal import read_cnc, read_counterfactuals
from watchword.ledger.corpora.splits import share_of

SPANS = [
    "sentenceID",
    "sentence",
    "antecedent",
    "consequent",
    "antecedent_startid",
    "antecedent_endid",
    "consequent_startid",
    "consequent_endid",
]
WISH = "If it rained, crops would grow."


def lay(path: Path, *rows: list[object]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)


def lay_cnc(folder: Path, text: str, label: object, relations: object) -> None:
    place = folder / "causal" / "cnc" / "V2"
    lay(place / "train_subtask1.csv", ["index", "text", "label"], ["doc_1_7", text, label])
    header: list[object] = ["doc_id", "sent_id", "causal_text_w_pairs"]
    lay(place / "train_subtask2_grouped.csv", header, ["doc_1", 7, relations])


def lay_wishes(folder: Path, file: str, judged: list[list[object]], marked: list[str]) -> None:
    place = folder / "conditionals" / "semeval2020-5"
    header: list[object] = ["sentenceID", "gold_label", "sentence"]
    lay(place / "Subtask-1" / f"subtask1_{file}.csv", header, *judged)
    rows: list[list[object]] = [[9, text, "-", "-", 0, 11, 14, 29] for text in marked]
    lay(place / "Subtask-2" / f"subtask2_{file}.csv", [*SPANS], *rows)


def training_texts() -> list[str]:
    texts = (f"Case {number} was closed." for number in range(200))
    return [text for text in texts if share_of(text, 20) != 0]


def test_nested_phrases_and_their_links_are_read(tmp_path: Path) -> None:
    tagged = "<ARG0>Rain</ARG0> fell , <ARG1><SIG0>causing</SIG0> floods</ARG1>."
    lay_cnc(tmp_path, "Rain fell , causing floods.", 1, [tagged])
    (sentence,) = read_cnc(tmp_path, "train")
    scheme = sentence.schemes["causal"]
    assert scheme.phrases == {(0, 1, "cause"), (3, 5, "effect"), (3, 4, "signal")}
    assert scheme.links == {("effect", (0, 1), (3, 5)), ("signal", (0, 1), (3, 4))}
    assert sentence.traits == {"causal": True}
    assert sentence.document == "doc_1"


def test_a_causal_sentence_without_marks_was_not_labelled_and_another_has_nothing(
    tmp_path: Path,
) -> None:
    lay_cnc(tmp_path, "Rain fell .", 1, [])
    (unmarked,) = read_cnc(tmp_path, "train")
    lay_cnc(tmp_path, "Rain fell .", 0, [])
    (plain,) = read_cnc(tmp_path, "train")
    assert dict(unmarked.schemes) == {}
    assert plain.schemes["causal"].phrases == frozenset()


def test_a_relation_with_an_open_tag_is_skipped(tmp_path: Path) -> None:
    lay_cnc(tmp_path, "Rain fell .", 1, ["<ARG0>Rain fell ."])
    (sentence,) = read_cnc(tmp_path, "train")
    assert sentence.schemes["causal"].phrases == frozenset()


@pytest.mark.parametrize(("label", "relations"), [("2", []), ("1", "none"), ("1", "[1]")])
def test_broken_rows_are_refused(tmp_path: Path, label: str, relations: object) -> None:
    lay_cnc(tmp_path, "Rain fell .", label, relations)
    with pytest.raises(UnreadableError):
        list(read_cnc(tmp_path, "train"))


def test_condition_and_consequence_are_marked_and_linked(tmp_path: Path) -> None:
    lay_wishes(tmp_path, "test", [[1, 0, "It rained."]], [WISH])
    judged, marked = read_counterfactuals(tmp_path, "test")
    assert (judged.traits, dict(judged.schemes)) == ({"counterfactual": False}, {})
    assert marked.traits == {"counterfactual": True}
    scheme = marked.schemes["conditional"]
    assert scheme.phrases == {(0, 3, "condition"), (4, 7, "consequence")}
    assert scheme.links == {("consequence", (0, 3), (4, 7))}


def test_a_sentence_of_both_tasks_is_given_once(tmp_path: Path) -> None:
    lay_wishes(tmp_path, "test", [[1, 1, WISH]], [WISH])
    assert len(list(read_counterfactuals(tmp_path, "test"))) == 1


def test_training_has_no_sentence_of_dev_or_test(tmp_path: Path) -> None:
    texts = [f"Case {number} was closed." for number in range(60)]
    lay_wishes(tmp_path, "train", [[text, 1, text] for text in texts], [])
    lay_wishes(tmp_path, "test", [[1, 1, training_texts()[0].upper()]], [])
    train = {sentence.document for sentence in read_counterfactuals(tmp_path, "train")}
    dev = {sentence.document for sentence in read_counterfactuals(tmp_path, "dev")}
    assert dev
    assert train.isdisjoint(dev)
    assert set(texts) - train - dev == {training_texts()[0]}


def test_an_absent_consequence_gives_the_condition_alone(tmp_path: Path) -> None:
    lay_wishes(tmp_path, "test", [], [])
    path = tmp_path / "conditionals" / "semeval2020-5" / "Subtask-2" / "subtask2_test.csv"
    lay(path, [*SPANS], [1, "If only it rained.", "-", "{}", 0, 16, -1, -1])
    (sentence,) = read_counterfactuals(tmp_path, "test")
    assert sentence.schemes["conditional"].phrases == {(0, 4, "condition")}
    assert sentence.schemes["conditional"].links == frozenset()


def test_an_end_that_is_no_number_is_refused(tmp_path: Path) -> None:
    lay_wishes(tmp_path, "test", [], [])
    path = tmp_path / "conditionals" / "semeval2020-5" / "Subtask-2" / "subtask2_test.csv"
    lay(path, [*SPANS], [1, "It rained.", "-", "-", "x", 1, 2, 3])
    with pytest.raises(UnreadableError, match="number"):
        list(read_counterfactuals(tmp_path, "test"))
