"""A decision that no test guards is an opinion: every record names tests that exist."""

import ast
import re
from pathlib import Path

import pytest

RECORDS = sorted((Path(__file__).resolve().parents[2] / "docs" / "decisions").glob("[0-9]*.md"))
PARTS = ("## Context", "## Decision", "## Consequences", "Guarded by:")


def names_of_tests(file: Path) -> set[str]:
    tree = ast.parse(file.read_text(encoding="utf-8"))
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef)
    return {node.name for node in ast.walk(tree) if isinstance(node, kinds)}


def test_the_records_are_numbered_without_a_gap() -> None:
    numbers = [int(record.name[:4]) for record in RECORDS]
    assert numbers == list(range(1, len(RECORDS) + 1))


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.stem)
def test_a_record_has_its_parts_and_fits_a_page(record: Path) -> None:
    text = record.read_text(encoding="utf-8")
    assert text.startswith(f"# {int(record.name[:4])}. ")
    assert [part for part in PARTS if part not in text] == []
    assert len(text.splitlines()) <= 60


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.stem)
def test_a_record_is_guarded_by_tests_that_exist(record: Path, root: Path) -> None:
    text = record.read_text(encoding="utf-8")
    guards = re.findall(r"`(tests/[\w/.]+)(?:::(\w+))?`", text.partition("Guarded by:")[2])
    assert guards
    for name, function in guards:
        assert (root / name).exists(), name
        if function:
            assert function in names_of_tests(root / name), f"{name}::{function}"


def test_the_list_of_decisions_names_every_record(root: Path) -> None:
    listed = (root / "docs" / "decisions" / "README.md").read_text(encoding="utf-8")
    assert [record.name for record in RECORDS if f"({record.name})" not in listed] == []
