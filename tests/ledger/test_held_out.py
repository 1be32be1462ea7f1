"""Held-out sets: what is missing is named with its origin, and a digest follows the bytes."""

from pathlib import Path

import pytest

from watchword.errors import MissingDataError
from watchword.ledger.held_out import HeldOut, check_data
from watchword.ledger.model.tasks import TASKS

NOTES = HeldOut(name="notes", files=("notes/*.txt", "notes.json"), origin="our own hand")


def lay(folder: Path, name: str, content: str) -> None:
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(content, encoding="utf-8")


def test_a_set_is_there_when_each_pattern_has_a_file(tmp_path: Path) -> None:
    lay(tmp_path, "notes/a.txt", "one")
    assert not NOTES.is_there(tmp_path)
    lay(tmp_path, "notes.json", "{}")
    assert NOTES.is_there(tmp_path)
    check_data([NOTES], tmp_path)


def test_a_set_that_is_missing_is_named_with_its_origin(tmp_path: Path) -> None:
    with pytest.raises(MissingDataError, match=r"notes\.json \(our own hand\).*WATCHWORD_DATA"):
        check_data([NOTES, NOTES], tmp_path)


def test_the_digest_changes_with_a_byte_and_with_a_name(tmp_path: Path) -> None:
    digests = set()
    for name, content in (("a", "one"), ("a", "two"), ("b", "one")):
        folder = tmp_path / f"{name}-{content}"
        lay(folder, f"notes/{name}.txt", content)
        digests.add(NOTES.digest(folder))
    assert len(digests) == 3
    assert all(len(digest) == 64 for digest in digests)


def test_sets_have_names_of_their_own() -> None:
    names = {task.held.name: task.held for task in TASKS}
    assert len(names) == len({task.held for task in TASKS})
