"""ECB+ as it lies on disk."""

import json
from pathlib import Path

import pytest

from watchword.errors import UnreadableError
from watchword.ledger.corpora.ecbplus import StoryText, read_ecbplus

ROW = {
    "id": "1/1ecb/1",
    "topic": 1,
    "story": "1ecb",
    "sentences": [{"tokens": ["A", "ferry", "sank", "."]}, {"tokens": ["Divers", "came", "."]}],
}


def lay(data: Path, *rows: object) -> Path:
    home = data / "stories" / "ecbplus"
    home.mkdir(parents=True)
    text = "".join(json.dumps(row) + "\n" for row in rows)
    (home / "topics-01-22.jsonl").write_text(text, encoding="utf-8")
    return data


def test_words_are_put_together_with_blanks(tmp_path: Path) -> None:
    assert list(read_ecbplus(lay(tmp_path, ROW))) == [
        StoryText(document="1/1ecb/1", topic=1, story="1ecb", text="A ferry sank . Divers came .")
    ]


@pytest.mark.parametrize(
    "broken", [{"topic": None}, {"sentences": 3}, {"sentences": ["A ferry"]}, {"story": 1}]
)
def test_a_broken_line_is_told(tmp_path: Path, broken: dict[str, object]) -> None:
    with pytest.raises(UnreadableError):
        list(read_ecbplus(lay(tmp_path, {**ROW, **broken})))
