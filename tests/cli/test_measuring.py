"""`watchword ledger`: floors that fail, data that is not there, briefs that are altered."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

from watchword.cli import measuring
from watchword.ledger.floors import Floors
from watchword.ledger.run import measure

Run = Callable[..., Result]

REPORT = {
    "id": "r1",
    "url": "https://example.org/r1",
    "outlet": "Gulf Post",
    "title": "Moscow on the convoy",
    "date": "2024-10-24",
    "language": "en",
    "text": "Moscow denied that 500 troops had crossed the border.",
}
CLAIM = {
    "claim_id": "c1",
    "report_id": "r1",
    "sentence": REPORT["text"],
    "sentence_kind": "reworded",
    "source_chain": ["Moscow"],
    "cue": "denied",
    "modality": "denied",
    "actor": "troops",
    "action": "cross the border",
}


@pytest.fixture
def labelled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder with one labelled report."""
    folder = tmp_path / "data"
    files = {
        "claims/claims.jsonl": CLAIM,
        "claims/reports.jsonl": REPORT,
        "reports/white-house/reports.jsonl": REPORT | {"id": "r2"},
    }
    for name, row in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(json.dumps(row) + "\n", encoding="utf-8")
    monkeypatch.setenv("WATCHWORD_DATA", str(folder))
    return folder


def test_claims_are_scored_against_the_labels(run: Run, labelled: Path) -> None:
    assert labelled.is_dir()
    result = run("ledger", "claims", "--json", "--show", "1")
    assert result.exit_code == 0, result.stderr
    outcome = json.loads(result.stdout)
    assert outcome["reports"] == 1
    assert outcome["groups"]["all"]["scores"]["modality"]["value"] == 1.0
    assert len(outcome["failures"]) <= 1
    assert "Claims against the labelled reports" in run("ledger").stdout


def test_a_score_below_its_floor_ends_with_1(
    run: Run, labelled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert labelled.is_dir()

    def measure_with_floors(*given: object) -> object:
        outcome = measure(*given)  # type: ignore[arg-type]
        floors = Floors(digest=outcome.digest, by_group={"all": {"claim_f1": 1.0, "whole": 1.0}})
        return measure(*given, floors=floors)  # type: ignore[arg-type]

    monkeypatch.setattr(measuring, "measure", measure_with_floors)
    result = run("ledger", "claims")
    is_sunk = "SUNK" in result.stdout
    assert result.exit_code == int(is_sunk)


def test_data_that_is_not_there_is_named_with_what_to_do(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WATCHWORD_DATA", str(tmp_path))
    result = run("ledger", "claims")
    assert result.exit_code == 3
    assert "set WATCHWORD_DATA" in result.stderr
    assert "Traceback" not in result.stderr


def test_wordings_of_reports_and_briefs_are_judged(
    run: Run, reports: Path, brief_json: Path
) -> None:
    result = run("ledger", "wordings", reports, brief_json, "--json", "--show", "0")
    assert result.exit_code == 0, result.stderr
    scores = json.loads(result.stdout)
    assert scores["briefs"] == 2
    assert scores["passed"] is True
    assert scores["dropped"]["share"] >= scores["dropped"]["floor"] == 0.98
    assert scores["misjudged"] == []
    assert run("ledger", "wordings", brief_json).stdout.startswith("Altered wordings dropped")
    assert run("ledger", "wordings", brief_json, "--update").exit_code == 2


def test_mutations_of_reports_and_briefs_are_caught(
    run: Run, reports: Path, brief_json: Path
) -> None:
    result = run("ledger", "mutations", reports, brief_json, "--json", "--show", "3")
    scores = json.loads(result.stdout)
    assert scores["briefs"] == 2
    assert scores["share"] > 0.9
    assert result.exit_code == int(not scores["passed"])
    assert len(scores["missed"]) <= 3


def test_a_brief_that_fails_as_it_is_is_not_altered(run: Run, tampered: Path) -> None:
    result = run("ledger", "mutations", tampered)
    assert result.exit_code == 1
    assert "fails the check as it is" in result.stderr


def test_where_no_brief_can_be_made_nothing_is_measured(run: Run, broken: Path) -> None:
    result = run("ledger", "mutations", broken)
    assert result.exit_code == 3
    assert "cut.pdf" in result.stderr


@pytest.mark.parametrize(
    "words",
    [
        ("claims", "brief.json"),
        ("claims", "--reason", "why not"),
        ("mutations", "--update"),
        ("everything",),
        ("claims", "--show", "-1"),
    ],
)
def test_words_that_do_not_go_together_are_wrong_use(run: Run, words: tuple[str, ...]) -> None:
    assert run("ledger", *words).exit_code == 2
