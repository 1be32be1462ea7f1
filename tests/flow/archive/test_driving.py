"""An archive is read once, by however many processes, whatever is killed on the way."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import made_archives as made
import pytest

from watchword.errors import RefusedError, SettingsError
from watchword.flow.archive import processes
from watchword.flow.archive.carrying import Task
from watchword.flow.archive.driving import Headway, Order, read_archive
from watchword.flow.archive.manifest import held, place_of, read_manifest, standing_of
from watchword.flow.archive.parts import each_part
from watchword.flow.archive.processes import ProcessExecutor
from watchword.flow.archive.shards import Size
from watchword.flow.archive.working import Done, ShardReader, Terms
from watchword.store.bulk import PackedFound

PATIENCE_S = 240.0
TWO = Size(records=2)


class Here:
    """Reads in this process, one shard after another: what all others are held against."""

    def __init__(self, reader: ShardReader) -> None:
        self._reader = reader

    def run(self, tasks: Iterator[Task]) -> Iterator[Done]:
        """Read every shard."""
        for task in tasks:
            outcome = self._reader.read(task)
            assert isinstance(outcome, Done)
            yield outcome


def parts_of(folder: Path) -> dict[str, bytes]:
    return {each.name: each.read_bytes() for each in sorted(folder.glob("part-*"))}


def order_of(sources: list[Path], folder: Path, terms: Terms) -> Order:
    return Order(sources=tuple(str(each) for each in sources), folder=folder, terms=terms, size=TWO)


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("archive")
    made.write_all(place)
    return place


@pytest.fixture(scope="module")
def read_here(
    archive: Path, reader: ShardReader, terms: Terms, tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """The archive as one process reads it."""
    folder = tmp_path_factory.mktemp("parts")
    read_archive(order_of([archive], folder, terms), Here(reader))
    return folder


def test_every_report_is_read_whatever_file_it_lies_in(read_here: Path) -> None:
    found = [each for place in sorted(read_here.glob("part-*")) for each in each_part(place)]
    read = [each for each in found if isinstance(each, PackedFound)]
    assert len(read) == len(found) == 6 * 6 + 1
    assert len({each.report.found_at for each in read}) == len(read)
    assert (
        len({each.report.key for each in read}) == 2 * 6 + 6 + 6 + 1
    )  # the pages lie there thrice
    assert all(each.rows.claims for each in read)


def test_two_processes_give_the_bytes_of_one(
    archive: Path, read_here: Path, terms: Terms, tmp_path: Path
) -> None:
    told: list[Headway] = []
    outcome = read_archive(
        order_of([archive], tmp_path, terms), ProcessExecutor(2, terms), told.append
    )
    assert parts_of(tmp_path) == parts_of(read_here)
    assert (outcome.done, outcome.aside, outcome.counts.reports) == (19, 0, 37)
    assert [each.done for each in told] == list(range(20))


def test_what_is_read_is_not_read_again(
    archive: Path, read_here: Path, reader: ShardReader, terms: Terms, tmp_path: Path
) -> None:
    folder = copied(read_here, tmp_path)
    place = sorted(folder.glob("part-*"))[3]
    place.unlink()
    outcome = read_archive(order_of([archive], folder, terms), Here(reader))
    assert (outcome.fresh, outcome.done) == (1, 19)
    assert parts_of(folder) == parts_of(read_here)


def test_further_files_are_read_in_addition(
    archive: Path, read_here: Path, reader: ShardReader, terms: Terms, tmp_path: Path
) -> None:
    folder = copied(read_here, tmp_path)
    more = tmp_path / "more.jsonl"
    more.write_bytes(made.lines(2, first=90))
    outcome = read_archive(order_of([archive, more], folder, terms), Here(reader))
    assert (outcome.fresh, outcome.shards) == (1, 20)


def test_a_file_that_has_changed_since_it_was_planned_is_told(
    reader: ShardReader, terms: Terms, tmp_path: Path
) -> None:
    place, folder = tmp_path / "a.jsonl", tmp_path / "parts"
    place.write_bytes(made.lines(2))
    read_archive(order_of([place], folder, terms), Here(reader))
    place.write_bytes(made.lines(2).replace(b"Example", b"Another"))
    with pytest.raises(SettingsError, match="has changed"):
        read_archive(order_of([place], folder, terms), Here(reader))
    place.unlink()
    with pytest.raises(SettingsError, match="not among"):
        read_archive(order_of([], folder, terms), Here(reader))


def test_other_columns_and_another_version_are_told(
    archive: Path, read_here: Path, reader: ShardReader, terms: Terms, tmp_path: Path
) -> None:
    folder = copied(read_here, tmp_path)
    other = replace(terms, mapping={"text": "body"})
    with pytest.raises(SettingsError, match="columns"):
        read_archive(order_of([archive], folder, other), Here(reader))
    plan = folder / "manifest.json"
    plan.write_text(plan.read_text().replace("watchword/", "watchword/9."))
    with pytest.raises(SettingsError, match="its shards were read by"):
        read_archive(order_of([archive], folder, terms), Here(reader))


def test_one_run_writes_into_a_folder_at_a_time(
    archive: Path, reader: ShardReader, terms: Terms, tmp_path: Path
) -> None:
    with held(tmp_path), pytest.raises(RefusedError, match="another run"):
        read_archive(order_of([archive], tmp_path, terms), Here(reader))


def test_a_shard_that_lies_in_two_files_is_read_once(
    reader: ShardReader, terms: Terms, tmp_path: Path
) -> None:
    for name in ("a.jsonl", "b.jsonl"):
        (tmp_path / name).write_bytes(made.lines(2))
    outcome = read_archive(order_of([tmp_path], tmp_path / ".parts", terms), Here(reader))
    assert outcome.counts.reports == 2


def test_a_shard_that_ends_its_process_is_set_aside_and_the_others_go_on(
    terms: Terms, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(processes, "_PROGRAM", DEADLY)
    (tmp_path / "a.jsonl").write_bytes(
        made.lines(2) + made.lines(2, first=7).replace(b"Example", made.POISON.encode())
    )
    folder = tmp_path / "parts"
    order = order_of([tmp_path / "a.jsonl"], folder, terms)
    outcome = read_archive(order, ProcessExecutor(1, terms))
    assert (outcome.done, outcome.aside) == (1, 1)
    manifest = read_manifest(folder)
    assert manifest is not None
    (aside,) = standing_of(folder, manifest).aside
    assert aside.reason == "the process that read it ended 3 times"
    assert not place_of(folder, aside.key).exists()
    assert read_archive(order, ProcessExecutor(1, terms)).fresh == 0
    monkeypatch.undo()
    again = read_archive(replace(order, again=True), ProcessExecutor(1, terms))
    assert (again.done, again.aside) == (2, 0)


DEADLY = f"""
import os, signal
from watchword.flow.archive import worker, working
whole = working.ShardReader.read
def read(reader, task):
    if b"{made.POISON}" in task.piece.content:
        os.kill(os.getpid(), signal.SIGKILL)
    return whole(reader, task)
