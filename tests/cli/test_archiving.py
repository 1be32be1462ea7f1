"""`watchword archive`: what it prints, how it ends, and what is searched in the end."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from watchword.cli import app
from watchword.cli.archive_progress import counts_of
from watchword.flow.archive.driving import Headway
from watchword.flow.archive.parts import Counts

TEXT = "The minister said on Monday that about 4{} tanks had been sent to Kursk."


@pytest.fixture(scope="module")
def parts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The parts of an archive of five reports, read by two processes."""
    place = tmp_path_factory.mktemp("archive")
    records = [{"id": str(at), "outlet": "Wire", "text": TEXT.format(at)} for at in range(5)]
    lines = "".join(json.dumps(each) + "\n" for each in records)
    (place / "a.jsonl").write_text(lines + "{}\n")
    read = ["archive", "read", str(place), "--to", str(place / ".parts"), "--processes", "2"]
    outcome = CliRunner().invoke(app, [*read, "--shard", "3", "--json"])
    assert outcome.exit_code == 0, outcome.output
    told = json.loads(outcome.stdout)
    assert (told["reports"], told["unread"], told["shards"]) == (5, 1, 2)
    return place / ".parts"


def test_status_tells_what_the_parts_hold(parts: Path) -> None:
    outcome = CliRunner().invoke(app, ["archive", "status", str(parts)])
    assert outcome.exit_code == 0
    assert "2 of 2 shards read" in outcome.stdout
    assert "5 reports, 5 claims" in outcome.stdout
    told = json.loads(CliRunner().invoke(app, ["archive", "status", str(parts), "--json"]).stdout)
    assert (told["done"], told["waiting"], told["aside"]) == (2, 0, [])


def test_what_is_loaded_is_grouped_and_found(parts: Path, tmp_path: Path) -> None:
    place = str(tmp_path / "s.watchword")
    assert CliRunner().invoke(app, ["init", place]).exit_code == 0
    loaded = CliRunner().invoke(app, ["archive", "load", str(parts), "--store", place, "--json"])
    assert loaded.exit_code == 0, loaded.output
    assert json.loads(loaded.stdout)["new"] == 5
    found = CliRunner().invoke(app, ["search", "tanks", "--store", place, "--json"])
    assert len(found.stdout.splitlines()) == 5
    status = CliRunner().invoke(app, ["status", "--store", place, "--json"])
    assert json.loads(status.stdout)["stories"] >= 1


def test_a_shard_that_was_set_aside_ends_it_with_one(parts: Path, tmp_path: Path) -> None:
    folder = tmp_path / "parts"
    folder.mkdir()
    for each in parts.iterdir():
        (folder / each.name).write_bytes(each.read_bytes())
    part = next(folder.glob("part-*"))
    part.unlink()
    key = part.stem.removeprefix("part-")
    (folder / f"aside-{key}.json").write_text('{"reason": "it ended 3 times"}')
    again = ["archive", "read", str(parts.parent), "--to", str(folder), "--processes", "1"]
    outcome = CliRunner().invoke(app, again)
    assert outcome.exit_code == 1
    assert f"shard {key} set aside: it ended 3 times" in outcome.stderr


def test_nothing_that_can_be_read_ends_it_with_three(tmp_path: Path) -> None:
    command = ["archive", "read", str(tmp_path / "gone"), "--to", str(tmp_path / "parts")]
    outcome = CliRunner().invoke(app, command)
    assert outcome.exit_code == 3
    assert "there is no such file" in outcome.stderr


def test_a_folder_without_an_archive_is_wrong_use(tmp_path: Path) -> None:
    outcome = CliRunner().invoke(app, ["archive", "status", str(tmp_path)])
    assert outcome.exit_code == 2
    assert "no archive" in outcome.stderr


def test_progress_tells_how_fast_it_goes() -> None:
    counts = Counts(reports=80, words=32_000)
    headway = Headway(shards=40, done=10, aside=1, fresh=8, counts=counts)
    told = counts_of(headway, 8.0)
    assert told == "10 of 40, 10.0 reports/s, 4,000 words/s, 1 set aside"
