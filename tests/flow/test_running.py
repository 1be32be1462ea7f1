"""A run over everything a user names: how far it has come, and faults that cost one report."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from watchword.collect import Limits
from watchword.config import Settings
from watchword.engines import ReadingEngine
from watchword.flow.running import Inputs, Stand, Step, each_read, gather, limits_of, texts_of
from watchword.model.read_report import ReadReport
from watchword.model.reading import Reading, Word
from watchword.model.report import Unread


class BrokenEngine:
    """Fails on every report."""

    name = "broken/1"

    def read(self, _sentences: Sequence[Sequence[Word]]) -> tuple[Reading, ...]:
        """Fail."""
        raise IndexError


@pytest.fixture
def inputs(tmp_path: Path) -> Inputs:
    """Two reports and a file that is none."""
    (tmp_path / "a.txt").write_text("Moscow denied that 500 troops had crossed.", encoding="utf-8")
    (tmp_path / "b.txt").write_text("Kyiv said 40 tanks were lost.", encoding="utf-8")
    (tmp_path / "c.txt").write_bytes(b"")
    return Inputs(sources=(str(tmp_path),), limits=Limits())


def test_everything_is_gathered_and_counted(inputs: Inputs) -> None:
    stands: list[Stand] = []
    gathered = gather(inputs, ReadingEngine(), stands.append)
    assert [Path(each.report.found_at).name for each in gathered.read] == ["a.txt", "b.txt"]
    assert [Path(each.found_at).name for each in gathered.unread] == ["c.txt"]
    assert gathered.claims == 2
    collecting = [stand for stand in stands if stand.step is Step.COLLECTING]
    assert (collecting[-1].done, collecting[-1].unread) == (2, 1)
    reading = [stand for stand in stands if stand.step is Step.READING]
    assert [(stand.done, stand.total) for stand in reading] == [(1, 2), (2, 2)]
    assert reading[-1].claims == 2


def test_raw_bytes_are_let_go_of_when_gathered_and_kept_when_streamed(inputs: Inputs) -> None:
    assert {each.report.raw for each in gather(inputs, ReadingEngine()).read} == {b""}
    streamed = [each for each in each_read(inputs, ReadingEngine()) if isinstance(each, ReadReport)]
    assert all(each.report.raw for each in streamed)


def test_a_stream_counts_as_it_goes(inputs: Inputs) -> None:
    stands: list[Stand] = []
    found = list(each_read(inputs, ReadingEngine(), stands.append))
    assert len(found) == len(stands) == 3
    last = stands[-1]
    assert (last.done, last.claims, last.unread, last.total) == (2, 2, 1, None)


def test_a_fault_of_the_reading_costs_its_report_and_is_named(inputs: Inputs) -> None:
    gathered = gather(inputs, BrokenEngine())
    assert gathered.read == ()
    assert len(gathered.unread) == 3
    assert "a fault of Watchword: IndexError" in gathered.unread[-1].reason
    streamed = list(each_read(inputs, BrokenEngine()))
    assert all(isinstance(each, Unread) for each in streamed)


def test_texts_come_by_their_digest(inputs: Inputs) -> None:
    texts, unread = texts_of(inputs)
    assert min(texts.values()).startswith("Kyiv said")
    assert all(len(digest) == 64 for digest in texts)
    assert len(unread) == 1


def test_the_settings_set_the_limits() -> None:
    settings = Settings(max_bytes=10, timeout_s=2.0, allow_private=True)
    limits = limits_of(settings)
    assert (limits.max_bytes, limits.timeout_s, limits.allow_private) == (10, 2.0, True)
