"""Where the records of a file end: lines, rows, records of web archives; nothing is read of them.

Memory stays small whatever the file holds: it is gone through in steps.
"""

import re
import zlib
from collections.abc import Iterator
from typing import BinaryIO

from watchword.errors import UnreadableError
from watchword.flow.archive.shards import Record

STEP = 1 << 20
"""Bytes that are looked at at once."""
GZIP = b"\x1f\x8b"
WARC = re.compile(rb"WARC/\d")
_PACKED_STEP = 1 << 17
_GZIP_WINDOW = 31
_WARC_END = b"\r\n\r\n"
_HEAD = 4096
_LONGEST_HEADER = 1 << 20
_NUMBERED = re.compile(
    rb"^WARC-Type:[ \t]*(?:response|resource)[ \t]*\r?$", re.IGNORECASE | re.MULTILINE
)
_LENGTH = re.compile(rb"(?im)^Content-Length:[ \t]*(\d{1,18})[ \t]*\r?$")


def each_line(stream: BinaryIO) -> Iterator[Record]:
    """Where each line ends; the last need not have a line end."""
    place, ended = 0, 0
    while chunk := stream.read(STEP):
        at = chunk.find(b"\n")
        while at >= 0:
            ended = place + at + 1
            yield Record(end=ended)
            at = chunk.find(b"\n", at + 1)
        place += len(chunk)
    if place > ended:
        yield Record(end=place)


def each_member(stream: BinaryIO) -> Iterator[Record]:
    """Where each member of a gzip file ends that is followed by the beginning of a WARC record.

    Raises:
        UnreadableError: if a member is damaged or cut short; what came before it is whole.
    """
    pending: Record | None = None
    try:
        for end, head, _size in _each_sized(stream):
            if pending is not None and WARC.match(head):
                yield pending
                pending = None
            numbered = bool(_NUMBERED.search(head)) or (pending is not None and pending.is_counted)
            pending = Record(end=end, is_counted=numbered)
    except UnreadableError:
        if pending is not None:
            yield pending
        raise
    if pending is not None:
        yield pending


def each_warc_record(stream: BinaryIO) -> Iterator[Record]:
    """Where each record of a WARC ends that is not packed, or packed as a whole.

    Raises:
        UnreadableError: if what follows is no record; what came before it is whole.
    """
    place = 0
    while True:
        header, blank = _warc_header(stream)
        place += blank + len(header)
        if not header:
            return
        told = _LENGTH.search(header)
        if told is None or not WARC.match(header):
            raise UnreadableError("a damaged WARC")
        place += _skip(stream, int(told[1])) + _skip_end(stream)
        yield Record(end=place, is_counted=bool(_NUMBERED.search(header)))


def holds_one_record(stream: BinaryIO) -> bool:
    """Whether the first member of a packed WARC ends where its first record does."""
    try:
        _end, head, size = next(_each_sized(stream), (0, b"", 0))
    except UnreadableError:
        return False
    told = _LENGTH.search(head)
    header = re.search(rb"\r?\n\r?\n", head)
    if told is None or header is None:
        return False
    return size <= header.end() + int(told[1]) + len(_WARC_END)


def _each_sized(stream: BinaryIO) -> Iterator[tuple[int, bytes, int]]:
    """Each member of a gzip file: where it ends, how it begins, and its unpacked bytes."""
    place, chunk = 0, stream.read(_PACKED_STEP)
    while chunk:
        if not chunk.startswith(GZIP[: len(chunk)]):
            raise UnreadableError("damaged gzip")
        unpacker = zlib.decompressobj(_GZIP_WINDOW)
        head, size = b"", 0
        while not unpacker.eof:
            if not chunk:
                raise UnreadableError("gzip that is cut short")
            got, place = _inflate(unpacker, chunk), place + len(chunk)
            head, size = head + got[: _HEAD - len(head)], size + len(got)
            chunk = unpacker.unconsumed_tail
            place -= len(chunk)
            if not chunk and not unpacker.eof:
                chunk = stream.read(_PACKED_STEP)
        chunk = unpacker.unused_data
        place -= len(chunk)
        yield place, head, size
        chunk = chunk or stream.read(_PACKED_STEP)


def _inflate(unpacker: "zlib._Decompress", chunk: bytes) -> bytes:
    try:
        return unpacker.decompress(chunk, STEP)
    except zlib.error as error:
        raise UnreadableError("damaged gzip") from error


def _warc_header(stream: BinaryIO) -> tuple[bytes, int]:
    """The lines up to the first blank one, and the bytes of the blank lines before them."""
    blank, lines, size = 0, [], 0
    while line := stream.readline(_LONGEST_HEADER):
        if line.strip():
            lines.append(line)
            size += len(line)
            if size > _LONGEST_HEADER:
                raise UnreadableError("a damaged WARC")
        elif lines:
            return b"".join([*lines, line]), blank
        else:
            blank += len(line)
    if lines:
        raise UnreadableError("a WARC that is cut short")
    return b"", blank


def _skip(stream: BinaryIO, length: int) -> int:
    left = length
    while left:
        chunk = stream.read(min(left, STEP))
        if not chunk:
            raise UnreadableError("a WARC that is cut short")
        left -= len(chunk)
    return length


def _skip_end(stream: BinaryIO) -> int:
    """Go past the two line ends behind a record, which the last one may lack."""
    end = stream.read(len(_WARC_END))
    if end not in {_WARC_END, b""}:
        raise UnreadableError("a damaged WARC")
    return len(end)
