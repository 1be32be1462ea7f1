"""Claims, figures or events as Parquet: the same tables as CSV, with their types."""

import io
from typing import Any

from watchword.errors import MissingExtraError
from watchword.exchange.rows import SHEETS, Cell
from watchword.model.handover import Handover


def write_parquet(handover: Handover, sheet: str = "claims") -> bytes:
    """Write one table as a Parquet file.

    Args:
        handover: what is handed on.
        sheet: "claims", "figures" or "events".

    Raises:
        MissingExtraError: if the library that writes Parquet is not installed.
    """
    pa, parquet = _library()
    kinds = {
        "str": pa.string(),
        "int": pa.int64(),
        "float": pa.float64(),
        "bool": pa.bool_(),
        "datetime": pa.timestamp("us", tz="UTC"),
    }
    table = SHEETS[sheet]
    told = {
        "title": handover.title,
        "as_of": handover.as_of.isoformat(),
        "left_out": handover.left_out.told,
    }
    schema = pa.schema(
        [(name, kinds[kind.__name__]) for name, kind in table.columns],
        metadata={f"watchword:{name}": value for name, value in told.items()},
    )
    columns = list(zip(*table.rows(handover), strict=True)) or [()] * len(table.columns)
    arrays = [
        pa.array([_whole(cell) for cell in column], type=field.type)
        for column, field in zip(columns, schema, strict=True)
    ]
    stream = io.BytesIO()
    parquet.write_table(pa.table(arrays, schema=schema), stream)
    return stream.getvalue()


def _whole(cell: Cell) -> Cell:
    """A cell without half a character, which UTF-8 cannot hold."""
    return cell.encode("utf-8", "replace").decode() if isinstance(cell, str) else cell


def _library() -> tuple[Any, Any]:
    try:
        import pyarrow as pa  # noqa: PLC0415 - an extra, and slow to import
        from pyarrow import parquet  # noqa: PLC0415 - likewise
    except ImportError as error:
        raise MissingExtraError(
            "writing Parquet needs pyarrow",
            key="pyarrow",
            mend="pip install 'watchword[parquet]'",
        ) from error
    return pa, parquet
