"""A server as people run one: a process that is told to end, and is backed up while it serves."""

import os
import re
import select
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import httpx2
import pytest

from watchword.store import open_store
from watchword.store.backup import back_up
from watchword.store.counting import count_record

PATIENCE_S = 60.0
GRADE = "/api/v1/situations/troops/actions/grade"


def free_port() -> int:
    with socket.socket() as bound:
        bound.bind(("127.0.0.1", 0))
        return int(bound.getsockname()[1])


@pytest.fixture
def process(own_record: Path) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """`watchword serve` in a process of its own, and its address."""
    port = free_port()
    words = ["-m", "watchword", "serve", "--store", str(own_record), "--port", str(port)]
    accounts = str(own_record.with_name("accounts.watchword"))
    with subprocess.Popen(  # noqa: S603 - our own program
        [sys.executable, *words],
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "WATCHWORD_USER": "Ana", "WATCHWORD_ACCOUNTS": accounts},
    ) as started:
        address = f"http://127.0.0.1:{port}"
        try:
            wait_for(f"{address}/health/ready")
            yield started, address
        finally:
            started.kill()


def wait_for(address: str) -> None:
    until = time.monotonic() + PATIENCE_S
    while time.monotonic() < until:
        try:
            if httpx2.get(address, timeout=5).status_code == 200:
                return
        except httpx2.TransportError:
            time.sleep(0.1)
    pytest.fail("the server did not begin")


def test_a_server_that_is_told_to_end_ends_its_answers_first(
    process: tuple[subprocess.Popen[str], str],
) -> None:
    started, address = process
    assert started.stderr is not None
    readable, _, _ = select.select([started.stderr], [], [], PATIENCE_S)
    assert readable
    assert re.search(r"serving on http://127.0.0.1:\d+/", started.stderr.readline())
    assert httpx2.get(f"{address}/api/v1/situations").status_code == 200
    started.send_signal(signal.SIGTERM)
    assert started.wait(PATIENCE_S) in {0, -signal.SIGTERM}
    with pytest.raises(httpx2.TransportError):
        httpx2.get(f"{address}/health/live")


def test_a_record_is_backed_up_whole_while_it_is_served_and_written(
    served: str, own_record: Path, tmp_path: Path
) -> None:
    answers: list[int] = []

    def decide() -> None:
        for turn in range(12):
            said = {"source": "Neva Herald", "grade": "CD"[turn % 2]}
            answers.append(httpx2.post(served + GRADE, json=said, timeout=60).status_code)

    writer = threading.Thread(target=decide)
    writer.start()
    store = open_store(str(own_record))
    copies = [tmp_path / f"{number}.watchword" for number in range(3)]
    for copy in copies:
        back_up(store, copy)
    writer.join(PATIENCE_S)
    store.close()
    assert answers == [200] * 12
    for copy in copies:
        copied = open_store(str(copy))
        with copied.viewing() as view:
            assert count_record(view).reports == 39
        copied.close()
