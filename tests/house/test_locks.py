"""The locks: every requirement is pinned by its hashes, and both agree."""

import re
from pathlib import Path
from typing import Any

PIN = re.compile(r"^([a-z0-9][a-z0-9._-]*)==(\S+)", re.IGNORECASE)


def canonical(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def read_pins(lock: Path) -> dict[tuple[str, str], int]:
    """Read each pinned name and version, with how many hashes it has."""
    pins: dict[tuple[str, str], int] = {}
    key = ("", "")
    for line in lock.read_text(encoding="utf-8").splitlines():
        if found := PIN.match(line):
            key = (canonical(found[1]), found[2])
            pins[key] = 0
        elif "--hash=sha256:" in line:
            pins[key] += 1
    return pins


def declared(pyproject: dict[str, Any], *, groups: tuple[str, ...]) -> set[str]:
    project = pyproject["project"]
    wanted = list(project["dependencies"])
    for extra in project["optional-dependencies"].values():
        wanted += extra
    for group in groups:
        wanted += pyproject["dependency-groups"][group]
    return {canonical(re.split(r"[\s<>=!~;\[]", requirement)[0]) for requirement in wanted}


def test_every_pin_has_a_hash(root: Path) -> None:
    for lock in (root / "requirements").glob("*.txt"):
        assert [pin for pin, hashes in read_pins(lock).items() if not hashes] == []


def test_what_the_project_needs_is_in_the_lock_for_use(
    root: Path, pyproject: dict[str, Any]
) -> None:
    pinned = {name for name, _ in read_pins(root / "requirements" / "run.txt")}
    assert declared(pyproject, groups=("build",)) - pinned == set()


def test_what_the_tests_need_is_in_the_lock_for_tests(
    root: Path, pyproject: dict[str, Any]
) -> None:
    pinned = {name for name, _ in read_pins(root / "requirements" / "test.txt")}
    assert declared(pyproject, groups=("build", "check", "test")) - pinned == set()


def test_the_lock_for_tests_holds_the_lock_for_use_whole(root: Path) -> None:
    folder = root / "requirements"
    assert read_pins(folder / "run.txt").keys() <= read_pins(folder / "test.txt").keys()
