"""Keeping what was read: raw bytes and text under their SHA-256."""

import os
from pathlib import Path
from tempfile import NamedTemporaryFile

from watchword.model.report import Report


def keep(report: Report, folder: Path) -> tuple[Path, Path]:
    """Write a report's raw bytes and its text into a content-addressed folder.

    The bytes lie at `ab/abcdef….raw`, the text in UTF-8 at `ab/abcdef….txt`, each under its own
    digest. What lies there already is left alone.

    Returns:
        The two paths, bytes first.

    Raises:
        OSError: if the folder cannot be written.
    """
    raw = _place(folder, report.raw_sha256, ".raw")
    text = _place(folder, report.text_sha256, ".txt")
    _write_once(raw, report.raw)
    _write_once(text, report.text.encode())
    return raw, text


def _place(folder: Path, digest: str, suffix: str) -> Path:
    return folder / digest[:2] / f"{digest}{suffix}"


def _write_once(path: Path, content: bytes) -> None:
    if path.exists():
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    with NamedTemporaryFile(dir=path.parent, prefix=".", delete=False) as scratch:
        scratch.write(content)
    os.replace(scratch.name, path)  # noqa: PTH105 - atomic: a reader never sees half a file
