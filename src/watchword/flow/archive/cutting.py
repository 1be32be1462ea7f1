"""A file of an archive into shards: what it is, where it can be cut, its digest, in one pass."""

import gzip
import json
import zlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from hashlib import sha256
from io import BufferedReader, RawIOBase
from pathlib import Path
from typing import BinaryIO, cast

from watchword.errors import UnreadableError
from watchword.flow.archive.scanning import (
    GZIP,
    STEP,
    WARC,
    each_line,
    each_member,
    each_warc_record,
    holds_one_record,
)
from watchword.flow.archive.shards import (
    ArchiveFile,
    Cut,
    Record,
    Size,
    each_shard,
    gather_records,
)
from watchword.flow.archive.tables import MAGIC, rows_in

_LINES = (".jsonl", ".ndjson")
_WIDE = (b"\xff\xfe", b"\xfe\xff", b"\0\0\xfe\xff")
"""Marks of encodings whose line ends are more than one byte."""
_HEAD = 1 << 20
_GZIP_WINDOW = 31
Scan = Callable[[BinaryIO], Iterator[Record]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Manner:
    """How a file is cut.

    Attributes:
        form: name of the format of its stretches, empty where it is to be recognised.
        cut: what they are counted in.
        scan: finds where its records end; None where it is not cut.
    """

    form: str
    cut: Cut
    scan: Scan | None = None


_WHOLE = Manner(form="", cut=Cut.WHOLE)


def cut_file(path: Path, size: Size) -> ArchiveFile:
    """Cut a file, and take its digest.

    A file that is damaged somewhere gives the shards before that, and the reason why no more.

    Raises:
        OSError: if it cannot be read.
    """
    manner = manner_of(path)
    size = _in_rows(path, size) if manner.cut is Cut.ROWS else size
    faults: list[str] = []
    with path.open("rb") as raw:
        digested = _Digested(raw)
        records: Iterable[Record] = ()
        if manner.scan is not None:
            stream = _opened(digested, manner.cut)
            records = _until_damaged(manner.scan, stream, faults)
        stretches = list(gather_records(records, size))
        digested.read_rest()
    digest, length = digested.hexdigest, digested.size
    if manner.scan is None:
        stretches = [(0, length, 0, 1)]
    return ArchiveFile(
        path=str(path),
        size=length,
        digest=digest,
        form=manner.form,
        cut=manner.cut,
        shards=tuple(each_shard(digest, manner.form, stretches)),
        reason=faults[0] if faults else "",
    )


def digest_of(path: Path) -> str:
    """SHA-256 of a file, hexadecimal.

    Raises:
        OSError: if it cannot be read.
    """
    with path.open("rb") as raw:
        digested = _Digested(raw)
        digested.read_rest()
        return digested.hexdigest


def manner_of(path: Path) -> Manner:
    """How a file can be cut, by its first bytes and its name.

    Raises:
        OSError: if it cannot be read.
    """
    with path.open("rb") as raw:
        head = raw.read(_HEAD)
        if head.startswith(MAGIC):
            return Manner(form="parquet", cut=Cut.ROWS, scan=lambda _: _each_row(path))
        if not head.startswith(GZIP):
            return _plain_manner(head, path.name, Cut.BYTES)
        raw.seek(0)
        inner = _first_unpacked(raw)
        manner = _plain_manner(inner, path.name.removesuffix(".gz"), Cut.UNPACKED)
        raw.seek(0)
        if manner.form == "warc" and holds_one_record(raw):
            return replace(manner, cut=Cut.BYTES, scan=each_member)
        return manner


def unpacked(stream: BinaryIO) -> BinaryIO:
    """What a gzip file unpacks to, step by step."""
    return cast("BinaryIO", gzip.GzipFile(fileobj=stream))


def _plain_manner(head: bytes, name: str, cut: Cut) -> Manner:
    if WARC.match(head):
        return Manner(form="warc", cut=cut, scan=each_warc_record)
    if _is_lines(head, name):
        return Manner(form="jsonl", cut=cut, scan=each_line)
    return _WHOLE


def _is_lines(head: bytes, name: str) -> bool:
    """Whether there is a JSON record a line, as `sniff.py` has it of a whole file."""
    if head.startswith(_WIDE):
        return False
    text = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if not text.startswith((b"{", b"[")) and text:
        return False
    if name.lower().endswith(_LINES):
        return True
    first, newline, rest = text.partition(b"\n")
    return bool(newline and rest.strip()) and _is_record(first)


def _is_record(line: bytes) -> bool:
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False


def _first_unpacked(raw: BinaryIO) -> bytes:
    """What a gzip file begins with once it is unpacked, as far as it is whole."""
    found, packed = b"", raw.read(_HEAD)
    with suppress(zlib.error):
        while packed.startswith(GZIP) and len(found) < _HEAD:
            unpacker = zlib.decompressobj(_GZIP_WINDOW)
            found += unpacker.decompress(packed, _HEAD)
            packed = unpacker.unused_data
    return found


def _each_row(path: Path) -> Iterator[Record]:
    yield from (Record(end=end) for end in range(1, rows_in(path) + 1))


def _in_rows(path: Path, size: Size) -> Size:
    """How many rows have a shard's bytes, by their share of the file."""
    try:
        rows = rows_in(path) * size.length // max(path.stat().st_size, 1)
    except UnreadableError:
        return size
    return Size(length=size.length, records=min(size.records, max(rows, 1)))


def _opened(digested: "_Digested", cut: Cut) -> BinaryIO:
    stream = cast("BinaryIO", BufferedReader(digested, STEP))
    return unpacked(stream) if cut is Cut.UNPACKED else stream


def _until_damaged(scan: Scan, stream: BinaryIO, faults: list[str]) -> Iterator[Record]:
    """The records up to where the file is damaged, and why no more."""
    try:
        yield from scan(stream)
    except UnreadableError as error:
        faults.append(str(error.args[0]))
    except (EOFError, zlib.error, gzip.BadGzipFile):
        faults.append("damaged gzip")


class _Digested(RawIOBase):
    """A file whose digest is taken while it is read."""

    def __init__(self, raw: BinaryIO) -> None:
        self._raw = raw
        self._digest = sha256()
        self.size = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        chunk = self._raw.read(len(buffer))
        buffer[: len(chunk)] = chunk
        self._digest.update(chunk)
        self.size += len(chunk)
        return len(chunk)

    def read_rest(self) -> None:
        """Read what nobody has asked for."""
        while self.read(STEP):
            pass

    @property
    def hexdigest(self) -> str:
        """The digest of what was read."""
        return self._digest.hexdigest()
