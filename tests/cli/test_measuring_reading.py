"""`watchword ledger reading`: scores from composed texts, floors that fail, texts not there."""

import json
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from tests.ledger.reading.laid import lay_all
from typer.testing import Result

from watchword.cli import measuring_reading
from watchword.ledger.corpora.newsquant import read_newsquant
from watchword.ledger.held_out_floors import HeldOutFloors, SetFloors
from watchword.ledger.reading import findings
from watchword.ledger.reading.floors import FLOORS
from watchword.ledger.reading.held_out import GUM_NEWS, POLNEAR

Run = Callable[..., Result]


@pytest.fixture
def held(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder with every set, and no floors."""
    folder = tmp_path / "data"
    lay_all(folder)
    monkeypatch.setattr(findings, "read_newsquant", partial(read_newsquant, corrections=()))
    monkeypatch.setenv("WATCHWORD_DATA", str(folder))
    monkeypatch.setattr(measuring_reading, "read_floors", lambda _: HeldOutFloors())
    return folder


def test_the_scores_are_told_with_their_digests(run: Run, held: Path) -> None:
    result = run("ledger", "reading", "--only", "attributions", "--json")
    assert result.exit_code == 0, result.stderr
    told = json.loads(result.stdout)
    assert told["engine"].startswith("watchword-reader/")
    digests = {row["data"]: row["digest"] for row in told["measurements"]}
    assert digests == {each.name: each.digest(held) for each in (POLNEAR, GUM_NEWS)}


def test_failures_are_shown_where_that_is_asked_for(run: Run, held: Path) -> None:
    assert held.is_dir()
    assert "Failures" not in run("ledger", "reading").stdout
    result = run("ledger", "reading", "--show", "3")
    assert "Failures that matter most, 1 of 1:" in result.stdout
    assert "1. missed attribution [harbour]" in result.stdout
    assert "label: The union | wants | a dredger" in result.stdout
    assert "found: nothing" in result.stdout


def test_a_score_under_its_floor_ends_with_1(
    run: Run, held: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = SetFloors(digest=POLNEAR.digest(held), by_metric={"content F1": 0.9})
    floors = HeldOutFloors(groups={("attributions", POLNEAR.name): kept})
    monkeypatch.setattr(measuring_reading, "read_floors", lambda _: floors)
    result = run("ledger", "reading")
    assert result.exit_code == 1
    assert "Floors: SUNK" in result.stdout


def test_an_update_writes_the_floors(
    run: Run, held: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert held.is_dir()
    path = tmp_path / "floors.toml"
    path.write_text("", encoding="utf-8")
    monkeypatch.setattr(measuring_reading, "FLOORS", replace(FLOORS, path=path))
    result = run("ledger", "reading", "--update")
    assert result.exit_code == 0, result.stderr
    assert '"clause recall" = 1' in path.read_text(encoding="utf-8")


def test_texts_that_are_not_there_are_named_with_what_to_do(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WATCHWORD_DATA", str(tmp_path))
    result = run("ledger", "reading")
    assert result.exit_code == 3
    assert "PolNeAR's dev articles" in result.stderr
    assert "set WATCHWORD_DATA" in result.stderr


@pytest.mark.parametrize(
    "words",
    [
        ("reports/",),
        ("--reason", "why not"),
        ("--beside", "runs"),
        ("--only", "attribution"),
        ("--show", "3", "--json"),
    ],
)
def test_words_that_do_not_go_together_are_wrong_use(run: Run, words: tuple[str, ...]) -> None:
    assert run("ledger", "reading", *words).exit_code == 2
