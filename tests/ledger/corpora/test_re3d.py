import json
from pathlib import Path

import pytest

from watchword.errors import UnreadableError
from watchword.ledger.corpora.re3d import read_re3d
from watchword.ledger.corpora.sentence import LabelledSentence
from watchword.ledger.corpora.splits import share_of

TEXT = "Heading\nThe Vale Army lost two tanks on Monday. They fled."


def name_in(*shares: int) -> str:
    return next(f"d{number}" for number in range(100) if share_of(f"d{number}", 5) in shares)


def entity(value: str, kind: str, confidence: float = 1, *, text: str = TEXT) -> dict[str, object]:
    start = text.index(value)
    return {"begin": start, "end": start + len(value), "type": kind, "confidence": confidence}


def lay(folder: Path, document: str, *entities: dict[str, object], text: str = TEXT) -> None:
    place = folder / "entities" / "re3d" / "Vale News"
    place.mkdir(parents=True, exist_ok=True)
    row = {"_id": document, "text": text}
    (place / "documents.json").write_text(json.dumps(row) + "\n", "utf-8")
    rows = (json.dumps({"documentId": document, **each}) + "\n" for each in entities)
    (place / "entities.json").write_text("".join(rows), "utf-8")


def phrases(sentence: LabelledSentence, scheme: str) -> list[tuple[str, str]]:
    return [
        (" ".join(sentence.words[start:end]), kind)
        for start, end, kind in sorted(sentence.schemes[scheme].phrases)
    ]


def test_entities_stand_in_both_schemes_and_places_in_one(tmp_path: Path) -> None:
    lay(
        tmp_path,
        name_in(2, 3, 4),
        entity("The Vale Army", "Organisation"),
        entity("Vale", "Location"),
        entity("two", "Quantity"),
        entity("tank", "MilitaryPlatform"),
        entity("Monday", "Temporal"),
    )
    heading, sentence, last = read_re3d(tmp_path, "train")
    assert heading.words == ("Heading",)
    assert phrases(sentence, "intelligence") == [
        ("The Vale Army", "organisation"),
        ("Vale", "location"),
        ("two", "quantity"),
        ("tanks", "military platform"),
        ("Monday", "temporal"),
    ]
    assert phrases(sentence, "domain") == [
        ("The Vale Army", "organisation"),
        ("two", "quantity"),
        ("tanks", "weapon"),
        ("Monday", "date"),
    ]
    assert phrases(last, "intelligence") == []
    assert "location" not in last.schemes["domain"].types


def test_of_two_types_the_likelier_is_kept_and_the_unlikely_left_out(tmp_path: Path) -> None:
    lay(
        tmp_path,
        name_in(2, 3, 4),
        entity("Vale", "Organisation", 0.9),
        entity("Vale", "Location", 0.6),
        entity("lost", "Person", 0),
    )
    _, sentence, _ = read_re3d(tmp_path, "train")
    assert phrases(sentence, "intelligence") == [("Vale", "organisation")]


def test_an_entity_over_the_end_of_a_sentence_is_skipped(tmp_path: Path) -> None:
    lay(tmp_path, name_in(2, 3, 4), entity("Monday. They", "Person"))
    assert all(not phrases(each, "intelligence") for each in read_re3d(tmp_path, "train"))


def test_a_line_that_starts_small_goes_on_with_the_one_before(tmp_path: Path) -> None:
    lay(tmp_path, name_in(2, 3, 4), text="The Vale\narmy left.\nNext Day")
    assert [" ".join(each.words) for each in read_re3d(tmp_path, "train")] == [
        "The Vale army left .",
        "Next Day",
    ]


def test_a_document_is_in_one_split_only(tmp_path: Path) -> None:
    for share, split in ((0, "test"), (1, "dev")):
        lay(tmp_path, name_in(share))
        counts = {each: len(list(read_re3d(tmp_path, each))) for each in ("train", "dev", "test")}
        assert counts == {"train": 0, "dev": 0, "test": 0, split: 3}


@pytest.mark.parametrize("broken", [{"begin": "0"}, {"end": 0}, {"type": "Animal"}])
def test_an_entity_without_place_or_known_type_is_refused(
    tmp_path: Path, broken: dict[str, object]
) -> None:
    lay(tmp_path, name_in(2), {**entity("Vale", "Location"), **broken})
    with pytest.raises(UnreadableError, match="entity"):
        list(read_re3d(tmp_path, "train"))


def test_a_folder_without_documents_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match="no documents"):
        list(read_re3d(tmp_path, "train"))
