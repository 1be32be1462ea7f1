import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, replace
from pathlib import Path

import pytest

from watchword.errors import RefusedError, UnreadableError, WatchwordError
from watchword.ledger.floors import Floors, read_floors, write_floors
from watchword.ledger.labelled import LabelledReport, LabelledSet
from watchword.ledger.record import ClaimRecord, Quantity
from watchword.ledger.run import measure, update
from watchword.ledger.table import outcome_to_json, write_report
from watchword.model.claim import Modality

TEXT = "The port authority said on Monday that about 12 ships were waiting off Ardsea."
GOLD = ClaimRecord(
    report_id="r1",
    claim_id="c1",
    kind="reworded",
    sentence=TEXT,
    source_chain=("port authority",),
    cue="said",
    modality=Modality.ASSERTED,
    actor="ships",
    action="wait",
    figure=Quantity(value=12.0, unit="ships", approx="about"),
    place="off Ardsea",
)
REPORT = LabelledReport(report_id="r1", text=TEXT, outlet="Vale News", title="", date="2024-01-02")
LABELLED = LabelledSet(reports=(REPORT,), claims=(GOLD,), digest="d" * 64)
FLOORS = Floors(digest="d" * 64, by_group={"all": {"chain_exact": 1.0}})


def read_well(reports: Sequence[LabelledReport]) -> Iterable[dict[str, object]]:
    assert [report.text for report in reports] == [TEXT]
    line = asdict(replace(GOLD, claim_id="", kind=""))
    yield {**line, "source_chain": list(GOLD.source_chain), "content": TEXT, "marks": []}


def read_badly(reports: Sequence[LabelledReport]) -> Iterable[ClaimRecord]:
    assert reports
    yield replace(GOLD, claim_id="", kind="", source_chain=("Ardsea [b]mayor[/b]",), figure=None)


def test_lines_of_the_read_command_are_scored() -> None:
    outcome = measure(LABELLED, read_well, FLOORS)
    assert outcome.check.passed
    assert outcome.failures == ()
    assert "Floors: kept" in write_report(outcome)


def test_a_sunk_floor_and_its_failure_are_told() -> None:
    outcome = measure(LABELLED, read_badly, FLOORS)
    report = write_report(outcome)
    assert not outcome.check.passed
    assert "Floors: SUNK\n  all chain_exact: 0.000, floor 1.000" in report
    assert "1. wrong chain, wrong figure [r1 c1]" in report
    assert (
        "label: port authority | asserted | ships: wait | about 12 ships | at off Ardsea" in report
    )
    assert "found: Ardsea [b]mayor[/b] | asserted" in report


def test_other_data_is_told_plainly() -> None:
    outcome = measure(LABELLED, read_well, replace(FLOORS, digest="e"))
    assert "measured on other labelled data than this (digest dddddddddddd)" in write_report(
        outcome
    )


def test_the_report_has_no_line_wider_than_its_table() -> None:
    lines = write_report(measure(LABELLED, read_badly, FLOORS)).splitlines()
    assert max(map(len, lines[:30])) <= 118
    assert all(line == line.rstrip() for line in lines)


def test_the_report_as_json_holds_counts_intervals_and_failures() -> None:
    told = json.loads(json.dumps(outcome_to_json(measure(LABELLED, read_badly, FLOORS))))
    claim = told["groups"]["reworded"]["scores"]["claim"]
    assert (claim["hits"], claim["found"], claim["labelled"]) == (1, 1, 1)
    assert len(claim["recall_interval"]) == 2
    assert told["floors"]["passed"] is False
    assert told["failures"][0]["faults"] == ["wrong chain", "wrong figure"]


def test_something_that_is_no_claim_is_named_by_its_number() -> None:
    with pytest.raises(UnreadableError, match="found claim 1"):
        measure(LABELLED, lambda _: [{"report_id": "r1"}], FLOORS)
    with pytest.raises(WatchwordError, match="found claim 1"):
        measure(LABELLED, lambda _: ["r1"], FLOORS)  # type: ignore[list-item]


def test_updating_raises_floors_and_leaves_the_changelog_alone(tmp_path: Path) -> None:
    path, changelog = tmp_path / "floors.toml", tmp_path / "CHANGELOG.md"
    path.write_text(write_floors(Floors(digest="", by_group={})), "utf-8")
    assert update(measure(LABELLED, read_well, FLOORS), path=path, changelog=changelog) == ()
    assert read_floors(path).by_group["reworded"]["chain_exact"] == 1.0
    assert not changelog.exists()


def test_lowering_needs_a_reason_that_lands_in_the_changelog(tmp_path: Path) -> None:
    path, changelog = tmp_path / "floors.toml", tmp_path / "CHANGELOG.md"
    path.write_text(write_floors(FLOORS), "utf-8")
    outcome = measure(LABELLED, read_badly, FLOORS)
    with pytest.raises(RefusedError, match="would sink"):
        update(outcome, path=path, changelog=changelog)
    assert read_floors(path) == FLOORS
    update(outcome, reason="The mayor is wrong", path=path, changelog=changelog)
    assert read_floors(path).by_group["all"]["chain_exact"] == 0.0
    assert "- The mayor is wrong: all chain_exact from 1.000 to 0.000." in changelog.read_text()


def test_floors_that_cannot_be_written_are_told(tmp_path: Path) -> None:
    path = tmp_path / "floors.toml"
    path.write_text(write_floors(FLOORS), "utf-8")
    (tmp_path / "CHANGELOG.md").mkdir()
    outcome = measure(LABELLED, read_badly, FLOORS)
    with pytest.raises(RefusedError, match="cannot be written"):
        update(outcome, reason="x", path=path, changelog=tmp_path / "CHANGELOG.md")
    assert read_floors(path) == FLOORS
