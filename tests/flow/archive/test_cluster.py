"""A Ray cluster gives the bytes that one process gives, whatever is lost on the way."""

import os
import signal
import sys
import time
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import made_archives as made
import pytest
from test_driving import Here, order_of, parts_of

from watchword.errors import ClusterError, SettingsError
from watchword.flow.archive.cluster import LOCAL, RayExecutor
from watchword.flow.archive.driving import Headway, read_archive, reader_here
from watchword.flow.archive.working import ShardReader, Terms

# Looked for and not imported: Ray asks the environment when it is loaded.
pytestmark = [
    pytest.mark.skipif(find_spec("ray") is None, reason="needs the extra cluster"),
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
    pytest.mark.filterwarnings("ignore::FutureWarning"),
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]
ACTOR = b"ray::RemoteReader"


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("archive")
    made.write_all(place)
    return place


@pytest.mark.skipif(sys.platform != "linux", reason="looks for processes in /proc")
def test_a_cluster_that_loses_a_worker_gives_the_bytes_of_one_process(
    archive: Path, reader: ShardReader, terms: Terms, tmp_path: Path
) -> None:
    here, there = tmp_path / "here", tmp_path / "there"
    read_archive(order_of([archive], here, terms), Here(reader))
    killed: list[int] = []

    def kill_one(headway: Headway) -> None:
        if headway.fresh == 2:
            killed.extend(actors()[:1])
            os.kill(killed[0], signal.SIGKILL)

    executor = RayExecutor(LOCAL, terms, reader_here(), count=2)
    outcome = read_archive(order_of([archive], there, terms), executor, kill_one)
    assert len(killed) == 1
    assert (outcome.done, outcome.aside) == (19, 0)
    assert parts_of(there) == parts_of(here)
    until = time.monotonic() + 60
    while actors() and time.monotonic() < until:
        time.sleep(0.1)
    assert actors() == []


def test_a_host_with_another_version_is_told(archive: Path, terms: Terms, tmp_path: Path) -> None:
    executor = RayExecutor(LOCAL, terms, "another/1", count=1)
    with pytest.raises(SettingsError, match="reads as"):
        read_archive(order_of([archive], tmp_path, terms), executor)


def test_a_cluster_out_of_reach_is_told(archive: Path, terms: Terms, tmp_path: Path) -> None:
    executor = RayExecutor("127.0.0.1:9", terms, reader_here())
    with pytest.raises(ClusterError, match="out of reach"):
        read_archive(order_of([archive], tmp_path, terms), executor)
    nowhere = RayExecutor("nowhere", terms, reader_here())
    with pytest.raises(SettingsError, match="HOST:PORT"):
        read_archive(order_of([archive], tmp_path, terms), nowhere)


def actors() -> list[int]:
    """The processes of actors that this one's own cluster has, by what Ray calls them."""
    found = list(each_process())
    parents = {number: parent for number, parent, _ in found}
    return [
        number
        for number, parent, words in found
        if words.startswith(ACTOR) and parents.get(parent) == os.getpid()
    ]


def each_process() -> Iterator[tuple[int, int, bytes]]:
    """Number, that of the parent, and the words of each process of this machine."""
    for place in Path("/proc").glob("[0-9]*"):
        try:
            parent = int((place / "stat").read_text().rpartition(")")[2].split()[1])
            yield int(place.name), parent, (place / "cmdline").read_bytes()
        except (OSError, ValueError, IndexError):
            continue
