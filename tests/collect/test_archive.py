from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import made_files as made

from watchword.collect import keep
from watchword.model.report import Report


def test_bytes_and_text_lie_under_their_digests(
    tmp_path: Path, read_one: Callable[..., Report]
) -> None:
    report = read_one("a.html", made.html())
    raw, text = keep(report, tmp_path / "kept")
    assert raw.read_bytes() == made.html()
    assert raw.stem == sha256(made.html()).hexdigest() == report.raw_sha256
    assert text.read_text() == report.text
    assert text.stem == report.text_sha256
    assert raw.parent.name == raw.stem[:2]


def test_keeping_twice_changes_nothing(tmp_path: Path, read_one: Callable[..., Report]) -> None:
    report = read_one("a.txt", made.plain())
    first = keep(report, tmp_path)
    before = [path.stat().st_mtime_ns for path in first]
    assert keep(report, tmp_path) == first
    assert [path.stat().st_mtime_ns for path in first] == before
    assert len(list(tmp_path.rglob("*.*"))) == 2
