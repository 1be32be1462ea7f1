"""Reports are read several at once, and come out in order, each as if it had been read alone."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from watchword.collect import Limits, collect
from watchword.engines import ReadingEngine
from watchword.errors import MissingDataError
from watchword.flow import ahead
from watchword.flow.ahead import each_ahead
from watchword.flow.reading import read_report
from watchword.model.reading import Reading, Word
from watchword.model.report import Report, Unread

TEXTS = (
    "Moscow denied that 500 troops had crossed. The mayor said 3 people were hurt.",
    "Kyiv said 40 tanks were lost.",
    "The port was closed on Monday, officials said.",
)


class Choosy:
    """Reads like the carried model, but fails where a sentence speaks of tanks."""

    name = "choosy/1"

    def __init__(self) -> None:
        self.asked: list[int] = []
        self._engine = ReadingEngine()

    def read(self, sentences: Sequence[Sequence[Word]]) -> tuple[Reading, ...]:
        """Read, or fail."""
        self.asked.append(len(sentences))
        if any(word.text == "tanks" for words in sentences for word in words):
            raise IndexError
        return self._engine.read(sentences)


class Absent:
    """Has no model."""

    name = "absent/1"

    def read(self, _sentences: Sequence[Sequence[Word]]) -> tuple[Reading, ...]:
        """Tell that it is not there."""
        raise MissingDataError("no model", key="reader.onnx")


@pytest.fixture
def collected(tmp_path: Path) -> list[Report | Unread]:
    """Three reports and a file that is none."""
    for number, text in enumerate(TEXTS):
        (tmp_path / f"{number}.txt").write_text(text, encoding="utf-8")
    (tmp_path / "1-empty.txt").write_bytes(b"")
    return list(collect([str(tmp_path)], limits=Limits()))


@pytest.mark.parametrize("at_once", [1, 60, 30_000])
def test_each_report_is_read_as_if_alone_and_in_order(
    collected: list[Report | Unread], at_once: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ahead, "AT_ONCE", at_once)
    engine = ReadingEngine()
    found = list(each_ahead(collected, engine))
    assert [each if isinstance(each, Unread) else each[0] for each in found] == collected
    for each in found:
        if not isinstance(each, Unread):
            assert each[1]() == read_report(each[0], engine)


def test_a_fault_is_met_again_in_its_own_report_alone(collected: list[Report | Unread]) -> None:
    engine = Choosy()
    jobs = [each for each in each_ahead(collected, engine) if not isinstance(each, Unread)]
    assert engine.asked == [4]
    with pytest.raises(IndexError):
        jobs[1][1]()
    assert [len(jobs[number][1]().extraction.claims) for number in (0, 2)] == [2, 1]


def test_an_engine_that_is_not_there_ends_the_run(collected: list[Report | Unread]) -> None:
    with pytest.raises(MissingDataError):
        list(each_ahead(collected, Absent()))
