"""The changelog is kept as the work goes on."""

import re
from pathlib import Path


def read_headings(root: Path) -> list[str]:
    text = (root / "CHANGELOG.md").read_text(encoding="utf-8")
    return re.findall(r"^## (.+)$", text, re.MULTILINE)


def test_the_changelog_begins_with_what_is_not_released(root: Path) -> None:
    assert read_headings(root)[0] == "Unreleased"


def test_every_released_version_has_its_date(root: Path) -> None:
    dated = re.compile(r"\d+\.\d+\.\d+, \d{4}-\d\d-\d\d")
    assert [words for words in read_headings(root)[1:] if not dated.fullmatch(words)] == []