working.ShardReader.read = read
worker.main()
"""


@pytest.mark.skipif(sys.platform != "linux", reason="looks for processes in /proc")
def test_a_worker_that_is_killed_costs_no_report(
    archive: Path, read_here: Path, tmp_path: Path
) -> None:
    with driver(archive, tmp_path) as process:
        wait_for_a_part(tmp_path, process)
        for worker in workers_of(process.pid):
            os.kill(worker, signal.SIGKILL)
        assert process.wait(PATIENCE_S) == 0
    assert parts_of(tmp_path) == parts_of(read_here)


@pytest.mark.skipif(sys.platform != "linux", reason="looks for processes in /proc")
def test_a_driver_that_is_killed_goes_on_and_gives_the_same_bytes(
    archive: Path, read_here: Path, tmp_path: Path
) -> None:
    with driver(archive, tmp_path) as process:
        wait_for_a_part(tmp_path, process)
        workers = workers_of(process.pid)
        process.kill()
        process.wait(PATIENCE_S)
    assert workers
    until = time.monotonic() + PATIENCE_S
    while any(Path(f"/proc/{each}").exists() for each in workers) and time.monotonic() < until:
        time.sleep(0.05)
    assert not any(Path(f"/proc/{each}").exists() for each in workers)
    before = parts_of(tmp_path)
    assert len(before) < 19
    with driver(archive, tmp_path) as process:
        assert process.wait(PATIENCE_S) == 0
    assert parts_of(tmp_path) == parts_of(read_here)


@pytest.mark.skipif(sys.platform != "linux", reason="looks for processes in /proc")
def test_an_interrupt_ends_it_with_what_is_read_kept(archive: Path, tmp_path: Path) -> None:
    with driver(archive, tmp_path) as process:
        wait_for_a_part(tmp_path, process)
        workers = workers_of(process.pid)
        process.send_signal(signal.SIGINT)
        assert process.wait(PATIENCE_S) == 130
    assert parts_of(tmp_path)
    assert not any(Path(f"/proc/{each}").exists() for each in workers)


def copied(folder: Path, to: Path) -> Path:
    place = to / "parts"
    place.mkdir()
    for each in folder.iterdir():
        (place / each.name).write_bytes(each.read_bytes())
    return place


def driver(archive: Path, folder: Path) -> "subprocess.Popen[bytes]":
    """The command, as somebody types it."""
    command = [sys.executable, "-m", "watchword", "archive", "read", str(archive)]
    options = ["--to", str(folder), "--processes", "2", "--shard", "2"]
    return subprocess.Popen([*command, *options], stderr=subprocess.DEVNULL)  # noqa: S603 - fixed words


def wait_for_a_part(folder: Path, process: "subprocess.Popen[bytes]") -> None:
    until = time.monotonic() + PATIENCE_S
    while not parts_of(folder):
        assert process.poll() is None
        assert time.monotonic() < until
        time.sleep(0.02)


def workers_of(driver: int) -> list[int]:
    """The reading processes that a driver has started."""
    found = []
    for place in Path("/proc").glob("[0-9]*"):
        try:
            parent = int((place / "stat").read_text().rpartition(")")[2].split()[1])
            words = (place / "cmdline").read_bytes()
        except (OSError, ValueError, IndexError):
            continue
        if parent == driver and b"archive.worker" in words:
            found.append(int(place.name))
    return found
