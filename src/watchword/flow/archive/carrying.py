"""The bytes of shards, taken out of their files in one pass forwards, each as a piece to read."""

import gzip
import zlib
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, closing
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, cast

from watchword.collect.piece import Piece
from watchword.errors import UnreadableError
from watchword.flow.archive.shards import ArchiveFile, Cut, Shard
from watchword.flow.archive.tables import Rows


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """A shard to be read.

    Attributes:
        key: its key.
        piece: its bytes, with what is known of them.
    """

    key: str
    piece: Piece


@dataclass(frozen=True, slots=True, kw_only=True)
class Aside:
    """A shard that was not read.

    Attributes:
        key: its key.
        reason: why not, in words.
    """

    key: str
    reason: str


def each_task(file: ArchiveFile, shards: Iterable[Shard]) -> Iterator[Task | Aside]:
    """The shards of a file with their bytes, in the order of the file.

    What the file does not give any more is set aside: it changed, or it cannot be read.
    """
    path = Path(file.path)
    waiting = iter(shards)
    with ExitStack() as held:
        try:
            taker = held.enter_context(closing(_taker(file, path)))
        except (OSError, ValueError) as error:
            yield from (Aside(key=each.key, reason=f"its file: {error}") for each in waiting)
            return
        for shard in waiting:
            try:
                content = taker.stretch(shard)
            except (OSError, EOFError, ValueError, zlib.error, UnreadableError) as error:
                yield Aside(key=shard.key, reason=f"its file: {error}")
            else:
                yield Task(key=shard.key, piece=_piece(file, path, shard, content))


def _piece(file: ArchiveFile, path: Path, shard: Shard, content: bytes) -> Piece:
    is_packed = file.cut is Cut.BYTES and file.form == "warc" and content[:2] == b"\x1f\x8b"
    name = path.name.removesuffix(".gz") if file.form else path.name
    form = "gzip" if is_packed else file.form
    return Piece(content=content, found_at=file.path, name=name, form=form, before=shard.before)


class _Stretches:
    """Takes stretches of bytes out of a stream, forwards."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._place = 0

    def close(self) -> None:
        self._stream.close()

    def stretch(self, shard: Shard) -> bytes:
        if self._place != shard.start:
            self._stream.seek(shard.start)
        content = self._stream.read(shard.end - shard.start)
        self._place = shard.start + len(content)
        if self._place != shard.end:
            raise UnreadableError("it is shorter than when it was planned")
        return content


def _taker(file: ArchiveFile, path: Path) -> _Stretches | Rows:
    if file.cut is Cut.ROWS:
        return Rows(path)
    is_unpacked = file.cut is Cut.UNPACKED
    return _Stretches(cast("BinaryIO", gzip.open(path)) if is_unpacked else path.open("rb"))
