"""What an archive is cut into: stretches of its files, with keys that every machine agrees on.

Invariant: the shards of a file follow one another without a gap, and each of its records is in one.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256

KEY_DIGITS = 16


class Cut(StrEnum):
    """What a stretch of a file is counted in."""

    BYTES = "bytes"
    """Bytes of the file as it lies there."""
    UNPACKED = "unpacked"
    """Bytes of what a gzip file unpacks to."""
    ROWS = "rows"
    """Rows of a table."""
    WHOLE = "whole"
    """The file is not cut."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Size:
    """How large a shard is, whichever comes first; one record may exceed it.

    Attributes:
        length: bytes of input.
        records: records; 500 reports of 400 words are a minute of one processor's work, which is
            what a lost worker costs at most.
    """

    length: int = 8_000_000
    records: int = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """Where a record of a file ends.

    Attributes:
        end: the first byte, or row, behind it.
        is_counted: whether it is one of those that the format's reader numbers.
    """

    end: int
    is_counted: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Shard:
    """A stretch of a file that is read at once.

    Attributes:
        key: content key, of the file's digest and the stretch.
        start: where it begins.
        end: where it ends, which is excluded.
        before: numbered records of the file that stand before it.
        records: numbered records in it; 1 where the file is not cut.
    """

    key: str
    start: int
    end: int
    before: int
    records: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchiveFile:
    """A file of an archive, and how it is cut.

    Attributes:
        path: where it lies, as the user named it.
        size: its bytes.
        digest: SHA-256 of its bytes, hexadecimal.
        form: name of the format of its stretches; empty where that is to be recognised.
        cut: what its stretches are counted in.
        shards: the stretches.
        reason: why nothing of it, or not all of it, is read; empty where it is.
    """

    path: str
    size: int
    digest: str
    form: str
    cut: Cut
    shards: tuple[Shard, ...]
    reason: str = ""


def shard_key(digest: str, form: str, start: int, end: int) -> str:
    """The key of a stretch.

    Args:
        digest: of the file, in hexadecimal.
        form: the format of the stretch.
        start: where it begins.
        end: where it ends.
    """
    words = "\n".join((digest, form, str(start), str(end)))
    return sha256(words.encode()).hexdigest()[:KEY_DIGITS]


def gather_records(records: Iterable[Record], size: Size) -> Iterator[tuple[int, int, int, int]]:
    """Put records that follow one another into stretches.

    >>> list(gather_records([Record(end=4), Record(end=9), Record(end=12)], Size(records=2)))
    [(0, 9, 0, 2), (9, 12, 2, 1)]

    Args:
        records: where each ends, in the order of the file.
        size: how large a stretch is.

    Yields:
        Start, end, numbered records before it, and in it.
    """
    start = last = before = count = 0
    for record in records:
        is_full = count >= size.records or record.end - start > size.length
        if is_full and last > start:
            yield start, last, before, count
            start, before, count = last, before + count, 0
        count += record.is_counted
        last = record.end
    if last > start:
        yield start, last, before, count


def each_shard(
    digest: str, form: str, stretches: Iterable[tuple[int, int, int, int]]
) -> Iterator[Shard]:
    """The stretches of a file as shards."""
    for start, end, before, count in stretches:
        key = shard_key(digest, form, start, end)
        yield Shard(key=key, start=start, end=end, before=before, records=count)
