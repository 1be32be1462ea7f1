"""Sources are named so that a reader who does not know the situation can follow."""

import sys
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path

import pytest

from watchword.brief.naming import dated, name_of, outlet_of, placed
from watchword.model.attribution import Link, LinkKind

sys.path.insert(0, str(Path(__file__).parent / "situations"))
texts = import_module("report_texts")


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("NATO", "NATO"),
        ("The United Nations", "the United Nations"),
        ("The Kremlin", "the Kremlin"),
        ("Uganda", "Uganda"),
        ("The Philippines", "the Philippines"),
        ("Reuters", "Reuters"),
        ("A Western diplomat", "a Western diplomat"),
        ("Two aid workers", "Two aid workers"),
        ("President Aline Joseph", "President Aline Joseph"),
    ],
)
def test_a_source_is_named_as_a_reader_needs_it(source: str, name: str) -> None:
    _, claims = texts.read_text(f"{source} said that the bridge had fallen.")
    told = name_of(claims[0].attribution.links[0])
    assert told is not None
    assert told == name


def test_a_pronoun_nobody_resolved_has_no_name() -> None:
    assert name_of(Link(name="He", words="He", kind=LinkKind.ANONYMOUS)) is None


def test_a_bare_description_of_nobody_has_no_name() -> None:
    assert name_of(Link(name="official", words="the official", kind=LinkKind.ANONYMOUS)) is None


def test_a_place_in_brackets_has_outlet_and_day() -> None:
    report, _ = texts.read_text("It rained in Chad.")
    as_of = datetime(2024, 11, 9, tzinfo=UTC)
    assert placed(report, as_of) == "Harbour Post, 8 November"
    assert dated(report, as_of) == "8 November"
    assert outlet_of(report) == "Harbour Post"


def test_a_report_of_another_year_has_its_year() -> None:
    report, _ = texts.read_text("It rained in Chad.")
    assert "2024" in dated(report, datetime(2025, 3, 1, tzinfo=UTC))
