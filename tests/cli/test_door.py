"""The door: help, exit codes, and what a real process says on each of its streams."""

import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

from watchword import __version__
from watchword.cli import listing
from watchword.cli.exits import ExitCode

Run = Callable[..., Result]

WATCHWORD = [sys.executable, "-m", "watchword"]
CODES = Path(__file__).resolve().parents[2] / "docs" / "reference" / "exit-codes.md"
COMMANDS = ("brief", "read", "parse", "verify", "ledger")


def started(*words: object, **options: object) -> "subprocess.CompletedProcess[str]":
    command = [*WATCHWORD, *map(str, words)]
    return subprocess.run(  # noqa: S603 - our own program  # type: ignore[call-overload]
        command, capture_output=True, text=True, check=False, encoding="utf-8", **options
    )


def test_the_version_is_told(run: Run) -> None:
    assert run("--version").stdout == f"watchword {__version__}\n"


@pytest.mark.parametrize("command", COMMANDS)
def test_the_help_of_each_command_shows_examples(run: Run, command: str) -> None:
    result = run(command, "--help")
    assert result.exit_code == 0
    assert f"  watchword {command} " in result.stdout.partition("Examples:")[2]


def test_help_loads_nothing_heavy() -> None:
    told = (
        "import sys\nfrom watchword.cli import app\n"
        "try: app(['brief', '--help'])\nexcept SystemExit: print('LOADED', *sys.modules)"
    )
    finished = subprocess.run(  # noqa: S603 - fixed words
        [sys.executable, "-c", told], capture_output=True, text=True, check=True
    )
    loaded = set(finished.stdout.partition("LOADED")[2].split())
    heavy = {"numpy", "trafilatura", "typst", "vl_convert", "rich", "lxml", "jinja2"}
    assert loaded
    assert loaded & heavy == set()


def test_the_page_of_exit_codes_lists_them_all() -> None:
    page = CODES.read_text(encoding="utf-8")
    assert set(re.findall(r"^\| (\d+) \|", page, re.MULTILINE)) == {str(int(c)) for c in ExitCode}


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("WATCHWORD_TIMEOUT_S", "soon"),
        ("WATCHWORD_PROCESSES", "1.5"),
        ("WATCHWORD_PROCESSES", "0"),
        ("WATCHWORD_READER", "quick"),
    ],
)
def test_a_setting_that_cannot_be_used_is_named(
    run: Run, reports: Path, monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv(name, value)
    result = run("read", reports)
    assert result.exit_code == 2
    assert name in result.stderr


def test_a_process_is_quiet_when_piped(reports: Path) -> None:
    finished = started("read", reports, "--json")
    assert finished.returncode == 0
    assert finished.stderr == ""
    assert finished.stdout.count("\n") > 2


def test_a_process_leaves_no_traceback_on_hostile_files(broken: Path) -> None:
    finished = started("brief", broken)
    assert finished.returncode == 3
    assert "Traceback" not in finished.stderr
    assert finished.stdout == ""


def test_a_reader_that_leaves_is_no_error(reports: Path) -> None:
    command = [*WATCHWORD, "read", str(reports), "--json"]
    with subprocess.Popen(  # noqa: S603 - our own program
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        told = process.stderr.read()
    assert process.returncode == ExitCode.OUTPUT_CLOSED
    assert told == b""


def test_a_process_reads_standard_input() -> None:
    given = "Moscow denied that 500 troops had crossed the border."
    finished = started("read", "-", "--json", input=given)
    assert '"modality": "denied"' in finished.stdout


def test_a_terminal_without_the_letters_gets_question_marks(tmp_path: Path) -> None:
    file = tmp_path / "report.txt"
    file.write_text("“We sent 500 troops to Łódź,” Moscow said.", encoding="utf-8")
    environ = {**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    finished = started("read", file, env=environ)
    assert finished.returncode == 0, finished.stderr


def test_an_interrupted_command_ends_with_130_and_no_word(
    run: Run, reports: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(*_arguments: object, **_named: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(listing, "each_read", interrupt)
    result = run("read", reports)
    assert result.exit_code == ExitCode.INTERRUPTED
    assert result.output == ""
