"""Puts the makers of test files on the path, and gives a reader of made files."""

import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest

from watchword.collect import Limits
from watchword.collect.parser_process import ParserProcess
from watchword.collect.piece import Piece
from watchword.collect.reading import ReadingRoom
from watchword.model.report import Report, Unread

sys.path.insert(0, str(Path(__file__).parent))

Results = list[Report | Unread]
ReadFile = Callable[..., Results]


@pytest.fixture(scope="session")
def parser() -> Iterator[ParserProcess]:
    """One parser process for all tests: its libraries take a second to load."""
    with ParserProcess(Limits()) as process:
        yield process


@pytest.fixture
def read_file(tmp_path: Path, parser: ParserProcess) -> ReadFile:
    """Read bytes under a name as `collect` does."""

    def read(
        name: str,
        content: bytes,
        limits: Limits | None = None,
        mapping: Mapping[str, str] | None = None,
    ) -> Results:
        path = tmp_path / name
        piece = Piece(content=content, found_at=str(path), name=name)
        with ReadingRoom(limits or Limits(), mapping, parser) as room:
            return list(room.read(piece))

    return read


@pytest.fixture
def read_one(read_file: ReadFile) -> Callable[..., Report]:
    """Read bytes under a name and give the one report in them."""

    def read(name: str, content: bytes, **settings: object) -> Report:
        (result,) = read_file(name, content, **settings)
        assert isinstance(result, Report), result
        return result

    return read
