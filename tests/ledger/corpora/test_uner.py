import json
from pathlib import Path

import pytest

from watchword.errors import UnreadableError
from watchword.ledger.corpora.uner import read_ewt_named, read_uner

NAMES = """\
# newdoc id = harbour
# sent_id = harbour-1
# text = Ada Berg left Oslo-Havn Esperanto
1\tAda\tB-PER\t-\tann
2\tBerg\tI-PER\t-\tann
3\tleft\tO
4\tOslo\tB-LOC\t-\tann
5\t-\tI-LOC\t-\tann
6\tHavn\tI-LOC\t-\tann
7\tEsperanto\tB-OTH\t-\tann
8\ttoday\tB-O\t-\tann

# sent_id = harbour-2
1\t@\tO
2\tBerg\tB-PER
"""
TREES = """\
# newdoc id = harbour
# sent_id = harbour-1
1\tAda\tAda\tPROPN\tNNP\t_\t3\tnsubj\t_\t_
2\tBerg\tBerg\tPROPN\tNNP\t_\t1\tflat\t_\t_
3\tleft\tleave\tVERB\tVBD\t_\t0\troot\t_\t_
4\tOslo\tOslo\tPROPN\tNNP\t_\t3\tobj\t_\tSpaceAfter=No
5\t-\t-\tPUNCT\tHYPH\t_\t4\tpunct\t_\tSpaceAfter=No
6\tHavn\tHavn\tPROPN\tNNP\t_\t4\tflat\t_\t_
7\tEsperanto\tEsperanto\tPROPN\tNNP\t_\t3\tdep\t_\t_
8\ttoday\ttoday\tNOUN\tNN\t_\t3\tobl\t_\t_

# sent_id = harbour-2
1\t@Berg\t@Berg\tPROPN\tNNP\t_\t0\troot\t_\t_
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    judged = {
        "text": "Ada Berg left Oslo - Havn Esperanto today",
        "targets": [{"span1": [2, 3], "label": 2.5}],
    }
    for name, content in {
        "entities/uner-ewt/dev.iob2": NAMES,
        "treebanks/ewt/dev.conllu": TREES,
        "factuality/uds-ih2/dev.jsonl": json.dumps(judged) + "\n",
    }.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True)
        path.write_text(content, "utf-8")
    return tmp_path


def test_three_types_are_names_and_the_stray_ones_are_dropped(folder: Path) -> None:
    first, second = read_uner(folder, "dev")
    assert first.schemes["names"].phrases == {(0, 2, "person"), (3, 6, "location")}
    assert first.schemes["names"].types == {"person", "location", "organisation"}
    assert (second.document, second.corpus) == ("harbour", "uner-ewt")


def test_a_sentence_has_the_labels_of_all_three_sets(folder: Path) -> None:
    first, second = read_ewt_named(folder, "dev")
    assert first.schemes["names"].phrases == {(0, 2, "person"), (3, 6, "location")}
    assert first.tree is not None
    assert first.factuality == {2: 2.5}
    assert second.schemes == {}
    assert second.factuality == {}


def test_names_follow_into_joined_words(folder: Path) -> None:
    first = next(read_ewt_named(folder, "dev", joined=True))
    assert first.words[3] == "Oslo-Havn"
    assert first.schemes["names"].phrases == {(0, 2, "person"), (3, 4, "location")}


@pytest.mark.parametrize("line", ["1\tRain", "1\tRain\tB-SHIP", "1\tRain\tX-PER"])
def test_a_broken_line_is_told_by_its_place(folder: Path, line: str) -> None:
    (folder / "entities/uner-ewt/dev.iob2").write_text(line + "\n", "utf-8")
    with pytest.raises(UnreadableError) as caught:
        list(read_uner(folder, "dev"))
    assert caught.value.key.endswith("dev.iob2:1")
