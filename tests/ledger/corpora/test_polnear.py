import json
from pathlib import Path

import pytest

from watchword.errors import UnreadableError
from watchword.ledger.corpora.polnear import (
    read_polnear_articles,
    read_polnear_sentences,
    read_polnear_texts,
)

TEXT = "“Ships left,” Berg said. “More will follow.”\n\nNobody else spoke."
HEADER = "compartment\tfilename\tannotators\tpublisher\ttitle\tpublication_date\n"
REST = "post\tShips\t2024-10-25\n"


def stretch(name: str, label: str, *texts: str) -> str:
    pieces = ";".join(f"{TEXT.index(each)} {TEXT.index(each) + len(each)}" for each in texts)
    return f"{name}\t{label} {pieces}\t{' '.join(texts)}\n"


def lay(folder: Path, *, people: str = "aa") -> None:
    home = folder / "attribution" / "polnear"
    for name in ("text", "attributions"):
        (home / "dev" / name).mkdir(parents=True)
    rows = f"dev\tharbour\t{people}\t{REST}test\telsewhere\tbb\t{REST}"
    (home / "metadata.tsv").write_text(HEADER + rows, "utf-8")
    (home / "dev" / "text" / "harbour.txt").write_text(TEXT, "utf-8")
    labels = (
        stretch("T1", "Content", "“More will follow.”", "“Ships left,”")
        + stretch("T2", "Cue", "said")
        + stretch("T3", "Source", "Berg")
        + stretch("T4", "Attribution", "said")
        + "E1\tAttribution:T4 Content:T1 Cue:T2 Source:T3\n"
    )
    for person in people.split("|"):
        path = home / "dev" / "attributions" / f"harbour_{person}.ann"
        path.write_text(labels, "utf-8")


def test_a_content_is_a_phrase_in_each_sentence_that_it_runs_over(tmp_path: Path) -> None:
    lay(tmp_path)
    first, second, third = read_polnear_articles(tmp_path, "dev")
    assert first.words == ("“", "Ships", "left", ",", "”", "Berg", "said", ".")
    assert first.schemes["attribution"].phrases == {
        (0, 5, "content"),
        (5, 6, "source"),
        (6, 7, "cue"),
    }
    assert second.schemes["attribution"].phrases == {(0, 6, "content")}
    assert third.schemes["attribution"].phrases == frozenset()
    assert {each.document for each in (first, second, third)} == {"harbour"}


def test_links_go_from_the_cue_and_stay_within_the_sentence(tmp_path: Path) -> None:
    lay(tmp_path)
    first, second, _ = read_polnear_articles(tmp_path, "dev")
    links = {("content", (6, 7), (0, 5)), ("source", (6, 7), (5, 6))}
    assert first.schemes["attribution"].links == links
    assert second.schemes["attribution"].links == frozenset()


def test_an_article_can_be_cut_into_paragraphs(tmp_path: Path) -> None:
    lay(tmp_path)
    first, second = read_polnear_articles(tmp_path, "dev", unit="paragraph")
    assert len(first.words) == 14
    assert (8, 14, "content") in first.schemes["attribution"].phrases
    assert ("content", (6, 7), (8, 14)) in first.schemes["attribution"].links
    assert second.words[0] == "Nobody"


def test_an_article_that_several_people_labelled_is_given_once_unless_asked(tmp_path: Path) -> None:
    lay(tmp_path, people="aa|bb")
    assert len(list(read_polnear_articles(tmp_path, "dev"))) == 3
    assert len(list(read_polnear_articles(tmp_path, "dev", every=True))) == 6


def test_an_article_is_given_whole_with_its_attributions_by_place(tmp_path: Path) -> None:
    lay(tmp_path, people="aa|bb")
    (article,) = read_polnear_texts(tmp_path, "dev")
    assert article.text == TEXT
    assert (article.outlet, article.title, article.date) == ("post", "Ships", "2024-10-25")
    (said,) = article.attributions
    words = [
        [TEXT[start:end] for start, end in each] for each in (said.source, said.cue, said.content)
    ]
    assert words == [["Berg"], ["said"], ["“Ships left,”", "“More will follow.”"]]


def test_an_absent_article_is_told_with_its_path(tmp_path: Path) -> None:
    lay(tmp_path)
    (tmp_path / "attribution/polnear/dev/text/harbour.txt").unlink()
    with pytest.raises(UnreadableError) as caught:
        list(read_polnear_articles(tmp_path, "dev"))
    assert caught.value.key.endswith("harbour.txt")


def lay_rows(folder: Path, row: object) -> None:
    path = folder / "attribution" / "polnear-sentences" / "dev.jsonl"
    path.parent.mkdir(parents=True)
    path.write_text(json.dumps(row) + "\n", "utf-8")


def test_published_rows_have_phrases_and_no_links(tmp_path: Path) -> None:
    labels = ["B-source", "B-cue", "B-content", "I-content", "O"]
    words = ["Berg", "said", "ships", "left", "."]
    lay_rows(tmp_path, {"tokens": words, "labels": labels, "id": "harbour_at_dawn_aa"})
    (sentence,) = read_polnear_sentences(tmp_path)
    scheme = sentence.schemes["attribution"]
    assert scheme.phrases == {(0, 1, "source"), (1, 2, "cue"), (2, 4, "content")}
    assert scheme.links == frozenset()
    assert sentence.document == "harbour_at_dawn"


@pytest.mark.parametrize("labels", [["O"], ["B-ship", "O"], "OO", None])
def test_a_published_row_with_wrong_labels_is_told(tmp_path: Path, labels: object) -> None:
    lay_rows(tmp_path, {"tokens": ["Rain", "."], "labels": labels, "id": "harbour_aa"})
    with pytest.raises(UnreadableError) as caught:
        list(read_polnear_sentences(tmp_path))
    assert caught.value.key.endswith("dev.jsonl:1")
