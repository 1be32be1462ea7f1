"""What a process of its own needs: sentences go in as lines, three numbers come out."""

from pathlib import Path

import pytest
from tests.ledger.model.composed import GoldEngine

from watchword.errors import WatchwordError
from watchword.ledger.model.footprint import (
    AT_ONCE,
    made_words,
    measure_footprint,
    peak_mebibytes,
    read_all,
)

COUNTS = (
    "import json, sys\n"
    "words = sum(len(json.loads(line)) for line in sys.stdin)\n"
    "print(json.dumps({'load_seconds': len(sys.argv), 'peak_mebibytes': None, 'words': words}))"
)


def test_sentences_reach_the_process_and_its_numbers_come_back() -> None:
    sentences = [made_words(["Ships", "left", "."]), made_words(["Łódź"])]
    found = measure_footprint(Path("other"), sentences, program=COUNTS)
    assert (found.words, found.load_seconds, found.peak_mebibytes) == (4, 2, None)
    assert measure_footprint(None, sentences, program=COUNTS).load_seconds == 1


def test_a_process_that_fails_is_told_with_its_last_word() -> None:
    with pytest.raises(WatchwordError, match="no model"):
        measure_footprint(None, [], program="raise SystemExit('no model')")


def test_sentences_are_read_some_at_once() -> None:
    engine = GoldEngine()
    lines = ['["Ships", "left"]\n'] * (AT_ONCE + 1)
    assert read_all(engine, lines) == 2 * (AT_ONCE + 1)
    assert engine.sizes == [AT_ONCE, 1]


def test_memory_is_read_as_linux_tells_it_and_elsewhere_not_at_all(tmp_path: Path) -> None:
    status = tmp_path / "status"
    assert peak_mebibytes(status) is None
    status.write_text("Name:\tpython\nVmHWM:\t    2048 kB\nVmRSS:\t 9 kB\n", encoding="utf-8")
    assert peak_mebibytes(status) == 2.0
