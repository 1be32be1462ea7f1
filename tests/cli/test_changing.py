"""`watchword changes` tells what changed since a day, a look, or a brief."""

import json
from pathlib import Path

import pytest
from tests.cli.conftest import Run

LATER = """title: Convoy, later
outlet: Harbour Post
date: 2024-11-02

South Korea's intelligence service said on Friday that about 8,000 North Korean troops had been
sent to Russia.
"""


@pytest.fixture
def store(run: Run, reports: Path, tmp_path: Path) -> Path:
    """A record of the two reports."""
    place = tmp_path / "s.watchword"
    assert run("init", place).exit_code == 0
    assert run("collect", reports, "--store", place).exit_code == 0
    return place


def test_changes_of_paths_since_a_day_lead_to_their_claims(run: Run, reports: Path) -> None:
    done = run("changes", "--since", "2024-10-25", "--from", reports, "--json")
    assert done.exit_code == 0
    found = [json.loads(line) for line in done.stdout.splitlines()]
    (denied,) = [each for each in found if each["kind"] == "denied"]
    (told,) = denied["claims"]
    assert told["source_chain"] == ["Moscow"]
    assert told["spans"]["content"]["start"] > 0
    assert denied["earlier"][0]["source_chain"] == ["National Intelligence Service"]


def test_a_second_look_shows_what_came_between(run: Run, store: Path, tmp_path: Path) -> None:
    refused = run("changes", "--store", store)
    assert refused.exit_code != 0
    assert "name a day once" in refused.stderr
    assert run("changes", "--since", "2020-01-01", "--store", store).exit_code == 0
    nothing = run("changes", "--store", store, "--peek")
    assert nothing.stdout == ""
    assert "0 changes since" in nothing.stderr
    (tmp_path / "later.txt").write_text(LATER, encoding="utf-8")
    assert run("collect", tmp_path / "later.txt", "--store", store).exit_code == 0
    moved = run("changes", "--store", store, "--peek")
    assert "moved: " in moved.stdout
    assert "8,000 (before: " in moved.stdout
    assert run("changes", "--store", store).stdout == moved.stdout
    assert run("changes", "--store", store).stdout == ""


def test_changes_since_the_last_brief(run: Run, store: Path, tmp_path: Path) -> None:
    assert run("changes", "--since", "brief", "--store", store).exit_code != 0
    assert run("brief", "--store", store, "-o", tmp_path / "b.html").exit_code == 0
    done = run("changes", "--since", "brief", "--store", store)
    assert (done.exit_code, done.stdout) == (0, "")


def test_paths_have_no_last_look(run: Run, reports: Path) -> None:
    done = run("changes", "--from", reports)
    assert done.exit_code != 0
    assert "since a day" in done.stderr
