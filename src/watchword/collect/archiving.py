"""Keeping what was fetched as WARC 1.1 (ISO 28500:2017), gzip by record, one file a day.

Invariant: a file holds whole records only. A record that a crash tore is found when the file is
opened again, and cut off; nothing that was written whole is touched. Two processes write two files.
"""

import base64
import gzip
import hashlib
import os
import uuid
import zlib
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, date, datetime
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self

from watchword import __version__
from watchword.collect.answer import Exchange
from watchword.errors import UnreadableError

MOST_FILES_A_DAY = 100
"""So many processes may write into one folder on one day."""

_STEP = 1 << 20
_GZIP_WINDOW = 31
_UNCHUNKED = (b"transfer-encoding", b"content-length")


class Archive:
    """A folder of WARC files, `watchword-20261125-00.warc.gz` and so on.

    Args:
        folder: where they lie; made where it is not there.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._day: date | None = None
        self._file: BinaryIO | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the day's file."""
        if self._file is not None:
            self._file.close()
        self._file = self._day = None

    def write(self, exchanges: tuple[Exchange, ...]) -> None:
        """Append exchanges, and return once they lie on the disk.

        Raises:
            UnreadableError: if the folder cannot be written.
        """
        for exchange in exchanges:
            try:
                self._append(b"".join(map(gzip_member, each_record(exchange))), exchange.at)
            except OSError as error:
                raise UnreadableError(
                    f"the archive cannot be written: {error.strerror}", key=str(self._folder)
                ) from error

    def _append(self, packed: bytes, at: datetime) -> None:
        day = at.astimezone(UTC).date()
        if self._file is None or day != self._day:
            self.close()
            self._file = _opened(self._folder, day)
            self._day = day
        end = self._file.tell()
        try:
            self._file.write(packed)
            self._file.flush()
            os.fsync(self._file.fileno())
        except OSError:
            with suppress(OSError):  # a full disk: what was there before stays whole
                self._file.truncate(end)
                self._file.seek(end)
            raise


def each_record(exchange: Exchange) -> Iterator[bytes]:
    """Give the WARC records of an exchange: its answer, and the request that led to it."""
    answer = _unchunked(exchange) + exchange.body
    common = {
        "WARC-Target-URI": exchange.address,
        "WARC-Date": exchange.at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ"),
    }
    answered = {
        "WARC-Type": "response",
        **common,
        **({"WARC-IP-Address": exchange.host} if exchange.host else {}),
        **({"WARC-Truncated": "length"} if exchange.cut else {}),
        "WARC-Payload-Digest": _digest(exchange.body),
        "Content-Type": "application/http; msgtype=response",
    }
    identity = _identity(answered, answer)
    yield _record({**answered, "WARC-Record-ID": identity}, answer)
    asked = {
        "WARC-Type": "request",
        **common,
        "WARC-Concurrent-To": identity,
        "Content-Type": "application/http; msgtype=request",
    }
    asked["WARC-Record-ID"] = _identity(asked, exchange.request)
    yield _record(asked, exchange.request)


def information_record(name: str, at: datetime) -> bytes:
    """Give the record at the top of a file, which says what made it."""
    said = (
        f"software: watchword/{__version__}\r\nformat: WARC File Format 1.1\r\n"
        "conformsTo: http://iipc.github.io/warc-specifications/specifications/warc-format/"
        "warc-1.1/\r\n"
    ).encode()
    headers = {
        "WARC-Type": "warcinfo",
        "WARC-Date": at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        "WARC-Filename": name,
        "Content-Type": "application/warc-fields",
    }
    return _record({**headers, "WARC-Record-ID": _identity(headers, said)}, said)


def gzip_member(record: bytes) -> bytes:
    """Pack one record as a gzip member of its own, the same bytes every time."""
    return gzip.compress(record, mtime=0)


def whole_bytes(stream: BinaryIO) -> int:
    """Count the bytes of a file of gzip members up to the end of the last whole one."""
    whole = here = 0
    unpacker = zlib.decompressobj(_GZIP_WINDOW)
    while chunk := stream.read(_STEP):
        here += len(chunk)
        while chunk:
            try:
                unpacker.decompress(chunk, _STEP)
            except zlib.error:
                return whole
            if unpacker.eof:
                chunk = unpacker.unused_data
                whole = here - len(chunk)
                unpacker = zlib.decompressobj(_GZIP_WINDOW)
            else:
                chunk = unpacker.unconsumed_tail
    return whole


def _opened(folder: Path, day: date) -> BinaryIO:
    """Open the first of a day's files that no other process writes, at its last whole record."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(MOST_FILES_A_DAY):
        name = f"watchword-{day:%Y%m%d}-{number:02}.warc.gz"
        file = (folder / name).open("a+b")
        if not _locked(file):
            file.close()
            continue
        file.seek(0)
        file.truncate(whole_bytes(file))
        file.seek(0, os.SEEK_END)
        if file.tell() == 0:
            midnight = datetime(day.year, day.month, day.day, tzinfo=UTC)
            file.write(gzip_member(information_record(name, midnight)))
        return file
    raise UnreadableError("too many processes write one archive", key=str(folder))


def _locked(file: BinaryIO) -> bool:
    """Whether the file is this process's alone now; the lock goes with the process."""
    try:
        import fcntl  # noqa: PLC0415 - not on every system
    except ImportError:
        return True
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _unchunked(exchange: Exchange) -> bytes:
    """The answer's head with the length that its joined body has."""
    lines = exchange.head.removesuffix(b"\r\n\r\n").split(b"\r\n")
    kept = [line for line in lines if line.partition(b":")[0].strip().lower() not in _UNCHUNKED]
    kept.append(b"Content-Length: %d" % len(exchange.body))
    return b"\r\n".join(kept) + b"\r\n\r\n"


def _record(headers: dict[str, str], block: bytes) -> bytes:
    lines = [
        "WARC/1.1",
        *(f"{name}: {value}" for name, value in headers.items()),
        f"WARC-Block-Digest: {_digest(block)}",
        f"Content-Length: {len(block)}",
    ]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + block + b"\r\n\r\n"


def _digest(content: bytes) -> str:
    """SHA-1 in base 32, as every WARC tool checks it; it labels, it does not protect."""
    digest = hashlib.sha1(content, usedforsecurity=False).digest()
    return f"sha1:{base64.b32encode(digest).decode()}"


def _identity(headers: dict[str, str], block: bytes) -> str:
    """A record's id from its content: the same exchange has the same one on every machine."""
    told = "\n".join(f"{name}: {value}" for name, value in headers.items()).encode()
    digest = hashlib.sha256(told + b"\n\n" + block).digest()
    return f"<urn:uuid:{uuid.UUID(bytes=digest[:16], version=5)}>"
