"""Reports into sentences: in order, one report at a time, faults named."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from watchword.collect import Limits
from watchword.engines import TaggingEngine
from watchword.errors import MissingDataError
from watchword.flow.parsing import ParsedReport, each_parsed
from watchword.flow.running import Inputs, Stand
from watchword.model.reading import Reading, Word
from watchword.model.report import Unread

UKRAINIAN = (
    "\u041f\u0440\u0435\u0437\u0438\u0434\u0435\u043d\u0442 "
    "\u0437\u0430\u044f\u0432\u0438\u0432, \u0449\u043e "
    "\u0432\u0456\u0439\u0441\u044c\u043a\u0430 "
    "\u043f\u0435\u0440\u0435\u0439\u0448\u043b\u0438 "
    "\u043a\u043e\u0440\u0434\u043e\u043d \u0443\u0447\u043e\u0440\u0430."
)


class FailingEngine:
    """Fails with the given error."""

    name = "failing/1"

    def __init__(self, error: Exception) -> None:
        self._error = error

    def read(self, _sentences: Sequence[Sequence[Word]]) -> tuple[Reading, ...]:
        """Fail."""
        raise self._error


@pytest.fixture
def inputs(tmp_path: Path) -> Inputs:
    """Two reports and a file that is none."""
    (tmp_path / "a.txt").write_text("Moscow denied it. Kyiv did not.", encoding="utf-8")
    (tmp_path / "b.txt").write_text("Talks may fail.", encoding="utf-8")
    (tmp_path / "c.txt").write_bytes(b"")
    return Inputs(sources=(str(tmp_path),), limits=Limits())


def test_every_sentence_comes_with_its_reading(inputs: Inputs) -> None:
    stands: list[Stand] = []
    first, second, third = each_parsed(inputs, TaggingEngine(), stands.append)
    assert isinstance(first, ParsedReport)
    assert isinstance(second, ParsedReport)
    assert isinstance(third, Unread)
    said = [first.report.text[each.start : each.end] for each, _ in first.sentences]
    assert said == ["Moscow denied it.", "Kyiv did not."]
    told = [[token.text for token in reading.tokens] for _, reading in first.sentences]
    assert told == [["Moscow", "denied", "it", "."], ["Kyiv", "did", "not", "."]]
    assert [(stand.done, stand.unread) for stand in stands] == [(1, 0), (2, 0), (2, 1)]


def test_a_language_that_is_not_read_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(UKRAINIAN, encoding="utf-8")
    (found,) = each_parsed(Inputs(sources=(str(tmp_path),), limits=Limits()), TaggingEngine())
    assert isinstance(found, Unread)
    assert found.reason == "sentences in “uk” are not read"


def test_a_fault_of_the_reading_costs_its_report_and_is_named(inputs: Inputs) -> None:
    found = list(each_parsed(inputs, FailingEngine(IndexError())))
    reasons = [each.reason for each in found if isinstance(each, Unread)]
    assert len(reasons) == 3
    assert "a fault of Watchword: IndexError" in reasons[0]


def test_an_engine_that_cannot_be_used_ends_the_run(inputs: Inputs) -> None:
    with pytest.raises(MissingDataError, match="no model"):
        list(each_parsed(inputs, FailingEngine(MissingDataError("no model"))))
