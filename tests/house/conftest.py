"""Where the house's own tests find the project: its folder, its files, its settings."""

import shutil
import subprocess
import tomllib
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def root() -> Path:
    """The project's folder."""
    return ROOT


@pytest.fixture(scope="session")
def pyproject() -> dict[str, Any]:
    """The project's settings file."""
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


@pytest.fixture(scope="session")
def project_files() -> list[Path]:
    """Every file that git keeps or would keep."""
    git = shutil.which("git")
    if git is None or not (ROOT / ".git").exists():
        pytest.skip("needs git and a clone")
    trusted = ["-c", f"safe.directory={ROOT}"]
    command = [git, *trusted, "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, check=True)  # noqa: S603 - fixed words
    names = listed.stdout.decode().split("\0")
    return [ROOT / name for name in names if name and (ROOT / name).is_file()]


@pytest.fixture(scope="session")
def pages(project_files: list[Path]) -> list[Path]:
    """Every Markdown page of the project outside its tests and examples."""
    kept_out = {"tests", "examples"}
    return [
        file
        for file in project_files
        if file.suffix == ".md" and file.relative_to(ROOT).parts[0] not in kept_out
    ]
