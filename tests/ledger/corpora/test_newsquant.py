import json
from collections.abc import Callable
from pathlib import Path

import pytest

from watchword.config import read_settings
from watchword.errors import UnreadableError
from watchword.ledger.corpora.newsquant import (
    FILE,
    Bound,
    Correction,
    read_corrections,
    read_newsquant,
)

QUANTITY = {
    "change": "=",
    "value": "5.0",
    "unit": "ships",
    "normalized_unit": "ship",
    "referred_concepts": "-",
}


def lay(folder: Path, *quantities: dict[str, object]) -> Path:
    path = folder / FILE
    path.parent.mkdir(parents=True, exist_ok=True)
    rows = [{"text": "Five ships sailed.", "quantities": list(quantities)}]
    path.write_text(json.dumps(rows), "utf-8")
    return folder


@pytest.mark.parametrize(
    ("value", "ends"),
    [
        ("5.0", (5.0, 5.0)),
        ("-260", (-260.0, -260.0)),
        ("2.998E-08", (2.998e-08, 2.998e-08)),
        ("10-15", (10.0, 15.0)),
        ("212577-138285", (212577.0, 138285.0)),
    ],
)
def test_a_value_is_a_number_or_two_ends(
    value: str, ends: tuple[float, float], tmp_path: Path
) -> None:
    data = lay(tmp_path, {**QUANTITY, "value": value})
    (sentence,) = read_newsquant(data, corrections=())
    (quantity,) = sentence.published
    assert (quantity.low, quantity.high) == ends
    assert sentence.corrected == sentence.published


def test_a_correction_changes_or_drops_a_label_and_leaves_the_published_one(tmp_path: Path) -> None:
    data = lay(tmp_path, QUANTITY, QUANTITY)
    corrections = (
        Correction(sentence=0, quantity=0, reason="", value="6", bound=Bound.ABOVE, unit="tugs"),
        Correction(sentence=0, quantity=1, reason="", is_dropped=True),
    )
    (sentence,) = read_newsquant(data, corrections=corrections)
    assert [quantity.low for quantity in sentence.published] == [5.0, 5.0]
    (quantity,) = sentence.corrected
    assert (quantity.low, quantity.bound, quantity.unit) == (6.0, Bound.ABOVE, "tugs")


def test_a_correction_of_no_label_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match=r"0\.3"):
        read_newsquant(
            lay(tmp_path, QUANTITY), corrections=(Correction(sentence=0, quantity=3, reason=""),)
        )


@pytest.mark.parametrize("broken", [{"value": "many"}, {"change": "?"}, {"unit": None}])
def test_a_broken_label_is_refused(tmp_path: Path, broken: dict[str, object]) -> None:
    with pytest.raises(UnreadableError):
        read_newsquant(lay(tmp_path, {**QUANTITY, **broken}), corrections=())


@pytest.mark.parametrize(
    "break_file",
    [
        lambda path: path.unlink(),
        lambda path: path.write_text("{", "utf-8"),
        lambda path: path.write_text("{}", "utf-8"),
        lambda path: path.write_text("[1]", "utf-8"),
        lambda path: path.write_text('[{"text": "", "quantities": 1}]', "utf-8"),
    ],
)
def test_a_broken_file_is_refused(tmp_path: Path, break_file: Callable[[Path], object]) -> None:
    break_file(lay(tmp_path) / FILE)
    with pytest.raises(UnreadableError):
        read_newsquant(tmp_path, corrections=())


def test_every_listed_correction_says_what_is_wrong_and_what_is_right() -> None:
    corrections = read_corrections()
    assert len({(each.sentence, each.quantity) for each in corrections}) == len(corrections)
    for each in corrections:
        assert each.reason
        assert each.is_dropped or (each.value, each.bound, each.unit) != (None, None, None)


@pytest.mark.parametrize("text", ["", "corrections = [1]", "[[corrections]]\nsentence = 'x'"])
def test_a_broken_list_of_corrections_is_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "newsquant.toml"
    path.write_text(text, "utf-8")
    with pytest.raises(UnreadableError):
        read_corrections(path)


@pytest.mark.corpora
def test_the_listed_corrections_fit_the_published_set() -> None:
    data = read_settings().data
    if not (data / FILE).exists():
        pytest.skip(f"{data / FILE} is not there")
    sentences = read_newsquant(data)
    changed = sum(each.published != each.corrected for each in sentences)
    assert (len(sentences), changed > 0) == (590, True)
