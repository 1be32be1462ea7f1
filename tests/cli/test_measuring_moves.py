"""`watchword ledger moves`: scores from composed series, floors that fail, sets not there."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from tests.ledger.moves.laid import lay_all
from typer.testing import Result

from watchword.cli import measuring_moves
from watchword.ledger.held_out_floors import HeldOutFloors, SetFloors
from watchword.ledger.moves.floors import FLOORS
from watchword.ledger.moves.turns import GOLDSTEIN_SET, TURING_SET

Run = Callable[..., Result]


@pytest.fixture
def held(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder with both sets, and no floors."""
    folder = tmp_path / "data"
    lay_all(folder)
    monkeypatch.setenv("WATCHWORD_DATA", str(folder))
    monkeypatch.setattr(measuring_moves, "read_floors", lambda _: HeldOutFloors())
    return folder


def test_the_scores_are_told_with_their_digests(run: Run, held: Path) -> None:
    result = run("ledger", "moves", "--only", "tcpd,israel-palestine", "--json")
    assert result.exit_code == 0, result.stderr
    told = json.loads(result.stdout)
    digests = {row["data"]: row["digest"] for row in told["measurements"]}
    assert digests == {each.name: each.digest(held) for each in (TURING_SET, GOLDSTEIN_SET)}
    values = {row["value"] for row in told["measurements"] if row["metric"] == "F1"}
    assert values == {1.0}


def test_a_score_under_its_floor_ends_with_1(
    run: Run, held: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = SetFloors(digest=TURING_SET.digest(held), by_metric={"F1": 1.1})
    floors = HeldOutFloors(groups={("tcpd", TURING_SET.name): kept})
    monkeypatch.setattr(measuring_moves, "read_floors", lambda _: floors)
    result = run("ledger", "moves", "--only", "tcpd")
    assert result.exit_code == 1
    assert "Floors: SUNK" in result.stdout


def test_an_update_writes_the_floors(
    run: Run, held: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert held.is_dir()
    path = tmp_path / "floors.toml"
    path.write_text("", encoding="utf-8")
    monkeypatch.setattr(measuring_moves, "FLOORS", replace(FLOORS, path=path))
    result = run("ledger", "moves", "--only", "tcpd", "--update")
    assert result.exit_code == 0, result.stderr
    assert '"F1" = 1' in path.read_text(encoding="utf-8")


@pytest.mark.parametrize("option", [("--beside", "model"), ("--show", "3")])
def test_what_is_for_other_ledgers_is_refused(run: Run, option: tuple[str, str]) -> None:
    result = run("ledger", "moves", *option)
    assert result.exit_code == 2


def test_sets_that_are_not_there_are_named_with_what_to_do(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WATCHWORD_DATA", str(tmp_path))
    result = run("ledger", "moves")
    assert result.exit_code != 0
    assert "Turing Change Point" in result.stderr
