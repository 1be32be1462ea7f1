from pathlib import Path

import pytest

from watchword.errors import UnreadableError
from watchword.ledger.corpora.sentence import LabelledSentence
from watchword.ledger.corpora.splits import share_of
from watchword.ledger.corpora.worldwide import read_worldwide, type_of_place

ARTICLE = """http://news.example/1\tO

Ana\tB-Person
Bela\tI-Person
left\tO
the\tB-Organization
Bank\tI-Organization
of\tI-Organization\t
Kenya\tI-Organization\t\tB-Location
in\tO
a\tO
Rolls\tB-Product

The    O
Congo\tB-Location
River\tI-Location
"""


def lay(folder: Path, content: str, split: str = "train") -> None:
    name = next(
        name
        for name in (f"a{number}.txt.tsv" for number in range(500))
        if (share_of(name, 20) == 0) == (split == "dev")
    )
    path = folder / "entities" / "worldwide" / "processed_annotated" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content, "utf-8")


def phrases(sentence: LabelledSentence) -> list[tuple[str, str]]:
    return [
        (" ".join(sentence.words[start:end]), kind)
        for start, end, kind in sorted(sentence.schemes["domain"].phrases)
    ]


def test_phrases_have_the_types_of_the_domain_and_products_are_left_out(tmp_path: Path) -> None:
    lay(tmp_path, ARTICLE)
    first, second = read_worldwide(tmp_path, "train")
    assert phrases(first) == [
        ("Ana Bela", "person"),
        ("the Bank of Kenya", "organisation"),
        ("Kenya", "polity"),
    ]
    assert phrases(second) == [("Congo River", "location")]
    assert second.words[0] == "The"
    assert "product" not in first.schemes["domain"].types


def test_a_document_is_in_one_split_only(tmp_path: Path) -> None:
    lay(tmp_path, ARTICLE, "dev")
    assert list(read_worldwide(tmp_path, "train")) == []
    assert len(list(read_worldwide(tmp_path, "dev"))) == 2


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Kenya", "polity"),
        ("Ivory Coast", "polity"),
        ("Zzyzx", "polity"),
        ("Africa", "location"),
        ("Red Sea", "location"),
        ("Zzyzx Mountains", "location"),
        ("Zzyzx Station", "facility"),
    ],
)
def test_places_are_told_apart_by_the_gazetteer_and_then_by_their_words(
    name: str, kind: str
) -> None:
    assert type_of_place(name) == kind


@pytest.mark.parametrize("line", ["Ana\tB-Animal", "Ana"])
def test_a_line_without_known_label_is_refused(tmp_path: Path, line: str) -> None:
    lay(tmp_path, line)
    with pytest.raises(UnreadableError, match="labels"):
        list(read_worldwide(tmp_path, "train"))


def test_a_folder_without_articles_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match="no annotated articles"):
        list(read_worldwide(tmp_path, "train"))
