"""Parquet: how many rows a table has, and a stretch of them as a table of its own."""

import io
from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path
from typing import Any

from watchword.errors import MissingExtraError, UnreadableError
from watchword.flow.archive.shards import Shard

MAGIC = b"PAR1"
_AT_ONCE = 500


def parquet_library() -> tuple[Any, Any]:
    """PyArrow and its Parquet.

    Raises:
        MissingExtraError: if it is not installed.
    """
    try:
        import pyarrow as pa  # noqa: PLC0415 - an extra, and slow to import
        from pyarrow import parquet  # noqa: PLC0415 - likewise
    except ImportError as error:
        raise MissingExtraError(
            "reading archives needs pyarrow",
            key="pyarrow",
            mend="pip install 'watchword[parquet]'",
        ) from error
    return pa, parquet


def rows_in(path: Path) -> int:
    """How many rows a table has.

    Raises:
        UnreadableError: if it is damaged.
        OSError: if it cannot be read.
    """
    pa, parquet = parquet_library()
    try:
        return int(parquet.ParquetFile(path).metadata.num_rows)
    except (pa.ArrowException, OSError) as error:
        raise _told(error) from error


class Rows:
    """Goes through a table, forwards, and gives stretches of its rows as tables of their own.

    Args:
        path: the table.

    Raises:
        OSError: if it cannot be read.
    """

    def __init__(self, path: Path) -> None:
        self._pa, self._parquet = parquet_library()
        self._file = self._parquet.ParquetFile(path)
        self._groups = self._group_starts()
        self._at = 0
        self._group = -1
        self._batch: Any = ()
        self._batches: Iterator[Any] = iter(())

    def close(self) -> None:
        """Let go of the file."""
        self._file.close()

    def stretch(self, shard: Shard) -> bytes:
        """The rows of a shard, as Parquet.

        Raises:
            UnreadableError: if they are damaged.
        """
        parts, row = [], shard.start
        try:
            self._seek(row)
            while row < shard.end:
                if row >= self._at + len(self._batch):
                    self._step()
                high = min(shard.end - self._at, len(self._batch))
                parts.append(self._batch.slice(row - self._at, high - (row - self._at)))
                row = self._at + high
        except (self._pa.ArrowException, OSError, StopIteration) as error:
            raise _told(error) from error
        stream = io.BytesIO()
        table = self._pa.Table.from_batches(parts, schema=self._file.schema_arrow)
        self._parquet.write_table(table, stream, compression="zstd")
        return stream.getvalue()

    def _group_starts(self) -> list[int]:
        known = self._file.metadata
        rows = (known.row_group(at).num_rows for at in range(known.num_row_groups))
        return list(accumulate(rows, initial=0))[:-1]

    def _seek(self, row: int) -> None:
        """Go to the batch that a row is in, without reading the row groups before it."""
        group = bisect_right(self._groups, row) - 1
        if row < self._at or group > self._group + 1 or self._group < 0:
            self._group, self._at, self._batch = group, self._groups[group], ()
            groups = list(range(group, len(self._groups)))
            self._batches = self._file.iter_batches(batch_size=_AT_ONCE, row_groups=groups)
        while row >= self._at + len(self._batch):
            self._step()

    def _step(self) -> None:
        self._at += len(self._batch)
        self._batch = next(self._batches)
        self._group = bisect_right(self._groups, self._at) - 1


def _told(error: Exception) -> Exception:
    """An error of the system as it is; what the library says of a table as damage.

    It has an `OSError` of its own, without a number, for what it cannot make sense of.
    """
    if isinstance(error, OSError) and error.errno is not None:
        return error
    return UnreadableError("damaged Parquet")
