"""The model of support reads a sentence the same in any company, or says why it cannot."""

import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from watchword.engines.support import SupportEngine
from watchword.errors import MissingDataError

SENTENCE = ("Two", "ferries", "have", "left", "Odesa", ".")
EVIDENCE = (("Two", "ferries", "left", "Odesa", "on", "Monday", "."), ("It", "rained", "."))


def test_each_word_and_the_whole_have_a_chance() -> None:
    reading = SupportEngine().read_pair(SENTENCE, EVIDENCE)
    assert len(reading.borne) == len(SENTENCE)
    assert all(0 <= chance <= 1 for chance in (*reading.borne, reading.whole))
    assert reading.made_by == SupportEngine().name


def test_a_reading_is_the_same_alone_and_beside_others() -> None:
    engine = SupportEngine()
    asked = [(SENTENCE[start:], EVIDENCE[end:]) for start in range(4) for end in range(2)] * 2
    alone = [engine.read_pair(*each) for each in asked]
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(lambda each: engine.read_pair(*each), asked)) == alone


def test_without_words_or_evidence_nothing_is_borne_out() -> None:
    engine = SupportEngine()
    assert engine.read_pair((), EVIDENCE).borne == ()
    assert engine.read_pair(SENTENCE, ()).borne == (0.0,) * len(SENTENCE)
    assert engine.read_pair(SENTENCE, ()).whole == 0.0


def test_a_folder_without_the_model_is_told(tmp_path: Path) -> None:
    with pytest.raises(MissingDataError):
        SupportEngine(tmp_path).read_pair(SENTENCE, EVIDENCE)


def test_another_model_in_its_place_is_told(tmp_path: Path) -> None:
    data = Path(__file__).resolve().parents[2] / "src" / "watchword" / "engines" / "data"
    shutil.copy(data / "relations.onnx", tmp_path / "support.onnx")
    with pytest.raises(MissingDataError):
        SupportEngine(tmp_path).read_pair(SENTENCE, EVIDENCE)
