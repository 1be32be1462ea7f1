"""What comes in while a page is open: told to whoever listens, whichever process added it."""

import json
import subprocess
import sys
import threading
from pathlib import Path
from queue import Queue

import httpx2
import pytest
from tests.conftest import desk_over, serving

from watchword.config import Settings
from watchword.serve import live
from watchword.serve.app import create_app

ADD = """
import sys
from watchword.config import read_settings
from watchword.workbench import Workbench
with Workbench.open(sys.argv[1], read_settings()) as bench:
    bench.collect([sys.argv[2]])
"""


def listen(address: str, told: "Queue[str]", headers: dict[str, str] | None = None) -> None:
    """Put the lines of a stream into a queue until the stream ends."""
    with (
        httpx2.Client(timeout=60) as visitor,
        visitor.stream("GET", f"{address}/s/troops/live", headers=headers) as answer,
    ):
        told.put(f"{answer.status_code} {answer.headers.get('content-type', '')}")
        for line in answer.iter_lines():
            told.put(line)


def listening(address: str, headers: dict[str, str] | None = None) -> "Queue[str]":
    told: Queue[str] = Queue()
    threading.Thread(target=listen, args=(address, told, headers), daemon=True).start()
    return told


def until(told: "Queue[str]", start: str) -> str:
    while True:
        line = told.get(timeout=60)
        if line.startswith(start):
            return line


@pytest.fixture
def brief_streams(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(live, "LOOK_S", 0.1)
    monkeypatch.setattr(live, "BEAT_S", 0.3)


@pytest.mark.usefixtures("brief_streams")
def test_a_report_that_another_process_adds_is_told_to_everybody_who_listens(
    own_record: Path, user_settings: Settings, tmp_path: Path
) -> None:
    file = tmp_path / "seoul.txt"
    file.write_text("Title: Seoul counts again\n\nThe spy agency said that 2,000 more came.")
    with serving(create_app(desk_over(own_record, user_settings))) as address:
        streams = [listening(address) for _ in range(3)]
        for told in streams:
            assert until(told, "200") == "200 text/event-stream; charset=utf-8"
            since = until(told, "id: ").removeprefix("id: ")
            until(told, ": still here")
        subprocess.run(  # noqa: S603 - our own program
            [sys.executable, "-c", ADD, str(own_record), str(file)], check=True
        )
        for told in streams:
            assert until(told, "event:") == "event: tick"
            came = json.loads(until(told, "data:").removeprefix("data:"))
            assert (came["reports"], came["claims"], came["alerts"]) == (1, 0, 0)
            assert came["as_of"] > since
        again = listening(address, {"Last-Event-ID": since})
        came = json.loads(until(again, "data:").removeprefix("data:"))
        assert came["reports"] == 1


@pytest.mark.usefixtures("brief_streams")
def test_streams_are_bounded_and_end(
    own_record: Path, user_settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(live, "MOST_EACH", 1)
    monkeypatch.setattr(live, "LONGEST_S", 1.0)
    with serving(create_app(desk_over(own_record, user_settings))) as address:
        first = listening(address)
        until(first, "id: ")
        refused = httpx2.get(f"{address}/s/troops/live")
        assert refused.status_code == 503
        assert refused.headers["retry-after"] == "30"
        answer = httpx2.get(f"{address}/s/nowhere/live")
        assert answer.status_code == 404
        until(first, ": still here")
        for _ in range(100):
            if httpx2.get(f"{address}/s/troops/live", timeout=60).status_code == 200:
                break
        else:
            pytest.fail("a stream that has lasted long enough makes room for another")
