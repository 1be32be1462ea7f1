"""Groups of reports are read by this process and by others, and it cannot be told by whom."""

import logging
import sys
from collections.abc import Generator, Iterator, Sequence
from pathlib import Path
from time import monotonic, sleep

import pytest
from tests.flow.test_ahead import Choosy

from watchword.collect import Limits, collect
from watchword.engines import Carried, ReadingEngine
from watchword.flow import ahead, readers
from watchword.flow.ahead import each_ahead
from watchword.flow.readers import Readers
from watchword.flow.reading import read_report, read_report_events
from watchword.flow.reading_process import Found, ReadingProcess, found_in
from watchword.flow.reading_worker import find_each
from watchword.model.read_report import ReadReport
from watchword.model.report import Report

TEXTS = (
    "Moscow denied that 500 troops had crossed. The mayor said 3 people were hurt.",
    "Kyiv said 40 tanks were lost.",
    "The port was closed on Monday, officials in Odesa said.",
    "Nothing is claimed here?",
)


class Ended:
    """A process that has ended as soon as it is asked anything."""

    closed = 0

    def __init__(self, *_given: object, **_named: object) -> None:
        """Need nothing."""

    def becomes_ready(self) -> bool:
        """Seem ready."""
        return True

    def find(self, _reports: Sequence[Report]) -> list[Found | None] | None:
        """Tell that it has ended."""
        return None

    def close(self) -> None:
        """Count that it is closed."""
        Ended.closed += 1


@pytest.fixture
def reports(tmp_path: Path) -> list[Report]:
    for number in range(12):
        text = TEXTS[number % len(TEXTS)]
        (tmp_path / f"{number:02}.txt").write_text(f"{text} Case {number}.", encoding="utf-8")
    found = collect([str(tmp_path)], limits=Limits())
    return [each for each in found if isinstance(each, Report)]


@pytest.fixture
def process() -> Iterator[ReadingProcess]:
    started = ReadingProcess()
    yield started
    started.close()


def read_alone(reports: Sequence[Report]) -> list[ReadReport]:
    engine = ReadingEngine()
    return [read_report(report, engine) for report in reports]


def read_by(reports: Sequence[Report], processes: int) -> list[ReadReport]:
    jobs = each_ahead(reports, ReadingEngine(), processes=processes)
    return [each[1]() for each in jobs if isinstance(each, tuple)]


def test_another_process_finds_the_same(reports: list[Report], process: ReadingProcess) -> None:
    assert process.becomes_ready()
    found = process.find(reports)
    alone = read_alone(reports)
    assert found == [found_in(each) for each in alone]


def test_each_sentence_has_the_direction_of_its_meaning(reports: list[Report]) -> None:
    two, one, *_ = read_alone(reports)
    directions = [[half for _, half in each.vectors] for each in (two, one)]
    assert [len(each) for each in directions] == [3, 2]  # "Case 0." is a sentence, too
    assert {len(direction) for each in directions for direction in each} == {2 * 384}


@pytest.mark.parametrize("processes", [1, 2, 3])
def test_what_is_found_does_not_depend_on_how_many_read(
    reports: list[Report], processes: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ahead, "AT_ONCE", 1)
    monkeypatch.setattr(readers, "ENOUGH", 1)
    assert read_by(reports, processes) == read_alone(reports)


@pytest.mark.parametrize("processes", [1, 2])
def test_events_are_found_whoever_reads(
    reports: list[Report], processes: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ahead, "AT_ONCE", 1)
    monkeypatch.setattr(readers, "ENOUGH", 1)
    engine = ReadingEngine()
    jobs = each_ahead(reports, engine, events=engine, processes=processes)
    found = [each[1]() for each in jobs if isinstance(each, tuple)]
    assert found == [read_report_events(report, engine) for report in reports]
    assert any(each.events for each in found)


def test_reports_keep_their_bytes_whoever_reads_them(
    reports: list[Report], process: ReadingProcess
) -> None:
    assert process.becomes_ready()
    with Readers(ReadingEngine(), 2) as those:
        jobs = readers.read_there(process, (ReadingEngine(), None), reports)
        assert jobs is not None
        assert [job().report for job in jobs] == reports
        assert those.most_waiting == 4


def test_what_a_process_was_given_is_read_here_if_it_has_ended(
    reports: list[Report], monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(ahead, "AT_ONCE", 1)
    monkeypatch.setattr(readers, "ENOUGH", 1)
    monkeypatch.setattr(readers, "ReadingProcess", Ended)
    monkeypatch.setattr(Ended, "closed", 0)
    with caplog.at_level(logging.WARNING):
        assert read_by(reports, 3) == read_alone(reports)
    assert Ended.closed == 3


def test_where_no_process_can_be_started_this_one_reads_alone(
    reports: list[Report], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ahead, "AT_ONCE", 1)
    monkeypatch.setattr(readers, "ENOUGH", 1)
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    assert read_by(reports, 2) == read_alone(reports)


def test_a_process_that_is_killed_says_so_to_whoever_asks(
    reports: list[Report], process: ReadingProcess
) -> None:
    process.close()
    assert not process.becomes_ready()
    assert process.find(reports) is None


def test_a_report_that_cannot_be_read_there_is_read_again_here(reports: list[Report]) -> None:
    found = find_each(reports[:3], Choosy())
    assert [each is None for each in found] == [False, True, False]


def test_few_reports_start_no_process(
    reports: list[Report], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(readers, "ReadingProcess", None)
    assert read_by(reports, 2) == read_alone(reports)


def test_an_engine_that_is_not_the_carried_one_reads_in_this_process_alone(
    reports: list[Report], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(readers, "ENOUGH", 1)
    monkeypatch.setattr(readers, "ReadingProcess", None)
    with Readers(Choosy(), 8) as those:
        assert those.most_waiting == 1
        assert len(those.begin(reports[:1]).result()) == 1


def test_other_processes_read_with_the_model_that_is_asked_for(
    reports: list[Report], process: ReadingProcess
) -> None:
    fast = ReadingProcess(Carried.FAST)
    try:
        assert fast.becomes_ready()
        assert process.becomes_ready()
        found, other = fast.find(reports), process.find(reports)
    finally:
        fast.close()
    assert found is not None
    assert other is not None
    makers = [
        {claim.made_by for each in those if each for claim in each[0].claims}
        for those in (found, other)
    ]
    assert makers[0] == {ReadingEngine(Carried.FAST).name} != makers[1]


def test_a_run_that_is_given_up_ends_its_processes_soon(
    reports: list[Report], monkeypatch: pytest.MonkeyPatch
) -> None:
    started: list[ReadingProcess] = []

    def start(*_given: object, **_named: object) -> ReadingProcess:
        started.append(ReadingProcess())
        return started[-1]

    monkeypatch.setattr(ahead, "AT_ONCE", 1)
    monkeypatch.setattr(readers, "ENOUGH", 1)
    monkeypatch.setattr(readers, "ReadingProcess", start)
    jobs = each_ahead(reports, ReadingEngine(), processes=2)
    next(iter(jobs))
    sleep(0.2)
    began = monotonic()
    assert isinstance(jobs, Generator)
    jobs.close()
    assert monotonic() - began < 10
    assert [each.has_ended for each in started] == [True, True]
