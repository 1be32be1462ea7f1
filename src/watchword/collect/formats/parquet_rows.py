"""Parquet tables: one report a row, columns named by the mapping; needs pyarrow.

A row has no bytes of its own; those of its report are its mapped columns as JSON, which are the
same however the table was written.
"""

import io
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from watchword.collect.formats.json_records import record_draft
from watchword.collect.formats.json_text import canonical
from watchword.collect.piece import Found, Piece, Terms
from watchword.errors import UnreadableError
from watchword.model.report import Unread

MAGIC = b"PAR1"
_AT_ONCE = 500
_DAMAGED = "damaged Parquet"


def read_parquet(piece: Piece, terms: Terms) -> Iterator[Found]:
    """Read a row a report; what the rows unpack to is held to the allowance of the source."""
    rows = _each_row(piece, terms)
    for number, row in enumerate(rows, start=piece.before + 1):
        try:
            raw = canonical(row)
            yield replace(record_draft(row, terms.mapping), raw=raw, place=f":{number}")
        except (UnreadableError, TypeError) as error:
            known = isinstance(error, UnreadableError)
            reason = str(error.args[0]) if known else "a row that is not words"
            yield Unread(found_at=f"{piece.found_at}:{number}", reason=reason)


def columns_read(names: list[str], mapping: Mapping[str, str]) -> list[str]:
    """Which columns of a table hold fields of a report.

    Raises:
        UnreadableError: if none holds the text.
    """
    if mapping["text"] not in names:
        told = ", ".join(name[:40] for name in names[:8])
        raise UnreadableError(
            f"a table without a column '{mapping['text']}' (it has {told}); name it with a mapping"
        )
    return [name for name in dict.fromkeys(mapping.values()) if name in names]


def _each_row(piece: Piece, terms: Terms) -> Iterator[dict[str, Any]]:
    try:
        import pyarrow as pa  # noqa: PLC0415 - an extra, and slow to import
        from pyarrow import parquet  # noqa: PLC0415 - likewise
    except ImportError as error:
        raise UnreadableError(
            "Parquet, which needs pyarrow: pip install 'watchword[parquet]'"
        ) from error
    try:
        table = parquet.ParquetFile(io.BytesIO(piece.content))
        wanted = columns_read(table.schema_arrow.names, terms.mapping)
        groups = range(table.metadata.num_row_groups)
        terms.allowance.spend(sum(table.metadata.row_group(at).total_byte_size for at in groups))
        for batch in table.iter_batches(batch_size=_AT_ONCE, columns=wanted):
            for row in batch.to_pylist():
                yield {name: _plain(value) for name, value in row.items()}
    except (pa.ArrowException, OSError, ValueError) as error:
        raise UnreadableError(_DAMAGED) from error


def _plain(value: object) -> object:
    """A value as JSON has it, where it has it."""
    if isinstance(value, date | datetime):
        return value.isoformat()
    return value.decode("utf-8", "replace") if isinstance(value, bytes) else value
