"""WiCE as it lies on disk."""

import json
from pathlib import Path

import pytest

from watchword.errors import UnreadableError
from watchword.ledger.corpora.wice import FILE, Borne, CitedClaim, read_wice

ROW = {
    "label": "partially_supported",
    "supporting_sentences": [[1, 0], [0, 1], [1]],
    "claim": "A ferry sank off Lagos.",
    "evidence": ["A ferry sank.", "Divers came."],
    "meta": {"id": "made-1"},
}


def lay(data: Path, row: object) -> Path:
    path = data / FILE
    path.parent.mkdir(parents=True)
    path.write_text(json.dumps(row) + "\n", encoding="utf-8")
    return data


def test_sentences_that_two_people_named_alike_are_one_set(tmp_path: Path) -> None:
    assert list(read_wice(lay(tmp_path, ROW))) == [
        CitedClaim(
            key="made-1",
            claim="A ferry sank off Lagos.",
            evidence=("A ferry sank.", "Divers came."),
            named=((0, 1), (1,)),
            borne=Borne.PARTIALLY,
        )
    ]


@pytest.mark.parametrize(
    "broken",
    [
        {"label": "perhaps"},
        {"supporting_sentences": [[2]]},
        {"supporting_sentences": 1},
        {"evidence": []},
        {"meta": {}},
    ],
)
def test_a_broken_line_is_told(tmp_path: Path, broken: dict[str, object]) -> None:
    with pytest.raises(UnreadableError):
        list(read_wice(lay(tmp_path, {**ROW, **broken})))
