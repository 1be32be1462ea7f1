"""Gzip: unpacked within bounds, then read as what it holds."""

import zlib
from collections.abc import Iterator
from dataclasses import replace

from watchword.collect.formats.zipped import FREE_BYTES
from watchword.collect.limits import Limits
from watchword.collect.piece import Found, Piece, Terms
from watchword.errors import RefusedError, UnreadableError

MAGIC = b"\x1f\x8b"
_STEP = 1 << 16
_GZIP_WINDOW = 31


def read_gzip(piece: Piece, terms: Terms) -> Iterator[Found]:
    """Unpack a gzip file of one or many members."""
    content = gunzip(piece.content, terms.limits)
    terms.allowance.spend(len(content))
    name = piece.name.removesuffix(".gz").removesuffix(".GZ")
    yield replace(piece, content=content, name=name, form="", media_type="", depth=piece.depth + 1)


def gunzip(packed: bytes, limits: Limits) -> bytes:
    """Unpack gzip bytes, never holding more than the bounds allow.

    Raises:
        RefusedError: if they unpack to more than the bounds allow.
        UnreadableError: if they are damaged.
    """
    most = min(limits.max_bytes, max(FREE_BYTES, limits.max_ratio * len(packed)))
    parts: list[bytes] = []
    size = 0
    try:
        for part in _parts(packed):
            size += len(part)
            if size > most:
                raise RefusedError(f"gzip that unpacks to more than {most:,} bytes")
            parts.append(part)
    except zlib.error as error:
        raise UnreadableError("damaged gzip") from error
    return b"".join(parts)


def _parts(packed: bytes) -> Iterator[bytes]:
    view = memoryview(packed)
    start = 0
    while bytes(view[start : start + 2]) == MAGIC:
        stream = zlib.decompressobj(_GZIP_WINDOW)
        while start < len(view) and not stream.eof:
            chunk = bytes(view[start : start + _STEP])
            start += len(chunk)
            while chunk and not stream.eof:
                yield stream.decompress(chunk, _STEP)
                chunk = stream.unconsumed_tail
        if not stream.eof:
            raise UnreadableError("gzip that is cut short")
        start -= len(stream.unused_data)
