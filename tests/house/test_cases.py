"""Readings that have to stay right: each case is a report and what it claims, as two files.

A case is added without code: see docs/how-to/add-a-case.md.
"""

import json
from pathlib import Path
from typing import Any

import pytest

from watchword.collect import Limits, collect
from watchword.engines import ReadingEngine
from watchword.flow.reading import read_report
from watchword.flow.records import record_of
from watchword.model.report import Report

CASES = Path(__file__).with_name("cases")
KEYS = {"why", "claims", "none"}


@pytest.fixture(scope="module")
def engine() -> ReadingEngine:
    return ReadingEngine()


def is_within(wanted: Any, found: Any) -> bool:  # noqa: ANN401 - any JSON value
    """Whether a value holds what is wanted: of a record only the fields that are named."""
    if isinstance(wanted, dict):
        return isinstance(found, dict) and all(
            key in found and is_within(value, found[key]) for key, value in wanted.items()
        )
    return bool(wanted == found)


def read_claims(path: Path, engine: ReadingEngine) -> list[dict[str, Any]]:
    (report,) = collect([str(path)], limits=Limits())
    assert isinstance(report, Report)
    found = read_report(report, engine)
    told = found.extraction
    return [record_of(claim, report, found.toponyms, told.positions) for claim in told.claims]


@pytest.mark.parametrize("case", sorted(CASES.glob("*.json")), ids=lambda case: case.stem)
def test_a_report_is_read_as_its_case_says(case: Path, engine: ReadingEngine) -> None:
    expected = json.loads(case.read_text(encoding="utf-8"))
    assert expected.keys() <= KEYS
    assert expected["why"]
    found = read_claims(case.with_suffix(".txt"), engine)
    missing = [want for want in expected["claims"] if not any(is_within(want, f) for f in found)]
    assert missing == [], found
    wrong = [bad for bad in expected.get("none", []) if any(is_within(bad, f) for f in found)]
    assert wrong == [], found


def test_every_case_has_both_its_files() -> None:
    reports = {file.stem for file in CASES.glob("*.txt")}
    assert reports == {file.stem for file in CASES.glob("*.json")}
    assert reports


def test_a_case_is_compared_by_the_fields_that_it_names() -> None:
    found = {"modality": "denied", "figure": {"low": 1.0, "high": None}}
    assert is_within({"figure": {"low": 1}}, found)
    assert not is_within({"figure": {"high": 1}}, found)
    assert not is_within({"speaker": None}, found)
