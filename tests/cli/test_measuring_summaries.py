"""`watchword ledger summaries` and `timelines`: scores with digests, floors that fail."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.ledger.summaries.laid import lay_backgrounds, lay_summaries
from typer.testing import Result

from watchword.cli import measuring_summaries
from watchword.ledger.held_out_floors import HeldOutFloors, SetFloors
from watchword.ledger.summaries.held_out import SPLITS
from watchword.ledger.timelines.held_out import BACKGROUNDS

Run = Callable[..., Result]


@pytest.fixture
def held(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder with the sets, and no floors."""
    folder = tmp_path / "data"
    lay_summaries(folder)
    lay_backgrounds(folder)
    monkeypatch.setenv("WATCHWORD_DATA", str(folder))
    monkeypatch.setattr(measuring_summaries, "read_floors", lambda _: HeldOutFloors())
    return folder


def test_summaries_are_told_with_the_digests_of_their_sets(run: Run, held: Path) -> None:
    result = run("ledger", "summaries", "--only", "digest,lead-3", "--json")
    assert result.exit_code == 0, result.stderr
    rows = json.loads(result.stdout)["measurements"]
    assert {row["head"] for row in rows} == {"digest", "lead-3"}
    assert {row["data"]: row["digest"] for row in rows} == {
        each.name: each.digest(held) for each in SPLITS.values()
    }


def test_timelines_are_told_with_date_f1(run: Run, held: Path) -> None:
    assert held.is_dir()
    result = run("ledger", "timelines", "--only", "chronology,first days")
    assert result.exit_code == 0, result.stderr
    assert "date F1" in result.stdout


def test_a_score_under_its_floor_ends_with_1(
    run: Run, held: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = SetFloors(digest=BACKGROUNDS.digest(held), by_metric={"date F1": 1.1})
    floors = HeldOutFloors(groups={("chronology", BACKGROUNDS.name): kept})
    monkeypatch.setattr(measuring_summaries, "read_floors", lambda _: floors)
    result = run("ledger", "timelines", "--only", "chronology")
    assert result.exit_code == 1
    assert "Floors: SUNK" in result.stdout


def test_sets_that_are_not_there_are_named(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WATCHWORD_DATA", str(tmp_path))
    result = run("ledger", "summaries")
    assert result.exit_code != 0
    assert "news texts of GUM with people's summaries" in result.stderr
