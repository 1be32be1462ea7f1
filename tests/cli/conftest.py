"""Reports composed for the tests of the commands, and a way to run a command in process."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from watchword.cli import app

Run = Callable[..., Result]

SEOUL = """title: Seoul on the convoy
outlet: Gulf Post
date: 2024-10-24

South Korea's intelligence service said on Wednesday that about 3,000 North Korean troops had
been sent to Russia.

If the troops gain combat experience, they could become a greater threat, the defence minister
said.
"""
MOSCOW = """title: Moscow on the convoy
outlet: Strait Gazette
date: 2024-10-26

Moscow denied that North Korean troops had been sent to Russia.

Ukraine's military intelligence said that at least 12,000 North Korean troops were in Russia.
"""


@pytest.fixture
def run() -> Run:
    """Run a command in this process."""

    def run_words(*words: object, given: str | None = None) -> Result:
        return CliRunner().invoke(app, [str(word) for word in words], input=given)

    return run_words


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    """A folder with two reports."""
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "seoul.txt").write_text(SEOUL, encoding="utf-8")
    (folder / "moscow.txt").write_text(MOSCOW, encoding="utf-8")
    return folder


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    """A folder with nothing in it that can be read."""
    folder = tmp_path / "broken"
    folder.mkdir()
    (folder / "cut.pdf").write_bytes(b"%PDF-1.7\nnothing more")
    (folder / "empty.txt").write_bytes(b"")
    (folder / "noise.bin").write_bytes(bytes(range(256)) * 8)
    (folder / "lines.jsonl").write_text('{"id": 1}\nnot JSON\n', encoding="utf-8")
    (folder / "steer\x1b[2J.txt").write_bytes(b"")
    return folder


@pytest.fixture
def brief_json(run: Run, reports: Path, tmp_path: Path) -> Path:
    """The JSON of a brief on the two reports."""
    file = tmp_path / "brief.json"
    assert run("brief", reports, "-o", file).exit_code == 0
    return file


@pytest.fixture
def tampered(brief_json: Path, tmp_path: Path) -> Path:
    """That brief with another number in its headline."""
    document = json.loads(brief_json.read_text(encoding="utf-8"))
    headline = document["headline"]
    assert headline is not None
    headline["text"] = "Peru said that 77 submarines had been sent to Mongolia."
    file = tmp_path / "tampered.json"
    file.write_text(json.dumps(document), encoding="utf-8")
    return file
