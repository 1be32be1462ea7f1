"""Unpacking what a server sends (gzip, deflate), never holding more than the bounds allow."""

import zlib
from collections.abc import Iterator

from watchword.collect.formats.gzipped import MAGIC
from watchword.collect.formats.zipped import FREE_BYTES
from watchword.errors import RefusedError, UnreadableError

ACCEPTED = "gzip, deflate"
"""The packings that are asked for."""

_STEP = 1 << 16
_GZIP_WINDOW = 31
_CUT_SHORT = "packed content that is cut short"


def unpack(
    packed: bytes, packing: str, *, most: int, ratio: int, may_be_cut: bool = False
) -> tuple[bytes, bool]:
    """Unpack a body as its `Content-Encoding` says.

    Args:
        packed: the body as it came.
        packing: the value of `Content-Encoding`.
        most: bytes that are kept at most.
        ratio: how many times larger than its packed form it may be; beyond the first megabyte.
        may_be_cut: whether what lies beyond `most`, or is missing at the end, is left out.

    Returns:
        The content, and whether something of it was left out.

    Raises:
        RefusedError: if it unpacks to more than the bounds allow.
        UnreadableError: if it is damaged, or packed in a way that was not asked for.
    """
    name = packing.strip().lower()
    if name in {"", "identity"} or not packed:
        return packed[:most], len(packed) > most
    if name not in {"gzip", "x-gzip", "deflate"}:
        raise UnreadableError("packed in a way that was not asked for")
    bomb = max(FREE_BYTES, ratio * len(packed))
    parts: list[bytes] = []
    size = 0
    whole = False
    try:
        for part in _each_part(packed, name):
            size += len(part)
            _check_size(size, most=most, bomb=bomb, may_be_cut=may_be_cut)
            parts.append(part)
            if size > most:
                break
        else:
            whole = True
    except (zlib.error, EOFError) as error:
        if not (may_be_cut and parts):
            raise UnreadableError(_CUT_SHORT) from error
    return b"".join(parts)[:most], not whole


def _check_size(size: int, *, most: int, bomb: int, may_be_cut: bool) -> None:
    if size > bomb or (size > most and not may_be_cut):
        raise RefusedError(f"it unpacks to more than {min(most, bomb):,} bytes")


def _each_part(packed: bytes, name: str) -> Iterator[bytes]:
    if name == "deflate":
        zlib_head = packed[0] & 0x0F == 8 and int.from_bytes(packed[:2], "big") % 31 == 0
        yield from _each_member(packed, 15 if zlib_head else -15)
    elif packed.startswith(MAGIC):
        yield from _each_member(packed, _GZIP_WINDOW)
    else:
        raise EOFError


def _each_member(packed: bytes, window: int) -> Iterator[bytes]:
    """Members one after another; what follows the last and is no member is left aside."""
    view = memoryview(packed)
    start = 0
    while start < len(view) and (start == 0 or bytes(view[start : start + 2]) == MAGIC):
        stream = zlib.decompressobj(window)
        while start < len(view) and not stream.eof:
            chunk = bytes(view[start : start + _STEP])
            start += len(chunk)
            while chunk and not stream.eof:
                yield stream.decompress(chunk, _STEP)
                chunk = stream.unconsumed_tail
        yield stream.flush(_STEP)
        if not stream.eof:
            raise EOFError
        start -= len(stream.unused_data)
