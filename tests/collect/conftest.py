"""Puts the makers of test files on the path, and gives a reader of made files."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from watchword.collect import Limits, collect
from watchword.model.report import Report, Unread

sys.path.insert(0, str(Path(__file__).parent))

Results = list[Report | Unread]
ReadFile = Callable[..., Results]


@pytest.fixture
def read_file(tmp_path: Path) -> ReadFile:
    """Write bytes under a name and collect them."""

    def read(name: str, content: bytes, **settings: object) -> Results:
        path = tmp_path / name
        path.write_bytes(content)
        limits = settings.pop("limits", Limits())
        return list(collect([str(path)], limits=limits, **settings))

    return read


@pytest.fixture
def read_one(read_file: ReadFile) -> Callable[..., Report]:
    """Write bytes under a name and give the one report in them."""

    def read(name: str, content: bytes, **settings: object) -> Report:
        (result,) = read_file(name, content, **settings)
        assert isinstance(result, Report), result
        return result

    return read
