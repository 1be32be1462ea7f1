"""`watchword ledger support`: scores with their digests, floors that fail, a set not there."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.ledger.support.laid import lay_wice
from typer.testing import Result

from watchword.cli import measuring_support
from watchword.ledger.held_out_floors import HeldOutFloors, SetFloors
from watchword.ledger.support.held_out import PAGES

Run = Callable[..., Result]


@pytest.fixture
def held(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder with the set, and no floors."""
    folder = tmp_path / "data"
    lay_wice(folder)
    monkeypatch.setenv("WATCHWORD_DATA", str(folder))
    monkeypatch.setattr(measuring_support, "read_floors", lambda _: HeldOutFloors())
    return folder


def test_the_scores_are_told_with_the_digest_and_what_is_wanted(run: Run, held: Path) -> None:
    result = run("ledger", "support", "--only", "support", "--json")
    assert result.exit_code == 0, result.stderr
    told = json.loads(result.stdout)
    assert {row["digest"] for row in told["measurements"]} >= {PAGES.digest(held)}
    assert told["engine"] == "watchword-support/1"


def test_a_score_under_its_floor_ends_with_1(
    run: Run, held: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = SetFloors(digest=PAGES.digest(held), by_metric={"AUROC": 1.1})
    floors = HeldOutFloors(groups={("support", PAGES.name): kept})
    monkeypatch.setattr(measuring_support, "read_floors", lambda _: floors)
    result = run("ledger", "support", "--only", "support")
    assert result.exit_code == 1
    assert "Floors: SUNK" in result.stdout


def test_a_set_that_is_not_there_is_told(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WATCHWORD_DATA", str(tmp_path))
    result = run("ledger", "support")
    assert result.exit_code != 0
    assert "citations/wice" in result.stderr
