import json
from pathlib import Path

import pytest

from watchword.errors import UnreadableError
from watchword.ledger.corpora.uds import read_factuality


def lay(folder: Path, *rows: object) -> None:
    path = folder / "factuality" / "uds-ih2" / "train.jsonl"
    path.parent.mkdir(parents=True)
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")


def test_a_predicate_is_the_word_that_its_span_starts_with(tmp_path: Path) -> None:
    targets = [{"span1": [1, 2], "label": 3}, {"span1": [3, 4], "label": -0.75}]
    lay(tmp_path, {"text": "Ships came to load .", "targets": targets})
    (sentence,) = read_factuality(tmp_path, "train")
    assert sentence.words == ("Ships", "came", "to", "load", ".")
    assert sentence.factuality == {1: 3.0, 3: -0.75}
    assert sentence.corpus == "uds-ih2"


@pytest.mark.parametrize(
    "row",
    [
        {"text": "Rain ."},
        {"targets": []},
        {"text": "Rain .", "targets": [{"span1": [2, 3], "label": 1.0}]},
        {"text": "Rain .", "targets": [{"span1": [0, 1]}]},
    ],
)
def test_a_broken_row_is_told_by_its_line(tmp_path: Path, row: object) -> None:
    lay(tmp_path, {"text": "Rain .", "targets": []}, row)
    with pytest.raises(UnreadableError) as caught:
        list(read_factuality(tmp_path, "train"))
    assert caught.value.key.endswith("train.jsonl:2")
